using System.Collections.Generic;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Elements. The lexer must know whether it is inside a tag or between tags, so this file says how each next token is read: behind the last `>` of an
// element that is a child, and behind the `}` of a container, its parent's content goes on.
internal sealed partial class Parser
{
    // Names of the elements that are open around the current one: an end tag that fits one of them ends all inner ones.
    private readonly List<string> _openElements = [];

    // Elements without an end anywhere in the file.
    private PlaceSet _unclosedElements;

    private Expression ParseJsx() => ParseJsxElement(isChild: false);

    private Expression ParseJsxElement(bool isChild)
    {
        if (!Enter())
        {
            var skipped = SkipTooDeep();
            Leave();
            return skipped;
        }

        var element = NeedsFreshStack()
            ? OnFreshStack(isChild, static (parser, isChild) => parser.ParseJsxElementCore(isChild))
            : ParseJsxElementCore(isChild);
        Leave();
        return element;
    }

    private Expression ParseJsxElementCore(bool isChild)
    {
        var start = Start;
        Next();
        if (StartsWithGreaterThan())
        {
            ParseJsxChildren("", out var fragmentChildren, out _);
            EndJsxTag(isChild);
            return new JSXFragment(start, _previousEnd, fragmentChildren);
        }

        var name = ParseJsxElementName();
        if (_typeScript && Is(TokenKind.LessThan))
            SkipTypeArguments();
        var attributes = ParseJsxAttributes();
        if (Is(TokenKind.Divide))
        {
            Next();
            var selfClosing = new JSXOpeningElement(start, StartsWithGreaterThan() ? Start + 1 : _previousEnd, name, attributes, selfClosing: true);
            EndJsxTag(isChild);
            return new JSXElement(start, _previousEnd, selfClosing, default, null);
        }

        if (!StartsWithGreaterThan())
        {
            ErrorHere(SyntaxErrors.Expected(TokenKind.GreaterThan));
            var broken = new JSXOpeningElement(start, _previousEnd, name, attributes, selfClosing: false);
            return new JSXElement(start, _previousEnd, broken, default, null);
        }

        var opening = new JSXOpeningElement(start, Start + 1, name, attributes, selfClosing: false);
        var behind = Mark();
        NodeList<Node> children = default;
        JSXClosingElement? closing = null;
        if (!_unclosedElements.Contains(start))
            ParseJsxChildren(_text.Substring(name.Start, name.End - name.Start), out children, out closing);
        if (closing is null && Is(TokenKind.EndOfFile) && MayReadAgain(behind.Lexer.Start))
        {
            // Nothing ends it: what was taken for its content is the rest of the file.
            _unclosedElements.Add(start);
            Rewind(behind);
            children = default;
        }

        if (_unclosedElements.Contains(start))
        {
            Error(SyntaxErrors.MissingEndTag(_text.Substring(name.Start, name.End - name.Start)), name);
            EndJsxTag(isChild);
            return new JSXElement(start, _previousEnd, opening, children, null);
        }

        EndJsxTag(isChild && closing is not null);
        if (closing is not null)
            closing = new JSXClosingElement(closing.Start, _previousEnd, closing.Name);
        return new JSXElement(start, _previousEnd, opening, children, closing);
    }

    // At the last `>` of an element, which stays unread until it is known how what follows is to be read.
    private void EndJsxTag(bool isChild)
    {
        if (!StartsWithGreaterThan())
        {
            if (!Is(TokenKind.EndOfFile) && !Is(TokenKind.LessThan))
                ErrorHere(SyntaxErrors.Expected(TokenKind.GreaterThan));
            return;
        }

        if (!Is(TokenKind.GreaterThan))
            _lexer.SplitGreaterThan();
        if (isChild)
            NextJsxChild();
        else
            Next();
    }

    private void NextJsxChild()
    {
        _previousEnd = _lexer.End;
        _lexer.NextJsxChild();
    }

    /// <summary>From the <c>&gt;</c> of the opening tag to the <c>&gt;</c> of the closing one, which stays unread. Without a closing tag it ends where an outer element does.</summary>
    private void ParseJsxChildren(string name, out NodeList<Node> children, out JSXClosingElement? closing)
    {
        closing = null;
        if (!Is(TokenKind.GreaterThan))
            _lexer.SplitGreaterThan();
        NextJsxChild();
        _openElements.Add(name);
        var mark = _nodes.Mark();
        while (true)
        {
            if (Is(TokenKind.EndOfFile))
            {
                ErrorHere(SyntaxErrors.MissingEndTag(name));
                break;
            }

            if (Is(TokenKind.JsxText))
            {
                _nodes.Add(new JSXText(Start, _lexer.End, _lexer.Value!));
                NextJsxChild();
            }
            else if (Is(TokenKind.OpenBrace))
            {
                _nodes.Add(ParseJsxContainer(isChild: true));
            }
            else if (Is(TokenKind.LessThan) && Peek() != TokenKind.Divide)
            {
                _nodes.Add(ParseJsxElement(isChild: true));
                // An inner element without its end may leave the parser at a token that is no child.
                if (Kind is not (TokenKind.LessThan or TokenKind.OpenBrace or TokenKind.JsxText or TokenKind.EndOfFile))
                    _lexer.ReturnToJsxChild(_previousEnd);
            }
            else if (TryParseJsxEnd(name, out closing))
            {
                break;
            }
        }

        _openElements.RemoveAt(_openElements.Count - 1);
        children = _nodes.Take(mark);
    }

    // At `</`. True when the element ends here: with its own end tag, or without one because an outer element's stands here.
    private bool TryParseJsxEnd(string name, out JSXClosingElement? closing)
    {
        closing = null;
        var state = Mark();
        var start = Start;
        Next();
        Next();
        Expression? endName = StartsWithGreaterThan() ? null : ParseJsxElementName();
        var endText = endName is null ? "" : _text.Substring(endName.Start, endName.End - endName.Start);
        if (endText == name)
        {
            closing = new JSXClosingElement(start, _previousEnd, endName ?? new JSXIdentifier(_previousEnd, _previousEnd, ""));
            return true;
        }

        if (_openElements.Contains(endText))
        {
            Rewind(state);
            ErrorHere(SyntaxErrors.MissingEndTag(name));
            return true;
        }

        Error(SyntaxErrors.UnexpectedEndTag, start, _previousEnd);
        if (StartsWithGreaterThan())
        {
            if (!Is(TokenKind.GreaterThan))
                _lexer.SplitGreaterThan();
            NextJsxChild();
        }
        else
        {
            _lexer.ReturnToJsxChild(_previousEnd);
        }

        return false;
    }

    private Expression ParseJsxElementName()
    {
        var start = Start;
        Expression name = ParseJsxName();
        if (Is(TokenKind.Colon))
        {
            Next();
            var local = ParseJsxName();
            return new JSXNamespacedName(start, _previousEnd, (JSXIdentifier)name, local);
        }

        while (Is(TokenKind.Dot))
        {
            Next();
            var property = ParseJsxName();
            name = new JSXMemberExpression(start, _previousEnd, name, property);
        }

        return name;
    }

    private JSXIdentifier ParseJsxName()
    {
        if (!TokenFacts.IsName(Kind))
        {
            ErrorHere(SyntaxErrors.NameExpected);
            _previousEnd = Start;
            return new JSXIdentifier(Start, Start, "");
        }

        _lexer.ExtendJsxName();
        var name = new JSXIdentifier(Start, _lexer.End, _lexer.Value!);
        Next();
        return name;
    }

    private NodeList<Node> ParseJsxAttributes()
    {
        var mark = _nodes.Mark();
        while (!StartsWithGreaterThan() && Kind is not (TokenKind.Divide or TokenKind.EndOfFile or TokenKind.LessThan))
        {
            if (Is(TokenKind.OpenBrace))
                _nodes.Add(ParseJsxSpreadAttribute());
            else if (TokenFacts.IsName(Kind))
                _nodes.Add(ParseJsxAttribute());
            else if (Kind is TokenKind.CloseBrace or TokenKind.CloseParen or TokenKind.Semicolon)
                break;
            else
                SkipToken(SyntaxErrors.Unexpected(Kind));
        }

        return _nodes.Take(mark);
    }

    private JSXSpreadAttribute ParseJsxSpreadAttribute()
    {
        var start = Start;
        Next();
        Expect(TokenKind.Ellipsis);
        var argument = ParseJsxInner();
        Expect(TokenKind.CloseBrace);
        return new JSXSpreadAttribute(start, _previousEnd, argument);
    }

    private JSXAttribute ParseJsxAttribute()
    {
        var start = Start;
        Expression name = ParseJsxName();
        if (Is(TokenKind.Colon))
        {
            Next();
            var local = ParseJsxName();
            name = new JSXNamespacedName(start, _previousEnd, (JSXIdentifier)name, local);
        }

        if (!Is(TokenKind.Assign))
            return new JSXAttribute(start, _previousEnd, name, null);
        _previousEnd = _lexer.End;
        _lexer.NextJsxAttributeValue();
        Node? value = null;
        if (Is(TokenKind.String))
        {
            value = new StringLiteral(Start, _lexer.End, _lexer.Value!);
            Next();
        }
        else if (Is(TokenKind.OpenBrace))
        {
            value = ParseJsxContainer(isChild: false);
        }
        else if (Is(TokenKind.LessThan))
        {
            value = ParseJsxElement(isChild: false);
        }
        else
        {
            ErrorHere(SyntaxErrors.StringExpected);
        }

        return new JSXAttribute(start, _previousEnd, name, value);
    }

    private Node ParseJsxContainer(bool isChild)
    {
        var start = Start;
        Next();
        Node container;
        if (isChild && Is(TokenKind.Ellipsis))
        {
            Next();
            var spread = ParseJsxInner();
            EndJsxContainer(isChild);
            container = new JSXSpreadChild(start, _previousEnd, spread);
        }
        else if (Is(TokenKind.CloseBrace))
        {
            var empty = new JSXEmptyExpression(_previousEnd, Start);
            if (!isChild)
                ErrorHere(SyntaxErrors.ExpressionExpected);
            EndJsxContainer(isChild);
            container = new JSXExpressionContainer(start, _previousEnd, empty);
        }
        else
        {
            var expression = ParseJsxInner();
            EndJsxContainer(isChild);
            container = new JSXExpressionContainer(start, _previousEnd, expression);
        }

        return container;
    }

    private Expression ParseJsxInner()
    {
        var saved = _context;
        _context = (_context | Context.In) & ~(Context.Consequent | Context.Decorator);
        var expression = ParseExpression();
        _context = saved;
        return expression;
    }

    private void EndJsxContainer(bool isChild)
    {
        if (!isChild)
        {
            Expect(TokenKind.CloseBrace);
            return;
        }

        if (!Is(TokenKind.CloseBrace))
        {
            ErrorHere(SyntaxErrors.Expected(TokenKind.CloseBrace));
            while (Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile) && !NewLineBefore)
                SkipToken(SyntaxErrors.Unexpected(Kind));
        }

        if (Is(TokenKind.CloseBrace))
            NextJsxChild();
        else
            _lexer.ReturnToJsxChild(_previousEnd);
    }
}
