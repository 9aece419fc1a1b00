using System;
using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.MiniPrograms;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>A script file of the program, or the scripts of a single-file component: one module with one set of exports.</summary>
internal sealed class Module
{
    private readonly Dictionary<Binding, Slot> _bindings = [];
    private readonly Dictionary<string, Slot> _fields = new(StringComparer.Ordinal);
    private FunctionIndex? _functions;
    private List<Action>? _whenParsed;

    /// <summary>A script of the program that is not parsed so far.</summary>
    public Module(ShippedFile file)
    {
        File = file;
        var place = new Place(this, 0, 0);
        ExportsObject = new ObjectValue(place);
        ModuleObject = new ObjectValue(place);
        Exports = new ExportsSlot(this, place);
        Options = new OptionsSlot(this);
        Require = new BuiltinValue(Builtin.Require, this);
    }

    /// <summary>What stands behind a template that has no script.</summary>
    public Module(ShippedFile file, SourceText text)
        : this(file) => Parsed(text, [], []);

    public ShippedFile File { get; }

    /// <summary>Its text; there is none before it is parsed, and no place in it either.</summary>
    public SourceText Text { get; private set; } = SourceText.Empty;

    public IReadOnlyList<JavaScriptTree> Trees { get; private set; } = [];

    /// <summary>What its expressions are worth as far as the file alone tells.</summary>
    public ConstantValues Constants { get; private set; } = new([]);

    /// <summary>Parsing was asked for.</summary>
    public bool IsRequested { get; set; }

    public bool IsParsed => _functions != null;

    /// <summary>What <c>require</c> gives: the exports object, or whatever <c>module.exports</c> is set to.</summary>
    public Slot Exports { get; }

    public ObjectValue ExportsObject { get; }

    /// <summary>The CommonJS <c>module</c>.</summary>
    public ObjectValue ModuleObject { get; }

    /// <summary>Its own <c>require</c>.</summary>
    public BuiltinValue Require { get; }

    /// <summary>Has import or export declarations; then its default export is the one it names.</summary>
    public bool HasExportDeclarations { get; private set; }

    /// <summary>Objects given to Page, Component and their like, or the default export of a single-file component: where templates find their data.</summary>
    public Slot Options { get; }

    /// <summary>Who walks its functions.</summary>
    public ProgramBuilder? Builder { get; set; }

    /// <summary>Names that a <c>&lt;script setup&gt;</c> gives to its template.</summary>
    public IReadOnlyList<Binding> SetupBindings { get; set; } = [];

    public void Parsed(SourceText text, IReadOnlyList<JavaScriptTree> trees, IReadOnlyList<ScopeTree> scopes)
    {
        Text = text;
        Trees = trees;
        Constants = new ConstantValues([.. trees.Select(tree => tree.Program)]);
        HasExportDeclarations = trees.Any(tree => tree.Program.Body.Any(s => s is ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration));
        _functions = new FunctionIndex(this, trees, scopes);
    }

    /// <summary>States what depends on the tree; at once, or as soon as there is one.</summary>
    public void WhenParsed(Action action)
    {
        if (IsParsed)
            action();
        else
            (_whenParsed ??= []).Add(action);
    }

    /// <summary>Says what waited for the tree.</summary>
    public void TellParsed()
    {
        _whenParsed?.ForEach(action => action());
        _whenParsed = null;
    }

    public Slot SlotOf(Binding binding)
    {
        if (!_bindings.TryGetValue(binding, out var slot))
        {
            Place? place = binding.Declarations.Count > 0 ? Place.Of(this, binding.Declarations[0]) : null;
            _bindings.Add(binding, slot = new BindingSlot(this, binding, place));
        }

        return slot;
    }

    /// <summary>
    /// One slot per member name for all objects of this file that nothing is known of: what is put in as <c>x.api</c> may come out of
    /// <c>y.api</c>. Only platform values are put in.
    /// </summary>
    public Slot Field(string name)
    {
        if (!_fields.TryGetValue(name, out var slot))
        {
            _fields.Add(name, slot = new FieldSlot(this, name));
            slot.MarkUnknown();
        }

        return slot;
    }

    /// <summary>That slot when there is one by now.</summary>
    public Slot? FindField(string name) => _fields.TryGetValue(name, out var slot) ? slot : null;

    /// <summary>The body of one of its functions; null for functions that are not of its own trees.</summary>
    public FunctionBody? BodyOf(Node function) => _functions?.Of(function);

    /// <summary>The innermost function around a place.</summary>
    public FunctionBody? BodyAt(int position) => _functions?.At(position);

    /// <summary>Whether JSX elements stand in it.</summary>
    public bool HasElements => _functions is { Elements.Count: > 0 };

    /// <summary>Wakes the functions that name the platform object or another root.</summary>
    public void WakeRoots(Solver solver)
    {
        WakeAt(solver, _functions?.Globals(solver.Findings.IsRoot));
        WakeAt(solver, _functions?.Elements);
        WakeWord(solver, "import");
    }

    public void WakeGlobal(Solver solver, string name) => WakeAt(solver, _functions?.Globals(other => other == name));

    /// <summary>Wakes every function in which the word stands.</summary>
    public void WakeWord(Solver solver, string word) => WakeAt(solver, _functions?.PlacesOf(word));

    /// <summary>Wakes every function in which a word ends so.</summary>
    public void WakeEnding(Solver solver, string ending) => WakeAt(solver, _functions?.PlacesOf(ending, isEnding: true));

    public void Wake(Solver solver, IEnumerable<Identifier> places) => WakeAt(solver, places.Select(place => place.Start));

    private void WakeAt(Solver solver, IEnumerable<int>? places)
    {
        foreach (var place in places ?? [])
            _functions!.At(place)?.Wake(solver);
    }
}
