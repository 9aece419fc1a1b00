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
    /// <summary>Names that no scope binds and that lead to the platform, to other modules or to who uses this one.</summary>
    private static readonly string[] Roots =
    [
        "exports", "module", "require", "globalThis", "window", "global", "self", "GameGlobal", "getApp", "App", "Page", "Component", "Behavior", "Plugin",
    ];

    private readonly Dictionary<Binding, Slot> _bindings = [];
    private readonly FunctionIndex _functions;
    private readonly Dictionary<string, Slot> _fields = new(StringComparer.Ordinal);

    public Module(ShippedFile file, SourceText text, IReadOnlyList<JavaScriptTree> trees, IReadOnlyList<ScopeTree> scopes)
    {
        File = file;
        Text = text;
        Trees = trees;
        var place = new Place(this, 0, 0);
        ExportsObject = new ObjectValue(place);
        ModuleObject = new ObjectValue(place);
        Exports = new MemberSlot(ModuleObject, place);
        Require = new BuiltinValue(Builtin.Require, this);
        Constants = new ConstantValues([.. trees.Select(tree => tree.Program)]);
        _functions = new FunctionIndex(this, trees, scopes);
        HasExportDeclarations = trees.Any(tree => tree.Program.Body.Any(s => s is ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration));
    }

    public ShippedFile File { get; }

    public SourceText Text { get; }

    public IReadOnlyList<JavaScriptTree> Trees { get; }

    /// <summary>What its expressions are worth as far as the file alone tells.</summary>
    public ConstantValues Constants { get; }

    /// <summary>What <c>require</c> gives: the exports object, or whatever <c>module.exports</c> is set to.</summary>
    public Slot Exports { get; }

    public ObjectValue ExportsObject { get; }

    /// <summary>The CommonJS <c>module</c>.</summary>
    public ObjectValue ModuleObject { get; }

    /// <summary>Its own <c>require</c>.</summary>
    public BuiltinValue Require { get; }

    /// <summary>Has import or export declarations; then its default export is the one it names.</summary>
    public bool HasExportDeclarations { get; }

    /// <summary>Objects given to Page, Component and their like, or the default export of a single-file component: where templates find their data.</summary>
    public Slot Options { get; } = new();

    /// <summary>Who walks its functions.</summary>
    public ProgramBuilder? Builder { get; set; }

    /// <summary>Names that a <c>&lt;script setup&gt;</c> gives to its template.</summary>
    public IReadOnlyList<Binding> SetupBindings { get; init; } = [];

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
    public FunctionBody? BodyOf(Node function) => _functions.Of(function);

    /// <summary>The innermost function around a place.</summary>
    public FunctionBody? BodyAt(int position) => _functions.At(position);

    /// <summary>Whether JSX elements stand in it.</summary>
    public bool HasElements => _functions.Elements.Count > 0;

    /// <summary>Wakes the functions that name the platform object or another root.</summary>
    public void WakeRoots(Solver solver, IEnumerable<string> platformNames)
    {
        foreach (var name in Roots.Concat(platformNames))
            WakeGlobal(solver, name);
        foreach (var at in _functions.Elements)
            _functions.At(at)?.Wake(solver);
        WakeWord(solver, "import");
    }

    public void WakeGlobal(Solver solver, string name)
    {
        foreach (var at in _functions.Globals(name))
            _functions.At(at)?.Wake(solver);
    }

    /// <summary>Wakes every function in which the word stands.</summary>
    public void WakeWord(Solver solver, string word)
    {
        foreach (var at in _functions.PlacesOf(word))
            _functions.At(at)?.Wake(solver);
    }

    /// <summary>Wakes every function in which a word ends so.</summary>
    public void WakeEnding(Solver solver, string ending)
    {
        foreach (var at in _functions.PlacesOf(ending, isEnding: true))
            _functions.At(at)?.Wake(solver);
    }

    public void Wake(Solver solver, IEnumerable<Identifier> places)
    {
        foreach (var place in places)
            _functions.At(place.Start)?.Wake(solver);
    }
}
