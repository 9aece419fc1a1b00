using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Guidelines;
using PrivacyBuild.Analysis.Policies;

namespace PrivacyBuild.Analysis.Rules;

/// <summary>A purpose text of the guideline that is not blank, with what it was read as.</summary>
public sealed class Purpose
{
    private Purpose(string key, GuidelineValue value, PurposeReading reading, SdkEntry? sdk, KindUse? use)
    {
        Key = key;
        Value = value;
        Reading = reading;
        Sdk = sdk;
        Use = use;
    }

    public string Key { get; }

    public GuidelineValue Value { get; }

    public PurposeReading Reading { get; }

    /// <summary>The SDK whose purpose it is; null for the mini program's own.</summary>
    public SdkEntry? Sdk { get; }

    /// <summary>How the code uses the kind; null when it does not, and for an SDK.</summary>
    public KindUse? Use { get; }

    internal static IReadOnlyList<Purpose> Of(RuleContext context)
    {
        var guideline = context.Guideline!;
        return [.. Of(guideline.Entries, null, context), .. guideline.Sdks.SelectMany(sdk => Of(sdk.Entries, sdk, context))];
    }

    private static IEnumerable<Purpose> Of(IReadOnlyList<GuidelineEntry> entries, SdkEntry? sdk, RuleContext context) =>
        entries.Where(entry => entry.Purpose.Text is not null && !PurposeText.IsBlank(entry.Purpose)).Select(entry => Read(entry, sdk, context));

    private static Purpose Read(GuidelineEntry entry, SdkEntry? sdk, RuleContext context)
    {
        var key = entry.Key.Text ?? "";
        var use = sdk is null ? context.UsedKinds.FirstOrDefault(kind => kind.Key == key) : null;
        return new Purpose(key, entry.Purpose, context.Project.ReadingOf(entry.Purpose.Text!, key), sdk, use);
    }
}
