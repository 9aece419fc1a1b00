using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Catalogue;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>
/// Privacy interfaces in templates: components by tag, and attributes by value. Bound values join the constraints of the scripts
/// before solving and are read back afterwards.
/// </summary>
internal sealed class MarkupUsages
{
    private readonly UsageProgram _program;
    private readonly PrivacyCatalogue _catalogue;
    private readonly MiniProgram _app;
    private readonly TemplateScopes _scopes;
    private readonly List<(PrivacyInterface Entry, Place Place)> _present = [];
    private readonly List<AttributeUse> _attributes = [];

    /// <summary>Those that show what nobody sets.</summary>
    private readonly List<AttributeUse> _forwards = [];

    public MarkupUsages(UsageProgram program, PrivacyCatalogue catalogue, MiniProgram app)
    {
        _program = program;
        _catalogue = catalogue;
        _app = app;
        _scopes = new TemplateScopes(program, app);
    }

    public void Build(IReadOnlyList<TemplateSource> templates)
    {
        var demand = new TemplateDemand(_program, _scopes, _app, templates);
        foreach (var template in demand.Templates)
        {
            foreach (var element in template.Source.Document.DescendantElements())
                Visit(template, element, demand);
        }

        demand.Complete();
    }

    public void Collect(UsageCollector collector)
    {
        foreach (var (entry, place) in _present)
            collector.Add(entry, place, UsageHow.Markup, false, []);
        foreach (var use in _attributes)
            Collect(collector, use);
        foreach (var element in _program.Facts.Elements)
            CollectElement(collector, element);
        foreach (var (option, call) in _program.Facts.Options.Handed())
            CollectOption(collector, option, call);
    }

    private void Visit(TemplateExpressions template, MarkupElement element, TemplateDemand demand)
    {
        var component = template.File.ComponentOf(element);
        if (component == null && _catalogue.Components.TryGetValue(element.Name, out var entry))
            _present.Add((entry, new Place(template.File.Module, element.StartTagSpan.Start, element.NameSpan.End)));
        for (var i = 0; i < element.Attributes.Count; i++)
        {
            var attribute = element.Attributes[i];
            if (attribute.Kind is MarkupAttributeKind.Event or MarkupAttributeKind.Slot)
                continue;
            var isPresence = component == null && VisitPresence(template, element, attribute);
            if (attribute.HasValue && !isPresence)
                VisitValue(template, element, attribute, component, demand);
        }
    }

    /// <summary>
    /// An attribute that is an interface by being there: a value that is false now may become true. Written as the text
    /// "false" it is true for the platform.
    /// </summary>
    private bool VisitPresence(TemplateExpressions template, MarkupElement element, MarkupAttribute attribute)
    {
        if (!_catalogue.AttributeValues(element.Name, MarkupNames.ToKebab(attribute.Target)).TryGetValue("", out var entry))
            return false;
        var isOff = attribute.Parts?.OnlyExpression is { } expression && template.Source.Text.Slice(expression).Trim() == "false";
        if (!isOff)
            _present.Add((entry, template.PlaceOf(attribute.Span)));
        return true;
    }

    private void VisitValue(TemplateExpressions template, MarkupElement element, MarkupAttribute attribute, PageOrComponent? component, TemplateDemand demand)
    {
        // A component of the program may have the name of a native one.
        var tag = component == null ? element.Name : "custom-" + element.Name;
        var name = MarkupNames.ToKebab(attribute.Target);
        var (values, native) = ValuesOf(tag, name);
        if (values.Count == 0)
            return;
        var constant = attribute.Parts?.IsLiteral ?? true;
        var value = demand.ValueOf(template, element, attribute);
        _program.Solver.Want(value, Demand.All);
        _attributes.Add(new AttributeUse(name, template.PlaceOf(attribute.Span), value, values, constant, !native));
    }

    private void Collect(UsageCollector collector, AttributeUse use)
    {
        var found = false;
        for (var i = 0; i < use.Value.Count; i++)
        {
            if (use.Value[i] is not StringValue value)
                continue;
            foreach (var entry in EntriesOf(use.Values, value))
            {
                found = true;
                var here = value.Place.Module == use.Place.Module && Contains(use.Place, value.Place);
                var how = here && !value.ThroughCall ? UsageHow.Markup : UsageHow.MarkupBound;
                collector.Add(entry, here ? use.Place : value.Place, how, false, here ? [] : EvidenceChain.At(use.Place));
            }
        }

        if (found || use.Constant)
            return;
        var candidates = use.Values.Values.Select(entry => entry.Name).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        if (use.Value.Unknown && !use.Forwards)
            collector.AddDynamic(use.Place, false, candidates, []);
        else if (IsEmpty(use.Value) || use.Forwards)
            AddForward(collector, use, candidates);
    }

    private void AddForward(UsageCollector collector, AttributeUse use, string[] candidates)
    {
        collector.AddForward(use.Place, candidates);
        _forwards.Add(use);
    }

    /// <summary>
    /// An object that names the attribute and is handed to a function: where something shows an attribute that nobody sets in a template, that is how it
    /// is set. The place is that of the value.
    /// </summary>
    private void CollectOption(UsageCollector collector, AttributeOption option, Call call)
    {
        var forwards = _forwards.FindAll(use => use.Name == option.Attribute);
        if (forwards.Count == 0)
            return;
        var shown = forwards.Find(use => use.Place.Module.Text.Slice(new TextSpan(use.Place.Start, use.Place.End)).Contains(option.Name)) ?? forwards[0];
        for (var i = 0; i < option.Value.Count; i++)
        {
            if (option.Value[i] is not StringValue value)
                continue;
            foreach (var entry in EntriesOf(shown.Values, value))
                collector.Add(entry, value.Place, UsageHow.MarkupBound, false, [.. EvidenceChain.At(call.Place), .. EvidenceChain.At(shown.Place)]);
        }
    }

    /// <summary>Nobody sets it, or only to nothing: <c>{{disabled ? '' : openType}}</c>.</summary>
    private static bool IsEmpty(Slot slot)
    {
        for (var i = 0; i < slot.Count; i++)
        {
            if (slot[i] is not StringValue { Text: "" })
                return false;
        }

        return true;
    }

    private static bool Contains(Place outer, Place inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    private static IEnumerable<PrivacyInterface> EntriesOf(IReadOnlyDictionary<string, PrivacyInterface> values, StringValue value)
    {
        if (value.Text == null)
            yield break;
        foreach (var part in value.Text.Split('|'))
        {
            if (values.TryGetValue(part.Trim(), out var entry))
                yield return entry;
        }
    }

    /// <summary>JSX: native components begin with a capital there (<c>Button</c>, <c>LivePusher</c>), attributes are in camel case.</summary>
    private void CollectElement(UsageCollector collector, ElementUse element)
    {
        var tag = MarkupNames.ToKebab(element.Tag);
        if (_catalogue.Components.TryGetValue(tag, out var component) && element.IsNative)
            collector.Add(component, element.TagPlace, UsageHow.Markup, false, []);
        foreach (var attribute in element.Attributes)
        {
            var name = MarkupNames.ToKebab(attribute.Name);
            var (values, native) = ValuesOf(tag, name);
            if (values.TryGetValue("", out var present) && !IsForward(attribute))
                collector.Add(present, attribute.Place, UsageHow.Markup, false, []);
            else if (values.Count > 0)
                Collect(collector, new AttributeUse(name, attribute.Place, attribute.Value, values, attribute.Constant, !native || IsForward(attribute)));
        }
    }

    private static bool IsForward(ElementAttribute attribute) => attribute.Value.Count == 0;

    /// <summary>
    /// The values that make an attribute an interface. On a custom element, which may hand it on to a button or input inside, the
    /// attribute counts as theirs.
    /// </summary>
    private (IReadOnlyDictionary<string, PrivacyInterface> Values, bool Native) ValuesOf(string tag, string attribute)
    {
        var native = _catalogue.AttributeValues(tag, attribute);
        if (native.Count > 0)
            return (native, true);
        if (MarkupNames.IsNative(tag))
            return (native, true);
        return attribute switch
        {
            "open-type" => (_catalogue.AttributeValues("button", attribute), false),
            "type" => (_catalogue.AttributeValues("input", attribute), false),
            _ => (native, false),
        };
    }

    /// <summary>An attribute that may name an interface; its value is known once the program is solved.</summary>
    private sealed record AttributeUse(string Name, Place Place, Slot Value, IReadOnlyDictionary<string, PrivacyInterface> Values, bool Constant, bool Forwards);
}
