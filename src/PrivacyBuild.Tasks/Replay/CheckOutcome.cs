using System.Collections.Generic;
using System.IO;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>What a build shows and writes of a check, and nothing else of it: so much can be stored and said again.</summary>
internal sealed record CheckOutcome
{
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    public required bool HasErrors { get; init; }

    public required byte[] UsagesFile { get; init; }

    public required IReadOnlyList<ReportFile> ReportFiles { get; init; }

    public required IReadOnlyList<string> ClosingLines { get; init; }

    /// <summary>What the developer asked to be written. Never stored: who asks again wants it done again.</summary>
    public IReadOnlyList<WrittenFile> WrittenFiles { get; init; } = [];

    /// <summary>Scripts of which the check took less than all. Stored with the inputs, of which they are a part.</summary>
    public IReadOnlyList<SkimmedScript> SkimmedScripts { get; init; } = [];

    public static CheckOutcome Of(CheckReport report) => new()
    {
        Diagnostics = report.Diagnostics,
        HasErrors = report.HasErrors,
        UsagesFile = report.UsagesFile,
        ReportFiles = report.ReportFiles,
        ClosingLines = report.ClosingLines,
        WrittenFiles = report.WrittenFiles,
        SkimmedScripts = report.SkimmedScripts,
    };

    public void Write(BinaryWriter writer)
    {
        writer.Write(HasErrors);
        writer.WriteAll(Diagnostics, static (to, diagnostic) =>
        {
            to.Write(diagnostic.Id);
            to.Write((byte)diagnostic.Severity);
            to.Write(diagnostic.Message.En);
            to.Write(diagnostic.Message.Zh);
            to.Write(diagnostic.Path);
            Write(to, diagnostic.Start);
            Write(to, diagnostic.End);
        });
        Write(writer, UsagesFile);
        writer.WriteAll(ReportFiles, static (to, file) =>
        {
            to.Write(file.Name);
            Write(to, file.Content);
        });
        writer.WriteAll(ClosingLines, static (to, line) => to.Write(line));
    }

    public static CheckOutcome Read(BinaryReader reader) => new()
    {
        HasErrors = reader.ReadBoolean(),
        Diagnostics = reader.ReadAll(static from => new Diagnostic
        {
            Id = from.ReadString(),
            Severity = (Severity)from.ReadByte(),
            Message = new LocalizedText(from.ReadString(), from.ReadString()),
            Path = from.ReadString(),
            Start = ReadPosition(from),
            End = ReadPosition(from),
        }),
        UsagesFile = ReadBytes(reader),
        ReportFiles = reader.ReadAll(static from => new ReportFile(from.ReadString(), ReadBytes(from))),
        ClosingLines = reader.ReadAll(static from => from.ReadString()),
    };

    private static void Write(BinaryWriter writer, LinePosition position)
    {
        writer.Write(position.Line);
        writer.Write(position.Column);
    }

    private static LinePosition ReadPosition(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32());

    private static void Write(BinaryWriter writer, byte[] content)
    {
        writer.Write(content.Length);
        writer.Write(content);
    }

    private static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}
