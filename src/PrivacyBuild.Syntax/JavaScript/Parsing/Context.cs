using System;

namespace PrivacyBuild.Syntax.JavaScript.Parsing;

/// <summary>What the grammar's parameters say at the current place (the bracketed ones of the standard, and strictness).</summary>
[Flags]
internal enum Context
{
    None = 0,

    /// <summary><c>in</c> is an operator; off in the head of a <c>for</c>.</summary>
    In = 1,

    /// <summary><c>yield</c> is an operator.</summary>
    Yield = 2,

    /// <summary><c>await</c> is an operator.</summary>
    Await = 4,

    /// <summary>A <c>return</c> has a function to leave.</summary>
    Return = 8,

    Strict = 16,

    /// <summary>Inside any function, initializer or static block: no longer the top level of the file.</summary>
    Function = 32,

    /// <summary><c>await</c> can be no name though it is no operator either: static blocks, parameters of async functions.</summary>
    AwaitReserved = 64,

    /// <summary>Between <c>?</c> and <c>:</c>, where a parenthesis and a colon need not be a typed arrow function.</summary>
    Consequent = 128,

    /// <summary>In a type where <c>extends</c> after <c>infer T</c> may belong to the conditional type around.</summary>
    NoConditionalType = 256,

    /// <summary>Inside <c>declare</c> or a declaration file: bodies and initializers may be missing.</summary>
    Ambient = 512,

    /// <summary>Inside the parentheses of a decorator's head, where a call ends it.</summary>
    Decorator = 1024,

    /// <summary>Directly in the body of a TypeScript namespace, where export and import may stand.</summary>
    ModuleBlock = 2048,
}
