using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Conformance;

internal static class RefsCommand
{
    public static int Run(IEnumerable<string> paths, SourceType? sourceType, TextWriter output)
    {
        foreach (var path in ScriptFile.Find(paths))
        {
            var tree = ScriptFile.Parse(path, sourceType);
            var references = new References(tree);
            references.Visit(tree.Program);
            output.WriteLine(JsonSerializer.Serialize(new { path, errors = tree.Errors.Count, refs = references.Found }));
        }

        return 0;
    }

    /// <summary>
    /// Identifiers that refer to a value (reads, writes, exports of local names, capitalised JSX tags) and members with a fixed name.
    /// Names that only bind, property keys, labels and types are none.
    /// </summary>
    private sealed class References(JavaScriptTree tree) : NodeWalker
    {
        public List<object> Found { get; } = [];

        public override void Visit(Node? node)
        {
            switch (node)
            {
                case null:
                    return;
                case Identifier identifier:
                    Add("name", identifier.Name, identifier);
                    return;
                case MemberExpression member:
                    Visit(member.Object);
                    if (member is { Computed: false, Property: Identifier name })
                        Add("member", name.Name, name);
                    else if (member is { Computed: true, Property: StringLiteral text })
                        Add("member", text.Value, text);
                    else if (member.Computed)
                        Visit(member.Property);
                    return;
                case Property property:
                    if (property.Computed)
                        Visit(property.Key);
                    Visit(property.Value);
                    return;
                case MethodDefinition method:
                    Visit(method.Decorators);
                    if (method.Computed)
                        Visit(method.Key);
                    Visit(method.Value);
                    return;
                case PropertyDefinition field:
                    Visit(field.Decorators);
                    if (field.Computed)
                        Visit(field.Key);
                    Visit(field.Value);
                    return;
                case VariableDeclarator declarator:
                    VisitBinding(declarator.Id);
                    Visit(declarator.Init);
                    return;
                case IFunction function:
                    foreach (var parameter in function.Params)
                        VisitBinding(parameter);
                    Visit(function.Body);
                    return;
                case IClass @class:
                    Visit(@class.Decorators);
                    Visit(@class.SuperClass);
                    Visit(@class.Body);
                    return;
                case CatchClause clause:
                    VisitBinding(clause.Param);
                    Visit(clause.Body);
                    return;
                case LabeledStatement labeled:
                    Visit(labeled.Body);
                    return;
                case BreakStatement or ContinueStatement or ImportDeclaration or ExportAllDeclaration or TSInterfaceDeclaration or TSTypeAliasDeclaration or TSNamespaceExportDeclaration:
                    return;
                case ExportSpecifier specifier:
                    Visit(specifier.Local);
                    return;
                case ExportNamedDeclaration { Source: not null }:
                    return;
                case TSEnumDeclaration declaration:
                    foreach (var member in declaration.Members)
                        Visit(member.Initializer);
                    return;
                case TSModuleDeclaration declaration:
                    Visit(declaration.Body);
                    return;
                case TSImportEqualsDeclaration declaration:
                    if (declaration.ModuleReference is not TSExternalModuleReference)
                        Visit(declaration.ModuleReference);
                    return;
                case JSXOpeningElement opening:
                    VisitTagName(opening.Name);
                    Visit(opening.Attributes);
                    return;
                case JSXClosingElement:
                    return;
                case JSXAttribute attribute:
                    Visit(attribute.Value);
                    return;
                default:
                    base.Visit(node);
                    return;
            }
        }

        private void VisitTagName(Expression name)
        {
            switch (name)
            {
                case JSXIdentifier { Name: [(>= 'A' and <= 'Z') or '_' or '$', ..] } tag:
                    Add("name", tag.Name, tag);
                    break;
                case JSXMemberExpression member:
                    if (member.Object is JSXIdentifier root)
                        Add("name", root.Name, root);
                    else
                        VisitTagName(member.Object);
                    Add("member", member.Property.Name, member.Property);
                    break;
            }
        }

        private void VisitBinding(Node? pattern)
        {
            switch (pattern)
            {
                case Identifier:
                    break;
                case AssignmentPattern assignment:
                    VisitBinding(assignment.Left);
                    Visit(assignment.Right);
                    break;
                case RestElement rest:
                    VisitBinding(rest.Argument);
                    break;
                case TSParameterProperty parameter:
                    Visit(parameter.Decorators);
                    VisitBinding(parameter.Parameter);
                    break;
                case ObjectPattern objectPattern:
                    foreach (var member in objectPattern.Properties)
                    {
                        if (member is Property property)
                        {
                            if (property.Computed)
                                Visit(property.Key);
                            VisitBinding(property.Value);
                        }
                        else
                        {
                            VisitBinding(member);
                        }
                    }

                    break;
                case ArrayPattern arrayPattern:
                    foreach (var element in arrayPattern.Elements)
                        VisitBinding(element);
                    break;
                default:
                    Visit(pattern);
                    break;
            }
        }

        private void Add(string kind, string name, Node node)
        {
            if (node.Start == node.End)
                return;
            var place = tree.Text.GetPosition(node.Start);
            Found.Add(new { kind, name, line = place.Line, column = place.Column, start = node.Start });
        }
    }
}
