using System;
using System.Threading;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript;

/// <summary>Reads JavaScript, TypeScript and JSX.</summary>
public static class JavaScriptParser
{
    /// <summary>Parses a whole file, or only <paramref name="range"/> of it (a script block of a single-file component); offsets are always those of the whole text.</summary>
    public static JavaScriptTree Parse(SourceText text, JavaScriptParseOptions options, TextSpan? range = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Parses one expression that fills <paramref name="range"/>, as inside <c>{{ }}</c>; the tree holds one <see cref="ExpressionStatement"/>.</summary>
    public static JavaScriptTree ParseExpression(SourceText text, TextSpan range, JavaScriptParseOptions options) => throw new NotImplementedException();
}
