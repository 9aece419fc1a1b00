using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PrivacyBuild.Syntax.JavaScript.Lexing;
using PrivacyBuild.Syntax.JavaScript.Nodes;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

// Recursive descent, one method per production; binary operators by precedence in a loop. Each part of the grammar has its file; moving over
// tokens, marking and reporting are in Parser.Cursor.cs.
//
// Arrow functions and destructuring assignments are read as expressions first and turned into patterns when "=>" or "=" shows up (the cover
// grammar of the standard, Parser.Patterns.cs). Nothing is read twice for it. What TypeScript makes ambiguous is tried with a mark and a rewind,
// in methods whose names begin with Try.
//
// An error never stops the parser. A missing token is reported and taken as present; where an expression is missing an ErrorExpression stands;
// a token that no statement can begin with becomes an ErrorStatement. Every loop moves on by at least one token. Recovery.cs holds what is
// more than that.

/// <summary>Parses one text. An instance is used once.</summary>
internal sealed partial class Parser
{
    /// <summary>Constructs nested deeper than this are reported and skipped.</summary>
    private const int DepthLimit = 5000;

    // The stack is asked only once in so many levels of nesting; so many levels must fit in what the runtime calls sufficient.
    private const int LevelsBetweenStackChecks = 4;

    private const int StepsBetweenCancellationChecks = 1024;

    // How much may be read again after tries that came to nothing: so many times the text, and this much in any text.
    private const int TextsReadInVain = 16;
    private const int CharactersReadInVain = 65_536;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly List<SyntaxError> _errors = [];
    private readonly List<Comment> _comments = [];
    private readonly CancellationToken _cancellationToken;
    private readonly bool _typeScript;
    private readonly bool _jsx;
    private readonly bool _reservedNames;

    private readonly ListBuilder<Statement> _statements = new();
    private readonly ListBuilder<Expression> _expressions = new();
    private readonly ListBuilder<Expression?> _elements = new();
    private readonly ListBuilder<Node> _nodes = new();
    private readonly ListBuilder<Node?> _patternElements = new();
    private readonly ListBuilder<TemplateElement> _quasis = new();
    private readonly ListBuilder<VariableDeclarator> _declarators = new();
    private readonly ListBuilder<SwitchCase> _cases = new();
    private readonly ListBuilder<ExportSpecifier> _exportSpecifiers = new();
    private readonly ListBuilder<Decorator> _decorators = new();
    private readonly ListBuilder<TSEnumMember> _enumMembers = new();

    private Context _context = Context.In;
    private SourceType? _sourceType;
    private int _previousEnd;
    private int _depth;
    private int _steps;
    private long _readInVain;
    private readonly long _mostReadInVain;

    // Where an arrow function may begin: the start of the assignment expression under way.
    private int _arrowStart = -1;

    // The arrow function just read, when no parenthesis closed behind it: no operator may follow it.
    private Expression? _bareArrow;

    // The first `{a = 1}` not yet made a pattern, or -1.
    private int _coverInitializer = -1;

    // The last await and yield expressions: arrow parameters may hold none.
    private int _lastAwait = -1;
    private int _lastYield = -1;

    // The last `await` that was a name: parameters of an async arrow function may hold none of these either.
    private int _lastAwaitName = -1;

    // Second reading: a missing brace is put where the indentation says.
    private readonly bool _byIndentation;

    public Parser(SourceText source, JavaScriptParseOptions options, TextSpan range, bool byIndentation, CancellationToken cancellationToken)
    {
        _byIndentation = byIndentation;
        _source = source;
        _text = source.Content;
        _typeScript = options.TypeScript;
        _jsx = options.Jsx;
        _reservedNames = options.ReservedNames;
        _sourceType = options.SourceType;
        _cancellationToken = cancellationToken;
        _previousEnd = range.Start;
        _mostReadInVain = ((long)TextsReadInVain * range.Length) + CharactersReadInVain;
        _lexer = new Lexer(source, range, _errors, _comments);
        if (_sourceType == SourceType.Module)
            EnterModule();
        if (range.Start == 0)
            _lexer.SkipHashbang();
    }

    /// <summary>Found by an earlier reading; these templates end with their lines.</summary>
    public HashSet<int>? UnclosedTemplates
    {
        init => _lexer.UnclosedTemplates = value;
    }

    /// <summary>Whether the text ended inside a block, class or object.</summary>
    public bool EndsInsideBraces { get; private set; }

    public JavaScriptTree ParseProgram(TextSpan range)
    {
        _lexer.Next();
        var mark = _statements.Mark();
        ParseDirectives();
        while (!Is(TokenKind.EndOfFile))
            ParseListedStatement();
        var body = _statements.Take(mark);
        return Finish(new Program(range.Start, range.End, body, _sourceType ?? SourceType.Script));
    }

    public JavaScriptTree ParseSingleExpression(TextSpan range)
    {
        _lexer.Next();
        var mark = _statements.Mark();
        var start = _lexer.Start;
        var expression = ParseExpression();
        _statements.Add(new ExpressionStatement(start, _previousEnd, expression, null));
        while (!Is(TokenKind.EndOfFile))
            ParseListedStatement(SyntaxErrors.Unexpected(Kind));
        return Finish(new Program(range.Start, range.End, _statements.Take(mark), _sourceType ?? SourceType.Script));
    }

    // The order is stable: of several errors at one place the first found stays first.
    private JavaScriptTree Finish(Program program) =>
        new(_source, program, _errors.OrderBy(error => error.Span.Start).ToArray(), _comments);

    // The file holds module syntax: from here on the rules of modules apply.
    private void EnterModule()
    {
        _sourceType = SourceType.Module;
        _lexer.HtmlComments = false;
        _context |= Context.Strict;
        if ((_context & Context.Function) == 0)
            _context |= Context.Await;
    }
}
