namespace PrivacyBuild.Analysis.Rules;

/// <summary>PRIV2011: an object of the guideline has a member twice.</summary>
public sealed class MemberTwice : Rule
{
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Id = "PRIV2011",
        Severity = Severity.Error,
        Nature = RuleNature.Advice,
        Sources = ["S000-22"],
        Title = new("A member stands twice in one object", "同一对象中有重复的成员"),
        What = new(
            "An object of the guideline has two members of the same name.",
            "指引的某个对象含有两个同名成员。"),
        Why = new(
            "JSON leaves open which of the two counts. Here the last one does; the platform may take the other, and then users read another text than the one that was checked.",
            "JSON 标准没有规定以哪一个为准。本工具取最后一个，平台可能取另一个，用户看到的就不是检查过的内容。"),
        How = new("Keep one of them.", "只保留其中一个。"),
        Example = new(
            "json",
            """
            { "privacy_key": "Camera", "privacy_text": "扫描商品条码", "privacy_text": "拍摄商品照片" }
            """,
            """
            { "privacy_key": "Camera", "privacy_text": "扫描商品条码、拍摄商品照片" }
            """),
    };

    public override void Check(RuleContext context)
    {
        if (!context.UsesOrDeclares)
            return;

        foreach (var part in context.Guideline?.Parts ?? [])
        {
            foreach (var duplicate in part.DuplicateMembers)
            {
                var name = Wording.Quoted(duplicate.Name);
                var first = part.File.At(duplicate.FirstNameSpan).Start.Line;
                context.Report(this, new LocalizedText(
                    $"\"{name}\" stands twice in this object (first in line {first}): this check takes the last one, the platform may take the other. Keep one.",
                    $"“{name}”在此对象中重复（首次在第 {first} 行）：本工具取最后一个，平台可能取另一个。请只保留一个。"),
                    part.File.At(duplicate.NameSpan));
            }
        }
    }
}
