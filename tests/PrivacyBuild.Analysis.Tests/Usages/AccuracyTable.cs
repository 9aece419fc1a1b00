using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PrivacyBuild.Analysis.Tests.Usages;

/// <summary>The table of README.md, section "Accuracy": what becomes of the forms of each family.</summary>
internal static class AccuracyTable
{
    public static string Write(IEnumerable<AccuracyResult> results)
    {
        var all = results.ToArray();
        var table = new StringBuilder("| family | forms | found | reported as dynamic | missed | look-alikes | false alarms |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var family in all.GroupBy(result => result.Form.Family))
            Append(table, family.Key, family.ToArray());
        Append(table, "**all**", all);
        return table.ToString();
    }

    private static void Append(StringBuilder table, string name, AccuracyResult[] results)
    {
        var forms = results.Where(result => !result.Form.IsLookAlike).ToArray();
        table.Append($"| {name} | {forms.Length} | {forms.Count(result => result.IsFound)} | {forms.Count(result => result.IsDynamic)} | {forms.Count(result => result.Missed.Count > 0)} ");
        table.Append($"| {results.Length - forms.Length} | {results.Count(result => result.False.Count > 0)} |\n");
    }
}
