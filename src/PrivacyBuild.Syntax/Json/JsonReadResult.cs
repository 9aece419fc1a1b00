using System.Collections.Generic;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Json;

/// <summary>What reading gives: either a value or the first error, never both and never neither.</summary>
public sealed class JsonReadResult
{
    internal JsonReadResult(JsonValue? root, SyntaxError? error, IReadOnlyList<TextSpan> comments)
    {
        Root = root;
        Error = error;
        Comments = comments;
    }

    public JsonValue? Root { get; }

    public SyntaxError? Error { get; }

    /// <summary>The comments of the whole text with their delimiters, in source order.</summary>
    public IReadOnlyList<TextSpan> Comments { get; }
}
