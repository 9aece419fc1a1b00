using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>
/// Regular expressions that look for one thing in foreign text: any of some, unless one of others matches as well. Each has a time-out, far beyond
/// what texts of the length that is looked at can take; one that runs into it has found nothing. Compiled when first asked.
/// </summary>
public sealed class TextPattern
{
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex[]> _match;
    private readonly Lazy<Regex[]> _not;

    public TextPattern(IReadOnlyList<string> match, IReadOnlyList<string> not)
    {
        _match = new Lazy<Regex[]>(() => match.Select(Create).ToArray());
        _not = new Lazy<Regex[]>(() => not.Select(Create).ToArray());
    }

    public bool IsMatch(string text) => Find(text) is not null;

    /// <summary>The text that the first expression found; null when nothing was, or something takes it back.</summary>
    public string? Find(string text)
    {
        text = CoreText.Bound(text);
        try
        {
            var found = _match.Value.Select(expression => expression.Match(text)).FirstOrDefault(match => match.Success);
            return found is null || _not.Value.Any(expression => expression.IsMatch(text)) ? null : found.Value;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The text without everything that the expressions find; the text itself when they take too long.</summary>
    public string Without(string text)
    {
        text = CoreText.Bound(text);
        try
        {
            return _match.Value.Aggregate(text, (rest, expression) => expression.Replace(rest, " "));
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    private static Regex Create(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeOut);
}
