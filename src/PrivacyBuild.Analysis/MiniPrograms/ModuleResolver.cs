using System.Collections.Generic;

namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>Resolves what scripts, templates and configurations name to shipped files, by the platform's rules (source: CI, DOC-REQUIRE, DOC-NPM).</summary>
public abstract class ModuleResolver
{
    /// <summary>A script's <c>require</c>, <c>import</c> or <c>export from</c>: alias, relative, then <c>miniprogram_npm</c> upward. Null when it is none of the shipped files.</summary>
    public abstract ShippedFile? ResolveScript(ShippedFile from, string specifier);

    /// <summary>A template's <c>import</c>, <c>include</c> or <c>wxs</c>.</summary>
    public abstract ShippedFile? ResolveTemplate(ShippedFile from, string src);

    public abstract IReadOnlyList<ShippedFile> AllFiles { get; }
}
