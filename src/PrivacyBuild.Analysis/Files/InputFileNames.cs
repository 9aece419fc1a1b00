namespace PrivacyBuild.Analysis.Files;

/// <summary>Names of the product's own inputs. They are for the build and have no place in a package.</summary>
public static class InputFileNames
{
    public const string Guideline = "privacy-guideline.json";
    public const string PluginGuideline = "privacy-guideline.plugin.json";
    public const string OnlineGuideline = "privacy-guideline.online.json";
    public const string Baseline = "privacy-baseline.json";
}
