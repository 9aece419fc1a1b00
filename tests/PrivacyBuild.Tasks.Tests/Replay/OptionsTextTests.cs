using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis;
using PrivacyBuild.Analysis.Rules;
using PrivacyBuild.Analysis.Suppressions;
using PrivacyBuild.Tasks.Replay;

namespace PrivacyBuild.Tasks.Tests.Replay;

/// <summary>An option that is not part of the key of a stored result would be a check that does not take place.</summary>
[TestClass]
public sealed class OptionsTextTests
{
    public static IEnumerable<object[]> Options => typeof(PrivacyCheckOptions).GetProperties()
        .Where(property => property.CanWrite && property.Name != nameof(PrivacyCheckOptions.MaxParallelism)).Select(property => new object[] { property.Name });

    [TestMethod]
    [DynamicData(nameof(Options))]
    public void Every_option_is_part_of_the_text(string name)
    {
        var options = new PrivacyCheckOptions();
        var before = OptionsText.Of(options);
        var property = typeof(PrivacyCheckOptions).GetProperty(name)!;
        property.SetValue(options, OtherThan(property, options));
        Assert.AreNotEqual(before, OptionsText.Of(options));
    }

    [TestMethod]
    public void What_is_divided_otherwise_is_another_text()
    {
        Assert.AreNotEqual(OptionsText.Of(new() { NoWarn = ["a;b"] }), OptionsText.Of(new() { NoWarn = ["a", "b"] }));
        Assert.AreNotEqual(OptionsText.Of(new() { NoWarn = ["a"] }), OptionsText.Of(new() { Exclude = ["a"] }));
        Assert.AreNotEqual(
            OptionsText.Of(new() { Suppressions = [Suppression("PRIV1001", "a")] }),
            OptionsText.Of(new() { Suppressions = [Suppression("PRIV1001", "b")] }));
    }

    [TestMethod]
    public void The_order_of_defines_does_not_matter() => Assert.AreEqual(
        OptionsText.Of(new() { Defines = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } }),
        OptionsText.Of(new() { Defines = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } }));

    private static Suppression Suppression(string rule, string reason) => new() { Source = SuppressionSource.Item, Rule = rule, Reason = reason };

    private static object OtherThan(PropertyInfo property, PrivacyCheckOptions options) => property.GetValue(options) switch
    {
        string => "other",
        bool value => !value,
        int value => value - 1,
        Enum value => Enum.GetValues(property.PropertyType).Cast<object>().First(other => !other.Equals(value)),
        IReadOnlyList<string> => new[] { "other" },
        IReadOnlyDictionary<string, string> => new Dictionary<string, string> { ["other"] = "true" },
        IReadOnlyList<AppSetting> => new[] { new AppSetting { Path = "other" } },
        IReadOnlyList<Suppression> => new[] { Suppression("PRIV1001", "other") },
        IReadOnlyList<SeveritySetting> => new[] { new SeveritySetting("PRIV1001", "", Severity.Message) },
        var other => throw new NotSupportedException($"{property.Name}: give {other?.GetType()} another value here"),
    };
}
