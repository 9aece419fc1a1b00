using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Tests.Files;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class OwnerFinderTest
{
    [TestMethod]
    [DataRow("mp/pages/a.js", "", "Own  ")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", "", "Npm dayjs ")]
    [DataRow("mp/miniprogram_npm/@vant/weapp/button/index.js", "", "Npm @vant/weapp ")]
    [DataRow("mp/miniprogram_npm/a/miniprogram_npm/b/index.js", "", "Npm b ")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", """mp/miniprogram_npm/dayjs/package.json={ "name": "dayjs", "version": "1.2.3" }""", "Npm dayjs 1.2.3", DisplayName = "the copy says its version")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", """node_modules/dayjs/package.json={ "version": "1.2.4" }""", "Npm dayjs 1.2.4", DisplayName = "the installed package says it")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", """package-lock.json={ "packages": { "node_modules/dayjs": { "version": "1.2.5" } } }""", "Npm dayjs 1.2.5", DisplayName = "the lock file says it")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", """package-lock.json={ "dependencies": { "dayjs": { "version": "1.2.6" } } }""", "Npm dayjs 1.2.6", DisplayName = "an old lock file says it")]
    [DataRow("mp/miniprogram_npm/@vant/weapp/a.js", "yarn.lock=# yarn lockfile v1\n\n\"@vant/weapp@^1.10.2\", \"@vant/weapp@^1.11.0\":\n  version \"1.11.7\"\n", "Npm @vant/weapp 1.11.7", DisplayName = "yarn's lock file says it")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", "yarn.lock=dayjs-extra@^1:\n  version \"9.9.9\"\n\n\"dayjs@npm:^1.2.0\":\n  version: 1.2.7\n", "Npm dayjs 1.2.7", DisplayName = "a later yarn's")]
    [DataRow("mp/miniprogram_npm/@vant/weapp/a.js", "pnpm-lock.yaml=packages:\n\n  /@vant/weapp/1.11.6:\n    resolution: {}\n", "Npm @vant/weapp 1.11.6", DisplayName = "pnpm's lock file")]
    [DataRow("mp/miniprogram_npm/@vant/weapp/a.js", "pnpm-lock.yaml=packages:\n\n  '@vant/weapp@1.11.5(vue@3.0.0)':\n    resolution: {}\n", "Npm @vant/weapp 1.11.5", DisplayName = "a later pnpm's")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", "yarn.lock=\"dayjs@^1\":", "Npm dayjs ", DisplayName = "a lock file that breaks off")]
    [DataRow("mp/miniprogram_npm/dayjs/index.js", "mp/miniprogram_npm/dayjs/package.json=broken", "Npm dayjs ")]
    public void A_built_package_owns_its_files(string path, string other, string expected)
    {
        var files = Program(path);
        if (other.Length > 0)
            files.Add(other.Substring(0, other.IndexOf('=')), other.Substring(other.IndexOf('=') + 1));
        Assert.AreEqual(expected, Owner(files, path));
    }

    [TestMethod]
    [DataRow("mp/lib/vant-weapp/dist/button/index.js", "mp/lib/vant-weapp/dist/common/component.js mp/lib/vant-weapp/dist/wxs/utils.wxs", "Npm @vant/weapp ")]
    [DataRow("mp/vant/button/index.js", "mp/vant/common/component.js mp/vant/wxs/utils.wxs", "Npm @vant/weapp ")]
    [DataRow("mp/vant/button/index.js", "mp/vant/common/component.js", "Own  ", DisplayName = "a folder's name alone proves nothing")]
    [DataRow("mp/mine/button/index.js", "mp/mine/common/component.js mp/mine/wxs/utils.wxs", "Own  ", DisplayName = "nor do the files alone")]
    [DataRow("mp/mine/button/index.js", "mp/mine/common/component.js mp/mine/common/relation.js mp/mine/mixins/basic.js mp/mine/wxs/bem.wxs mp/mine/wxs/utils.wxs", "Npm @vant/weapp ", DisplayName = "many of its files prove it")]
    [DataRow("mp/ui/upload/upload.js", "mp/ui/common/src/superComponent.js mp/ui/common/src/instantiationDecorator.js mp/ui/common/utils.wxs", "Npm tdesign-miniprogram ")]
    [DataRow("mp/iview/button/index.js", "mp/iview/base/index.js mp/iview/button/index.wxml", "Npm iview-weapp ")]
    [DataRow("mp/colorui/components/cu-custom.js", "mp/colorui/main.wxss mp/colorui/icon.wxss", "Npm colorui ")]
    [DataRow("mp/style/components/cu-custom.js", "mp/style/main.wxss mp/style/icon.wxss mp/style/components/cu-custom.wxml", "Npm colorui ", DisplayName = "under a name of one's own")]
    [DataRow("mp/style/components/bar.js", "mp/style/main.wxss mp/style/icon.wxss", "Own  ", DisplayName = "style sheets of common names prove nothing")]
    public void A_copied_library_is_known_by_name_and_files(string path, string others, string expected)
    {
        var files = Program(path);
        foreach (var other in others.Split(' '))
            files.Add(other);
        Assert.AreEqual(expected, Owner(files, path));
    }

    [TestMethod]
    [DataRow("base.wxml comp.wxml comp.js", "base.wxml", "Framework Taro ")]
    [DataRow("base.wxml taro.js", "taro.js", "Framework Taro ")]
    [DataRow("base.wxml helper.wxs", "base.wxml", "Framework Remax ")]
    [DataRow("base.wxml taro.js pages/a.js", "pages/a.js", "Own  ")]
    [DataRow("base.wxml", "base.wxml", "Own  ", DisplayName = "a template of one's own of that name")]
    public void What_a_framework_emits_for_every_app_is_the_frameworks(string paths, string path, string expected)
    {
        var files = Program("mp/app.js");
        foreach (var other in paths.Split(' '))
            files.Add("mp/" + other);
        Assert.AreEqual(expected, Owner(files, "mp/" + path));
    }

    private static InMemoryFiles Program(string path) => new InMemoryFiles(("mp/app.json", "{}"), ("project.config.json", """{ "miniprogramRoot": "mp" }""")).Add(path);

    private static string Owner(InMemoryFiles files, string path)
    {
        var owner = Programs.Load(files).Files.Single(file => file.Path == path).Owner;
        return $"{owner.Type} {owner.Name} {owner.Version}";
    }
}
