namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>
/// A rule about the wording of one purpose text. Rules about texts that are no purpose at all exclude one another (the reading
/// names one verdict); the others speak only of texts that are purposes, and may add up.
/// </summary>
public abstract class PurposeRule : Rule
{
    public override void Check(RuleContext context)
    {
        foreach (var purpose in context.Purposes)
        {
            if (Judge(purpose, context) is { } finding)
                context.Report(this, finding.Message, purpose.Value.Place, finding.Severity, purpose.Key);
        }
    }

    /// <summary>What is wrong with the text; null when nothing is. Without a severity the rule's own is meant.</summary>
    protected abstract PurposeFinding? Judge(Purpose purpose, RuleContext context);

    /// <summary>The text as messages quote it.</summary>
    protected static string Quoted(Purpose purpose) => Wording.Quoted(purpose.Value.Text!);

    /// <summary>
    /// What to do, as a sentence: <c> Write what wx.getLocation (pages/map/map.js:12) is used for.</c> · <c>请写明 wx.getLocation（…）的实际用途。</c>
    /// </summary>
    protected static LocalizedText WriteWhatFor(Purpose purpose)
    {
        if (purpose.Use is { } use)
        {
            var place = Wording.Place(use.Carrier);
            return new($" Write what {use.Carrier.Name} ({place}) is used for.", $"请写明 {use.Carrier.Name}（{place}）的实际用途。");
        }

        return purpose.Sdk is null
            ? new(" Write what users get from it.", "请写明它为用户实现什么功能。")
            : new(" Write what the SDK does with it.", "请写明该 SDK 用它做什么。");
    }
}

/// <summary>What a rule says about a purpose text.</summary>
public sealed record PurposeFinding(LocalizedText Message, Severity? Severity = null);
