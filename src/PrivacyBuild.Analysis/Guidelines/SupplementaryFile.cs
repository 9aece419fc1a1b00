using PrivacyBuild.Analysis.Files;

namespace PrivacyBuild.Analysis.Guidelines;

/// <summary>
/// The supplementary document as a file: what stands in <c>ext_file_media_id</c> when it is a path instead of the id that
/// uploadprivacyextfile answers with (source: OP-UPLOAD). Only its name and size are looked at.
/// </summary>
/// <param name="Path">Product path.</param>
/// <param name="Length">Bytes; null when there is no such file, or it lies where nothing is read.</param>
public sealed record SupplementaryFile(string Path, long? Length)
{
    /// <summary>The kind of file that the platform takes.</summary>
    public const string Extension = ".txt";

    /// <summary>100 KB: the most that the platform takes.</summary>
    public const long MaximumLength = 100 * 1024;

    public bool IsText => ProjectPath.GetExtension(Path) == Extension;

    internal static SupplementaryFile? Find(GuidelineValue value, IProjectFiles? files)
    {
        if (value.Text is not { } text || !IsPath(text.Trim()))
            return null;
        var path = ProjectPath.Combine(ProjectPath.GetDirectory(value.File.Path), text.Trim());
        return new SupplementaryFile(path, files is null || ProjectPath.IsRooted(path) ? null : files.LengthOf(path));
    }

    // An id is one word of digits and letters.
    private static bool IsPath(string text) => text.Length > 0 && (text.IndexOfAny(['/', '\\']) >= 0 || ProjectPath.GetExtension(text).Length is > 2 and < 7);
}
