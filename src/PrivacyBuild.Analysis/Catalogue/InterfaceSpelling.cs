using System;

namespace PrivacyBuild.Analysis.Catalogue;

/// <summary>The one spelling of an interface in messages, reports, suppressions and catalogue files, taken apart.</summary>
internal static class InterfaceSpelling
{
    /// <summary>What a spelling says; an empty member (but for an attribute with any value) means that it is none.</summary>
    public static (InterfaceForm Form, string Host, string Attribute, string Member) Read(string name)
    {
        if (name.StartsWith("wx.", StringComparison.Ordinal))
            return (InterfaceForm.Api, "", "", name.Substring(3));
        if (name.StartsWith("scope.", StringComparison.Ordinal))
            return (InterfaceForm.Scope, "", "", name);
        if (name.Length > 2 && name[0] == '<' && name[name.Length - 1] == '>')
        {
            var tag = name.Substring(1, name.Length - 2);
            return (InterfaceForm.Component, tag, "", tag);
        }

        var bracket = name.IndexOf('[');
        if (bracket > 0 && name[name.Length - 1] == ']')
        {
            var inner = name.Substring(bracket + 1, name.Length - bracket - 2);
            var equals = inner.IndexOf('=');
            return equals < 0
                ? (InterfaceForm.ComponentAttribute, name.Substring(0, bracket), inner, "")
                : (InterfaceForm.ComponentAttribute, name.Substring(0, bracket), inner.Substring(0, equals), inner.Substring(equals + 1));
        }

        var dot = name.IndexOf('.');
        return dot > 0
            ? (InterfaceForm.ManagerMethod, name.Substring(0, dot), "", name.Substring(dot + 1))
            : (InterfaceForm.Api, "", "", "");
    }
}
