using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Wxml;

/// <summary>Everything the markup parser can complain of.</summary>
internal static class MarkupErrors
{
    public static SyntaxError CommentNotClosed(TextSpan open, int end) => Skipping("The comment is not closed; the rest of the text is taken as comment.", open, end);

    public static SyntaxError SectionNotClosed(TextSpan open, int end) => Skipping("The section is not closed.", open, end);

    public static SyntaxError CommentInTag(TextSpan span) => At("A comment cannot stand inside a tag.", span);

    public static SyntaxError TagNotClosed(string name, TextSpan span) => At($"The tag <{name}> lacks its '>'.", span);

    public static SyntaxError EndTagNotClosed(string name, TextSpan span) => At($"The end tag </{name}> lacks its '>'.", span);

    public static SyntaxError ElementNotClosed(string name, TextSpan span) => At($"<{name}> is not closed.", span);

    public static SyntaxError NothingToClose(string name, TextSpan span) => At($"</{name}> closes nothing.", span);

    public static SyntaxError ValueNotClosed(TextSpan span) => At("The value's closing quote is missing.", span);

    public static SyntaxError ValueMissing(string name, TextSpan span) => At($"'{name}=' has no value.", span);

    public static SyntaxError BracesNotClosed(TextSpan span) => At("The '{{' is not closed.", span);

    public static SyntaxError Unexpected(char c, TextSpan span) => At($"Unexpected '{c}' in a tag.", span);

    private static SyntaxError At(string message, TextSpan span) => new(message, span, new TextSpan(span.End, span.End));

    private static SyntaxError Skipping(string message, TextSpan open, int end) => new(message, open, new TextSpan(open.Start, end));
}
