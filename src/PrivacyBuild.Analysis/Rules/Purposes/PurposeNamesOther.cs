using System;
using System.Linq;

namespace PrivacyBuild.Analysis.Rules.Purposes;

/// <summary>PRIV2117: purposes name different companies or products. One at each place that differs from the first.</summary>
public sealed class PurposeNamesOther : Rule
{
    private const int WordsInFront = 3; // characters of a verb that the pattern takes for a part of the name

    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2117",
        Severity = Severity.Message,
        Nature = RuleNature.Advice,
        Sources = ["PT-19"],
        Title = new("Purposes name different companies or products", "用途中出现不同的公司或产品名称"),
        What = new(
            "One purpose of the mini program names another company, or another mini program, app or official account, than an earlier one does. Which of them is the developer's cannot be told from the file; the companies of SDKs are left out.",
            "小程序的某项用途与前面的用途提到了不同的公司，或不同的小程序、App、公众号。仅凭文件无法判断哪个属于开发者；SDK 的公司不计在内。"),
        Why = new(
            "A second name is mostly left over from a text that was copied.",
            "多出来的名称往往是复制他人文本的残留。"),
        How = new(
            "See whether the name belongs there; a purpose needs none.",
            "核对该名称是否应出现；用途中不需要公司或产品名称。"),
    };

    public override void Check(RuleContext context)
    {
        var sdks = context.Guideline?.Sdks.Select(sdk => sdk.Company.Text ?? "").ToArray() ?? [];
        var named = context.Purposes.Where(purpose => purpose.Sdk is null)
            .Select(purpose => (Purpose: purpose, Company: purpose.Reading.Company ?? ""))
            .Where(pair => pair.Company.Length > 0 && !sdks.Any(sdk => sdk.Length > 0 && pair.Company.EndsWith(sdk, StringComparison.Ordinal))).ToArray();
        foreach (var (purpose, company) in named.Skip(1).Where(pair => !SameCompany(pair.Company, named[0].Company)))
        {
            var (name, first) = (Wording.Quoted(company), Wording.Quoted(named[0].Company));
            context.Report(this, new LocalizedText(
                $"\"{name}\" is another company than \"{first}\" in an earlier purpose: left over from a copied text? A purpose needs no company.",
                $"“{name}”与前面用途中的“{first}”不是同一家公司，是否为复制残留？用途中不需要写公司名称。"),
                purpose.Value.Place, kind: purpose.Key);
        }

        CheckProducts(context);
    }

    private void CheckProducts(RuleContext context)
    {
        var named = context.Purposes.Where(purpose => purpose.Sdk is null)
            .Select(purpose => (Purpose: purpose, Product: purpose.Reading.Product ?? "")).Where(pair => pair.Product.Length > 0).ToArray();
        foreach (var (purpose, product) in named.Skip(1).Where(pair => !string.Equals(pair.Product, named[0].Product, StringComparison.OrdinalIgnoreCase)))
        {
            var (name, first) = (Wording.Quoted(product), Wording.Quoted(named[0].Product));
            context.Report(this, new LocalizedText(
                $"{name} is another product than {first} in an earlier purpose: left over from a copied text? A purpose needs no name.",
                $"{name}与前面用途中的{first}不是同一产品，是否为复制残留？用途中不需要写产品名称。"),
                purpose.Value.Place, kind: purpose.Key);
        }
    }

    // What stands in front of a name cannot be cut off for certain: 由甲公司 and 甲公司 are the same.
    private static bool SameCompany(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var common = Enumerable.Range(1, shorter).TakeWhile(i => left[left.Length - i] == right[right.Length - i]).Count();
        return common >= shorter - WordsInFront;
    }
}
