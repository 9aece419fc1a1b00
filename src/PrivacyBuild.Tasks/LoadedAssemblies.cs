using System;
using System.IO;
using System.Reflection;
using PrivacyBuild.Analysis;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Tasks;

/// <summary>
/// The product's assemblies as this process has loaded them, against those that lie on the disk. MSBuild loads a task once for each process and
/// keeps processes for later builds; where the system lets a loaded file be replaced, a package rebuilt under the same version would go unseen.
/// </summary>
internal static class LoadedAssemblies
{
    public static bool AreReplaced() => IsReplaced(typeof(PrivacyBuildCheck)) || IsReplaced(typeof(PrivacyCheck)) || IsReplaced(typeof(SourceText));

    /// <summary>Every compilation has its own identifier, which stands in the file.</summary>
    internal static bool IsReplaced(Assembly loaded, Stream file)
    {
        try
        {
            return !Holds(Identifiers(file), loaded.ManifestModule.ModuleVersionId.ToByteArray());
        }
        catch (EndOfStreamException)
        {
            return true;
        }
    }

    private static bool IsReplaced(Type type)
    {
        try
        {
            if (type.Assembly.Location is not { Length: > 0 } path || !File.Exists(path))
                return false;
            using var file = File.OpenRead(path);
            return IsReplaced(type.Assembly, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read could not be loaded in its place either.
            return false;
        }
    }

    private static bool Holds(byte[] heap, byte[] identifier)
    {
        for (var i = 0; i + identifier.Length <= heap.Length; i += identifier.Length)
        {
            if (heap.AsSpan(i, identifier.Length).SequenceEqual(identifier))
                return true;
        }

        return false;
    }

    // The heap of identifiers in the metadata (ECMA-335, II.24 and II.25), so that of some megabytes only a few blocks are read.
    private static byte[] Identifiers(Stream file)
    {
        var reader = new BinaryReader(file);
        int Int32At(long position)
        {
            file.Position = position;
            return reader.ReadInt32();
        }

        int Int16At(long position) => Int32At(position) & 0xFFFF;
        var header = Int32At(0x3C);
        var optional = header + 24;
        var sections = optional + Int16At(header + 20);
        var count = Int16At(header + 6);
        long OffsetOf(int address)
        {
            for (var i = 0; i < count; i++)
            {
                var section = sections + (i * 40);
                var start = Int32At(section + 12);
                if (address >= start && address < start + Int32At(section + 16))
                    return Int32At(section + 20) + (address - start);
            }

            throw new EndOfStreamException();
        }

        const int Pe32Plus = 0x20B;
        var directories = optional + (Int16At(optional) == Pe32Plus ? 112 : 96);
        var metadata = OffsetOf(Int32At(OffsetOf(Int32At(directories + (14 * 8))) + 8));
        var streams = metadata + 16 + Int32At(metadata + 12);
        var at = streams + 4;
        for (var i = Int16At(streams + 2); i > 0; i--)
        {
            var (offset, size) = (Int32At(at), Int32At(at + 4));
            file.Position = at + 8;
            var name = "";
            for (var c = reader.ReadByte(); c != 0; c = reader.ReadByte())
                name += (char)c;
            if (name == "#GUID")
            {
                file.Position = metadata + offset;
                return reader.ReadBytes(size);
            }

            at += 8 + ((name.Length + 4) / 4 * 4);
        }

        return [];
    }
}
