using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using PrivacyBuild.Analysis.MiniPrograms;

namespace PrivacyBuild.Analysis.Tests.MiniPrograms;

[TestClass]
public sealed class GlobPatternTest
{
    [TestMethod]
    [DataRow("*.js", "a.js", "a.ts d/a.js .a.js .js")]
    [DataRow("d/*", "d/a d/a.js", "d d/e/a d/.a")]
    [DataRow("d/**", "d/a d/e/a", "d e/d/a d/.e/a")]
    [DataRow("**/a.js", "a.js d/a.js d/e/a.js", "ba.js d/b.js .d/a.js")]
    [DataRow("**", "a d/a", ".a")]
    [DataRow("d/**/e/*.js", "d/e/a.js d/x/y/e/a.js", "d/a.js d/e/x/a.js")]
    [DataRow("a?.js", "ab.js", "a.js abc.js a/.js")]
    [DataRow("[a-c]x", "ax bx", "dx x -x")]
    [DataRow("[!a-c]x", "dx", "ax")]
    [DataRow("[]x]", "] x", "a")]
    [DataRow("[a", "[a", "a")]
    [DataRow("*.{js,ts}", "a.js a.ts", "a.wxs")]
    [DataRow("a{1..3}", "a1 a2 a3", "a4 a a{1..3}")]
    [DataRow("{a,b{c,d}}", "a bc bd", "b")]
    [DataRow("{a}", "{a}", "a")]
    [DataRow("@(a|b).js", "a.js b.js", "ab.js .js")]
    [DataRow("*(ab)c", "c abc ababc", "abab")]
    [DataRow("+(a|b)", "a ab ba", "c")]
    [DataRow("?(a)b", "b ab", "aab")]
    [DataRow("x!(a|b)", "xc xab x", "xa xb")]
    [DataRow("!(a)", "a b", "(a)", DisplayName = "in front, the mark negates the whole pattern")]
    [DataRow("*/a", "b/a", "/a a", DisplayName = "a star stands for some text")]
    [DataRow("/*", "/a", "a")]
    [DataRow("!*.js", "a.ts", "a.js")]
    [DataRow("\\*", "*", "a")]
    [DataRow("a\\", "a\\", "a")]
    [DataRow(".*", ".a", "a")]
    [DataRow("a(b", "a(b", "ab")]
    [DataRow("@(a", "@(a", "a")]
    [DataRow("中*", "中文", "文")]
    public void A_glob_matches_whole_paths(string pattern, string matching, string others)
    {
        var glob = GlobPattern.TryParse(pattern)!;
        CollectionAssert.AreEqual(new[] { matching, "" }, new[]
        {
            string.Join(" ", matching.Split(' ').Where(glob.IsMatch)),
            string.Join(" ", others.Split(' ').Where(glob.IsMatch)),
        });
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("# note")]
    [DataRow("{0..9}{0..9}{0..9}")]
    public void What_is_no_glob_is_none(string pattern) => Assert.IsNull(GlobPattern.TryParse(pattern));

    [TestMethod]
    public void Groups_within_groups_end_at_a_bound()
    {
        var pattern = string.Concat(Enumerable.Repeat("*(", 5000)) + "a" + new string(')', 5000);
        Assert.IsNull(GlobPattern.TryParse(pattern));
    }

    [TestMethod]
    [Timeout(10_000)]
    [DataRow("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [DataRow("**/*/**/*/**/*/**/*/**/*/**/x")]
    [DataRow("*(a|aa|aaa)*(a|aa)*(a|aaa)b")]
    [DataRow("+(+(+(a)))b")]
    public void No_pattern_takes_long(string pattern)
    {
        var glob = GlobPattern.TryParse(pattern)!;
        Assert.IsFalse(glob.IsMatch(new string('a', 400)));
        Assert.IsFalse(glob.IsMatch(string.Join("/", Enumerable.Repeat("a", 200))));
    }
}
