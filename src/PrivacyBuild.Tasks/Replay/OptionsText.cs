using System;
using System.Collections;
using System.Collections.Generic;
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
internal sealed class OptionsText
{
    /// <summary>How many threads parse changes no result.</summary>
    private const string WithoutEffect = nameof(PrivacyCheckOptions.MaxParallelism);

    private readonly StringBuilder _text = new();
    private readonly Dictionary<Type, PropertyInfo[]> _members = [];

    public static string Of(PrivacyCheckOptions options)
    {
        var text = new OptionsText();
        text.Append(options);
        return text._text.ToString();
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                _text.Append("null;");
                break;
            case string word:
                // With its length in front a text cannot be taken for two.
                _text.Append(word.Length).Append(':').Append(word).Append(';');
                break;
            case bool or int or long or double or Enum:
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append(';');
                break;
            case IDictionary dictionary:
                _text.Append('{');
                foreach (var key in dictionary.Keys.Cast<string>().OrderBy(key => key, StringComparer.Ordinal))
                {
                    Append(key);
                    Append(dictionary[key]);
                }

                _text.Append('}');
                break;
            case IEnumerable items:
                _text.Append('[');
                foreach (var item in items)
                    Append(item);
                _text.Append(']');
                break;
            default:
                AppendMembers(value);
                break;
        }
    }

    private void AppendMembers(object value)
    {
        _text.Append('(');
        foreach (var member in MembersOf(value.GetType()))
        {
            _text.Append(member.Name).Append('=');
            Append(member.GetValue(value));
        }

        _text.Append(')');
    }

    // Once for each type: a fleet has hundreds of apps.
    private PropertyInfo[] MembersOf(Type type)
    {
        if (!_members.TryGetValue(type, out var members))
        {
            members = Array.FindAll(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), member => member.Name != WithoutEffect && member.GetIndexParameters().Length == 0);
            Array.Sort(members, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            _members.Add(type, members);
        }

        return members;
    }
}
