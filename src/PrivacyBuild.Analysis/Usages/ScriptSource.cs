using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>A shipped script with what is known of it before parsing.</summary>
internal sealed class ScriptSource
{
    private ScriptSource(ShippedFile file, ReadOnlySpan<char> content, CandidateFilter filter)
    {
        File = file;
        Mentions = filter.MentionsIn(content);
        Specifiers = ImportScanner.Find(content);
        HasDisableComments = content.IndexOf(DisableComments.Marker.AsSpan()) >= 0;
    }

    public ShippedFile File { get; }

    /// <summary>Null when it is not needed: most texts of a large program never are, and the others can be read again.</summary>
    public SourceText? Text { get; private set; }

    /// <summary>A comment in it suppresses findings.</summary>
    public bool HasDisableComments { get; }

    public ScriptMentions Mentions { get; }

    /// <summary>
    /// Whether it is worth parsing before anything is known of values. The template of a single-file component stands in the same file, and
    /// asks for its script as soon as it is built.
    /// </summary>
    public bool MayHoldUsage => (Mentions & ScriptMentions.Usage) != 0 || (Mentions != ScriptMentions.None && File.Kind == ShippedFileKind.SingleFileComponent);

    public IReadOnlyList<string> Specifiers { get; }

    /// <summary>The shipped files that the specifiers name.</summary>
    public IReadOnlyList<ShippedFile> Imports { get; set; } = [];

    public static ScriptSource Of(ShippedFile file, SourceText text, CandidateFilter filter)
    {
        var script = new ScriptSource(file, text.Content.AsSpan(), filter);
        script.Text = script.MayHoldUsage ? text : null;
        return script;
    }

    public static ScriptSource Of(ShippedFile file, ReadOnlySpan<char> content, CandidateFilter filter)
    {
        var script = new ScriptSource(file, content, filter);
        script.Text = script.MayHoldUsage ? new SourceText(content.ToString()) : null;
        return script;
    }

    public void LetGoOfText() => Text = null;
}
