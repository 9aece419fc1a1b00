namespace PrivacyBuild.Package.Tests;

/// <summary>Project files of the kinds that hold mini programs.</summary>
internal static class Projects
{
    /// <summary>Where the mini program that <see cref="Consumer.WriteMiniProgram"/> writes uses the location, and what is said when it is not declared.</summary>
    public const string Finding = "miniprogram/pages/map/map.js(3,5,3,19): error PRIV1001";

    public static string Sdk(string inside = "") => OfSdk("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework>", inside);

    public static string MultiTargeting(string inside = "") => OfSdk("Microsoft.NET.Sdk", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>", inside);

    public static string NoTargets(string inside = "") => OfSdk("Microsoft.Build.NoTargets/3.7.0", "<TargetFramework>net10.0</TargetFramework>", inside);

    public static string Web(string inside = "") => OfSdk("Microsoft.NET.Sdk.Web", "<TargetFramework>net10.0</TargetFramework>", inside);

    public static string References(string project) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="{project}" />
          </ItemGroup>
        </Project>
        """;

    private static string OfSdk(string sdk, string framework, string inside) =>
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            {framework}
            {inside}
          </PropertyGroup>
          <ItemGroup>
            {Consumer.PackageReference}
          </ItemGroup>
        </Project>
        """;
}
