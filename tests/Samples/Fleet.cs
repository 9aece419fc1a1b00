// dotnet run tests/Samples/Fleet.cs -- COUNT FOLDER [VERSION]
//     Writes two fleets of COUNT small mini programs each into FOLDER, for measuring and for trying out:
//     Tenants.csproj  all tenants of one template as PrivacyBuildApp items of one project; every third lacks a kind
//     dirs.proj       one project for each app; every third lacks a kind. dotnet build dirs.proj -graph -isolate -m
//     Apps.slnx       the same as a solution
//     VERSION is that of the PrivacyBuild package which they reference (0.1.0).
using System.Text;

if (args.Length < 2 || !int.TryParse(args[0], out var count) || count < 1)
{
    Console.Error.WriteLine("dotnet run tests/Samples/Fleet.cs -- COUNT FOLDER [VERSION]");
    return 2;
}

var folder = Path.GetFullPath(args[1]);
var version = args.Length > 2 ? args[2] : "0.1.0";
var package = $"""<PackageReference Include="PrivacyBuild" Version="{version}" PrivateAssets="all" />""";

WriteProgram("template");
Write("shared.json", Guideline("Album", "选择要评价的商品照片"));
Write("Tenants.csproj", Project("""
    <PrivacyBuildApp Include="tenants/$(Tenants)/ext.json" Root="template" SharedGuideline="shared.json" />
    """));
var projects = new StringBuilder();
for (var i = 1; i <= count; i++)
{
    var isComplete = i % 3 != 0;
    var tenant = $"tenants/t{i:000}";
    Write($"{tenant}/ext.json", $$"""{ "extEnable": true, "extAppid": "wx{{i:x16}}", "ext": { "shop": {{i}} } }""");
    Write($"{tenant}/privacy-guideline.json", isComplete ? """{ "setting_list": [ { "privacy_key": "Location", "privacy_text": "查找附近的门店" } ] }""" : """{ "setting_list": [] }""");

    var app = $"apps/a{i:000}";
    WriteProgram($"{app}/miniprogram");
    Write($"{app}/project.config.json", """{ "miniprogramRoot": "miniprogram/" }""");
    Write($"{app}/privacy-guideline.json", isComplete ? Guideline("Album", "选择要评价的商品照片", "Location", "查找附近的门店") : Guideline("Album", "选择要评价的商品照片"));
    Write($"{app}/a{i:000}.csproj", Project(""));
    projects.AppendLine($"""  <Project Path="{app}/a{i:000}.csproj" />""");
}

Write("dirs.proj", Project("""
    <ProjectReference Include="apps/*/*.csproj" ReferenceOutputAssembly="false" SkipGetTargetFrameworkProperties="true" />
    """, reference: ""));
Write("Apps.slnx", $"<Solution>\n{projects}</Solution>\n");
Console.WriteLine($"{count} tenants and {count} apps in {folder}");
return 0;

void Write(string path, string text)
{
    var full = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    File.WriteAllText(full, text);
}

// Ten pages, a component and a module that all of them use: what a small shop has.
void WriteProgram(string root)
{
    var pages = Enumerable.Range(1, 10).Select(i => $"pages/p{i}/p{i}").ToArray();
    Write($"{root}/app.json", $$"""{ "pages": [ {{string.Join(", ", pages.Select(page => $"\"{page}\""))}} ], "usingComponents": { "photo": "/components/photo/photo" }, "requiredPrivateInfos": ["getLocation"], "permission": { "scope.userLocation": { "desc": "查找附近的门店" } } }""");
    Write($"{root}/app.js", "App({ globalData: {} })\n");
    Write($"{root}/utils/place.js", """
        const promisify = name => options => new Promise((success, fail) => wx[name]({ ...options, success, fail }))
        module.exports = { where: promisify('getLocation'), request: promisify('request') }
        """);
    Write($"{root}/components/photo/photo.json", """{ "component": true }""");
    Write($"{root}/components/photo/photo.js", "Component({ methods: { pick() { wx.chooseMedia({ count: 1 }) } } })\n");
    Write($"{root}/components/photo/photo.wxml", """<view bindtap="pick"/>""");
    foreach (var page in pages)
    {
        Write($"{root}/{page}.json", "{}");
        Write($"{root}/{page}.wxml", "<view><photo/><text>{{ place }}</text></view>");
        Write($"{root}/{page}.js", """
            const { where, request } = require('../../utils/place')
            Page({
              data: { place: '' },
              async onLoad() {
                const { latitude, longitude } = await where({ type: 'gcj02' })
                this.setData({ place: (await request({ url: `https://example.cn/near?${latitude},${longitude}` })).data })
              },
            })
            """);
    }
}

static string Guideline(params string[] kinds) =>
    $$"""{ "owner_setting": { "contact_email": "privacy@example.cn", "notice_method": "弹窗" }, "setting_list": [ {{string.Join(", ", kinds.Chunk(2).Select(kind => $$"""{ "privacy_key": "{{kind[0]}}", "privacy_text": "{{kind[1]}}" }"""))}} ] }""";

string Project(string items, string? reference = null) => $"""
    <Project Sdk="Microsoft.Build.NoTargets/3.7.0">
      <PropertyGroup>
        <TargetFramework>net10.0</TargetFramework>
        <Tenants Condition="'$(Tenants)' == ''">*</Tenants>
      </PropertyGroup>
      <ItemGroup>
        {reference ?? package}
        {items.Trim()}
      </ItemGroup>
    </Project>
    """;
