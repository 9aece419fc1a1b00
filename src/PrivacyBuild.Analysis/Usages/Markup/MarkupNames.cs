using System;
using System.Collections.Generic;
using System.Text;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>The two spellings of names in templates, and the tags that are the platform's own.</summary>
internal static class MarkupNames
{
    // The platform's component pages (DOC-COMPONENT): a tag of these is never a component of the program unless it declares one of that name.
    private static readonly HashSet<string> NativeTags = new(StringComparer.Ordinal)
    {
        "view", "scroll-view", "swiper", "swiper-item", "movable-view", "movable-area", "cover-view", "cover-image", "match-media", "page-container",
        "share-element", "root-portal", "icon", "progress", "rich-text", "text", "selection", "button", "checkbox", "checkbox-group", "editor", "form", "input",
        "keyboard-accessory", "label", "picker", "picker-view", "picker-view-column", "radio", "radio-group", "slider", "switch", "textarea", "navigator",
        "functional-page-navigator", "audio", "camera", "channel-live", "channel-video", "image", "live-player", "live-pusher", "video", "voip-room", "map", "canvas",
        "ad", "ad-custom", "official-account", "open-data", "web-view", "page-meta", "navigation-bar", "block", "template", "slot", "import", "include", "wxs",
        "store-home", "store-product", "xr-scene", "grid-view", "list-view", "sticky-header", "sticky-section", "snapshot", "span", "a", "div", "script", "style",
    };

    public static bool IsNative(string tag) => NativeTags.Contains(tag);

    /// <summary><c>openType</c> and <c>OpenType</c> to <c>open-type</c>.</summary>
    public static string ToKebab(string name)
    {
        var capitals = 0;
        foreach (var c in name)
            capitals += c is >= 'A' and <= 'Z' ? 1 : 0;
        if (capitals == 0)
            return name;
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (c is >= 'A' and <= 'Z')
            {
                if (i > 0 && name[i - 1] != '-')
                    result.Append('-');
                result.Append((char)(c + 32));
            }
            else
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Every word of an expression that may be a name.</summary>
    public static IEnumerable<string> WordsOf(string content, TextSpan expression)
    {
        for (var i = expression.Start; i < expression.End; i++)
        {
            if (!IsWordPart(content[i]))
                continue;
            var start = i;
            while (i < expression.End && IsWordPart(content[i]))
                i++;
            if (!char.IsDigit(content[start]))
                yield return content.Substring(start, i - start);
        }
    }

    /// <summary><c>open-type</c> to <c>openType</c>.</summary>
    public static string ToCamel(string name)
    {
        if (name.IndexOf('-') < 0)
            return name;
        var result = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '-' && i + 1 < name.Length)
                result.Append(char.ToUpperInvariant(name[++i]));
            else
                result.Append(name[i]);
        }

        return result.ToString();
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    /// <summary>An attribute of one word (<c>type</c>, <c>name</c>) is a name for anything, one of several is not.</summary>
    public static bool IsUnmistakable(string attribute) => attribute.IndexOf('-') > 0;

    /// <summary>
    /// How the properties end that can only mean an attribute: <c>penType</c> for <c>openType</c> and <c>confirmButtonOpenType</c>. What stands before it is
    /// the first letter, capital or small.
    /// </summary>
    public static string CamelEnding(string attribute) => ToCamel(attribute).Substring(1);

    /// <summary>The same, and the attribute as templates spell it.</summary>
    public static string[] EndingsOf(string attribute) => [attribute, CamelEnding(attribute)];
}
