using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>
/// Follows names backwards through templates: from an attribute that may be an interface to loops, including files, what parents
/// pass and what <c>template is</c> hands over. Only expressions that a followed name leads to are parsed and built: nearly all of a
/// program's have no say in any interface.
/// </summary>
internal sealed class TemplateDemand
{
    private const string DataPrefix = "data-";

    private readonly Solver _solver;
    private readonly TemplateScopes _scopes;
    private readonly Func<string, bool> _isInterface;
    private readonly Dictionary<string, TemplateFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Component, string Property), List<Passed>> _passed = [];
    private readonly Dictionary<string, List<Passed>> _passedToAny = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Passed>> _passedToUnknown = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Component, string Name), List<Passed>> _datasets = [];
    private readonly Dictionary<string, List<Passed>> _datasetsOfAny = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _componentOfScript = new(StringComparer.Ordinal);
    private readonly Queue<(TemplateFile File, string Name)> _pending = new();

    public TemplateDemand(UsageProgram program, TemplateScopes scopes, MiniProgram app, IReadOnlyList<TemplateSource> templates)
    {
        _solver = program.Solver;
        _scopes = scopes;
        _isInterface = program.Findings.IsAttribute;
        foreach (var template in templates)
        {
            if (!_files.ContainsKey(template.File.Path))
                _files.Add(template.File.Path, new TemplateFile(program.ModuleOf(template.File) is { IsParsed: true } module ? module : new Module(template.File, template.Text), scopes));
        }

        Templates = [.. templates.Select(template => new TemplateExpressions(template, _files[template.File.Path], program, scopes))];
        foreach (var item in app.PagesAndComponents)
        {
            if (item.Script is { } script)
                _componentOfScript[script.Path] = item.Name;
        }

        foreach (var template in Templates)
            Index(template, app.Resolver);
        program.Facts.Passing = PassToScript;
        program.Facts.Dataset = PassToHandlers;
    }

    public IReadOnlyList<TemplateExpressions> Templates { get; }

    /// <summary>The value of an attribute that may be an interface; the names in it are followed.</summary>
    public Slot ValueOf(TemplateExpressions template, MarkupElement element, MarkupAttribute attribute)
    {
        var value = template.Value(element, attribute);
        Want(template, attribute);
        return value;
    }

    /// <summary>Follows names until nothing new is reached: each name of a file once.</summary>
    public void Complete()
    {
        while (_pending.Count > 0)
        {
            var (file, name) = _pending.Dequeue();
            if (file.Loops.TryGetValue(name, out var loops))
            {
                foreach (var (template, element) in loops)
                {
                    template.BuildLoop(element);
                    Want(template, TemplateExpressions.LoopOf(element)!);
                }
            }

            foreach (var includer in file.Includers)
                Want(includer, name);
            // Who uses a component of a framework need not be known: then whatever is passed under that name to something unknown counts.
            if (file.Owner is { } owner && _passed.TryGetValue((owner.Name, name), out var passed) || _passedToUnknown.TryGetValue(name, out passed))
            {
                foreach (var value in passed)
                    Pass(file, value);
            }
        }
    }

    private void Index(TemplateExpressions template, ModuleResolver resolver)
    {
        var imports = new List<TemplateFile> { template.File };
        foreach (var (element, source) in template.Source.References)
        {
            if (resolver.ResolveTemplate(template.Source.File, source) is not { } file || !_files.TryGetValue(file.Path, out var target))
                continue;
            if (element == "include")
                target.Includers.Add(template.File);
            else if (element == "import")
                imports.Add(target);
        }

        foreach (var element in template.Source.Document.DescendantElements())
        {
            if (template.VariableOf(element) is { } variable)
                AddTo(template.File.Loops, variable, (template, element));
            if (element.Name == "template" && element.FindAttribute("is")?.Value is { Length: > 0 } used)
                imports.ForEach(target => target.Uses.Add((template, element, used)));
            var component = template.File.ComponentOf(element);
            if (component != null || !MarkupNames.IsNative(element.Name))
                IndexPassed(template, element, component);
            IndexDataset(template, element);
        }
    }

    private void IndexPassed(TemplateExpressions template, MarkupElement element, PageOrComponent? component)
    {
        foreach (var attribute in element.Attributes)
        {
            if (!attribute.HasValue || attribute.Kind is not (MarkupAttributeKind.Plain or MarkupAttributeKind.Binding))
                continue;
            var (name, passed) = (MarkupNames.ToCamel(attribute.Target), new Passed(template, element, attribute));
            AddTo(_passedToAny, name, passed);
            if (component != null)
                AddTo(_passed, (component.Name, name), passed);
            else
                AddTo(_passedToUnknown, name, passed);
        }
    }

    private void IndexDataset(TemplateExpressions template, MarkupElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Kind is not (MarkupAttributeKind.Plain or MarkupAttributeKind.Binding) || !attribute.Target.StartsWith(DataPrefix, StringComparison.OrdinalIgnoreCase))
                continue;
            var name = MarkupNames.ToCamel(attribute.Target.Substring(DataPrefix.Length).ToLowerInvariant());
            var value = new Passed(template, element, attribute);
            AddTo(_datasetsOfAny, name, value);
            // A template without a component of its own is used by others.
            AddTo(_datasets, (template.File.Owner?.Name ?? "", name), value);
        }
    }

    private static void AddTo<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        list.Add(item);
    }

    private void Want(TemplateExpressions template, MarkupAttribute attribute)
    {
        if (attribute.Parts is not { IsLiteral: false } value)
            return;
        foreach (var name in template.NamesIn(value))
            Want(template.File, name);
    }

    private void Want(TemplateFile file, string name)
    {
        var isFirst = !file.IsWanted;
        if (!file.Want(name))
            return;
        _pending.Enqueue((file, name));
        if (isFirst)
            Open(file);
    }

    /// <summary>An included file sees what the including one sees; a named template gets what its users pass.</summary>
    private void Open(TemplateFile file)
    {
        foreach (var includer in file.Includers)
            _solver.Add(ObjectAccess.Fallback(_solver, _scopes.ScopeOf(file.Module)), _scopes.ScopeOf(includer.Module));
        foreach (var (template, element, name) in file.Uses)
        {
            if (element.FindAttribute("data") is not { Parts: { OnlyExpression: { } expression } } data)
                continue;
            var given = ObjectAccess.Fallback(_solver, _scopes.TemplateScope(file.Module, name));
            _solver.Listen(template.Data(element, expression), new KnownValues(given), given, Demand.All);
            Want(template, data);
        }
    }

    /// <summary>What a parent passes. That an attribute that may be an interface itself gets something unknown is said at the parent.</summary>
    private void Pass(TemplateFile component, Passed passed)
    {
        var (template, element, attribute) = passed;
        var values = _scopes.ParentValuesOf(component.Module);
        var property = ObjectAccess.Property(_solver, values, MarkupNames.ToCamel(attribute.Target), template.PlaceOf(attribute.Span));
        var value = template.Value(element, attribute);
        if (_isInterface(MarkupNames.ToKebab(attribute.Target)))
            _solver.Listen(value, new KnownValues(property), property, Demand.All);
        else
            _solver.Connect(value, property);
        Want(template, attribute);
    }

    /// <summary>
    /// What parents pass to a property, for the script that declares it: to its component and to those that nobody knows; for a behavior
    /// or mixin to whatever component has a property of that name.
    /// </summary>
    private void PassToScript(Module script, string property, Slot slot)
    {
        var isComponent = _componentOfScript.TryGetValue(script.File.Path, out var component);
        var passed = isComponent && _passed.TryGetValue((component!, property), out var own) ? own : [];
        foreach (var value in passed.Concat((isComponent ? _passedToUnknown : _passedToAny).TryGetValue(property, out var others) ? others : []))
        {
            _solver.Connect(value.Template.Value(value.Element, value.Attribute), slot, value.Template.PlaceOf(value.Attribute.Span));
            Want(value.Template, value.Attribute);
        }

        Complete();
    }

    /// <summary>
    /// What handlers of events find in the data set of an element: what the component's own templates and shared ones put there; for a script that is
    /// no component's whatever any template does. Elements in scripts are not followed.
    /// </summary>
    private bool PassToHandlers(Module script, string name, Slot slot)
    {
        if (script.HasElements || !_datasetsOfAny.TryGetValue(name, out var values))
            return false;
        if (_componentOfScript.TryGetValue(script.File.Path, out var component))
        {
            values = [.. ListOf((component, name)), .. ListOf(("", name))];
            if (values.Count == 0)
                return false;
        }

        foreach (var value in values)
        {
            _solver.Connect(value.Template.Value(value.Element, value.Attribute), slot, value.Template.PlaceOf(value.Attribute.Span));
            Want(value.Template, value.Attribute);
        }

        Complete();
        return true;

        List<Passed> ListOf((string Component, string Name) key) => _datasets.TryGetValue(key, out var list) ? list : [];
    }

    /// <summary>A value that a template hands to a property of a component, or to the handlers of an element's events.</summary>
    private sealed record Passed(TemplateExpressions Template, MarkupElement Element, MarkupAttribute Attribute);

    private sealed class KnownValues(Slot target) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value) => solver.Add(target, value, slot);
    }
}
