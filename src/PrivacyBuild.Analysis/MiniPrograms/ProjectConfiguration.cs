using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// What <c>project.config.json</c> says about roots and package, with <c>project.private.config.json</c> over it where the
/// platform lets that win. The command-line tool of the platform does not read the private file at all, so it can add to
/// what is searched and never take away.
/// </summary>
public sealed class ProjectConfiguration
{
    public const string FileName = "project.config.json";
    public const string PrivateFileName = "project.private.config.json";

    private readonly PackOptions _packOptions;
    private readonly PackOptions? _privatePackOptions;

    private ProjectConfiguration(ConfigurationFile file, ConfigurationFile? privateFile, List<InputProblem> problems)
    {
        File = file;
        PrivateFile = privateFile;
        Folder = ProjectPath.GetDirectory(file.Path);
        _packOptions = PackOptions.Read(file, problems);
        _privatePackOptions = privateFile?.Json?["packOptions"] is JsonObject ? PackOptions.Read(privateFile, problems) : null;
    }

    public ConfigurationFile File { get; }

    public ConfigurationFile? PrivateFile { get; }

    public string Path => File.Path;

    /// <summary>Product path of the folder that holds it; all roots are below.</summary>
    public string Folder { get; }

    /// <summary>Product path of the mini program's or game's root; the folder itself when nothing is said.</summary>
    public string MiniprogramRoot => RootOf("miniprogramRoot") ?? Folder;

    /// <summary>Product path of the plug-in's root; null when none is named.</summary>
    public string? PluginRoot => RootOf("pluginRoot");

    /// <summary>Product path of the cloud functions; null when none is named.</summary>
    public string? CloudFunctionRoot => RootOf("cloudfunctionRoot");

    /// <summary><c>miniprogram</c>, <c>plugin</c>, <c>game</c>, <c>gamePlugin</c>; empty when nothing is said.</summary>
    public string CompileType => Text("compileType");

    public string ProjectName => Text("projectname");

    /// <summary>Base library; the private file wins.</summary>
    public string LibraryVersion => (PrivateFile?.Json?["libVersion"] as JsonString)?.Value ?? Text("libVersion");

    /// <summary><c>setting.ignoreUploadUnusedFiles</c>; null when nothing is said, which counts as not removed.</summary>
    public bool? IgnoresUnusedFiles => (Setting?["ignoreUploadUnusedFiles"] as JsonBoolean)?.Value;

    /// <summary>Whether <c>setting.useCompilerPlugins</c> names typescript, alone or with options.</summary>
    public bool UsesTypeScript =>
        Setting?["useCompilerPlugins"] is JsonArray plugins
        && plugins.Items.Any(item => IsTypeScript(item) || (item is JsonArray { Items.Count: > 0 } pair && IsTypeScript(pair.Items[0])));

    public JsonObject? Setting => File.Json?["setting"] as JsonObject;

    /// <summary>Null when there is no such file in the folder. An unreadable one is a problem and counts as empty.</summary>
    public static ProjectConfiguration? TryRead(IProjectFiles files, string folder, List<InputProblem> problems)
    {
        var path = ProjectPath.Combine(folder, FileName);
        if (!files.FileExists(path))
            return null;

        var file = ConfigurationFile.Read(files, path);
        if (file.Problem is not null)
            problems.Add(file.Problem);

        var privatePath = ProjectPath.Combine(folder, PrivateFileName);
        var privateFile = files.FileExists(privatePath) ? ConfigurationFile.Read(files, privatePath) : null;
        if (privateFile?.Problem is not null)
            problems.Add(privateFile.Problem);
        return new ProjectConfiguration(file, privateFile, problems);
    }

    /// <summary>Whether the package leaves a file out under either reading of the private file.</summary>
    public bool IsIgnored(string pathInRoot, List<InputProblem> problems) =>
        _packOptions.IsIgnored(pathInRoot, problems)
        && (_privatePackOptions is null || _privatePackOptions.IsIgnored(pathInRoot, problems));

    /// <summary>Whether an <c>include</c> rule keeps a file that nothing uses.</summary>
    public bool IsIncluded(string pathInRoot, List<InputProblem> problems) =>
        _packOptions.IsIncluded(pathInRoot, problems) || _privatePackOptions?.IsIncluded(pathInRoot, problems) == true;

    public bool IgnoresFolder(string folderInRoot) =>
        _packOptions.IgnoresFolder(folderInRoot) && (_privatePackOptions is null || _privatePackOptions.IgnoresFolder(folderInRoot));

    /// <summary>The place that names the root of a program or plug-in; the start of the file when none does.</summary>
    public TextSpan SpanOfRoot(MiniProgramKind kind)
    {
        var name = kind == MiniProgramKind.Plugin ? "pluginRoot" : "miniprogramRoot";
        return File.Json?.Members.LastOrDefault(member => member.Name == name)?.Value.Span ?? default;
    }

    private static bool IsTypeScript(JsonValue value) => value is JsonString { Value: "typescript" };

    private string Text(string name) => (File.Json?[name] as JsonString)?.Value ?? "";

    // The tool takes "../" out of every root, and a leading slash, so that none lies outside its folder.
    private string? RootOf(string name)
    {
        var value = (File.Json?[name] ?? PrivateFile?.Json?[name]) as JsonString;
        if (value is null || value.Value.Length == 0)
            return null;
        var inside = value.Value.Replace('\\', '/').Replace("../", "").TrimStart('/');
        if (inside == ".." || ProjectPath.IsRooted(inside))
            return null;
        return ProjectPath.Combine(Folder, inside);
    }
}
