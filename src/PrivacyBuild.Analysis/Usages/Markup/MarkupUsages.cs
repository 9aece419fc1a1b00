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
    private readonly Dictionary<string, Module> _modules = new(StringComparer.Ordinal);
    private readonly List<(PrivacyInterface Entry, Place Place)> _present = [];
    private readonly List<AttributeUse> _attributes = [];

    public MarkupUsages(UsageProgram program, PrivacyCatalogue catalogue, MiniProgram app)
    {
        _program = program;
        _catalogue = catalogue;
        _app = app;
        _scopes = new TemplateScopes(program, app);
    }

    public void Build(IReadOnlyList<TemplateSource> templates)
    {
        foreach (var template in templates)
            _modules[template.File.Path] = ModuleOf(template);
        foreach (var template in templates)
            ConnectReferences(template);
        foreach (var template in templates)
            new TemplateWalk(this, template, _modules[template.File.Path]).Run();
    }

    public void Collect(UsageCollector collector)
    {
        foreach (var (entry, place) in _present)
            collector.Add(entry, place, UsageHow.Markup, false, []);
        foreach (var use in _attributes)
            Collect(collector, use);
        foreach (var element in _program.Facts.Elements)
            CollectElement(collector, element);
    }

    private Module ModuleOf(TemplateSource template) =>
        _program.ModuleOf(template.File) ?? new Module(template.File, template.Text, []);

    /// <summary>An included file sees what the including one sees; an imported template gets what its user passes.</summary>
    private void ConnectReferences(TemplateSource template)
    {
        var module = _modules[template.File.Path];
        foreach (var (element, source) in template.References)
        {
            if (element == "include" && Target(template, source) is { } included)
                _program.Solver.Add(ObjectAccess.Fallback(_program.Solver, _scopes.ScopeOf(included)), _scopes.ScopeOf(module));
        }
    }

    private Module? Target(TemplateSource template, string source) =>
        _app.Resolver.ResolveTemplate(template.File, source) is { } file && _modules.TryGetValue(file.Path, out var module) ? module : null;

    private static void Collect(UsageCollector collector, AttributeUse use)
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
        else if (use.Value.Count == 0 || use.Forwards)
            collector.AddForward(use.Place, candidates);
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
            var (values, native) = ValuesOf(tag, MarkupNames.ToKebab(attribute.Name));
            if (values.TryGetValue("", out var present) && !IsForward(attribute))
                collector.Add(present, attribute.Place, UsageHow.Markup, false, []);
            else if (values.Count > 0)
                Collect(collector, new AttributeUse(attribute.Place, attribute.Value, values, attribute.Constant, !native || IsForward(attribute)));
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
    private sealed record AttributeUse(Place Place, Slot Value, IReadOnlyDictionary<string, PrivacyInterface> Values, bool Constant, bool Forwards);

    /// <summary>One template, element by element.</summary>
    private sealed class TemplateWalk(MarkupUsages owner, TemplateSource template, Module module)
    {
        private readonly Solver _solver = owner._program.Solver;
        private readonly PageOrComponent? _component = owner._scopes.OwnerOf(template.File);
        private readonly Dictionary<MarkupElement, ObjectValue> _scopeOfElement = [];
        private readonly ProgramBuilder _builder = new(owner._program.Solver, owner._program.Facts, module);

        public void Run()
        {
            foreach (var element in template.Document.DescendantElements())
                Visit(element, OpenScope(element));
        }

        private ObjectValue OpenScope(MarkupElement element)
        {
            var scope = element.Parent != null ? _scopeOfElement[element.Parent] : owner._scopes.ScopeOf(module);
            if (element.Name == "template" && element.FindAttribute("name")?.Value is { Length: > 0 } name)
                scope = owner._scopes.TemplateScope(module, name);
            if (Loop(element) is { } loop)
                scope = LoopScope(scope, loop, element);
            _scopeOfElement.Add(element, scope);
            return scope;
        }

        private static MarkupAttribute? Loop(MarkupElement element) =>
            element.FindAttribute("wx:for") ?? element.FindAttribute("wx:for-items") ?? element.FindAttribute("v-for");

        private ObjectValue LoopScope(ObjectValue outer, MarkupAttribute loop, MarkupElement element)
        {
            var scope = new ObjectValue(PlaceOf(element.NameSpan));
            var item = element.FindAttribute("wx:for-item")?.Value ?? (loop.Name == "v-for" ? LoopVariable(loop) : "item");
            if (item.Length > 0 && loop.Parts is { } list)
                _solver.Listen(_builder.TemplateList(list, outer), new ElementsOf(ObjectAccess.Property(_solver, scope, item, PlaceOf(loop.Span))));
            _solver.Add(ObjectAccess.Fallback(_solver, scope), outer);
            return scope;
        }

        private string LoopVariable(MarkupAttribute loop)
        {
            var text = template.Text.Slice(loop.ValueSpan).TrimStart(' ', '(');
            var end = 0;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
                end++;
            return text.Substring(0, end);
        }

        private void Visit(MarkupElement element, ObjectValue scope)
        {
            var component = owner._scopes.ComponentOf(_component, element.Name);
            if (component == null && owner._catalogue.Components.TryGetValue(element.Name, out var entry))
                owner._present.Add((entry, new Place(module, element.StartTagSpan.Start, element.NameSpan.End)));
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Kind is MarkupAttributeKind.Event or MarkupAttributeKind.Slot)
                    continue;
                var isPresence = component == null && VisitPresence(element, attribute);
                if (attribute.Value != null && !isPresence)
                    VisitAttribute(element, attribute, component, scope);
            }

            if (element.Name == "template" && element.FindAttribute("is") is { } use)
                PassData(element, use, scope);
        }

        /// <summary>
        /// An attribute that is an interface by being there: a value that is false now may become true. Written as the text
        /// "false" it is true for the platform.
        /// </summary>
        private bool VisitPresence(MarkupElement element, MarkupAttribute attribute)
        {
            if (!owner._catalogue.AttributeValues(element.Name, MarkupNames.ToKebab(attribute.Target)).TryGetValue("", out var entry))
                return false;
            var isOff = attribute.Parts?.OnlyExpression is { } expression && template.Text.Slice(expression).Trim() == "false";
            if (!isOff)
                owner._present.Add((entry, PlaceOf(attribute.Span)));
            return true;
        }

        private void VisitAttribute(MarkupElement element, MarkupAttribute attribute, PageOrComponent? component, ObjectValue scope)
        {
            var name = MarkupNames.ToKebab(attribute.Target);
            var (values, native) = component == null ? owner.ValuesOf(element.Name, name) : owner.ValuesOf("custom-" + element.Name, name);
            if (values.Count > 0)
            {
                var constant = attribute.Parts?.IsLiteral ?? true;
                var value = Value(attribute, scope);
                owner._attributes.Add(new AttributeUse(PlaceOf(attribute.Span), value, values, constant, !native));
                if (component != null)
                    PassTo(component, attribute, value);
            }
            else if (component != null && attribute.Kind is MarkupAttributeKind.Plain or MarkupAttributeKind.Binding)
            {
                PassTo(component, attribute, Value(attribute, scope));
            }
        }

        /// <summary>Strings and objects a parent passes; that a parent passes something unknown is said at the parent.</summary>
        private void PassTo(PageOrComponent component, MarkupAttribute attribute, Slot value)
        {
            var values = owner._scopes.ParentValuesOf(component, module);
            var property = ObjectAccess.Property(_solver, values, MarkupNames.ToCamel(attribute.Target), PlaceOf(attribute.Span));
            _solver.Listen(value, new KnownValues(property));
        }

        private void PassData(MarkupElement element, MarkupAttribute use, ObjectValue scope)
        {
            if (use.Value is not { Length: > 0 } name || element.FindAttribute("data") is not { Parts: { } parts } || parts.OnlyExpression is not { } expression)
                return;
            var data = _builder.TemplateData(module.Text, expression, scope);
            var targets = template.References.Where(reference => reference.Element == "import").Select(reference => owner.Target(template, reference.Source)).OfType<Module>().Append(module);
            foreach (var target in targets)
                _solver.Listen(data, new KnownValues(ObjectAccess.Fallback(_solver, owner._scopes.TemplateScope(target, name))));
        }

        private Slot Value(MarkupAttribute attribute, ObjectValue scope)
        {
            var slot = new Slot(PlaceOf(attribute.Span));
            if (attribute.Parts is not { } value)
                return slot;
            if (value.IsLiteral)
                _solver.Add(slot, new StringValue(attribute.Value!, PlaceOf(attribute.Span)));
            else
                _solver.Flow(_builder.TemplateValue(value, scope, PlaceOf(attribute.Span)), slot);
            return slot;
        }

        private Place PlaceOf(TextSpan span) => new(module, span.Start, span.End);
    }

    private sealed class KnownValues(Slot target) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value) => solver.Add(target, value, slot);
    }
}
