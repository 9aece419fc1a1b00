using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.Usages.Markup;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Says in one pass over the text, without parsing, what a script has to do with privacy interfaces. Only one that may hold a usage of its own has
/// to be parsed; <c>wx.showToast({})</c> in another gives nothing away. What a script gets from others comes on top, when it turns out that they give something.
/// </summary>
internal sealed class CandidateFilter
{
    private const string GetApp = "getApp";
    private const string ScopePrefix = "scope.";

    private static readonly bool[] WordStarts = Characters(c => char.IsLetter(c) || c is '_' or '$');
    private static readonly bool[] WordParts = Characters(c => char.IsLetterOrDigit(c) || c is '_' or '$');

    private readonly Dictionary<string, WordKinds> _kinds = new(StringComparer.Ordinal);
    private readonly WordSet _words;
    private readonly string[] _attributes;
    private readonly int _longest;

    // By its first letter: the lengths that a word of the catalogue has, one bit for each.
    private readonly long[] _lengths = new long[128];

    public CandidateFilter(PrivacyCatalogue catalogue)
    {
        AddKind(WordKinds.Markup, catalogue.MarkupNames);
        AddKind(WordKinds.Scope, catalogue.ScopesByName.Keys);
        AddKind(WordKinds.App, [GetApp]);
        AddKind(WordKinds.Member, catalogue.Members.Keys.Concat(catalogue.Managers.Keys).Concat(catalogue.ScopeCalls.Keys));
        AddKind(WordKinds.Package, catalogue.Namespaces.SelectMany(space => space.Modules.Concat(space.Installers)));
        AddKind(WordKinds.Platform, catalogue.Namespaces.SelectMany(space => space.Globals));
        _words = new WordSet(_kinds.Keys);
        _attributes = [.. catalogue.Attributes.Where(MarkupNames.IsUnmistakable).SelectMany(MarkupNames.EndingsOf)];
        foreach (var word in _kinds.Keys)
        {
            _longest = Math.Max(_longest, word.Length);
            _lengths[word[0]] |= 1L << (word.Length & 63);
        }
    }

    public ScriptMentions MentionsIn(ReadOnlySpan<char> content)
    {
        var mentions = ScriptMentions.None;
        bool? showsMarkup = null;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (c == '\\' && SpellsLetter(content, i + 1))
                return ScriptMentions.Usage;
            if (!IsWordStart(c))
                continue;
            var start = i;
            do
                i++;
            while (i < content.Length && IsWordPart(content[i]));
            var length = i - start;
            if (length <= _longest && (_lengths[c] & (1L << (length & 63))) != 0 && _words.Find(content.Slice(start, length)) is { } word)
                mentions |= MentionOf(_kinds[word], content, start, i, ref showsMarkup);
            if ((mentions & ScriptMentions.Usage) != 0)
                return ScriptMentions.Usage;
            i--;
        }

        return mentions;
    }

    private ScriptMentions MentionOf(WordKinds kinds, ReadOnlySpan<char> content, int start, int end, ref bool? showsMarkup)
    {
        var isUsage = (kinds & (WordKinds.Member | WordKinds.Package)) != 0
            || ((kinds & WordKinds.Platform) != 0 && !IsHarmless(content, start, end))
            || ((kinds & WordKinds.Scope) != 0 && IsBehind(content, start, ScopePrefix))
            || ((kinds & WordKinds.Markup) != 0 && (showsMarkup ??= MayShowMarkup(content)));
        if (isUsage)
            return ScriptMentions.Usage;
        return (kinds & WordKinds.App) != 0 ? ScriptMentions.Word | ScriptMentions.App : ScriptMentions.Word;
    }

    /// <summary>
    /// Whether the platform object is only asked for its type, or for a member that is no interface: <c>wx.showToast</c>. An assignment to one hangs something onto it.
    /// </summary>
    private bool IsHarmless(ReadOnlySpan<char> content, int start, int end)
    {
        var i = SkipBlanks(content, end);
        if (i < content.Length && content[i] == '?')
            i++;
        if (i >= content.Length || content[i] != '.')
            return IsBehind(content, start, "typeof ") && (i >= content.Length || content[i] != '[');
        i = SkipBlanks(content, i + 1);
        var name = i;
        while (i < content.Length && IsWordPart(content[i]))
            i++;
        if (i == name || (i < content.Length && content[i] > 127) || _words.Find(content.Slice(name, i - name)) is not null)
            return false;
        i = SkipBlanks(content, i);
        return i >= content.Length || !IsAssignment(content, i);
    }

    private static bool IsAssignment(ReadOnlySpan<char> content, int at)
    {
        while (at < content.Length && content[at] is '|' or '&' or '?' or '+')
            at++;
        return at + 1 < content.Length && content[at] == '=' && content[at + 1] is not ('=' or '>');
    }

    /// <summary>
    /// Whether JSX may stand in the text, or a name that can only mean an attribute (<c>confirmButtonOpenType</c>): only there tags and values of attributes are
    /// usages of the script's own.
    /// </summary>
    private bool MayShowMarkup(ReadOnlySpan<char> content)
    {
        var found = content.IndexOf("</".AsSpan()) >= 0 || content.IndexOf("/>".AsSpan()) >= 0;
        for (var i = 0; i < _attributes.Length && !found; i++)
            found = content.IndexOf(_attributes[i].AsSpan()) >= 0;
        return found;
    }

    private static bool IsBehind(ReadOnlySpan<char> content, int at, string text) => content.Slice(0, at).EndsWith(text.AsSpan());

    private static int SkipBlanks(ReadOnlySpan<char> content, int i)
    {
        while (i < content.Length && char.IsWhiteSpace(content[i]))
            i++;
        return i;
    }

    private void AddKind(WordKinds kind, IEnumerable<string> names)
    {
        foreach (var word in names.Select(LongestWord))
            _kinds[word] = _kinds.TryGetValue(word, out var others) ? others | kind : kind;
    }

    /// <summary>Whether the escape behind a backslash stands for a character that names are made of; most escapes in bundles are of other scripts.</summary>
    private static bool SpellsLetter(ReadOnlySpan<char> content, int at)
    {
        if (at >= content.Length || content[at] is not ('u' or 'x'))
            return false;
        var digits = at + 1;
        if (digits < content.Length && content[digits] == '{')
            digits++;
        var value = 0;
        var length = 0;
        var most = content[at] == 'x' ? 2 : content[digits - 1] == '{' ? 6 : 4;
        while (length < most && digits + length < content.Length && Uri.IsHexDigit(content[digits + length]))
            value = (value * 16) + Uri.FromHex(content[digits + length++]);
        return length > 0 && value < 128 && IsWordPart((char)value);
    }

    private static bool IsWordStart(char c) => c < 128 && WordStarts[c];

    private static bool IsWordPart(char c) => c < 128 && WordParts[c];

    private static bool[] Characters(Func<char, bool> condition)
    {
        var table = new bool[128];
        for (var c = (char)0; c < table.Length; c++)
            table[c] = condition(c);
        return table;
    }

    /// <summary>Names such as <c>@tarojs/taro</c> or <c>scope.record</c> are found by their longest word.</summary>
    private static string LongestWord(string name)
    {
        var longest = "";
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && IsWordPart(name[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }

            if (start >= 0 && i - start > longest.Length)
                longest = name.Substring(start, i - start);
            start = -1;
        }

        return longest;
    }

    /// <summary>What a word of the catalogue is, and by that what it says of a script that it stands in.</summary>
    [Flags]
    private enum WordKinds : byte
    {
        /// <summary>A tag, or a value of an attribute.</summary>
        Markup = 1,
        Scope = 2,

        /// <summary>How code reaches the platform object without naming it.</summary>
        App = 4,

        /// <summary>A member of the platform object.</summary>
        Member = 8,

        /// <summary>The package or a hook of a framework.</summary>
        Package = 16,

        /// <summary>The platform object.</summary>
        Platform = 32,
    }
}

/// <summary>What a script says in words of the catalogue.</summary>
[Flags]
internal enum ScriptMentions : byte
{
    None = 0,

    /// <summary>A word that is no usage by itself: a harmless member of the platform object, a value that a template may show.</summary>
    Word = 1,

    /// <summary>It asks for the app's own object, which may hold something of the platform.</summary>
    App = 2,

    /// <summary>It may hold a usage.</summary>
    Usage = 4,
}
