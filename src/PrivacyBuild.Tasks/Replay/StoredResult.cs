using System;
using System.IO;
using System.Text;
using System.Threading;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// The result of the last check with all that it depends on, in one file. A build in which nothing changed says the same again without
/// parsing; when anything differs, or the file is damaged or another version's, there is no stored result and the check runs.
/// </summary>
internal sealed class StoredResult(string path, PrivacyCheckOptions options)
{
    /// <summary>Raised with every change of the format.</summary>
    private const string Format = "PrivacyBuild result 4\n";

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private readonly byte[] _key = KeyOf(options);

    /// <summary>The stored outcome if it is that of these options and of the files as they are now; else null.</summary>
    /// <param name="files">The files; a check that is needed after all finds there what has been read.</param>
    /// <param name="mayWrite">Whether what was learned about changed files may be stored.</param>
    /// <param name="cancellationToken">Honoured between files.</param>
    public CheckOutcome? Find(ReadAhead files, bool mayWrite, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path) || Content(File.ReadAllBytes(path)) is not { } content)
                return null;
            using var reader = new BinaryReader(content, Utf8);
            if (!reader.ReadBytes(Digest.Size).AsSpan().SequenceEqual(_key))
                return null;
            var inputs = StoredInputs.Read(reader);
            if (!inputs.IsCurrent(files, options.MaxParallelism, cancellationToken))
                return null;
            var outcome = CheckOutcome.Read(reader);
            if (inputs.IsRenewed && mayWrite)
                Write(inputs, outcome);
            return outcome;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with a stored result, a new one can be had.
            return null;
        }
    }

    /// <summary>Stores an outcome for the next build. Not being able to costs time only, so it is no failure.</summary>
    public void Store(InputRecord inputs, CheckOutcome outcome)
    {
        if (!inputs.IsUnsteady)
            Write(inputs.ToStored(outcome.SkimmedScripts), outcome);
    }

    private void Write(StoredInputs inputs, CheckOutcome outcome)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Utf8, leaveOpen: true))
        {
            writer.Write(_key);
            inputs.Write(writer);
            outcome.Write(writer);
        }

        var body = content.ToArray();
        var head = Encoding.ASCII.GetBytes(Format);
        var file = new byte[head.Length + Digest.Size + body.Length];
        head.CopyTo(file, 0);
        Digest.Of(body).CopyTo(file, head.Length);
        body.CopyTo(file, head.Length + Digest.Size);
        try
        {
            AtomicFile.WriteIfChanged(path, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    // Behind the name of the format and the digest of what follows; null when either is wrong.
    private static MemoryStream? Content(byte[] file)
    {
        var start = Format.Length + Digest.Size;
        if (file.Length < start || Encoding.ASCII.GetString(file, 0, Format.Length) != Format)
            return null;
        var body = file.AsSpan(start).ToArray();
        return Digest.Of(body).AsSpan().SequenceEqual(file.AsSpan(Format.Length, Digest.Size)) ? new MemoryStream(body) : null;
    }

    // A rebuilt tool of the same version is another one.
    private static byte[] KeyOf(PrivacyCheckOptions options) => Digest.Of([
        .. IdentityOf(typeof(PrivacyBuildCheck)), .. IdentityOf(typeof(PrivacyCheck)), .. IdentityOf(typeof(Syntax.Text.SourceText)), .. Encoding.Unicode.GetBytes(OptionsText.Of(options))]);

    private static byte[] IdentityOf(Type type) => type.Module.ModuleVersionId.ToByteArray();
}
