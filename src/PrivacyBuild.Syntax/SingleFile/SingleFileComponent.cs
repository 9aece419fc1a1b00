using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Syntax.SingleFile;

/// <summary>
/// A <c>.vue</c>, <c>.nvue</c>, <c>.uvue</c>, <c>.mpx</c> or <c>.wpy</c> file as its blocks. A block is a range of the same text,
/// so whatever reads it (<see cref="MarkupParser.Parse"/>, <see cref="JavaScript.JavaScriptParser.Parse"/>) gives places in the file.
/// </summary>
public sealed class SingleFileComponent
{
    internal SingleFileComponent(SourceText text, SingleFileFormat format, IReadOnlyList<SingleFileBlock> blocks, IReadOnlyList<SyntaxError> errors, IReadOnlyList<TextSpan> comments)
    {
        Text = text;
        Format = format;
        Blocks = blocks;
        Errors = errors;
        Comments = comments;
    }

    public SourceText Text { get; }

    public SingleFileFormat Format { get; }

    /// <summary>All blocks in source order.</summary>
    public IReadOnlyList<SingleFileBlock> Blocks { get; }

    /// <summary>What was wrong between and at the edges of blocks; their contents are their readers' business.</summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>Comments outside of all blocks, in source order.</summary>
    public IReadOnlyList<TextSpan> Comments { get; }

    /// <summary>The component's code; a component may have an ordinary script and a <c>&lt;script setup&gt;</c>.</summary>
    public IEnumerable<SingleFileBlock> Scripts => Blocks.Where(b => b.Kind == BlockKind.Script);

    public IEnumerable<SingleFileBlock> Templates => Blocks.Where(b => b.Kind == BlockKind.Template);

    /// <summary>Cuts a text into blocks. Gives a result for any text, in linear time, and never throws.</summary>
    public static SingleFileComponent Parse(SourceText text, SingleFileFormat format = SingleFileFormat.Vue) => new SingleFileReader(text, format).Read();
}
