using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Loops, labels and the jumps to them.
internal sealed partial class EarlyErrors
{
    private readonly List<LabeledStatement> _labels = [];

    private void VisitFor(Statement loop)
    {
        EnterScope(isFunction: false);
        var (head, body) = loop switch
        {
            ForInStatement forIn => (forIn.Left, forIn.Body),
            ForOfStatement forOf => (forOf.Left, forOf.Body),
            var other => (((ForStatement)other).Init, ((ForStatement)other).Body),
        };
        if (head is VariableDeclaration declaration)
        {
            DeclareVariables(declaration);
            foreach (var declarator in declaration.Declarations)
            {
                Visit(declarator.Id);
                Visit(declarator.Init);
            }
        }
        else
        {
            Visit(head);
        }

        switch (loop)
        {
            case ForInStatement forIn:
                Visit(forIn.Right);
                break;
            case ForOfStatement forOf:
                Visit(forOf.Right);
                break;
            case ForStatement plain:
                Visit(plain.Test);
                Visit(plain.Update);
                break;
        }

        VisitLoopBody(body);
        LeaveScope();
    }

    private void VisitLoop(Statement loop)
    {
        switch (loop)
        {
            case WhileStatement @while:
                Visit(@while.Test);
                VisitLoopBody(@while.Body);
                break;
            case DoWhileStatement doWhile:
                VisitLoopBody(doWhile.Body);
                Visit(doWhile.Test);
                break;
        }
    }

    private void VisitLoopBody(Statement body)
    {
        CheckLabeledFunction(body);
        _function.LoopDepth++;
        Visit(body);
        _function.LoopDepth--;
    }

    private void VisitSwitch(SwitchStatement @switch)
    {
        Visit(@switch.Discriminant);
        EnterScope(isFunction: false);
        _function.SwitchDepth++;
        foreach (var @case in @switch.Cases)
            CheckNoUsing(@case.Consequent);
        Visit(@switch.Cases);
        _function.SwitchDepth--;
        LeaveScope();
    }

    private void VisitLabeled(LabeledStatement labeled)
    {
        if (FindLabel(labeled.Label.Name) is not null)
            Error(SyntaxErrors.DuplicateLabel, labeled.Label);
        _labels.Add(labeled);
        Visit(labeled.Body);
        _labels.RemoveAt(_labels.Count - 1);
    }

    private void CheckBreak(BreakStatement jump)
    {
        if (jump.Label is null)
        {
            if (_function.LoopDepth == 0 && _function.SwitchDepth == 0)
                Error(SyntaxErrors.BreakHere, jump);
        }
        else if (FindLabel(jump.Label.Name) is null)
        {
            Error(SyntaxErrors.UnknownLabel, jump.Label);
        }
    }

    private void CheckContinue(ContinueStatement jump)
    {
        if (_function.LoopDepth == 0)
            Error(SyntaxErrors.ContinueHere, jump);
        else if (jump.Label is not null && !(FindLabel(jump.Label.Name) is { } label && IsLoop(label)))
            Error(SyntaxErrors.UnknownLabel, jump.Label);
    }

    private LabeledStatement? FindLabel(string name)
    {
        for (var i = _labels.Count - 1; i >= _function.FirstLabel; i--)
        {
            if (_labels[i].Label.Name == name)
                return _labels[i];
        }

        return null;
    }

    private static bool IsLoop(LabeledStatement labeled)
    {
        Statement body = labeled;
        while (body is LabeledStatement inner)
            body = inner.Body;
        return body is ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement;
    }

    // A label does not make a function a statement that a loop or branch may have.
    private void CheckLabeledFunction(Statement? body)
    {
        var labeled = body as LabeledStatement;
        while (labeled?.Body is LabeledStatement inner)
            labeled = inner;
        if (labeled?.Body is FunctionDeclaration function)
            Error(SyntaxErrors.DeclarationNotAllowed, function);
    }
}
