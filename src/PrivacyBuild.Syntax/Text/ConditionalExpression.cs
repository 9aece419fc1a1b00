using System;

namespace PrivacyBuild.Syntax.Text;

/// <summary>
/// The conditions of conditional compilation: names with <c>||</c>, <c>&amp;&amp;</c>, <c>!</c> and parentheses, in logic of three values.
/// Anything else (uni-app compares versions) cannot be told.
/// </summary>
internal sealed class ConditionalExpression
{
    // Conditions are a handful of names; a bound keeps hostile ones from the stack.
    private const int MaxDepth = 50;

    private readonly string _content;
    private readonly int _end;
    private readonly Func<string, bool?> _isDefined;
    private int _position;
    private int _depth;
    private bool _failed;

    private ConditionalExpression(string content, TextSpan span, Func<string, bool?> isDefined)
    {
        _content = content;
        _position = span.Start;
        _end = span.End;
        _isDefined = isDefined;
    }

    /// <summary>Whether the condition holds; null when that cannot be told, with its place when it could not even be read.</summary>
    public static bool? Evaluate(string content, TextSpan span, Func<string, bool?> isDefined, out TextSpan? error)
    {
        var expression = new ConditionalExpression(content, span, isDefined);
        var value = expression.ReadOr();
        expression.SkipBlanks();
        var read = !expression._failed && expression._position == span.End;
        error = read ? null : span;
        return read ? value : null;
    }

    private bool? ReadOr()
    {
        var value = ReadAnd();
        while (Eat("||"))
            value |= ReadAnd();
        return value;
    }

    private bool? ReadAnd()
    {
        var value = ReadOperand();
        while (Eat("&&"))
            value &= ReadOperand();
        return value;
    }

    private bool? ReadOperand()
    {
        if (++_depth > MaxDepth)
            return Fail();

        bool? value;
        if (Eat("!"))
        {
            value = !ReadOperand();
        }
        else if (Eat("("))
        {
            value = ReadOr();
            if (!Eat(")"))
                value = Fail();
        }
        else
        {
            value = ReadName();
        }

        _depth--;
        return value;
    }

    private bool? ReadName()
    {
        SkipBlanks();
        var start = _position;
        while (_position < _end && (char.IsLetterOrDigit(_content[_position]) || _content[_position] is '_' or '-' or '.'))
            _position++;
        if (_position == start)
            return Fail();

        var name = _content.Substring(start, _position - start);
        return name switch
        {
            "true" => true,
            "false" => false,
            _ => _isDefined(name),
        };
    }

    private bool? Fail()
    {
        _failed = true;
        _position = _end;
        return null;
    }

    private bool Eat(string what)
    {
        SkipBlanks();
        if (_position + what.Length > _end || string.CompareOrdinal(_content, _position, what, 0, what.Length) != 0)
            return false;
        _position += what.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_position < _end && _content[_position] is ' ' or '\t')
            _position++;
    }
}
