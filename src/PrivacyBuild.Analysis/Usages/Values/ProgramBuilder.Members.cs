using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

// Member access: by a name that is written out, that the file tells, or that has to be followed.
internal sealed partial class ProgramBuilder
{
    private DatasetValue? _dataset;

    /// <summary>The name of a property key that is written out.</summary>
    private static string? NameOf(Expression key, bool computed)
    {
        switch (key)
        {
            case Identifier e when !computed:
                return e.Name;
            case StringLiteral e:
                return e.Value;
            case NumericLiteral e:
                return ConstantNumber.TextOf(e.Value);
            case TemplateLiteral { Expressions.Count: 0 } e:
                return e.Quasis[0].Cooked;
            case PrivateIdentifier e:
                return "#" + e.Name;
            default:
                return null;
        }
    }

    /// <summary>The name of a property key that is written out or that the rest of the file tells.</summary>
    private string? KeyOf(Expression key, bool computed) => NameOf(key, computed) ?? (computed && KeysOf(key) is { Count: 1 } names ? names[0] : null);

    /// <summary>All names that a computed key can have, when the file alone tells them.</summary>
    private IReadOnlyList<string>? KeysOf(Expression key)
    {
        var names = _module.Constants.TextsOf(key);
        // What is asked on the way to the name is asked all the same.
        if (names != null && key is not (Identifier or Literal))
            Evaluate(key);
        return names;
    }

    private Operand EvaluateMember(MemberExpression member, bool called) => Access(Evaluate(member.Object), member, called);

    private Operand Access(Operand target, MemberExpression member, bool called)
    {
        var form = member.Computed ? SiteForm.Computed : SiteForm.Member;
        var site = new Site(PlaceOf(member), form, called);
        if (NameOf(member.Property, member.Computed) is { } name)
            return LoadNamed(target, name, site, member);
        if (KeysOf(member.Property) is { } names)
        {
            var members = new List<Operand>(names.Count);
            foreach (var constant in names)
                members.Add(LoadNamed(target, constant, site, member));
            return members.Count == 1 ? members[0] : UnionOf(members, member);
        }

        var key = Evaluate(member.Property);
        return target.IsUnknown ? Operand.Unknown : LoadComputed(target, key, site);
    }

    private Operand LoadNamed(Operand target, string name, Site site, Node node)
    {
        // Whatever has a data set in a script of the platform's is an element.
        var isDataset = name == "dataset" && _templateScope == null && (target.IsUnknown || target.Slot != null);
        if (target.IsUnknown)
            return isDataset ? Dataset(node) : _module.Field(name);
        switch (target.Constant)
        {
            case PlatformValue { Additions: null } platform when name != "default" && !platform.Members.ContainsKey(name) && site.Form != SiteForm.Import:
                _facts.Findings.OnDirectMember(site, name, platform);
                // Members the catalogue does not know may be the program's own additions, written further on.
                if (_facts.Findings.IsKnownMember(name))
                    return _solver.Member(platform, name);
                break;
            case GlobalObjectValue when _facts.Findings.PlatformOfGlobal(name) is { } global:
                return global;
            case GlobalObjectValue:
                return _facts.Global(name);
            case BuiltinValue builtin:
                return BuiltinMembers.Find(builtin, name) is { } member ? member : Operand.Unknown;
            case StringValue:
                return Operand.Unknown;
        }

        var result = new Slot(PlaceOf(node));
        var from = ToSlot(target);
        new Load(from, name, result, site).Listen(_solver);
        if (isDataset)
            _solver.Add(result, Dataset(node));
        else if (target.Slot != null)
            _facts.Loads.Add(new FieldLoad(from, _module, name, result) { Template = _templateScope != null ? Template : null });
        return result;
    }

    private DatasetValue Dataset(Node node) => _dataset ??= new DatasetValue(PlaceOf(node), new InstanceSource(_facts, _module));

    private Slot LoadComputed(Operand target, Operand key, Site site)
    {
        var result = new Slot(site.Place);
        var objects = ToSlot(target);
        var keys = ToSlot(key);
        new ComputedLoad(objects, keys, result, site).Listen(_solver);
        return result;
    }
}
