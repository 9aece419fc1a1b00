using System;
using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;

namespace PrivacyBuild.Analysis.Usages.Values;

/// <summary>The functions of a module by place, and the places at which it mentions what no scope of it binds.</summary>
internal sealed class FunctionIndex
{
    private readonly FunctionBody[] _bodies;
    private readonly IReadOnlyList<ScopeTree> _scopes;
    private readonly string _text;
    private readonly IReadOnlyList<JavaScriptTree> _trees;

    public FunctionIndex(Module module, IReadOnlyList<JavaScriptTree> trees, IReadOnlyList<ScopeTree> scopes)
    {
        _text = module.Text.Content;
        _trees = trees;
        _scopes = scopes;
        var functions = new List<Node>();
        foreach (var tree in scopes)
        {
            foreach (var scope in tree.Scopes)
            {
                if (scope.Node is IFunction)
                    functions.Add(scope.Node);
            }
        }

        functions.Sort((a, b) => a.Start.CompareTo(b.Start));
        _bodies = new FunctionBody[functions.Count];
        var open = new Stack<FunctionBody>();
        for (var i = 0; i < _bodies.Length; i++)
        {
            while (open.Count > 0 && open.Peek().Node.End <= functions[i].Start)
                open.Pop();
            open.Push(_bodies[i] = new FunctionBody(module, functions[i], open.Count > 0 ? open.Peek() : null));
        }

        foreach (var at in PlacesOf("this"))
            At(at)?.Note(isThis: true);
        foreach (var at in PlacesOf("arguments"))
            At(at)?.Note(isThis: false);
        Elements = FindElements();
    }

    /// <summary>Where JSX elements stand.</summary>
    public IReadOnlyList<int> Elements { get; }

    /// <summary>The body of a function node; null for nodes that are not of the module's own trees.</summary>
    public FunctionBody? Of(Node function)
    {
        var index = IndexBefore(function.Start);
        return index >= 0 && _bodies[index].Node == function ? _bodies[index] : null;
    }

    /// <summary>The innermost function around a place.</summary>
    public FunctionBody? At(int position)
    {
        var index = IndexBefore(position);
        var body = index >= 0 ? _bodies[index] : null;
        while (body != null && body.Node.End <= position)
            body = body.Parent;
        return body;
    }

    /// <summary>Where names stand that no scope binds.</summary>
    public IEnumerable<int> Globals(Func<string, bool> isWanted)
    {
        foreach (var tree in _scopes)
        {
            for (var i = 0; i < tree.Unresolved.Count; i++)
            {
                if (isWanted(tree.Unresolved[i].Name))
                    yield return tree.Unresolved[i].Start;
            }
        }
    }

    /// <summary>Every place at which the word stands in a script, in whatever role; a name that is missing in damaged text stands nowhere.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isEnding">Words that end so count as well.</param>
    public IEnumerable<int> PlacesOf(string word, bool isEnding = false)
    {
        if (word.Length == 0)
            yield break;
        foreach (var tree in _trees)
        {
            for (var at = Find(tree, word, tree.Program.Start); at >= 0; at = Find(tree, word, at + word.Length))
            {
                var end = at + word.Length;
                if ((isEnding || at == 0 || !IsWordPart(_text[at - 1])) && (end == _text.Length || !IsWordPart(_text[end])))
                    yield return at;
            }
        }
    }

    private int Find(JavaScriptTree tree, string text, int from) => from < tree.Program.End ? _text.IndexOf(text, from, tree.Program.End - from, StringComparison.Ordinal) : -1;

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';

    /// <summary>The last function that begins at or before a place, or -1.</summary>
    private int IndexBefore(int position)
    {
        var (low, high) = (0, _bodies.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_bodies[middle].Node.Start <= position)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    private List<int> FindElements()
    {
        var finder = new ElementFinder();
        foreach (var tree in _trees)
        {
            if (Find(tree, "</", tree.Program.Start) >= 0 || Find(tree, "/>", tree.Program.Start) >= 0)
                finder.Visit(tree.Program);
        }

        return finder.Places;
    }

    private sealed class ElementFinder : NodeWalker
    {
        public List<int> Places { get; } = [];

        public override void Visit(Node? node)
        {
            if (node is JSXElement)
                Places.Add(node.Start);
            base.Visit(node);
        }
    }
}
