using System;
using System.Collections.Generic;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Analysis.Usages.Values;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>
/// Where the names in a template get their values: the data and properties of the page or component it belongs to, what parents
/// pass to those properties, what an including file sees, and what <c>&lt;template is&gt;</c> hands over. Each is an object value
/// behind the scope object of the file, so that one load asks them all.
/// </summary>
internal sealed class TemplateScopes
{
    private readonly UsageProgram _program;
    private readonly Solver _solver;
    private readonly Dictionary<string, ObjectValue> _scopes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ObjectValue> _parentValues = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Template), ObjectValue> _templates = [];
    private readonly Dictionary<string, PageOrComponent> _byTemplate = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageOrComponent> _byName = new(StringComparer.Ordinal);

    public TemplateScopes(UsageProgram program, MiniProgram app)
    {
        _program = program;
        _solver = program.Solver;
        foreach (var item in app.PagesAndComponents)
        {
            _byName[item.Name] = item;
            if (item.Template != null)
                _byTemplate[item.Template.Path] = item;
        }
    }

    /// <summary>What the script behind a template says of its page or component; null when no script is behind it.</summary>
    public Slot? OptionsOf(TemplateFile template) => _program.ModuleOf(template.Owner?.Script ?? template.Module.File)?.Options;

    public PageOrComponent? OwnerOf(ShippedFile template) => _byTemplate.TryGetValue(template.Path, out var owner) ? owner : null;

    /// <summary>The component that a tag of this template stands for; null for native ones and those that do not ship.</summary>
    public PageOrComponent? ComponentOf(PageOrComponent? owner, string tag) =>
        owner != null && owner.Components.TryGetValue(tag, out var name) && _byName.TryGetValue(name, out var component) ? component : null;

    public ObjectValue ScopeOf(Module template)
    {
        var path = template.File.Path;
        if (_scopes.TryGetValue(path, out var scope))
            return scope;
        scope = new ObjectValue(new Place(template, 0, 0));
        _scopes.Add(path, scope);
        var sources = ObjectAccess.Fallback(_solver, scope);
        var owner = OwnerOf(template.File);
        _solver.Add(sources, ParentValuesOf(template));
        // A single-file component is its own script.
        if (_program.ModuleOf(owner?.Script ?? template.File) is { } script)
            AddOptions(script, sources);
        // What could not be read says nothing of its data.
        else if (owner?.Script != null)
            Solver.MarkUnknown(ObjectAccess.Any(_solver, scope));
        return scope;
    }

    /// <summary>What parents pass to the properties of the component whose template it is, by property name.</summary>
    public ObjectValue ParentValuesOf(Module template)
    {
        if (!_parentValues.TryGetValue(template.File.Path, out var values))
            _parentValues.Add(template.File.Path, values = new ObjectValue(new Place(template, 0, 0)));
        return values;
    }

    /// <summary>The scope of a <c>&lt;template name&gt;</c>: what its users pass as data.</summary>
    public ObjectValue TemplateScope(Module template, string name)
    {
        var key = (template.File.Path, name);
        if (!_templates.TryGetValue(key, out var scope))
            _templates.Add(key, scope = new ObjectValue(new Place(template, 0, 0)));
        return scope;
    }

    /// <summary>Members of data (native), the result of a data function (Vue), defaults of properties; its own and those of its behaviors and mixins.</summary>
    public void AddOptions(Module script, Slot sources)
    {
        var site = new Site(new Place(script, 0, 0), SiteForm.Member, false);
        var options = new Slot();
        _solver.Connect(script.Options, options);
        foreach (var mixed in new[] { "behaviors", "mixins" })
        {
            var list = new Slot();
            new Load(options, mixed, list, site).Listen(_solver);
            _solver.Listen(list, new ElementsOf(options), options);
        }

        foreach (var part in new[] { "data", "properties", "props", "setup", "computed" })
        {
            var content = new Slot();
            new Load(options, part, content, site).Listen(_solver);
            _solver.Listen(content, part is "properties" or "props" ? new PropertyDefaults(sources) : new DataObjects(sources), sources);
        }

        script.WhenParsed(() => AddSetup(script, sources));
    }

    private void AddSetup(Module script, Slot sources)
    {
        foreach (var binding in script.SetupBindings)
        {
            var setup = new ObjectValue(new Place(script, 0, 0));
            _solver.Connect(script.SlotOf(binding), ObjectAccess.Property(_solver, setup, binding.Name, null));
            _solver.Add(sources, setup);
        }
    }

    private sealed class DataObjects(Slot sources) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is FunctionValue function)
                solver.Listen(function.Return, this, sources);
            else if (value is ObjectValue data and not InstanceData)
                solver.Add(sources, data, slot);
        }
    }

    /// <summary>A property descriptor's <c>value</c> (native) or <c>default</c> (Vue).</summary>
    private sealed class PropertyDefaults(Slot sources) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue properties || value is InstanceData)
                return;
            if (properties.PropertyDefaults != null)
            {
                solver.Add(sources, properties.PropertyDefaults);
                return;
            }

            var defaults = properties.PropertyDefaults = new ObjectValue(properties.Site);
            solver.Add(sources, defaults);
            var count = properties.Members.Count;
            for (var i = 0; i < count; i++)
            {
                var property = properties.Members.SlotAt(i);
                solver.Want(property, Demand.Objects);
                solver.Listen(property, new DefaultOf(properties.Members.NameAt(i), defaults));
            }
        }
    }

    private sealed class DefaultOf(string name, ObjectValue defaults) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is not ObjectValue descriptor)
                return;
            foreach (var member in new[] { "value", "default" })
            {
                if (descriptor.Find(member) is { } content)
                    solver.Connect(content, ObjectAccess.Property(solver, defaults, name, descriptor.Site));
            }
        }
    }
}
