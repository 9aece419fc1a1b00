using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.Files;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>
/// What is known of conditional compilation for Weixin. The developer tool heeds the directives (<c>#if MP</c>) only where
/// project.config.json says <c>setting.condition</c> (source: DOC-CONDITION, CI); without it all branches ship. uni-app's sources are always
/// compiled by them (<c>#ifdef MP-WEIXIN</c>), and the Vue version is what manifest.json says; where it says nothing, the branches of both
/// stay. What frameworks replace in scripts (<c>process.env.TARO_ENV</c>) is known for their sources only.
/// </summary>
public sealed class ConditionalCompilation
{
    private static readonly string[] UniAppNames = ["MP-WEIXIN", "MP"];
    private static readonly string[] UniAppOpenNames = ["VUE2", "VUE3", "UNI-APP-X", "uniVersion"];

    private readonly HashSet<string> _defined;
    private readonly HashSet<string> _undecided;

    private ConditionalCompilation(bool isOn, IEnumerable<string> defined, IEnumerable<string> undecided)
    {
        IsOn = isOn;
        _defined = new HashSet<string>(defined, StringComparer.Ordinal);
        _undecided = new HashSet<string>(undecided, StringComparer.Ordinal);
    }

    /// <summary>Nothing is left out and no name is known.</summary>
    public static ConditionalCompilation Off { get; } = new(false, [], []);

    /// <summary>Whether directives in comments are heeded.</summary>
    public bool IsOn { get; }

    /// <summary>What stands for <c>process.env.NAME</c>, and for mpx's globals.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private init; } = new Dictionary<string, string>();

    internal static ConditionalCompilation Of(MiniProgramRoot root, PrivacyCheckOptions options, IProjectFiles files)
    {
        var isSource = root.Framework?.IsSource == true;
        if (isSource && root.Framework!.Name == "uni-app")
        {
            var known = new ConditionalCompilation(true, UniAppNames, UniAppOpenNames) { Environment = EnvironmentOf(root, options) };
            known.AddVueVersion(root, files);
            known.Add(options.Defines);
            return known;
        }

        var isOn = !isSource && root.Project?.Setting?["condition"] is JsonBoolean { Value: true };
        var native = new ConditionalCompilation(isOn, ["MP"], []) { Environment = isSource ? EnvironmentOf(root, options) : Off.Environment };
        native.Add(options.Defines);
        return native;
    }

    /// <summary>Whether parts of a text may be left out.</summary>
    public bool Concern(ReadOnlySpan<char> content) => IsOn && content.IndexOf("#endif".AsSpan()) >= 0;

    /// <summary>The text with blanks for what is left out; all places stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="comments">Its comments in source order; asked for only when there can be directives.</param>
    public SourceText Apply(SourceText text, Func<IEnumerable<TextSpan>> comments) =>
        Concern(text.Content.AsSpan())
            ? ConditionalRegions.Find(text, comments(), _defined, _undecided).Blank(text)
            : text;

    /// <summary>A configuration as it is compiled.</summary>
    internal ConfigurationFile Read(IProjectFiles files, string path) =>
        IsOn ? ConfigurationFile.Read(files, path, text => Apply(text, () => JsonReader.Read(text).Comments)) : ConfigurationFile.Read(files, path);

    private static Dictionary<string, string> EnvironmentOf(MiniProgramRoot root, PrivacyCheckOptions options)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal);
        var (name, value) = root.Framework!.Name switch
        {
            "Taro" => ("TARO_ENV", "weapp"),
            "Remax" => ("REMAX_PLATFORM", "wechat"),
            "uni-app" => ("UNI_PLATFORM", "mp-weixin"),
            "mpx" => ("__mpx_mode__", "wx"),
            _ => ("", ""),
        };
        if (name.Length > 0)
            environment[name] = value;
        if (name == "UNI_PLATFORM")
            environment["VUE_APP_PLATFORM"] = value;
        foreach (var define in options.Defines)
            environment[define.Key] = define.Value;
        return environment;
    }

    private void AddVueVersion(MiniProgramRoot root, IProjectFiles files)
    {
        var version = Read(files, ProjectPath.Combine(root.Root, "manifest.json")).Json?["vueVersion"] switch
        {
            JsonString text => text.Value,
            JsonNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "",
        };
        if (version is not ("2" or "3"))
            return;
        _defined.Add("VUE" + version);
        _undecided.Remove("VUE2");
        _undecided.Remove("VUE3");
    }

    private void Add(IReadOnlyDictionary<string, string> defines)
    {
        foreach (var define in defines)
        {
            _undecided.Remove(define.Key);
            if (string.Equals(define.Value, "false", StringComparison.OrdinalIgnoreCase))
                _defined.Remove(define.Key);
            else
                _defined.Add(define.Key);
        }
    }
}
