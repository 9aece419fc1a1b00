namespace PrivacyBuild.Analysis.Rules;

/// <summary>The names of the guideline's files where nothing else is set.</summary>
public static class GuidelineFiles
{
    public const string Name = "privacy-guideline.json";

    public const string OnlineName = "privacy-guideline.online.json";
}
