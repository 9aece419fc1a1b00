using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>
/// The function by which the modules of a bundle in one file require each other: <c>function r(id) { … table[id].call(m.exports, m,
/// m.exports, r) … }</c>. Known for what it is, each module keeps its own exports; otherwise all modules would share one object.
/// </summary>
internal static class BundleRuntime
{
    private const int LongestText = 600;

    /// <summary>The name of the table of modules when the function requires from one, or null.</summary>
    public static Identifier? TableOf(FunctionDeclaration function)
    {
        if (function is not { Id.Binding: { } own, Params: { Count: 1 } parameters, Body: BlockStatement body } || parameters[0] is not Identifier { Binding: { } id } || function.End - function.Start > LongestText)
            return null;
        var search = new Search(id, own);
        search.Visit(body);
        return search.Table;
    }

    private sealed class Search(Binding id, Binding own) : NodeWalker
    {
        public Identifier? Table { get; private set; }

        public override void Visit(Node? node)
        {
            if (node is CallExpression { Callee: MemberExpression callee, Arguments: { Count: >= 3 } arguments } && arguments[arguments.Count - 1] is Identifier { Binding: { } last } && last == own)
            {
                var member = callee is { Computed: false, Property: Identifier { Name: "call" }, Object: MemberExpression called } ? called : callee;
                if (member is { Computed: true, Object: Identifier { Binding: not null } table, Property: Identifier { Binding: { } key } } && key == id)
                    Table = table;
            }

            base.Visit(node);
        }
    }
}

/// <summary>Whatever table arrives, its functions are the modules of a bundle.</summary>
internal sealed class BundleTable(WebpackModules modules) : ObjectCopy(null)
{
    public override void OnProperty(Solver solver, string name, Slot property)
    {
        for (var i = 0; i < property.Count; i++)
        {
            if (property[i] is FunctionValue function)
                modules.Run(solver, name, function);
        }
    }

    public override void OnAny(Solver solver, Slot any)
    {
    }
}
