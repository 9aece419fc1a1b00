namespace PrivacyBuild.Analysis.MiniPrograms;

/// <summary>A project of a framework that compiles to mini programs. <paramref name="IsSource"/>: the sources are searched, not what the framework emits.</summary>
public sealed record FrameworkProject(string Name, bool IsSource);
