using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Robustness;

[TestClass]
public sealed class JsonRobustnessTests
{
    [TestMethod]
    public void Damaged_JSON_gives_a_value_or_an_error_with_its_place() => Fuzzer.Run(Seeds.Json, Seeds.JsonWords, Check);

    private static string? Check(string text)
    {
        var result = JsonReader.Read(new SourceText(text));
        var whole = new TextSpan(0, text.Length);
        foreach (var comment in result.Comments)
        {
            if (!whole.Contains(comment))
                return "a comment outside the text";
        }

        if (result.Root is null == result.Error is null)
            return "neither or both of value and error";
        if (result.Error is { } error)
            return Inside(whole, error.Span) && Inside(whole, error.Skipped) ? null : "an error outside the text";
        return Check(result.Root!, whole);
    }

    private static string? Check(JsonValue root, TextSpan whole)
    {
        var pending = new Stack<(JsonValue Value, TextSpan Around)>();
        pending.Push((root, whole));
        while (pending.Count > 0)
        {
            var (value, around) = pending.Pop();
            if (value.Span.Length <= 0 || !Inside(around, value.Span))
                return "a value outside its container";
            if (value is JsonArray array)
            {
                foreach (var item in array.Items)
                    pending.Push((item, value.Span));
            }
            else if (value is JsonObject @object)
            {
                foreach (var member in @object.Members)
                {
                    if (!Inside(value.Span, member.NameSpan) || member.NameSpan.End > member.Value.Span.Start)
                        return "a member's name out of place";
                    pending.Push((member.Value, value.Span));
                }
            }
        }

        return null;
    }

    private static bool Inside(TextSpan outer, TextSpan inner) => inner.Start <= inner.End && outer.Contains(inner);
}
