using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.SingleFile;

/// <summary>
/// Finds the top-level elements of a component. A script, style or custom block ends at the first end tag of its name, as in
/// HTML; a template ends at the <c>&lt;/template&gt;</c> that closes none of its own, which takes reading its tags.
///
/// Damage in a template must not lose the script behind it: a template that does not close, or closes only behind a block
/// that begins a line, ends at the last end tag before that block. That guess is made once; from then on every template of the
/// file is cut that way, so a file of start tags stays linear.
/// </summary>
internal sealed class SingleFileReader
{
    private readonly SourceText _text;
    private readonly string _content;
    private readonly SingleFileFormat _format;
    private readonly MarkupReader _tags;
    private readonly List<SingleFileBlock> _blocks = [];
    private readonly List<SyntaxError> _errors = [];
    private readonly Dictionary<string, ForwardSearch> _endTags = new(StringComparer.Ordinal);
    private bool _countTemplates = true;

    public SingleFileReader(SourceText text, SingleFileFormat format)
    {
        _text = text;
        _content = text.Content;
        _format = format;
        _tags = new MarkupReader(text, MarkupDialect.Vue, new TextSpan(0, text.Length));
    }

    public SingleFileComponent Read()
    {
        while (_tags.SkipToBlock() is { } tag)
            ReadBlock(tag);
        var errors = _errors.Concat(_tags.Errors).OrderBy(e => e.Span.Start).ToList();
        return new SingleFileComponent(_text, _format, _blocks, errors, _tags.Comments);
    }

    private void ReadBlock(MarkupElement tag)
    {
        var start = tag.StartTagSpan.End;
        var (kind, language) = Classify(tag);
        var close = tag.SelfClosing ? start : FindEnd(tag.Name, start, nests: language == BlockLanguage.Markup);
        if (close < 0)
        {
            close = NextBlock(start);
            if (!tag.IsCutOff)
                _errors.Add(MarkupErrors.ElementNotClosed(tag.Name, tag.StartTagSpan));
        }

        _tags.MoveTo(close);
        if (!tag.SelfClosing && IsEndTag(close, tag.Name))
            _tags.SkipEndTag();
        _blocks.Add(new SingleFileBlock(tag, new TextSpan(start, close), new TextSpan(tag.StartTagSpan.Start, _tags.Position), kind, language));
    }

    /// <summary>Where the end tag of a block begins; negative when it has none.</summary>
    private int FindEnd(string name, int start, bool nests)
    {
        if (!_endTags.TryGetValue(name, out var endTags))
            _endTags[name] = endTags = new ForwardSearch(_content, "</" + name, _content.Length);
        if (!nests)
        {
            var end = endTags.Next(start);
            while (end >= 0 && !IsEndTag(end, name))
                end = endTags.Next(end + 1);
            return end;
        }

        if (endTags.Next(start) < 0)
            return -1;
        var close = _countTemplates ? new MarkupReader(_text, _format.TemplateDialect(), new TextSpan(start, _content.Length)).FindEndOf(name) : -1;
        var next = NextBlock(start);
        if (close >= 0 && close < next)
            return close;
        _countTemplates = false;
        return next == start ? -1 : _content.LastIndexOf("</" + name, next - 1, next - start, StringComparison.Ordinal);
    }

    private bool IsEndTag(int offset, string name)
    {
        if (string.CompareOrdinal(_content, offset, "</", 0, 2) != 0 || string.CompareOrdinal(_content, offset + 2, name, 0, name.Length) != 0)
            return false;
        var behind = offset + 2 + name.Length;
        return behind >= _content.Length || _content[behind] is '>' or '/' || char.IsWhiteSpace(_content[behind]);
    }

    /// <summary>The next script or style tag that begins a line, as none does inside of a sound block; the text's end when there is none.</summary>
    private int NextBlock(int start)
    {
        for (var i = start; ;)
        {
            i = _content.IndexOf("\n<", i, StringComparison.Ordinal);
            if (i < 0)
                return _content.Length;
            i++;
            if (IsStartTag(i, "script") || IsStartTag(i, "style"))
                return i;
        }
    }

    private bool IsStartTag(int offset, string name)
    {
        var behind = offset + 1 + name.Length;
        return string.CompareOrdinal(_content, offset + 1, name, 0, name.Length) == 0
            && behind < _content.Length && (_content[behind] == '>' || char.IsWhiteSpace(_content[behind]));
    }

    private (BlockKind Kind, BlockLanguage Language) Classify(MarkupElement tag)
    {
        var lang = (tag.FindAttribute("lang")?.Value ?? "").ToLowerInvariant();
        switch (tag.Name)
        {
            case "template":
                return (BlockKind.Template, lang is "" or "html" or "wxml" or "vue" or "mpx" ? BlockLanguage.Markup : BlockLanguage.NotRead);
            case "style":
                return (BlockKind.Style, BlockLanguage.Other);
            case "config" when _format == SingleFileFormat.Wepy:
                return (BlockKind.Json, BlockLanguage.Json);
            case "script":
                return ClassifyScript(tag, lang);
            default:
                return (BlockKind.Custom, BlockLanguage.Other);
        }
    }

    private (BlockKind Kind, BlockLanguage Language) ClassifyScript(MarkupElement tag, string lang)
    {
        var type = (tag.FindAttribute("type")?.Value ?? "").ToLowerInvariant();
        if (type.EndsWith("json", StringComparison.Ordinal) || lang == "json")
            return (BlockKind.Json, BlockLanguage.Json);

        var language = (lang.Length > 0 ? lang : type.Substring(type.LastIndexOf('/') + 1)) switch
        {
            "" => _format == SingleFileFormat.Uvue ? BlockLanguage.TypeScript : BlockLanguage.JavaScript,
            "js" or "javascript" or "ecmascript" or "ecmascript-6" or "module" or "babel" or "es6" => BlockLanguage.JavaScript,
            "ts" or "typescript" or "uts" => BlockLanguage.TypeScript,
            "jsx" => BlockLanguage.Jsx,
            "tsx" => BlockLanguage.Tsx,
            "wxs" => BlockLanguage.Wxs,
            "renderjs" => BlockLanguage.RenderJs,
            _ => BlockLanguage.NotRead,
        };
        return (tag.FindAttribute("name")?.Value == "json" ? BlockKind.JsonScript : BlockKind.Script, language);
    }
}
