namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// Something a parser could not read. Data, never an exception: the parser goes on behind it.
/// <paramref name="Span"/> is the place of the offence; <paramref name="Skipped"/> what the tree does not show because of it
/// (empty when only a token was missing or wrong).
/// </summary>
public sealed record SyntaxError(string Message, TextSpan Span, TextSpan Skipped);
