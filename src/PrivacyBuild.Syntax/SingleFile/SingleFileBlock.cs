using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.SingleFile;

/// <summary>What a block of a single-file component is for.</summary>
public enum BlockKind
{
    Template,

    /// <summary>The component's code.</summary>
    Script,

    /// <summary>Its configuration as JSON text: <c>&lt;script type="application/json"&gt;</c>, WePY's <c>&lt;config&gt;</c>.</summary>
    Json,

    /// <summary>Its configuration as code that gives an object: mpx's <c>&lt;script name="json"&gt;</c>.</summary>
    JsonScript,

    Style,

    /// <summary>Any other tag (<c>&lt;i18n&gt;</c>, <c>&lt;docs&gt;</c>): nothing is known of its content.</summary>
    Custom,
}

/// <summary>How the content of a block is written.</summary>
public enum BlockLanguage
{
    /// <summary>A language that nothing here reads, in a template or script: Pug, CoffeeScript. Whoever needs the block should say so.</summary>
    NotRead,

    JavaScript,
    TypeScript,
    Jsx,
    Tsx,

    /// <summary>The view layer's script language, a subset of ES5.</summary>
    Wxs,

    /// <summary>JavaScript that runs in the view layer of uni-app's web and app targets; mini programs do not get it.</summary>
    RenderJs,

    /// <summary>A template to be read by <see cref="MarkupParser"/>.</summary>
    Markup,

    Json,

    /// <summary>Style sheets and custom blocks.</summary>
    Other,
}

/// <summary>A top-level element of a single-file component: a view on the text of the file.</summary>
public sealed class SingleFileBlock
{
    private readonly MarkupElement _tag;

    internal SingleFileBlock(MarkupElement tag, TextSpan content, TextSpan span, BlockKind kind, BlockLanguage language)
    {
        _tag = tag;
        Content = content;
        Span = span;
        Kind = kind;
        Language = language;
    }

    public BlockKind Kind { get; }

    public BlockLanguage Language { get; }

    /// <summary>The tag's name as written.</summary>
    public string Name => _tag.Name;

    public TextSpan NameSpan => _tag.NameSpan;

    public IReadOnlyList<MarkupAttribute> Attributes => _tag.Attributes;

    /// <summary>What stands between the tags, in offsets of the file; empty when the block is self-closing.</summary>
    public TextSpan Content { get; }

    /// <summary>The block with its tags.</summary>
    public TextSpan Span { get; }

    /// <summary>The <c>lang</c> attribute as written; null when there is none.</summary>
    public string? Lang => FindAttribute("lang")?.Value;

    /// <summary>The <c>src</c> attribute: the path of the file that holds the content instead; null when there is none.</summary>
    public MarkupAttribute? Source => FindAttribute("src");

    /// <summary>Whether it is a <c>&lt;script setup&gt;</c>.</summary>
    public bool IsSetup => Kind == BlockKind.Script && FindAttribute("setup") != null;

    /// <summary>How <see cref="JavaScriptParser.Parse"/> is to read the content; null when the block is no script that it reads.</summary>
    public JavaScriptParseOptions? ScriptOptions => Language switch
    {
        BlockLanguage.JavaScript or BlockLanguage.RenderJs => new JavaScriptParseOptions { SourceType = SourceTypeOf(Kind), MayBeOther = true },
        BlockLanguage.TypeScript => new JavaScriptParseOptions { SourceType = SourceTypeOf(Kind), TypeScript = true },
        BlockLanguage.Jsx => new JavaScriptParseOptions { SourceType = SourceTypeOf(Kind), Jsx = true },
        BlockLanguage.Tsx => new JavaScriptParseOptions { SourceType = SourceTypeOf(Kind), TypeScript = true, Jsx = true },
        BlockLanguage.Wxs => new JavaScriptParseOptions { SourceType = SourceType.Script, ReservedNames = true },
        _ => null,
    };

    /// <summary>The first attribute of that name; null when there is none.</summary>
    public MarkupAttribute? FindAttribute(string name) => _tag.FindAttribute(name);

    // A component's code is a module; code that gives mpx a configuration may be either.
    private static SourceType? SourceTypeOf(BlockKind kind) => kind == BlockKind.Script ? SourceType.Module : null;
}
