using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Expressions: each gives an operand. What can never carry a platform value or a name gives "unknown" without a slot.
internal sealed partial class ProgramBuilder
{
    private Operand Evaluate(Expression expression)
    {
        switch (expression)
        {
            case Identifier e:
                return _frame.Guard == null ? EvaluateName(e) : Guarded(e, EvaluateName(e));
            case StringLiteral e:
                return Text(e.Value, e);
            case NumericLiteral e:
                return ConstantNumber.TextOf(e.Value) is { } digits ? Text(digits, e) : _solver.Other(PlaceOf(e));
            case ThisExpression or Super:
                return _frame.This;
            case MemberExpression e:
                return _frame.Guard == null ? EvaluateMember(e, false) : Guarded(e, EvaluateMember(e, false));
            case CallExpression e:
                return EvaluateCall(e);
            case NewExpression e:
                return MakeCall(Evaluate(e.Callee), Operand.Unknown, e.Arguments, e, true);
            case ChainExpression e:
                return Evaluate(e.Expression);
            case FunctionExpression e:
                var function = EvaluateFunction(e, e);
                return CopyHelper.Find(e, e, _module.Text.Content) is { } helper ? helper : function;
            case ArrowFunctionExpression e:
                return MakeFunction(e, e, null);
            case ClassExpression e:
                return EvaluateClass(e);
            case ObjectExpression e:
                return EvaluateObjectLiteral(e);
            case ArrayExpression e:
                return EvaluateArray(e);
            case AssignmentExpression e:
                return EvaluateAssignment(e);
            case ConditionalExpression e:
                return EvaluateConditional(e);
            case LogicalExpression e:
                return EvaluateLogical(e);
            case BinaryExpression e:
                return EvaluateBinary(e);
            case TemplateLiteral e:
                return EvaluateTemplate(e);
            case TaggedTemplateExpression e:
                Evaluate(e.Tag);
                foreach (var part in e.Quasi.Expressions)
                    Evaluate(part);
                return Operand.Unknown;
            case SequenceExpression e:
                return EvaluateSequence(e);
            case AwaitExpression e:
                return Evaluate(e.Argument);
            case YieldExpression e:
                return e.Argument != null ? Evaluate(e.Argument) : Operand.Unknown;
            case SpreadElement e:
                return Evaluate(e.Argument);
            case BooleanLiteral or UnaryExpression { Operator: "!", Argument: NumericLiteral }:
                return _solver.Other(PlaceOf(expression));
            case UnaryExpression e:
                EvaluateUnary(e);
                return Operand.Unknown;
            case UpdateExpression e:
                Evaluate(e.Argument);
                return Operand.Unknown;
            case ImportExpression e:
                return EvaluateImport(e);
            case NullLiteral:
                return _nothing;
            case Literal or MetaProperty or PrivateIdentifier:
                return Operand.Unknown;
            case JSXElement e:
                EvaluateElement(e);
                return Operand.Unknown;
            default:
                if (expression.Unwrap() is var inner && inner != expression)
                    return Evaluate(inner);
                WalkParts(expression);
                return Operand.Unknown;
        }
    }

    private StringValue Text(string text, Node node) => _solver.Constant(text, PlaceOf(node));

    private Operand EvaluateName(Identifier name)
    {
        if (name.Binding is { } binding)
            return _module.SlotOf(binding);
        if (_templateScope is { } scope)
            return LoadNamed(scope, name.Name, new Site(PlaceOf(name), SiteForm.Member, false), name);
        switch (name.Name)
        {
            case "undefined":
                return _nothing;
            case "NaN" or "Infinity":
                return Operand.Unknown;
            case "exports":
                return _module.ExportsObject;
            case "module":
                return _module.ModuleObject;
            case "require":
                return _module.Require;
            case "globalThis" or "window" or "global" or "self" or "GameGlobal":
                return _facts.GlobalObject;
            case "arguments" when _frame.Function is { } function:
                return function.Arguments is { } all ? all : Operand.Unknown;
        }

        if (_facts.Findings.PlatformOfGlobal(name.Name) is { } platform)
            return platform;
        if (BuiltinMembers.Global(name.Name) is { } builtin)
            return builtin;
        return _facts.Global(name.Name);
    }
}
