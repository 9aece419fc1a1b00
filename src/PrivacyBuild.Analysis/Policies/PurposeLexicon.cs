using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PrivacyBuild.Syntax.Json;
using PrivacyBuild.Syntax.Text;

namespace PrivacyBuild.Analysis.Policies;

/// <summary>
/// The words by which a purpose that says something is told from one that says nothing. Data: <c>purposes.json</c>, which also
/// explains its own form.
/// </summary>
public sealed class PurposeLexicon
{
    private readonly JsonObject _root;
    private readonly Dictionary<string, KindWords> _kinds;
    private readonly Dictionary<string, TextPattern> _patterns;
    private readonly Dictionary<char, char> _simplified;

    private PurposeLexicon(JsonObject root)
    {
        _root = root;
        _kinds = Objects(root, "kinds").Select(kind => new KindWords(Text(kind, "key"), Words(kind, "labels"), Words(kind, "expected"), Words(kind, "foreign"), new TextPattern(Words(kind, "policy"), [])))
            .ToDictionary(kind => kind.Key, StringComparer.Ordinal);
        _patterns = ((JsonObject)root["patterns"]!).Members.ToDictionary(member => member.Name, member => Pattern((JsonObject)member.Value), StringComparer.Ordinal);
        var pairs = string.Concat(Words(root, "traditional"));
        _simplified = Enumerable.Range(0, pairs.Length / 2).ToDictionary(i => pairs[2 * i], i => pairs[(2 * i) + 1]);
        Fillers = new HashSet<string>(Words(root, "fillers").Select(CoreText.Compact), StringComparer.Ordinal);
        ShortWords = new HashSet<string>(Words(root, "shortWords").Select(CoreText.Compact), StringComparer.Ordinal);
        KeyboardRows = Words(root, "keyboardRows");
        ChineseOpenings = Words((JsonObject)root["openings"]!, "zh");
        EnglishOpenings = Words((JsonObject)root["openings"]!, "en");
        SentenceOpening = new TextPattern(Words(root, "sentenceOpenings"), []);
        Collecting = LongestFirst("collecting");
        Possessive = LongestFirst("possessive");
        Suffixes = LongestFirst("suffixes");
        WriteOnly = new HashSet<string>(Words(root, "writeOnly"), StringComparer.Ordinal);
        Related = ((JsonArray)root["related"]!).Items.Cast<JsonArray>().Select(Strings).ToArray();
        var blanket = (JsonObject)root["blanket"]!;
        BlanketChinese = Words(blanket, "zh").OrderByDescending(word => word.Length).ToArray();
        BlanketEnglish = new HashSet<string>(Words(blanket, "en"), StringComparer.Ordinal);
        Labels = new HashSet<string>(_kinds.Values.SelectMany(kind => kind.Labels).Select(CoreText.Compact), StringComparer.Ordinal);
    }

    /// <summary>Texts that are no purpose as a whole, compact.</summary>
    public ISet<string> Fillers { get; }

    /// <summary>English words that are short and no random letters, compact.</summary>
    public ISet<string> ShortWords { get; }

    public IReadOnlyList<string> KeyboardRows { get; }

    public IReadOnlyList<string> ChineseOpenings { get; }

    public IReadOnlyList<string> EnglishOpenings { get; }

    public TextPattern SentenceOpening { get; }

    /// <summary>Verbs that only say that information is taken.</summary>
    public IReadOnlyList<string> Collecting { get; }

    public IReadOnlyList<string> Possessive { get; }

    public IReadOnlyList<string> Suffixes { get; }

    /// <summary>Keys of the kinds that give permission to write and nothing else.</summary>
    public ISet<string> WriteOnly { get; }

    /// <summary>Groups of keys that may share a reason.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Related { get; }

    public IReadOnlyList<string> BlanketChinese { get; }

    public ISet<string> BlanketEnglish { get; }

    /// <summary>The words that stand for a kind of information itself, of all kinds, compact.</summary>
    public ISet<string> Labels { get; }

    public IEnumerable<string> PatternNames => _patterns.Keys;

    /// <summary>The words of one kind; null for a key of one's own.</summary>
    public KindWords? Kind(string key) => _kinds.TryGetValue(key, out var kind) ? kind : null;

    public IEnumerable<KindWords> Kinds => _kinds.Values;

    /// <summary>A pattern by its name in the data.</summary>
    public TextPattern Pattern(string name) => _patterns[name];

    /// <summary>The text in the characters that the words of the lexicon are written with; as long as before.</summary>
    public string Simplify(string text) =>
        text.Any(_simplified.ContainsKey) ? new string(text.Select(c => _simplified.TryGetValue(c, out var simplified) ? simplified : c).ToArray()) : text;

    /// <summary>The lexicon that comes with the product.</summary>
    public static PurposeLexicon Load()
    {
        using var stream = typeof(PurposeLexicon).Assembly.GetManifestResourceStream("purposes.json")
            ?? throw new InvalidDataException("purposes.json is not embedded");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(new SourceText(reader.ReadToEnd()));
    }

    internal static PurposeLexicon Read(SourceText text) => JsonReader.Read(text) is { Root: JsonObject root, Error: null }
        ? new PurposeLexicon(root)
        : throw new InvalidDataException("purposes.json is no JSON object");

    private static TextPattern Pattern(JsonObject json) => new(Words(json, "match"), Words(json, "not"));

    private string[] LongestFirst(string name) => Words(_root, name).Select(CoreText.Compact).OrderByDescending(word => word.Length).ToArray();

    private static IEnumerable<JsonObject> Objects(JsonObject owner, string name) => (owner[name] as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static string Text(JsonObject owner, string name) => owner.TryGetString(name, out var text) ? text : throw new InvalidDataException("purposes.json: " + name);

    private static string[] Words(JsonObject owner, string name) => owner[name] is JsonArray list ? Strings(list) : [];

    private static string[] Strings(JsonArray list) => list.Items.OfType<JsonString>().Select(text => text.Value).ToArray();
}

/// <summary>
/// The words of one kind: what stands for the information itself (<paramref name="Labels"/>), what a purpose for it usually speaks of, and
/// what belongs to other kinds; and by what a privacy policy names it.
/// </summary>
public sealed record KindWords(string Key, IReadOnlyList<string> Labels, IReadOnlyList<string> Expected, IReadOnlyList<string> Foreign, TextPattern Policy);
