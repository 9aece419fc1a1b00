namespace PrivacyBuild.Tasks;

/// <summary>Where the help of a rule is.</summary>
internal static class HelpLink
{
    public static string Of(string id) => "https://www.nuget.org/packages/PrivacyBuild#" + id;
}
