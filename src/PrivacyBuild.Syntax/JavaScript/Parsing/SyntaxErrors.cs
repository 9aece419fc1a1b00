using PrivacyBuild.Syntax.JavaScript.Lexing;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>Every text of a JavaScript syntax error, by name.</summary>
internal static class SyntaxErrors
{
    // Characters and tokens.
    public const string UnexpectedCharacter = "Unexpected character";
    public const string UnterminatedString = "Unterminated string";
    public const string UnterminatedTemplate = "Unterminated template";
    public const string UnterminatedComment = "Unterminated comment";
    public const string UnterminatedRegExp = "Unterminated regular expression";
    public const string InvalidEscape = "Invalid escape sequence";
    public const string InvalidNumber = "Invalid number";
    public const string MisplacedSeparator = "A numeric separator may stand only between digits";
    public const string NameAfterNumber = "A name may not follow a number immediately";
    public const string LegacyOctal = "Octal literals and escapes are not allowed in strict code";
    public const string EscapedKeyword = "A keyword may not be written with escapes";

    // Structure.
    public const string ExpressionExpected = "Expression expected";
    public const string NameExpected = "Name expected";
    public const string PropertyExpected = "Property name expected";
    public const string StatementExpected = "Statement expected";
    public const string StringExpected = "String expected";
    public const string TypeExpected = "Type expected";
    public const string SemicolonExpected = "';' expected";
    public const string CatchOrFinallyExpected = "'catch' or 'finally' expected";
    public const string FromExpected = "'from' expected";
    public const string TooDeep = "The nesting is too deep";
    public const string Unreadable = "This part could not be read";

    // Statements.
    public const string DeclarationNotAllowed = "A declaration is not allowed here";
    public const string InitializerExpected = "This declaration needs an initializer";
    public const string ForInitializer = "The variable of a for-in or for-of loop may not have an initializer";
    public const string OneLoopVariable = "A for-in or for-of loop takes one variable";
    public const string LetInLexical = "'let' may not be a lexically declared name";
    public const string NewLineAfterThrow = "A line break is not allowed after 'throw'";
    public const string SeveralDefaults = "A switch may have only one default clause";
    public const string WithInStrict = "'with' is not allowed in strict code";
    public const string ReturnOutsideFunction = "'return' outside of a function";
    public const string AsyncOfLoop = "A for-of loop may not begin with 'async of' or 'let'";

    // Expressions.
    public const string InvalidTarget = "Invalid assignment target";
    public const string InvalidParameter = "Invalid parameter";
    public const string ParenthesizedPattern = "A pattern may not be parenthesized";
    public const string InitializerInObject = "'=' in an object literal is allowed only in a pattern";
    public const string RestNotLast = "A rest element must be the last";
    public const string RestInitializer = "A rest element may not have an initializer";
    public const string MixedCoalesce = "'??' may not be mixed with '||' or '&&' without parentheses";
    public const string UnaryBeforePower = "A unary expression before '**' needs parentheses";
    public const string OptionalTemplate = "A template may not follow an optional chain";
    public const string OptionalInNew = "An optional chain is not allowed in 'new'";
    public const string NewImport = "'import' is not allowed in 'new'";
    public const string NewLineBeforeArrow = "A line break is not allowed before '=>'";
    public const string AwaitOutsideAsync = "'await' is allowed only in async functions and at the top level of modules";
    public const string AwaitInParameters = "'await' is not allowed in parameters";
    public const string YieldInParameters = "'yield' is not allowed in parameters";
    public const string InvalidTemplateEscape = "Invalid escape sequence in a template";
    public const string PrivateNameHere = "A private name is allowed only as a member or before 'in'";
    public const string ReservedWord = "A reserved word may not be a name here";
    public const string AccessorParameters = "A getter takes no parameters and a setter exactly one";
    public const string MetaProperty = "Unknown meta property";
    public const string ImportMetaOutsideModule = "'import.meta' is allowed only in modules";
    public const string ImportArguments = "import() takes one or two arguments";
    public const string SuperHere = "'super' must be called or have a member";

    // Classes.
    public const string ClassFieldName = "A field may not have this name";
    public const string ConstructorKind = "A constructor may not be a getter, setter, generator or async";
    public const string StaticPrototype = "A static member may not be named 'prototype'";
    public const string PrivateConstructor = "A private name may not be '#constructor'";
    public const string DecoratorPlace = "Decorators are not allowed here";

    // Elements.
    public const string UnexpectedEndTag = "This end tag closes no element";

    // Modules.
    public const string ModuleSyntaxInScript = "'import' and 'export' are allowed only in modules";
    public const string ModuleSyntaxNested = "'import' and 'export' are allowed only at the top level";
    public const string LoneSurrogate = "A module export name must be well-formed Unicode";
    public const string StringWithoutFrom = "A string or reserved word may be exported only from another module";
    public const string DuplicateAttribute = "An import attribute may be given only once";

    // Early errors: what a tree that parsed is told.
    public const string ArgumentsHere = "'arguments' is not allowed in class fields and static blocks";
    public const string SuperCallHere = "'super()' is allowed only in the constructor of a derived class";
    public const string SuperMemberHere = "'super' is allowed only in methods";
    public const string NewTargetHere = "'new.target' is allowed only in functions";
    public const string DuplicateProto = "An object literal may have only one '__proto__'";
    public const string DeleteName = "A name may not be deleted in strict code";
    public const string DeletePrivate = "A private member may not be deleted";
    public const string UseStrictParameters = "'use strict' is not allowed in a function whose parameters are not plain names";
    public const string DuplicateParameter = "This parameter name is taken";
    public const string DuplicatePrivateName = "This private name is declared already";
    public const string UnknownPrivateName = "This private name is not declared in a class around";
    public const string DuplicateConstructor = "A class may have only one constructor";
    public const string DuplicateExport = "This name is exported already";
    public const string UnknownExport = "This name is exported but not declared";
    public const string DuplicateLabel = "This label is taken by a statement around";
    public const string UnknownLabel = "No statement around has this label";
    public const string BreakHere = "'break' is allowed only in loops and switches";
    public const string UsingHere = "'using' is allowed only in blocks, functions and modules";
    public const string ContinueHere = "'continue' is allowed only in loops";

    // Regular expressions.
    public const string RegExpFlags = "Invalid regular expression flags";
    public const string RegExpGroup = "Invalid group in a regular expression";
    public const string RegExpGroupName = "Invalid group name in a regular expression";
    public const string RegExpGroupReference = "A regular expression refers to a group it does not have";
    public const string RegExpQuantifier = "Nothing to repeat in a regular expression";
    public const string RegExpRange = "Invalid range in a regular expression";
    public const string RegExpEscape = "Invalid escape in a regular expression";
    public const string RegExpProperty = "Unknown property in a regular expression";
    public const string RegExpClass = "Invalid character class in a regular expression";
    public const string RegExpBracket = "Unmatched bracket in a regular expression";

    public static string Redeclared(string name) => "'" + name + "' is declared already";

    public static string MissingEndTag(string name) => "'</" + name + ">' expected";

    public static string Expected(TokenKind kind) => "'" + TokenFacts.Text(kind) + "' expected";

    public static string Unexpected(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "Unexpected end of file",
        < TokenKind.OpenBrace => "Unexpected " + TokenFacts.Text(kind),
        TokenKind.Identifier => "Unexpected name",
        TokenKind.EscapedKeyword => EscapedKeyword,
        _ => "Unexpected '" + TokenFacts.Text(kind) + "'",
    };
}
