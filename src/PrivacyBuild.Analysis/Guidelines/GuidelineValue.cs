using System;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// A documented member of the guideline, there or not. A missing one has the place of the object that should hold it, so
/// that every rule has somewhere to point.
/// </summary>
public sealed class GuidelineValue
{
    private GuidelineValue(GuidelineFile file, string name, JsonValue? json, TextSpan span, TextSpan nameSpan)
    {
        File = file;
        Name = name;
        Json = json;
        Span = span;
        NameSpan = nameSpan;
    }

    /// <summary>The file that gives the value; of a missing one, the file whose object should hold it.</summary>
    public GuidelineFile File { get; }

    public string Name { get; }

    /// <summary>Null when the member is missing.</summary>
    public JsonValue? Json { get; }

    /// <summary>The value; of a missing member, the enclosing object (the whole file's start when there is none).</summary>
    public TextSpan Span { get; }

    /// <summary>The member's name with its quotes; of a missing member, the same as <see cref="Span"/>.</summary>
    public TextSpan NameSpan { get; }

    public GuidelinePlace Place => File.At(Span);

    public bool IsMissing => Json is null;

    public bool IsNull => Json is JsonNull;

    /// <summary>The value of a string; null when the member is missing or something else.</summary>
    public string? Text => (Json as JsonString)?.Value;

    /// <summary>The value of a number; null when the member is missing or something else.</summary>
    public double? Number => (Json as JsonNumber)?.Value;

    /// <summary>True when it gives no visible text: missing, not a string, or nothing but white space and zero-width characters.</summary>
    public bool IsBlank => IsBlankText(Text);

    /// <summary>
    /// True when the text still holds escapes (<c>\u4f4d</c> as six characters): it was escaped twice, and users see it garbled.
    /// </summary>
    public bool HoldsEscapes
    {
        get
        {
            var text = Text ?? "";
            for (var i = text.IndexOf("\\u", StringComparison.Ordinal); i >= 0; i = text.IndexOf("\\u", i + 1, StringComparison.Ordinal))
            {
                if (i + 6 <= text.Length && IsHex(text[i + 2]) && IsHex(text[i + 3]) && IsHex(text[i + 4]) && IsHex(text[i + 5]))
                    return true;
            }

            return false;
        }
    }

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';

    /// <summary>Whether a text shows nothing to a reader.</summary>
    public static bool IsBlankText(string? text)
    {
        foreach (var c in text ?? "")
        {
            if (!IsBlankCharacter(c))
                return false;
        }

        return true;
    }

    /// <summary>Whether nothing is seen of a character.</summary>
    public static bool IsBlankCharacter(char c) =>
        char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u180E' or '\u00AD';

    /// <summary>The last member of that name, as JSON.parse takes it, or its absence.</summary>
    public static GuidelineValue Of(GuidelineFile file, JsonObject? owner, string name, TextSpan enclosing)
    {
        if (owner is not null)
        {
            for (var i = owner.Members.Count - 1; i >= 0; i--)
            {
                var member = owner.Members[i];
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                    return new GuidelineValue(file, name, member.Value, member.Value.Span, member.NameSpan);
            }
        }

        return new GuidelineValue(file, name, null, enclosing, enclosing);
    }
}
