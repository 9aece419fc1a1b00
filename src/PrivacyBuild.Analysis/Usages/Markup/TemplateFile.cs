using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>A file with templates, as far as values in it are concerned: where its names may come from.</summary>
internal sealed class TemplateFile(Module module, TemplateScopes scopes)
{
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);

    public Module Module { get; } = module;

    /// <summary>The page or component it is the template of.</summary>
    public PageOrComponent? Owner { get; } = scopes.OwnerOf(module.File);

    /// <summary>Loops by the name of their variable.</summary>
    public Dictionary<string, List<(TemplateExpressions Template, MarkupElement Element)>> Loops { get; } = new(StringComparer.Ordinal);

    /// <summary>Files that include this one, which then sees their names.</summary>
    public List<TemplateFile> Includers { get; } = [];

    /// <summary>Elements that use a <c>template name</c> of this file and hand it data.</summary>
    public List<(TemplateExpressions Template, MarkupElement Element, string Name)> Uses { get; } = [];

    /// <summary>Whether any name of this file is followed.</summary>
    public bool IsWanted => _wanted.Count > 0;

    /// <summary>False when the name is followed already.</summary>
    public bool Want(string name) => _wanted.Add(name);

    /// <summary>The component that a tag stands for; null for native ones and those that do not ship.</summary>
    public PageOrComponent? ComponentOf(MarkupElement element) => scopes.ComponentOf(Owner, element.Name);
}
