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

    /// <summary>Every compilation has its own identifier, which stands in the file as it is.</summary>
    internal static bool IsReplaced(Assembly loaded, byte[] file) => file.AsSpan().IndexOf(loaded.ManifestModule.ModuleVersionId.ToByteArray()) < 0;

    private static bool IsReplaced(Type type)
    {
        try
        {
            return type.Assembly.Location is { Length: > 0 } path && File.Exists(path) && IsReplaced(type.Assembly, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read could not be loaded in its place either.
            return false;
        }
    }
}
