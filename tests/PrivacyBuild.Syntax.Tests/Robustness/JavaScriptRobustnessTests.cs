using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Syntax.JavaScript;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.JavaScript.Scopes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.Tests.Robustness;

[TestClass]
public sealed class JavaScriptRobustnessTests
{
    // Ends whatever a slip of the hand can leave open before the end of a line, a string that a backslash continues included.
    private const string Appended = "\n\n;\nafter.damage();\n";

    [TestMethod]
    public void Damaged_JavaScript_gives_a_sound_tree() =>
        Fuzzer.Run(Seeds.JavaScript, Seeds.JavaScriptWords, text => Check(text, JavaScriptParseOptions.JavaScript));

    [TestMethod]
    public void Damaged_files_of_any_language_give_a_sound_tree() =>
        Fuzzer.Run([.. Seeds.TypeScript, .. Seeds.Jsx, .. Seeds.JavaScript], Seeds.TypeScriptWords, text => Check(text, new JavaScriptParseOptions { MayBeOther = true }));

    [TestMethod]
    public void Damaged_TypeScript_gives_a_sound_tree() =>
        Fuzzer.Run([.. Seeds.TypeScript, .. Seeds.JavaScript], Seeds.TypeScriptWords, text => Check(text, JavaScriptParseOptions.TypeScriptOnly));

    [TestMethod]
    public void Damaged_JSX_gives_a_sound_tree() =>
        Fuzzer.Run([.. Seeds.Jsx, .. Seeds.JavaScript], Seeds.JsxWords, text => Check(text, new JavaScriptParseOptions { Jsx = true }));

    [TestMethod]
    public void Damaged_TSX_gives_a_sound_tree() =>
        Fuzzer.Run([.. Seeds.Jsx, .. Seeds.TypeScript], [.. Seeds.TypeScriptWords, .. Seeds.JsxWords], text => Check(text, new JavaScriptParseOptions { Jsx = true, TypeScript = true }));

    [TestMethod]
    public void Damaged_expressions_give_a_sound_tree() => Fuzzer.Run(
        ["a ? b : c.d[e](f, ...g)", "{a: 1, ...b}", "(x, i) in list", "`a${b}c` + 'd'", "a = b => ({ c })", "function () { return this }"],
        Seeds.JavaScriptWords,
        text =>
        {
            var source = new SourceText("{{ " + text + " }}");
            return CheckTree(JavaScriptParser.ParseExpression(source, new TextSpan(2, source.Length - 2), JavaScriptParseOptions.Template), new TextSpan(2, source.Length - 2));
        });

    private static string? Check(string text, JavaScriptParseOptions options)
    {
        var whole = new TextSpan(0, text.Length);
        if (CheckTree(JavaScriptParser.Parse(new SourceText(text), options), whole) is { } unsound)
            return unsound;

        var followed = JavaScriptParser.Parse(new SourceText(text + Appended), options);
        if (CheckTree(followed, new TextSpan(0, followed.Text.Length)) is { } unsoundWhenFollowed)
            return unsoundWhenFollowed;
        return CallFinder.Finds(followed, text.Length) ? null : "the statement behind the damage is lost";
    }

    private static string? CheckTree(JavaScriptTree tree, TextSpan whole)
    {
        if (tree.Program.Span != whole)
            return "the program is not the whole text";
        foreach (var error in tree.Errors)
        {
            if (!IsInside(whole, error.Span) || !IsInside(whole, error.Skipped))
                return "an error outside the text: " + error.Message;
        }

        foreach (var comment in tree.Comments)
        {
            if (!IsInside(whole, comment.Span))
                return "a comment outside the text";
        }

        var nesting = new NestingCheck();
        nesting.Visit(tree.Program);
        if (nesting.Fault is { } fault)
            return fault;

        var scopes = ScopeTree.Build(tree.Program);
        foreach (var scope in scopes.Scopes)
        {
            foreach (var (name, binding) in scope.Bindings)
            {
                if (binding.Name != name || name.Length == 0 || binding.Scope != scope)
                    return "a binding under another name or in another scope";
                if (!IsInOrder(binding))
                    return "a binding whose places are out of order or named otherwise";
            }
        }

        for (var i = 0; i < scopes.Unresolved.Count; i++)
        {
            if (scopes.Unresolved[i].Binding is not null || (i > 0 && scopes.Unresolved[i].Start < scopes.Unresolved[i - 1].Start))
                return "an unresolved name that is bound or out of order";
        }

        var folding = new FoldingCheck(new ConstantValues([tree.Program]));
        folding.Visit(tree.Program);
        return folding.Fault;
    }

    private static bool IsInOrder(Binding binding)
    {
        foreach (var places in new[] { binding.Declarations, binding.References })
        {
            for (var i = 0; i < places.Count; i++)
            {
                if (places[i].Name != binding.Name || places[i].Binding is null || (i > 0 && places[i].Start <= places[i - 1].Start))
                    return false;
            }
        }

        return true;
    }

    private static bool IsInside(TextSpan outer, TextSpan inner) => inner.Start <= inner.End && outer.Contains(inner);

    private sealed class NestingCheck : NodeWalker
    {
        private Node? _around;

        public string? Fault { get; private set; }

        public override void Visit(Node? node)
        {
            if (node is null)
                return;
            if (node.Start > node.End || (_around is not null && !_around.Span.Contains(node.Span)))
                Fault ??= node.Type + " reaches out of " + _around?.Type;
            var around = _around;
            _around = node;
            base.Visit(node);
            _around = around;
        }
    }

    private sealed class FoldingCheck(ConstantValues constants) : NodeWalker
    {
        public string? Fault { get; private set; }

        public override void Visit(Node? node)
        {
            if (node is Expression expression && constants.Of(expression) is { } values && values.Count is 0 or > ConstantValues.MaxValues)
                Fault = "a set of constants that is empty or too large";
            base.Visit(node);
        }
    }

    /// <summary>
    /// Looks for the appended call. It counts as found inside what may hold any text and has no end but its own:
    /// comments, templates (in types too), JSX text and the strings of JSX.
    /// </summary>
    private sealed class CallFinder(int from) : NodeWalker
    {
        private bool _found;
        private string _text = "";

        public static bool Finds(JavaScriptTree tree, int from)
        {
            if (tree.Comments.Count > 0 && tree.Comments[tree.Comments.Count - 1].Span.End == tree.Text.Length)
                return true;
            var finder = new CallFinder(from) { _text = tree.Text.Content };
            finder.Visit(tree.Program);
            return finder._found;
        }

        public override void Visit(Node? node)
        {
            if (node is null || _found)
                return;
            _found = node switch
            {
                CallExpression { Callee: MemberExpression { Object: Identifier { Name: "after" }, Property: Identifier { Name: "damage" } } } => node.Start >= from,
                TemplateElement or JSXText or StringLiteral => IsAround(node),
                TSType => IsAround(node) && node.Start < from && _text.IndexOf('`', node.Start, from - node.Start) >= 0,
                _ => false,
            };
            if (!_found)
                base.Visit(node);
        }

        private bool IsAround(Node node) => node.Start <= from + Appended.IndexOf('a') && node.End >= from + Appended.LastIndexOf(';');
    }
}
