using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using PrivacyBuild.Analysis;

namespace PrivacyBuild.Tasks.Replay;

/// <summary>
/// Every option as one text: equal texts stand for equal options. By reflection, so that an option cannot be forgotten: a result replayed
/// in spite of a changed option would be a check that did not take place.
/// </summary>
internal static class OptionsText
{
    /// <summary>How many threads parse changes no result.</summary>
    private const string WithoutEffect = nameof(PrivacyCheckOptions.MaxParallelism);

    public static string Of(PrivacyCheckOptions options)
    {
        var text = new StringBuilder();
        Append(text, options);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null;");
                break;
            case string word:
                // With its length in front a text cannot be taken for two.
                text.Append(word.Length).Append(':').Append(word).Append(';');
                break;
            case bool or int or long or double or Enum:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append(';');
                break;
            case IDictionary dictionary:
                text.Append('{');
                foreach (var key in dictionary.Keys.Cast<string>().OrderBy(key => key, StringComparer.Ordinal))
                {
                    Append(text, key);
                    Append(text, dictionary[key]);
                }

                text.Append('}');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                    Append(text, item);
                text.Append(']');
                break;
            default:
                AppendMembers(text, value);
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, object value)
    {
        text.Append('(');
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            if (property.Name == WithoutEffect || property.GetIndexParameters().Length > 0)
                continue;
            text.Append(property.Name).Append('=');
            Append(text, property.GetValue(value));
        }

        text.Append(')');
    }
}
