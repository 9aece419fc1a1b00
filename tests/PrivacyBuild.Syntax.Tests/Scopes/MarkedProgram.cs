using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Scopes;

/// <summary>
/// A program in which every identifier that binds or refers is marked with its binding: <c>«a:1»</c> declares binding 1 (<c>«a:1,2»</c> also 2),
/// <c>«a&gt;1»</c> refers to it, <c>«a=1»</c> writes to it, <c>«a&gt;?»</c> is unresolved, <c>«a~1»</c> names it without being a reference,
/// and a name without a mark does neither. The comparison is complete: a mark too few or too many fails.
/// </summary>
internal static partial class MarkedProgram
{
    public static void Check(string marked, JavaScriptParseOptions options)
    {
        var labels = new Dictionary<int, string[]>();
        var text = Unmark(marked, labels);
        var tree = JavaScriptParser.Parse(new SourceText(text), options);
        Assert.AreEqual("", string.Join("\n", tree.Errors), text);
        Assert.AreEqual(marked, new Marker(ScopeTree.Build(tree.Program), labels).Mark(tree.Program, text));
    }

    private static string Unmark(string marked, Dictionary<int, string[]> labels)
    {
        var text = new StringBuilder();
        var from = 0;
        foreach (Match match in Mark().Matches(marked))
        {
            text.Append(marked, from, match.Index - from);
            labels.Add(text.Length, match.Groups["labels"].Value.Split(','));
            text.Append(match.Groups["name"].Value);
            from = match.Index + match.Length;
        }

        return text.Append(marked, from, marked.Length - from).ToString();
    }

    [GeneratedRegex("«(?<name>[^»:>=~]+)[:>=~](?<labels>[^»]+)»")]
    private static partial Regex Mark();

    /// <summary>Writes into the text the marks that the program really has; a binding gets the label expected where it is met first.</summary>
    private sealed class Marker(ScopeTree scopes, Dictionary<int, string[]> expected) : NodeWalker
    {
        private readonly SortedDictionary<int, Node> _names = [];
        private readonly Dictionary<Binding, string> _labels = [];

        public string Mark(Program program, string text)
        {
            Visit(program);
            var result = new StringBuilder();
            var from = 0;
            foreach (var (start, node) in _names)
            {
                result.Append(text, from, start - from);
                var name = text.Substring(start, node.End - start);
                var mark = MarkOf(node);
                result.Append(mark.Length == 0 ? name : "«" + name + mark + "»");
                from = node.End;
            }

            return result.Append(text, from, text.Length - from).ToString();
        }

        public override void Visit(Node? node)
        {
            // The key and the value of a shorthand property are two nodes in one place: the one that means something is shown.
            if (node is Identifier or JSXIdentifier && (!_names.TryGetValue(node.Start, out var other) || MarkOf(other).Length == 0))
                _names[node.Start] = node;
            base.Visit(node);
        }

        private string MarkOf(Node node)
        {
            var binding = node switch
            {
                Identifier identifier => identifier.Binding,
                JSXIdentifier identifier => identifier.Binding,
                _ => null,
            };
            if (binding is null)
                return scopes.Unresolved.Contains(node) || scopes.UnresolvedJsx.Contains(node) ? ">?" : "";
            var declared = scopes.Scopes.SelectMany(scope => scope.Bindings.Values).Where(other => other != binding && other.Declarations.Contains(node));
            if (binding.Declarations.Contains(node))
                return ":" + string.Join(",", new[] { binding }.Concat(declared).Select((each, i) => Label(each, node, i)));
            if (binding.Writes.Contains(node))
                return "=" + Label(binding, node, 0);
            return (binding.References.Contains(node) || binding.JsxReferences.Contains(node) ? ">" : "~") + Label(binding, node, 0);
        }

        private string Label(Binding binding, Node node, int index)
        {
            if (_labels.TryGetValue(binding, out var label))
                return label;
            label = expected.TryGetValue(node.Start, out var labels) && index < labels.Length && !_labels.ContainsValue(labels[index]) ? labels[index] : "new " + _labels.Count;
            _labels.Add(binding, label);
            return label;
        }
    }
}
