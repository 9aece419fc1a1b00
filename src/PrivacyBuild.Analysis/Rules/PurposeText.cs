using System;
using System.Text;
using PrivacyBuild.Analysis.Guidelines;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>What a purpose says once everything is taken away that says nothing.</summary>
internal static class PurposeText
{
    // The platform puts these in front of the text itself.
    private static readonly string[] Openings = ["为了", "用于", "用来", "以便", "為了", "用於", "用來"];

    /// <summary>
    /// The text without blanks, punctuation and a leading 为了 or 用于; empty when nothing is left, as in <c>。。</c> or <c>用于：</c>.
    /// </summary>
    public static string CoreOf(string text)
    {
        var core = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsControl(c) && !GuidelineValue.IsBlankCharacter(c))
                core.Append(c);
        }

        var result = core.ToString();
        foreach (var opening in Openings)
        {
            if (result.StartsWith(opening, StringComparison.Ordinal))
                return result.Substring(opening.Length);
        }

        return result;
    }

    /// <summary>Whether a purpose says nothing at all. A value of another type is no blank text: PRIV0006 speaks of it.</summary>
    public static bool IsBlank(GuidelineValue purpose) =>
        purpose.IsMissing || purpose.IsNull || (purpose.Text is { } text && CoreOf(text).Length == 0);

    /// <summary>Whether a guideline names a kind with a purpose that says something.</summary>
    public static bool IsDeclared(Guideline guideline, string kind) => guideline.Find(kind) is { } entry && !IsBlank(entry.Purpose);
}
