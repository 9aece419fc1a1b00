using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Scopes;

// Members of objects, arrays, enums and namespaces.
public sealed partial class ConstantValues
{
    /// <summary>What a member of the object can be; null when there is none of that name or it is not known.</summary>
    public IReadOnlyList<ConstantValue>? Member(ConstantObject o, string name) => MembersOf(o).TryGetValue(name, out var values) ? values : null;

    private List<ConstantValue>? FoldMember(MemberExpression member)
    {
        if (Of(member.Object) is not { } objects)
            return null;
        var names = member.Computed ? TextsOf(member.Property) : member.Property is Identifier property ? [property.Name] : null;
        if (names is null)
            return null;
        List<ConstantValue>? all = [];
        foreach (var value in objects)
        {
            foreach (var name in names)
                all = value is ConstantObject o ? Union(all, Member(o, name)) : null;
        }

        return all;
    }

    /// <summary>All elements of an array, of which there must be one at least.</summary>
    private List<ConstantValue>? ElementsOf(Expression list)
    {
        if (Of(list) is not { } arrays)
            return null;
        List<ConstantValue>? all = [];
        foreach (var value in arrays)
        {
            if (value is not ConstantObject { Source: ArrayExpression array } o || MembersOf(o).Count != array.Elements.Count)
                return null;
            foreach (var element in MembersOf(o).Values)
                all = Union(all, element);
        }

        return all is { Count: > 0 } ? all : null;
    }

    private Dictionary<string, IReadOnlyList<ConstantValue>?> MembersOf(ConstantObject o)
    {
        if (o.Members is { } known)
            return known;
        // Seen by whoever asks while it is filled: an enum's later members refer to its earlier ones.
        var members = o.Members = new Dictionary<string, IReadOnlyList<ConstantValue>?>();
        switch (o.Source)
        {
            case ObjectExpression literal:
                ReadProperties(literal, members);
                break;
            case ArrayExpression literal:
                ReadElements(literal, members);
                break;
            case Binding { Containers: { } containers }:
                foreach (var container in containers)
                    ReadContainer(container, members);
                break;
        }

        return members;
    }

    private void ReadProperties(ObjectExpression literal, Dictionary<string, IReadOnlyList<ConstantValue>?> members)
    {
        foreach (var node in literal.Properties)
        {
            // A spread or a computed name may replace any member before it.
            if (node is not Property property || (property.Computed ? TextsOf(property.Key) : [NameOf(property.Key)]) is not { Count: 1 } names)
            {
                foreach (var name in members.Keys.ToArray())
                    members[name] = null;
                continue;
            }

            members[names[0]] = property is { Kind: PropertyKind.Init, Method: false, Value: Expression value } ? Of(value) : null;
        }

        // { __proto__: … } sets what is inherited.
        members.Remove("__proto__");
    }

    private static string NameOf(Expression key) => key switch
    {
        Identifier e => e.Name,
        StringLiteral e => e.Value,
        NumericLiteral e => ConstantNumber.TextOf(e.Value) ?? "",
        _ => "",
    };

    private void ReadElements(ArrayExpression literal, Dictionary<string, IReadOnlyList<ConstantValue>?> members)
    {
        for (var i = 0; i < literal.Elements.Count; i++)
        {
            // Behind a spread no position is known.
            if (literal.Elements[i] is SpreadElement)
                return;
            members[i.ToString(CultureInfo.InvariantCulture)] = literal.Elements[i] is { } element ? Of(element) : Undefined;
        }
    }

    private ConstantObject ContainerOf(Binding binding)
    {
        if (!_containers.TryGetValue(binding, out var container))
            _containers.Add(binding, container = new ConstantObject(binding));
        return container;
    }

    private IReadOnlyList<ConstantValue>? MemberOfEnclosingEnum(Binding member)
    {
        var id = member.Scope.Node switch
        {
            TSEnumDeclaration declaration => declaration.Id,
            TSModuleDeclaration declaration => declaration.Id as Identifier,
            _ => null,
        };
        return id?.Binding is { Containers: not null } container ? Member(ContainerOf(container), member.Name) : null;
    }

    private void ReadContainer(Node container, Dictionary<string, IReadOnlyList<ConstantValue>?> members)
    {
        switch (container)
        {
            case TSEnumDeclaration declaration:
                ReadEnum(declaration, members);
                break;
            case TSModuleDeclaration { Body: TSModuleDeclaration { Id: Identifier inner } }:
                members[inner.Name] = Of(inner);
                break;
            case TSModuleDeclaration { Body: TSModuleBlock block }:
                foreach (var statement in block.Body)
                {
                    if (statement is ExportNamedDeclaration { Declaration: { } exported })
                        ReadExported(exported, members);
                }

                break;
        }
    }

    private void ReadExported(Statement exported, Dictionary<string, IReadOnlyList<ConstantValue>?> members)
    {
        switch (exported)
        {
            case VariableDeclaration { Declare: false } declaration:
                foreach (var declarator in declaration.Declarations)
                {
                    if (declarator.Id is Identifier name)
                        members[name.Name] = Of(name);
                }

                break;
            case TSEnumDeclaration { Declare: false, Id: var id }:
                members[id.Name] = Of(id);
                break;
            case TSModuleDeclaration { Declare: false, Id: Identifier id }:
                members[id.Name] = Of(id);
                break;
        }
    }

    // A member without an initializer is one more than the one before it. Numbers can be looked up both ways.
    private void ReadEnum(TSEnumDeclaration declaration, Dictionary<string, IReadOnlyList<ConstantValue>?> members)
    {
        double? next = 0;
        foreach (var member in declaration.Members)
        {
            IReadOnlyList<ConstantValue>? values = member.Initializer is { } initializer ? Of(initializer)
                : next is { } number ? [new ConstantNumber(number)] : null;
            var own = values is { Count: 1 } ? values[0] as ConstantNumber : null;
            next = own?.Value + 1;
            if (NameOf(member.Id) is not { Length: > 0 } name)
                continue;
            members[name] = values;
            if (!declaration.Const && own?.Text is { } reverse)
                members[reverse] = [new ConstantString(name)];
        }
    }

    /// <summary>The literal in <c>Object.freeze({ … })</c>.</summary>
    private static Expression? FrozenBy(CallExpression call) =>
        call is { Arguments: { Count: 1 } arguments, Callee: MemberExpression { Computed: false, Object: Identifier { Name: "Object", Binding: null }, Property: Identifier { Name: "freeze" } } }
        && arguments[0].Unwrap() is ObjectExpression or ArrayExpression ? arguments[0].Unwrap() : null;

    private bool KeepsItsMembers(Binding binding, Node definition)
    {
        if (definition is not Expression initializer)
            return false;
        if (IsFrozen(initializer, 0))
            return true;
        _uses ??= ObjectUses.Find(_programs);
        return LevelsOf(initializer, 0) <= _uses.LevelsKeptBy(binding);
    }

    private const int MaxLevels = 16;

    private static bool IsFrozen(Expression value, int level) =>
        value.Unwrap() is CallExpression call && FrozenBy(call) is { } literal && level < MaxLevels
        && PartsOf(literal).All(part => LevelsOf(part, level) == 0 || IsFrozen(part, level + 1));

    /// <summary>How many objects lie in each other at the most, as far as they are written here; those behind names keep their own rules.</summary>
    private static int LevelsOf(Expression value, int level)
    {
        value = value.Unwrap();
        if (level > MaxLevels)
            return int.MaxValue;
        return value switch
        {
            ObjectExpression or ArrayExpression => PartsOf(value).Select(part => LevelsOf(part, level + 1)).DefaultIfEmpty(0).Max() is var inner and < int.MaxValue ? inner + 1 : int.MaxValue,
            ConditionalExpression e => Math.Max(LevelsOf(e.Consequent, level + 1), LevelsOf(e.Alternate, level + 1)),
            LogicalExpression e => Math.Max(LevelsOf(e.Left, level + 1), LevelsOf(e.Right, level + 1)),
            CallExpression e when FrozenBy(e) is { } literal => LevelsOf(literal, level + 1),
            AssignmentExpression or SequenceExpression => int.MaxValue,
            _ => 0,
        };
    }

    private static IEnumerable<Expression> PartsOf(Expression literal) => literal switch
    {
        ObjectExpression e => e.Properties.OfType<Property>().Select(property => property.Value).OfType<Expression>(),
        ArrayExpression e => e.Elements.OfType<Expression>(),
        _ => [],
    };
}
