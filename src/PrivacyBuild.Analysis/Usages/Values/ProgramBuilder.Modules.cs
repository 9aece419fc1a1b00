using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Import and export declarations, and the TypeScript statements that make values.
internal sealed partial class ProgramBuilder
{
    private bool WalkModuleStatement(Node node)
    {
        switch (node)
        {
            case ImportDeclaration import:
                if (!import.TypeOnly)
                    Import(import);
                return true;
            case ExportNamedDeclaration export:
                if (!export.TypeOnly)
                    ExportNamed(export);
                return true;
            case ExportDefaultDeclaration export:
                ExportDefault(export);
                return true;
            case ExportAllDeclaration export:
                if (!export.TypeOnly)
                    ExportAll(export);
                return true;
            default:
                return false;
        }
    }

    private void Import(ImportDeclaration import)
    {
        if (import.Specifiers.Count == 0)
            return;
        var exports = ImportModule(import.Source.Value);
        foreach (var specifier in import.Specifiers)
        {
            switch (specifier)
            {
                case ImportDefaultSpecifier s:
                    LoadDefault(exports, import.Source.Value, s.Local);
                    break;
                case ImportNamespaceSpecifier s:
                    _solver.Connect(exports, SlotOfName(s.Local));
                    break;
                case ImportSpecifier { TypeOnly: false } s when NameOf(s.Imported, false) is { } name:
                    if (name == "default")
                        LoadDefault(exports, import.Source.Value, s.Local);
                    else
                        _solver.Flow(LoadNamed(exports, name, new Site(PlaceOf(s.Imported), SiteForm.Import, false), s.Local), SlotOfName(s.Local));
                    break;
            }
        }
    }

    private Slot ImportModule(string specifier)
    {
        var exports = new Slot();
        _facts.Findings.Modules.Import(_solver, _module, specifier, exports);
        return exports;
    }

    /// <summary>The default export; of a CommonJS module what it exports as a whole, too.</summary>
    private void LoadDefault(Slot exports, string specifier, Identifier local)
    {
        var slot = SlotOfName(local);
        _solver.Flow(LoadNamed(exports, "default", new Site(PlaceOf(local), SiteForm.Import, false), local), slot);
        if (_facts.Findings.Modules.Find(_module, specifier) is not { } module)
            return;
        module.WhenParsed(() =>
        {
            if (!module.HasExportDeclarations)
                _solver.Connect(exports, slot);
        });
    }

    private void ExportNamed(ExportNamedDeclaration export)
    {
        if (export.Declaration != null)
        {
            Walk(export.Declaration);
            foreach (var name in DeclaredNames.Of(export.Declaration))
                Export(name.Name, SlotOfName(name), PlaceOf(name));
        }

        var source = export.Source != null ? ImportModule(export.Source.Value) : null;
        foreach (var specifier in export.Specifiers)
        {
            if (specifier.TypeOnly || NameOf(specifier.Local, false) is not { } local || NameOf(specifier.Exported, false) is not { } exported)
                continue;
            if (source != null)
                Export(exported, LoadNamed(source, local, new Site(PlaceOf(specifier.Local), SiteForm.Import, false), specifier), PlaceOf(specifier));
            else
                Export(exported, Evaluate(specifier.Local), PlaceOf(specifier));
        }
    }

    private void ExportDefault(ExportDefaultDeclaration export)
    {
        Operand value;
        switch (export.Declaration)
        {
            case FunctionDeclaration { Body: not null } function:
                var made = MakeFunction(function, function, null);
                if (function.Id is { } functionName)
                    _solver.Add(SlotOfName(functionName), made);
                value = made;
                break;
            case ClassDeclaration { Declare: false } @class:
                var declared = MakeClass(@class, @class);
                if (@class.Id is { } className)
                    _solver.Add(SlotOfName(className), declared);
                value = declared;
                break;
            case Expression expression:
                value = Evaluate(expression);
                break;
            default:
                Walk(export.Declaration);
                return;
        }

        Export("default", value, PlaceOf(export));
        // The default export of a single-file component is what its template takes its data from.
        _solver.Flow(value, _module.Options);
    }

    private void ExportAll(ExportAllDeclaration export)
    {
        var source = ImportModule(export.Source.Value);
        if (export.Exported is { } name && NameOf(name, false) is { } exported)
            Export(exported, source, PlaceOf(export));
        else
            _solver.Connect(source, ObjectAccess.Fallback(_solver, _module.ExportsObject));
    }

    private void Export(string name, Operand value, Place place) =>
        _solver.Flow(value, ObjectAccess.Property(_solver, _module.ExportsObject, name, place));

    private bool WalkTypeScriptStatement(Node node)
    {
        switch (node)
        {
            case TSEnumDeclaration { Declare: false } e:
                DeclareEnum(e);
                return true;
            case TSModuleDeclaration { Declare: false } m:
                DeclareNamespace(m);
                return true;
            case TSImportEqualsDeclaration { TypeOnly: false } import:
                _solver.Flow(import.ModuleReference is TSExternalModuleReference { Expression: StringLiteral source } ? ImportModule(source.Value) : Evaluate(import.ModuleReference), SlotOfName(import.Id));
                return true;
            case TSExportAssignment export:
                _solver.Flow(Evaluate(export.Expression), _module.Exports);
                return true;
            case TSEnumDeclaration or TSModuleDeclaration or TSImportEqualsDeclaration or TSInterfaceDeclaration or TSTypeAliasDeclaration or TSNamespaceExportDeclaration:
                return true;
            default:
                return false;
        }
    }

    private void DeclareEnum(TSEnumDeclaration declaration)
    {
        var members = new ObjectValue(PlaceOf(declaration));
        _solver.Add(SlotOfName(declaration.Id), members);
        foreach (var member in declaration.Members)
        {
            if (NameOf(member.Id, false) is { } name)
                _solver.Flow(member.Initializer != null ? Evaluate(member.Initializer) : CountedMember(declaration, name, member), ObjectAccess.Property(_solver, members, name, PlaceOf(member)));
        }
    }

    /// <summary>A member without an initializer: the number after the one before.</summary>
    private Operand CountedMember(TSEnumDeclaration declaration, string name, TSEnumMember member)
    {
        var constants = _module.Constants;
        return constants.Of(declaration.Id) is { Count: 1 } enums && enums[0] is ConstantObject e && constants.Member(e, name) is { Count: 1 } values && values[0].Text is { } number
            ? Text(number, member)
            : Operand.Unknown;
    }

    private void DeclareNamespace(TSModuleDeclaration declaration)
    {
        if (declaration.Global || declaration.Id is not Identifier id)
            return;
        var members = new ObjectValue(PlaceOf(declaration));
        _solver.Add(SlotOfName(id), members);
        if (declaration.Body is TSModuleDeclaration inner)
        {
            DeclareNamespace(inner);
            if (inner.Id is Identifier innerId)
                _solver.Flow(SlotOfName(innerId), ObjectAccess.Property(_solver, members, innerId.Name, PlaceOf(inner)));
            return;
        }

        if (declaration.Body is not TSModuleBlock block)
            return;
        foreach (var statement in block.Body)
        {
            if (statement is not ExportNamedDeclaration { Declaration: { } exported })
            {
                Walk(statement);
                continue;
            }

            Walk(exported);
            foreach (var name in DeclaredNames.Of(exported))
                _solver.Flow(SlotOfName(name), ObjectAccess.Property(_solver, members, name.Name, PlaceOf(name)));
        }
    }
}
