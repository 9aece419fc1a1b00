#pragma warning disable // temporary, until TypeScript lands
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

internal sealed partial class Parser
{
    private Expression ParseJsx() => MissingExpression();
    private Expression ParseTypeAssertion() => MissingExpression();
    private Expression? TryParseGenericArrow(int start) => null;
    private bool IsOptionalParameterMark() => false;
    private Expression ParseAsOrSatisfies(int start, Expression e) => e;
    private bool TryParseTypeArgumentsInExpression(int start, Expression e, bool calls, out Expression r) { r = e; return false; }
    private TSType? TryParseTypeArguments() => null;
    private void SkipParameterType() { }
    private void SkipTypeParameters() { }
    private void SkipReturnType() { }
    private Node ParseTypedParameter() => ParseBindingElement();
    private Expression ParseParenthesizedOrTypedArrow(int start) => ParseCoverParenthesized(start, true, out _);
    private Expression? TryParseTypedAsyncArrow(int start) => null;
    private void SkipImplements() { }
    private Node? TryParseIndexSignature(int start) => null;
    private void SkipMemberMark() { }
    private void SkipTypeAnnotation() { }
    private Statement? TryParseConstEnum(int start, bool declare) => null;
    private Statement ParseEnum(int start, bool isConst, bool declare) => ParseExpressionStatement(StatementPlace.List);
    private Statement? TryParseTypeScriptDeclaration(int start, bool declare) => null;
    private void SkipVariableType() { }
    private bool IsTypeModifierOfImport() => false;
    private Statement ParseImportEquals(int start, bool isExport, bool typeOnly) => ParseExpressionStatement(StatementPlace.List);
    private bool SkipTypeModifierOfSpecifier() => false;
    private Statement? TryParseTypeScriptExport(int start) => null;
    private Node? TryParseDefaultTypeScriptDeclaration(int start) => null;
}
