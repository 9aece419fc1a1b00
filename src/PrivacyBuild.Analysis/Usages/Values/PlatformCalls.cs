namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>Calls of platform functions that matter beyond their name: factories of managers, and authorize with its scope.</summary>
internal static class PlatformCalls
{
    public static void OnCall(Solver solver, Call call, MemberValue member)
    {
        if (member.Name == null)
            return;
        if (solver.Findings.ManagerOfFactory(member.Name) is { } manager)
        {
            solver.Add(call.Result, manager);
            return;
        }

        if (solver.Findings.ScopePropertyOf(member.Name) is not { } property || call.ArgumentAt(0) is not { } options)
            return;
        var scope = new Slot();
        var site = new Site(options.Place, SiteForm.Member, false);
        solver.Findings.OnScopeCall(new AuthorizeCall(call, scope, member.Name));
        solver.Want(scope, Demand.Texts);
        solver.Want(options.Value, Demand.Objects);
        solver.Listen(options.Value, new ScopeOf(property, scope, site));
        if (options.Value.IsUnknown)
            Solver.MarkUnknown(scope);
    }

    private sealed class ScopeOf(string property, Slot scope, Site site) : Constraint
    {
        public override void OnValue(Solver solver, Slot slot, Value value)
        {
            if (value is ObjectValue o)
                new Load(slot, property, scope, site).OnValue(solver, slot, o);
        }
    }
}

/// <summary>One call of <c>wx.authorize</c>: the scope slot tells afterwards what was asked for.</summary>
internal sealed record AuthorizeCall(Call Call, Slot Scope, string Function);
