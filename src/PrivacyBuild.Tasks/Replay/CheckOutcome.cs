using System.Collections.Generic;
using System.IO;
using System.Linq;
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
        writer.Write(Diagnostics.Count);
        foreach (var diagnostic in Diagnostics)
        {
            writer.Write(diagnostic.Id);
            writer.Write((byte)diagnostic.Severity);
            writer.Write(diagnostic.Message.En);
            writer.Write(diagnostic.Message.Zh);
            writer.Write(diagnostic.Path);
            Write(writer, diagnostic.Start);
            Write(writer, diagnostic.End);
        }

        Write(writer, UsagesFile);
        writer.Write(ReportFiles.Count);
        foreach (var file in ReportFiles)
        {
            writer.Write(file.Name);
            Write(writer, file.Content);
        }

        writer.Write(ClosingLines.Count);
        foreach (var line in ClosingLines)
            writer.Write(line);
    }

    public static CheckOutcome Read(BinaryReader reader)
    {
        var hasErrors = reader.ReadBoolean();
        var diagnostics = Enumerable.Range(0, reader.ReadInt32()).Select(_ => new Diagnostic
        {
            Id = reader.ReadString(),
            Severity = (Severity)reader.ReadByte(),
            Message = new LocalizedText(reader.ReadString(), reader.ReadString()),
            Path = reader.ReadString(),
            Start = ReadPosition(reader),
            End = ReadPosition(reader),
        }).ToArray();
        var usages = ReadBytes(reader);
        var reports = Enumerable.Range(0, reader.ReadInt32()).Select(_ => new ReportFile(reader.ReadString(), ReadBytes(reader))).ToArray();
        var lines = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        return new CheckOutcome { HasErrors = hasErrors, Diagnostics = diagnostics, UsagesFile = usages, ReportFiles = reports, ClosingLines = lines };
    }

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
