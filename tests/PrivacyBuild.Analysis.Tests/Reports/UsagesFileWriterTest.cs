using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Reports;
using PrivacyBuild.Analysis.Usages;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Tests.Reports;

[TestClass]
public sealed class UsagesFileWriterTest
{
    private static readonly PrivacyCatalogue Catalogue = PrivacyCatalogue.Load();

    [TestMethod]
    public void Every_member_has_its_place_and_empty_ones_are_left_out()
    {
        var app = App(
            new KindReport { Key = "Location", Label = "位置信息", Declared = true, Purpose = "查找\"附近\"的门店", Places = 2 },
            new KindReport { Key = "Album", Label = "选中的照片或视频信息", Declared = false, Purpose = "", Places = 1 });
        var usages = new UsageSet
        {
            Usages =
            [
                Usage("wx.getLocation", "pages/map/map.js", 12, how: UsageHow.Alias, evidence: [new Evidence("miniprogram/pages/map/map.js", new LinePosition(3, 7), "const api = wx")]),
                Usage("wx.chooseMedia", "pages/map/map.js", 4, how: UsageHow.MarkupBound),
                Usage(null, "pages/map/map.js", 20, how: UsageHow.Dynamic, candidates: ["wx.getLocation", "wx.chooseMedia"]),
                Usage("wx.getLocation", "miniprogram_npm/lib/index.js", 1, owner: new Owner(OwnerType.Npm, "lib", "1.2.0"), isReachable: false),
            ],
            Forwards = [],
            Related = [Usage("wx.onLocationChange", "pages/map/map.js", 30)],
            Problems = [],
            Complete = false,
        };
        Assert.AreEqual(
            """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "PrivacyBuild",
                "version": "0.1.0",
                "catalogueDate": "2026-07-29"
              },
              "apps": [
                {
                  "name": "shop",
                  "root": "miniprogram",
                  "kind": "miniprogram",
                  "platforms": [
                    "weixin"
                  ],
                  "guideline": "privacy-guideline.json",
                  "complete": false,
                  "result": {
                    "verdict": "red",
                    "errors": 1,
                    "warnings": 2,
                    "accepted": 0,
                    "suppressed": 0
                  },
                  "files": {
                    "shipped": 812,
                    "parsed": 95,
                    "reachable": 640,
                    "partial": 0,
                    "leftOut": 0
                  },
                  "kinds": [
                    {
                      "key": "Location",
                      "label": "位置信息",
                      "declared": true,
                      "purpose": "查找\"附近\"的门店",
                      "places": 2
                    },
                    {
                      "key": "Album",
                      "label": "选中的照片或视频信息",
                      "declared": false,
                      "places": 1
                    }
                  ],
                  "usages": [
                    {
                      "interface": "wx.getLocation",
                      "kinds": [
                        "Location"
                      ],
                      "path": "miniprogram/miniprogram_npm/lib/index.js",
                      "line": 1,
                      "column": 3,
                      "endLine": 1,
                      "endColumn": 17,
                      "how": "direct",
                      "call": true,
                      "owner": {
                        "type": "npm",
                        "name": "lib",
                        "version": "1.2.0"
                      },
                      "reachable": false
                    },
                    {
                      "interface": "wx.chooseMedia",
                      "kinds": [
                        "Album"
                      ],
                      "undeclared": [
                        "Album"
                      ],
                      "path": "miniprogram/pages/map/map.js",
                      "line": 4,
                      "column": 3,
                      "endLine": 4,
                      "endColumn": 17,
                      "how": "markup-bound",
                      "call": true,
                      "owner": {
                        "type": "own"
                      },
                      "reachable": true,
                      "reachedFrom": [
                        "pages/map/map"
                      ]
                    },
                    {
                      "interface": "wx.getLocation",
                      "kinds": [
                        "Location"
                      ],
                      "path": "miniprogram/pages/map/map.js",
                      "line": 12,
                      "column": 3,
                      "endLine": 12,
                      "endColumn": 17,
                      "how": "alias",
                      "call": true,
                      "owner": {
                        "type": "own"
                      },
                      "reachable": true,
                      "reachedFrom": [
                        "pages/map/map"
                      ],
                      "evidence": [
                        {
                          "path": "miniprogram/pages/map/map.js",
                          "line": 3,
                          "column": 7,
                          "text": "const api = wx"
                        }
                      ]
                    },
                    {
                      "interface": "dynamic",
                      "candidates": [
                        "wx.chooseMedia",
                        "wx.getLocation"
                      ],
                      "path": "miniprogram/pages/map/map.js",
                      "line": 20,
                      "column": 3,
                      "endLine": 20,
                      "endColumn": 17,
                      "how": "dynamic",
                      "call": true,
                      "owner": {
                        "type": "own"
                      },
                      "reachable": true,
                      "reachedFrom": [
                        "pages/map/map"
                      ]
                    }
                  ],
                  "related": [
                    {
                      "interface": "wx.onLocationChange",
                      "path": "miniprogram/pages/map/map.js",
                      "line": 30,
                      "column": 3,
                      "endLine": 30,
                      "endColumn": 17,
                      "how": "direct",
                      "call": true,
                      "owner": {
                        "type": "own"
                      },
                      "reachable": true,
                      "reachedFrom": [
                        "pages/map/map"
                      ]
                    }
                  ]
                }
              ]
            }

            """,
            Write(app(usages)));
    }

    [TestMethod]
    public void Long_evidence_is_cut_and_half_a_character_is_replaced()
    {
        var evidence = new Evidence("a.js", new LinePosition(1, 1), new string('x', 118) + "😀😀");
        var lone = new Evidence("a.js", new LinePosition(2, 1), "a\uD83D b");
        using var json = JsonDocument.Parse(Write(App()(Set(Usage("wx.getLocation", "a.js", 1, evidence: [evidence, lone])))));
        var texts = json.RootElement.GetProperty("apps")[0].GetProperty("usages")[0].GetProperty("evidence").EnumerateArray().Select(step => step.GetProperty("text").GetString()).ToArray();
        CollectionAssert.AreEqual(new[] { new string('x', 118) + "…", "a\uFFFD b" }, texts);
    }

    [TestMethod]
    public void The_order_of_the_input_does_not_matter()
    {
        var usages = new[] { Usage("wx.getLocation", "b.js", 1), Usage("wx.getLocation", "a.js", 9), Usage("wx.chooseMedia", "a.js", 9), Usage("wx.getLocation", "a.js", 2) };
        Assert.AreEqual(Write(App()(Set(usages))), Write(App()(Set(usages.Reverse().ToArray()))));
    }

    [TestMethod]
    public void Lines_end_alike_everywhere_and_no_mark_stands_in_front()
    {
        var bytes = UsagesFileWriter.Write([App()(Set(Usage("wx.getLocation", "a.js", 1)))], "0.1.0", Catalogue.Date);
        Assert.IsFalse(bytes.Contains((byte)'\r'));
        Assert.AreEqual((byte)'{', bytes[0]);
        Assert.AreEqual((byte)'\n', bytes[^1]);
    }

    private static string Write(AppReport app) => Encoding.UTF8.GetString(UsagesFileWriter.Write([app], "0.1.0", Catalogue.Date));

    private static Func<UsageSet, AppReport> App(params KindReport[] kinds) => usages => new AppReport
    {
        Name = "shop",
        Root = "miniprogram",
        Kind = MiniProgramKind.MiniProgram,
        GuidelinePath = "privacy-guideline.json",
        Result = new AppResult { Errors = 1, Warnings = 2, Suppressed = 0 },
        Files = new FileCounts { Shipped = 812, Parsed = 95, Reachable = 640, Partial = 0, LeftOut = 0 },
        Kinds = kinds,
        Usages = usages,
        InUse = usages.Usages,
    };

    private static UsageSet Set(params Usage[] usages) => new() { Usages = usages, Forwards = [], Related = [], Problems = [], Complete = true };

    private static Usage Usage(
        string? name,
        string path,
        int line,
        UsageHow how = UsageHow.Direct,
        Owner? owner = null,
        bool isReachable = true,
        IReadOnlyList<Evidence>? evidence = null,
        IReadOnlyList<string>? candidates = null)
    {
        var entry = name is null ? null : Catalogue.ByName[name];
        return new Usage
        {
            Interface = entry,
            Kinds = entry is null ? [] : Catalogue.StandingOf(entry, InterfaceTable.MiniProgram).Kinds,
            File = new ShippedFile { Path = "miniprogram/" + path, PathInRoot = path, Kind = ShippedFileKind.JavaScript, Owner = owner ?? Owner.Own },
            Start = new LinePosition(line, 3),
            End = new LinePosition(line, 17),
            How = how,
            Call = true,
            Reachable = isReachable,
            ReachedFrom = isReachable ? ["pages/map/map"] : [],
            Evidence = evidence ?? [],
            Candidates = candidates ?? [],
        };
    }
}
