using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// What the grammar allows and the language forbids all the same, found in one walk over a tree that parsed without errors: names declared twice,
// labels and private names that do not exist, `super` and `new.target` out of place, what strict code rules out, broken regular expressions. The tree is
// complete already and stays as it is. TypeScript has rules of its own (overloads, merging) and is not walked.

/// <summary>Finds the early errors of JavaScript.</summary>
internal sealed partial class EarlyErrors : NodeWalker
{
    private const int LevelsBetweenChecks = 4;

    private readonly List<SyntaxError> _errors = [];
    private int _depth;
    private FunctionContext _function;

    private EarlyErrors(bool isModule)
    {
        _isModule = isModule;
        _function.Strict = isModule;
    }

    public static IReadOnlyList<SyntaxError> Find(Program program)
    {
        var check = new EarlyErrors(program.SourceType == SourceType.Module);
        check._function.Strict |= HasUseStrict(program.Body);
        check.EnterScope(isFunction: true);
        if (!check._isModule)
            check.CheckNoUsing(program.Body);
        check.Visit(program.Body);
        check.CheckExports();
        check.LeaveScope();
        return check._errors;
    }

    public override void Visit(Node? node)
    {
        if (node is null)
            return;
        switch (node.Type)
        {
            // Most nodes are one of these, and none has children.
            case NodeType.Identifier:
                if (_function.NoArguments && ((Identifier)node).Name == "arguments")
                    Error(SyntaxErrors.ArgumentsHere, node);
                return;
            case NodeType.StringLiteral:
            case NodeType.NumericLiteral:
            case NodeType.ThisExpression:
                return;
        }

        if (++_depth % LevelsBetweenChecks == 0 && !StackGuard.HasRoom())
            StackGuard.OnFreshStack((check: this, node), static state => state.check.Enter(state.node));
        else
            Enter(node);
        _depth--;
    }

    private void Enter(Node node)
    {
        switch (node.Type)
        {
            case NodeType.MemberExpression:
                VisitMember((MemberExpression)node);
                return;
            case NodeType.CallExpression:
                var call = (CallExpression)node;
                if (call.Callee is not Super)
                    Visit(call.Callee);
                else if (!_function.SuperCall)
                    Error(SyntaxErrors.SuperCallHere, call.Callee);
                Visit(call.Arguments);
                return;
            case NodeType.Property:
                VisitProperty((Property)node);
                return;
            case NodeType.FunctionDeclaration:
            case NodeType.FunctionExpression:
            case NodeType.ArrowFunctionExpression:
                VisitFunction((IFunction)node, FunctionKind.Plain);
                return;
            case NodeType.ClassDeclaration:
            case NodeType.ClassExpression:
                VisitClass((IClass)node);
                return;
            case NodeType.BlockStatement:
                EnterScope(isFunction: false);
                Visit(((BlockStatement)node).Body);
                LeaveScope();
                return;
            case NodeType.VariableDeclaration:
                var declaration = (VariableDeclaration)node;
                DeclareVariables(declaration);
                Visit(declaration.Declarations);
                return;
            case NodeType.RegExpLiteral:
                var literal = (RegExpLiteral)node;
                if (RegExpSyntax.FindError(literal.Pattern, literal.Flags) is { } message)
                    Error(message, literal);
                return;
            case NodeType.ObjectExpression:
                CheckProto((ObjectExpression)node);
                break;
            case NodeType.UnaryExpression:
                CheckDelete((UnaryExpression)node);
                break;
            case NodeType.Super:
                if (!_function.SuperMember)
                    Error(SyntaxErrors.SuperMemberHere, node);
                return;
            case NodeType.MetaProperty:
                if (!_function.NewTarget && ((MetaProperty)node).Meta == "new")
                    Error(SyntaxErrors.NewTargetHere, node);
                return;
            case NodeType.PrivateIdentifier:
                UsePrivateName((PrivateIdentifier)node);
                return;
            case NodeType.ForStatement:
            case NodeType.ForInStatement:
            case NodeType.ForOfStatement:
                VisitFor((Statement)node);
                return;
            case NodeType.WhileStatement:
            case NodeType.DoWhileStatement:
                VisitLoop((Statement)node);
                return;
            case NodeType.IfStatement:
                VisitIf((IfStatement)node);
                return;
            case NodeType.WithStatement:
                CheckLabeledFunction(((WithStatement)node).Body);
                break;
            case NodeType.SwitchStatement:
                VisitSwitch((SwitchStatement)node);
                return;
            case NodeType.TryStatement:
                var @try = (TryStatement)node;
                Visit(@try.Block);
                VisitCatch(@try.Handler);
                Visit(@try.Finalizer);
                return;
            case NodeType.LabeledStatement:
                VisitLabeled((LabeledStatement)node);
                return;
            case NodeType.BreakStatement:
                CheckBreak((BreakStatement)node);
                return;
            case NodeType.ContinueStatement:
                CheckContinue((ContinueStatement)node);
                return;
            case NodeType.ImportDeclaration:
                DeclareImports((ImportDeclaration)node);
                return;
            case NodeType.ExportNamedDeclaration:
            case NodeType.ExportDefaultDeclaration:
            case NodeType.ExportAllDeclaration:
                VisitExport((Statement)node);
                return;
        }

        node.VisitChildren(this);
    }

    private void VisitMember(MemberExpression member)
    {
        Visit(member.Object);
        if (member.Computed)
            Visit(member.Property);
        else if (member.Property is PrivateIdentifier name)
            UsePrivateName(name);
    }

    private void VisitProperty(Property property)
    {
        if (property.Computed)
            Visit(property.Key);
        if (property.Value is FunctionExpression method && (property.Method || property.Kind != PropertyKind.Init))
            VisitFunction(method, FunctionKind.Method);
        else
            Visit(property.Value);
    }

    // A function as a branch stands in a block of its own.
    private void VisitIf(IfStatement conditional)
    {
        CheckLabeledFunction(conditional.Consequent);
        CheckLabeledFunction(conditional.Alternate);
        Visit(conditional.Test);
        VisitBranch(conditional.Consequent);
        VisitBranch(conditional.Alternate);
    }

    private void VisitBranch(Statement? branch)
    {
        if (branch is not FunctionDeclaration)
        {
            Visit(branch);
            return;
        }

        EnterScope(isFunction: false);
        Visit(branch);
        LeaveScope();
    }

    // What a `using` declares must end with a block, which neither a script nor a case of a switch is.
    private void CheckNoUsing(NodeList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            if (statement is VariableDeclaration { Kind: VariableKind.Using or VariableKind.AwaitUsing })
                Error(SyntaxErrors.UsingHere, statement);
        }
    }

    private static bool HasUseStrict(NodeList<Statement> body)
    {
        foreach (var statement in body)
        {
            if (statement is not ExpressionStatement { Directive: { } directive })
                return false;
            if (directive == "use strict")
                return true;
        }

        return false;
    }

    private void CheckProto(ObjectExpression literal)
    {
        var seen = false;
        foreach (var member in literal.Properties)
        {
            if (member is not Property { Key: Identifier { Name: "__proto__" } or StringLiteral { Value: "__proto__" }, Computed: false, Method: false, Shorthand: false, Kind: PropertyKind.Init })
                continue;
            if (seen)
                Error(SyntaxErrors.DuplicateProto, member);
            seen = true;
        }
    }

    private void CheckDelete(UnaryExpression delete)
    {
        if (delete.Operator != "delete")
            return;
        var argument = delete.Argument is ChainExpression chain ? chain.Expression : delete.Argument;
        if (argument is Identifier && _function.Strict)
            Error(SyntaxErrors.DeleteName, argument);
        else if (argument is MemberExpression { Property: PrivateIdentifier })
            Error(SyntaxErrors.DeletePrivate, argument);
    }

    private void Error(string message, Node node) => _errors.Add(new SyntaxError(message, node.Span, new TextSpan(node.End, node.End)));

    /// <summary>What depends on the function around.</summary>
    private struct FunctionContext
    {
        public bool Strict;
        public bool SuperCall;
        public bool SuperMember;
        public bool NewTarget;
        public bool NoArguments;
        public int LoopDepth;
        public int SwitchDepth;
        public int FirstLabel;
    }

    private enum FunctionKind
    {
        Plain,
        Method,
        Constructor,
        DerivedConstructor,
    }
}
