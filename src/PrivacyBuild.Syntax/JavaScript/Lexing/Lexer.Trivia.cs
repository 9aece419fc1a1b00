using System;
using PrivacyBuild.Syntax.JavaScript.Parsing;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Lexing;

// What stands between tokens: white space, line ends and comments, those that look like HTML included.
internal sealed partial class Lexer
{
    private void SkipTrivia()
    {
        while (_position < _end)
        {
            var c = _text[_position];
            switch (c)
            {
                case ' ' or '\t' or '\v' or '\f':
                    _position++;
                    break;
                case '\n' or '\r':
                    NewLineBefore = true;
                    _position++;
                    break;
                case '/':
                    if (Peek(1) == '/')
                        SkipLineComment();
                    else if (Peek(1) == '*')
                        SkipBlockComment();
                    else
                        return;
                    break;
                case '<':
                    if (!HtmlComments || Peek(1) != '!' || Peek(2) != '-' || Peek(3) != '-')
                        return;
                    SkipLineComment();
                    break;
                case '-':
                    if (!HtmlComments || Peek(1) != '-' || Peek(2) != '>' || !(NewLineBefore || IsFirstOfText()))
                        return;
                    SkipLineComment();
                    break;
                default:
                    if (c < '\u0080')
                        return;
                    if (Characters.IsLineEnd(c))
                        NewLineBefore = true;
                    else if (!Characters.IsWhiteSpace(c))
                        return;
                    _position++;
                    break;
            }
        }
    }

    // From here on there is no end of a comment, as a search has shown; without remembering it every further comment would search again.
    private int _noCommentEndFrom = int.MaxValue;

    // Start and End are equal only before the first token; after it they never are, save at the end.
    private bool IsFirstOfText() => Start == End;

    private void SkipLineComment()
    {
        var start = _position;
        SkipLine();
        _comments.Add(new Comment(new TextSpan(start, _position), false));
    }

    private void SkipLine()
    {
        while (_position < _end && !Characters.IsLineEnd(_text[_position]))
            _position++;
    }

    private void SkipBlockComment()
    {
        var start = _position;
        var close = start < _noCommentEndFrom && _end - start >= 4 ? _text.IndexOf("*/", start + 2, _end - start - 2, StringComparison.Ordinal) : -1;
        if (close < 0)
        {
            _noCommentEndFrom = Math.Min(_noCommentEndFrom, start);
            // Without its end a comment would swallow the file; it is taken to end with its line.
            SkipLine();
            Error(SyntaxErrors.UnterminatedComment, start, _position);
        }
        else
        {
            _position = close + 2;
            if (!NewLineBefore)
                NewLineBefore = HasLineEnd(start, _position);
        }

        _comments.Add(new Comment(new TextSpan(start, _position), true));
    }

    private bool HasLineEnd(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Characters.IsLineEnd(_text[i]))
                return true;
        }

        return false;
    }
}
