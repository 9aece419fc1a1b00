using System.Collections.Generic;
using System.Linq;
using PrivacyBuild.Analysis.Usages.Values;
using PrivacyBuild.Syntax.Text;
using PrivacyBuild.Syntax.Wxml;

namespace PrivacyBuild.Analysis.Usages.Markup;

/// <summary>The expressions of one template as values: each is built when it is asked for, in the scope of its element.</summary>
internal sealed class TemplateExpressions(TemplateSource source, TemplateFile file, UsageProgram program, TemplateScopes scopes)
{
    private readonly Solver _solver = program.Solver;
    private readonly Dictionary<MarkupElement, ObjectValue> _scopes = [];
    private readonly Dictionary<MarkupAttribute, Slot> _values = [];
    private readonly ProgramBuilder _builder = new(program.Solver, program.Facts, file.Module) { Template = new TemplateOrigin(scopes.OptionsOf(file)) };

    public TemplateSource Source { get; } = source;

    public TemplateFile File { get; } = file;

    public Place PlaceOf(TextSpan span) => new(File.Module, span.Start, span.End);

    public Slot Value(MarkupElement element, MarkupAttribute attribute)
    {
        if (_values.TryGetValue(attribute, out var known))
            return known;
        var slot = new Slot(PlaceOf(attribute.Span));
        _values.Add(attribute, slot);
        if (attribute.Parts is not { } value)
            return slot;
        if (value.IsLiteral)
            _solver.Add(slot, new StringValue(attribute.Value!, PlaceOf(attribute.Span)));
        else
            _solver.Flow(_builder.TemplateValue(value, ScopeOf(element), PlaceOf(attribute.Span)), slot);
        return slot;
    }

    /// <summary>What a <c>template is</c> element hands over as <c>data</c>.</summary>
    public Operand Data(MarkupElement element, TextSpan expression) => _builder.TemplateData(File.Module.Text, expression, ScopeOf(element));

    /// <summary>Says of a loop's variable what it may be.</summary>
    public void BuildLoop(MarkupElement element)
    {
        if (LoopOf(element) is not { Parts: { } list } loop || VariableOf(element) is not { } variable)
            return;
        var item = ObjectAccess.Property(_solver, ScopeOf(element), variable, PlaceOf(loop.Span));
        var elements = _builder.TemplateList(list, OuterScopeOf(element));
        _solver.Listen(elements, new ElementsOf(item), item);
        _solver.Closings.Add(new UnknownElements(elements, item));
    }

    public static MarkupAttribute? LoopOf(MarkupElement element) =>
        element.FindAttribute("wx:for") ?? element.FindAttribute("wx:for-items") ?? element.FindAttribute("v-for");

    /// <summary>The variable of an element's loop; null when it has none.</summary>
    public string? VariableOf(MarkupElement element)
    {
        if (LoopOf(element) is not { } loop)
            return null;
        var name = element.FindAttribute("wx:for-item")?.Value ?? (loop.Name == "v-for" ? FirstVariable(loop) : "item");
        return name.Length > 0 ? name : null;
    }

    /// <summary>The names in the expressions of a value; more than that (members, words in strings) does no harm.</summary>
    public IEnumerable<string> NamesIn(MarkupValue value) =>
        value.Parts.Where(part => part.IsExpression).SelectMany(part => MarkupNames.WordsOf(Source.Text.Content, part.Expression!.Value));

    private ObjectValue ScopeOf(MarkupElement element)
    {
        // From the innermost element with a known scope inwards, without recursion: tags nest deep.
        var unknown = new Stack<MarkupElement>();
        for (var at = element; at != null && !_scopes.ContainsKey(at); at = at.Parent)
            unknown.Push(at);
        while (unknown.Count > 0)
        {
            var inner = unknown.Pop();
            _scopes.Add(inner, LoopOf(inner) is { } loop ? LoopScope(inner, loop) : OuterScopeOf(inner));
        }

        return _scopes[element];
    }

    /// <summary>The scope around an element; that of its parent must be known.</summary>
    private ObjectValue OuterScopeOf(MarkupElement element)
    {
        if (element.Name == "template" && element.FindAttribute("name")?.Value is { Length: > 0 } name)
            return scopes.TemplateScope(File.Module, name);
        return element.Parent != null ? _scopes[element.Parent] : scopes.ScopeOf(File.Module);
    }

    private ObjectValue LoopScope(MarkupElement element, MarkupAttribute loop)
    {
        var scope = new ObjectValue(PlaceOf(element.NameSpan));
        if (VariableOf(element) is { } variable)
            ObjectAccess.Property(_solver, scope, variable, PlaceOf(loop.Span));
        _solver.Add(ObjectAccess.Fallback(_solver, scope), OuterScopeOf(element));
        return scope;
    }

    private string FirstVariable(MarkupAttribute loop)
    {
        var text = Source.Text.Slice(loop.ValueSpan).TrimStart(' ', '(');
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$'))
            end++;
        return text.Substring(0, end);
    }
}
