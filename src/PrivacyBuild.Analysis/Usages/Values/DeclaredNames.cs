using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>The names that a declaration binds, patterns taken apart.</summary>
internal static class DeclaredNames
{
    public static IEnumerable<Identifier> Of(Node declaration)
    {
        switch (declaration)
        {
            case VariableDeclaration variables:
                foreach (var declarator in variables.Declarations)
                {
                    foreach (var name in OfPattern(declarator.Id))
                        yield return name;
                }

                break;
            case FunctionDeclaration { Id: { } id }:
                yield return id;
                break;
            case ClassDeclaration { Id: { } id }:
                yield return id;
                break;
            case TSEnumDeclaration e:
                yield return e.Id;
                break;
            case TSModuleDeclaration { Id: Identifier id }:
                yield return id;
                break;
        }
    }

    private static IEnumerable<Identifier> OfPattern(Node pattern)
    {
        var pending = new Stack<Node>();
        pending.Push(pattern);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Identifier name:
                    yield return name;
                    break;
                case AssignmentPattern p:
                    pending.Push(p.Left);
                    break;
                case RestElement p:
                    pending.Push(p.Argument);
                    break;
                case ObjectPattern p:
                    foreach (var member in p.Properties)
                        pending.Push(member is Property property ? property.Value : member);
                    break;
                case ArrayPattern p:
                    foreach (var element in p.Elements)
                    {
                        if (element != null)
                            pending.Push(element);
                    }

                    break;
            }
        }
    }
}
