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
        if (node is Identifier name)
        {
            if (_function.NoArguments && name.Name == "arguments")
                Error(SyntaxErrors.ArgumentsHere, name);
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
        switch (node)
        {
            case MemberExpression { Computed: false } member:
                VisitMember(member);
                return;
            case Property property:
                if (property.Computed)
                    Visit(property.Key);
                if (property.Value is FunctionExpression method && (property.Method || property.Kind != PropertyKind.Init))
                    VisitFunction(method, FunctionKind.Method);
                else
                    Visit(property.Value);
                return;
            case IFunction function:
                VisitFunction(function, FunctionKind.Plain);
                return;
            case IClass @class:
                VisitClass(@class);
                return;
            case BlockStatement block:
                EnterScope(isFunction: false);
                Visit(block.Body);
                LeaveScope();
                return;
            case VariableDeclaration declaration:
                DeclareVariables(declaration);
                Visit(declaration.Declarations);
                return;
            case RegExpLiteral literal:
                if (RegExpSyntax.FindError(literal.Pattern, literal.Flags) is { } message)
                    Error(message, literal);
                return;
            case ObjectExpression literal:
                CheckProto(literal);
                break;
            case UnaryExpression { Operator: "delete" } delete:
                CheckDelete(delete);
                break;
            case CallExpression { Callee: Super } call:
                if (!_function.SuperCall)
                    Error(SyntaxErrors.SuperCallHere, call.Callee);
                Visit(call.Arguments);
                return;
            case Super super:
                if (!_function.SuperMember)
                    Error(SyntaxErrors.SuperMemberHere, super);
                return;
            case MetaProperty { Meta: "new" } meta:
                if (!_function.NewTarget)
                    Error(SyntaxErrors.NewTargetHere, meta);
                return;
            case PrivateIdentifier name:
                UsePrivateName(name);
                return;
            case Statement statement:
                VisitStatement(statement);
                return;
        }

        node.VisitChildren(this);
    }

    private void VisitMember(MemberExpression member)
    {
        Visit(member.Object);
        if (member.Property is PrivateIdentifier name)
            UsePrivateName(name);
    }

    private void VisitStatement(Statement statement)
    {
        switch (statement)
        {
            case ForStatement or ForInStatement or ForOfStatement:
                VisitFor(statement);
                return;
            case WhileStatement or DoWhileStatement:
                VisitLoop(statement);
                return;
            case IfStatement conditional:
                CheckLabeledFunction(conditional.Consequent);
                CheckLabeledFunction(conditional.Alternate);
                VisitBranches(conditional);
                return;
            case WithStatement with:
                CheckLabeledFunction(with.Body);
                break;
            case SwitchStatement @switch:
                VisitSwitch(@switch);
                return;
            case TryStatement @try:
                Visit(@try.Block);
                VisitCatch(@try.Handler);
                Visit(@try.Finalizer);
                return;
            case LabeledStatement labeled:
                VisitLabeled(labeled);
                return;
            case BreakStatement jump:
                CheckBreak(jump);
                return;
            case ContinueStatement jump:
                CheckContinue(jump);
                return;
            case ImportDeclaration import:
                DeclareImports(import);
                return;
            case ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration:
                VisitExport(statement);
                return;
        }

        statement.VisitChildren(this);
    }

    // A function as a branch stands in a block of its own.
    private void VisitBranches(IfStatement conditional)
    {
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
            if (member is not Property { Computed: false, Method: false, Shorthand: false, Kind: PropertyKind.Init, Key: Identifier { Name: "__proto__" } or StringLiteral { Value: "__proto__" } })
                continue;
            if (seen)
                Error(SyntaxErrors.DuplicateProto, member);
            seen = true;
        }
    }

    private void CheckDelete(UnaryExpression delete)
    {
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
