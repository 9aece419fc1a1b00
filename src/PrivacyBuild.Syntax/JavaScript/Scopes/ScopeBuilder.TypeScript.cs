using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// What TypeScript adds: a second space of names for types, declarations that merge, and ambient ones that bind nothing.
//
// Enums and namespaces of one name in one scope are one binding. Its members (enum members, exported names) form one scope that all its
// declarations share and see, filled when the walk enters the first of them; what a namespace keeps to itself lies in a scope inside that.

internal sealed partial class ScopeBuilder
{
    private readonly Dictionary<Binding, Scope> _members = [];
    private readonly HashSet<TSModuleDeclaration> _withValues = [];

    private void DeclareTypeScript(Node statement)
    {
        switch (statement)
        {
            case TSInterfaceDeclaration declaration:
                DeclareType(declaration.Id);
                break;
            case TSTypeAliasDeclaration declaration:
                DeclareType(declaration.Id);
                break;
            case TSImportEqualsDeclaration declaration:
                DeclareImport(declaration.Id, declaration.TypeOnly);
                break;
            case TSEnumDeclaration { Declare: false } declaration:
                DeclareContainer(declaration, declaration.Id, BindingKind.Enum);
                break;
            case TSModuleDeclaration { Id: Identifier id, Declare: false, Global: false } declaration:
                if (HoldsValues(declaration))
                    DeclareContainer(declaration, id, BindingKind.Namespace);
                else
                    DeclareType(id);
                break;
        }
    }

    private void DeclareType(Identifier identifier)
    {
        var type = _scope.FindType(identifier.Name);
        if (type is null)
            _scope.AddType(type = new Binding(identifier.Name, BindingKind.Type, _scope));
        type.AddDeclaration(identifier);
        identifier.Binding = type;
    }

    private void DeclareContainer(Node declaration, Identifier id, BindingKind kind)
    {
        if (_ambient || Declare(id, kind) is not { } binding)
            return;
        binding.AddContainer(declaration);
    }

    /// <summary>Whether code comes out of a namespace: one of types only has no value.</summary>
    private bool HoldsValues(TSModuleDeclaration declaration)
    {
        if (_withValues.Contains(declaration))
            return true;
        var seen = new List<(TSModuleDeclaration Module, int Parent)> { (declaration, -1) };
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen[i].Module.Body is TSModuleDeclaration dotted)
                seen.Add((dotted, i));
            if (seen[i].Module.Body is not TSModuleBlock block)
                continue;
            foreach (var statement in block.Body)
            {
                var inner = statement is ExportNamedDeclaration { Declaration: { } exported } ? exported : statement;
                if (inner is TSModuleDeclaration { Declare: false } module)
                {
                    seen.Add((module, i));
                }
                else if (IsValue(inner))
                {
                    // Remembered for all on the way here, lest a deep nest be searched once for each of its levels.
                    for (var at = i; at >= 0; at = seen[at].Parent)
                        _withValues.Add(seen[at].Module);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsValue(Statement statement) => statement switch
    {
        TSModuleDeclaration or TSInterfaceDeclaration or TSTypeAliasDeclaration or EmptyStatement => false,
        VariableDeclaration declaration => !declaration.Declare,
        FunctionDeclaration declaration => declaration.Body is not null,
        ClassDeclaration declaration => !declaration.Declare,
        TSEnumDeclaration declaration => !declaration.Declare,
        TSImportEqualsDeclaration declaration => declaration.Export,
        _ => true,
    };

    private bool EnterTypeScript(Node node)
    {
        switch (node.Type)
        {
            case NodeType.TSEnumDeclaration:
                EnterEnum((TSEnumDeclaration)node);
                return true;
            case NodeType.TSModuleDeclaration:
                EnterModule((TSModuleDeclaration)node);
                return true;
            case NodeType.TSImportEqualsDeclaration:
                var import = (TSImportEqualsDeclaration)node;
                if (!import.TypeOnly)
                    Visit(import.ModuleReference);
                return true;
            case NodeType.TSExportAssignment:
                VisitExported(((TSExportAssignment)node).Expression);
                return true;
            case NodeType.TSInterfaceDeclaration:
            case NodeType.TSTypeAliasDeclaration:
            case NodeType.TSNamespaceExportDeclaration:
                return true;
            default:
                return false;
        }
    }

    private void EnterEnum(TSEnumDeclaration declaration)
    {
        var outer = _scope;
        var mark = _names.Mark;
        if (declaration.Id.Binding is { Containers: not null } binding)
        {
            OpenMembers(binding);
        }
        else
        {
            Open(ScopeKind.Namespace, declaration);
            DeclareMembers(declaration);
        }

        foreach (var member in declaration.Members)
        {
            if (member.Id is not (Identifier or StringLiteral))
                Visit(member.Id);
            Visit(member.Initializer);
        }

        Close(outer, mark);
    }

    private void EnterModule(TSModuleDeclaration declaration)
    {
        var (outer, ambient) = (_scope, _ambient);
        var mark = _names.Mark;
        if (declaration.Id.Type == NodeType.Identifier && ((Identifier)declaration.Id).Binding is { Containers: not null } binding)
            OpenMembers(binding);
        else
            _ambient = true;

        if (declaration.Body is TSModuleBlock block)
        {
            Open(ScopeKind.Namespace, block);
            DeclareOwn(block);
            Visit(block.Body);
        }
        else
        {
            Visit(declaration.Body);
        }

        Close(outer, mark);
        _ambient = ambient;
    }

    /// <summary>Enters the scope of the members that all declarations of a binding share.</summary>
    private void OpenMembers(Binding binding)
    {
        if (_members.TryGetValue(binding, out var known))
        {
            _scope = known;
            foreach (var member in known.Declared)
                _names.Cover(_names.GetEntry(member.Name), member);
            return;
        }

        var declarations = binding.Containers!;
        Open(ScopeKind.Namespace, declarations[0]);
        _members.Add(binding, _scope);
        foreach (var declaration in declarations)
        {
            switch (declaration)
            {
                case TSEnumDeclaration @enum:
                    DeclareMembers(@enum);
                    break;
                case TSModuleDeclaration { Body: TSModuleDeclaration dotted }:
                    DeclareStatement(dotted, hoist: true);
                    break;
                case TSModuleDeclaration { Body: TSModuleBlock block }:
                    foreach (var statement in block.Body)
                    {
                        if (IsExported(statement))
                            DeclareStatement(statement, hoist: true);
                    }

                    JoinBodiless();
                    break;
            }
        }
    }

    private void DeclareMembers(TSEnumDeclaration declaration)
    {
        foreach (var member in declaration.Members)
        {
            if (member.Id is Identifier id)
                Declare(id, BindingKind.EnumMember);
            else if (member.Id is StringLiteral { Value.Length: > 0 } name)
                Declare(name.Value, BindingKind.EnumMember);
        }
    }

    private void DeclareOwn(TSModuleBlock block)
    {
        var own = new List<Statement>();
        foreach (var statement in block.Body)
        {
            if (_ambient || !IsExported(statement))
                own.Add(statement);
        }

        DeclareStatements(new NodeList<Statement>(own.ToArray()), hoist: true);
    }

    private static bool IsExported(Statement statement) => statement is ExportNamedDeclaration or TSImportEqualsDeclaration { Export: true };
}
