using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PrivacyBuild.Conformance;
using PrivacyBuild.Syntax.JavaScript.Nodes;

// Shows what the parser makes of files, one JSON line each, so that anyone can hold it against another parser, and holds the engine against itself.

if (args.Length < 2)
{
    Console.Error.WriteLine("""
        usage: parse [--script | --module] PATH…   path, ok, first error with its place, milliseconds
               refs [--script | --module] PATH…    every identifier reference and member access: name, line, column, start
               test262 FOLDER                      what fails of test262's test folder, and a closing line
               bench PATH…                         megabytes a second and bytes allocated per character
               filter FOLDER…                      usages of the mini programs in each folder that leaving out files without one changes
        A PATH is a file, a folder walked in sorted order, or - for paths from standard input. The language follows the extension; a .js file is read as JSX when it is no plain JavaScript.
        """);
    return 2;
}

SourceType? sourceType = null;
var paths = new List<string>();
foreach (var argument in args[1..])
{
    switch (argument)
    {
        case "--script":
            sourceType = SourceType.Script;
            break;
        case "--module":
            sourceType = SourceType.Module;
            break;
        default:
            paths.Add(argument);
            break;
    }
}

using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var exitCode = 2;
// The walkers of this console are plain recursion; the deepest trees need more than the main thread has.
var worker = new Thread(
    () => exitCode = args[0] switch
    {
        "parse" => ParseCommand.Run(paths, sourceType, output),
        "refs" => RefsCommand.Run(paths, sourceType, output),
        "test262" => Test262Command.Run(paths[0], output),
        "bench" => BenchCommand.Run(paths, output),
        "filter" => FilterCommand.Run(paths, output),
        _ => 2,
    },
    maxStackSize: 512 * 1024 * 1024);
worker.Start();
worker.Join();
return exitCode;
