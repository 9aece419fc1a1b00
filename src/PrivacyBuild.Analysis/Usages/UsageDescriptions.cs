using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Analysis.Usages;

/// <summary>
/// Finds the texts that calls tell the user: <c>desc</c> of <c>wx.getUserProfile({ desc: '…' })</c>, where the object stands in the call and its
/// file alone tells the text.
/// </summary>
internal sealed class UsageDescriptions
{
    private readonly Dictionary<(Module Module, string Property), Dictionary<int, UsageDescription>> _found = [];

    /// <param name="place">The place of the usage: the member that is called.</param>
    /// <param name="property">The property of the first argument.</param>
    public UsageDescription? Find(Place place, string property)
    {
        var key = (place.Module, property);
        if (!_found.TryGetValue(key, out var ofModule))
        {
            var walker = new Walker(place.Module, property);
            foreach (var tree in place.Module.Trees)
                walker.Visit(tree.Program);
            _found.Add(key, ofModule = walker.Found);
        }

        return ofModule.TryGetValue(place.Start, out var description) ? description : null;
    }

    private sealed class Walker(Module module, string property) : NodeWalker
    {
        /// <summary>By the start of what is called.</summary>
        public Dictionary<int, UsageDescription> Found { get; } = [];

        public override void Visit(Node? node)
        {
            if (node is CallExpression { Callee: MemberExpression callee, Arguments.Count: > 0 } call && call.Arguments[0] is ObjectExpression options)
                Add(callee, options);
            base.Visit(node);
        }

        private void Add(MemberExpression callee, ObjectExpression options)
        {
            var member = options.Properties.OfType<Property>().LastOrDefault(candidate => !candidate.Computed && NameOf(candidate.Key) == property);
            if (member?.Value is not Expression value || module.Constants.TextsOf(value) is not { Count: 1 } texts)
                return;
            Found[callee.Start] = new UsageDescription(texts[0], module.Text.GetPosition(value.Start), module.Text.GetPosition(value.End));
        }

        private static string? NameOf(Expression key) => key switch
        {
            Identifier identifier => identifier.Name,
            StringLiteral literal => literal.Value,
            _ => null,
        };
    }
}
