using System.Reflection;
using System.Text.RegularExpressions;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Tests.Hosting;

/// <summary>No text, however it is made, keeps a pattern busy (RELIABILITY.md B): one runs without backtracking, or what it may try has an end.</summary>
public sealed partial class PatternSafetyTests
{
    private const int MostRepeats = 200;
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void Every_pattern_of_the_product_is_safe()
    {
        var patterns = Patterns().ToList();
        Assert.True(patterns.Count > 100, $"Only {patterns.Count} patterns were found.");
        Assert.Empty(patterns.Where(pattern => !IsSafe(pattern.ToString(), pattern.Options)).Select(pattern => pattern.ToString()));
    }

    [Theory]
    [InlineData("(a+)+b", RegexOptions.None, false)]
    [InlineData("a.*b", RegexOptions.None, false)]
    [InlineData("a.*b", RegexOptions.NonBacktracking, true)]
    [InlineData(@"^\s*x", RegexOptions.None, true)]
    [InlineData(@"^\s*x", RegexOptions.Multiline, false)]
    [InlineData(@"^\s*x|y", RegexOptions.None, false)]
    [InlineData("a.{0,5000}b", RegexOptions.None, false)]
    [InlineData(@"[+*]\+{2,4}", RegexOptions.None, true)]
    public void Safe_is_what_ends_soon(string pattern, RegexOptions options, bool safe) => Assert.Equal(safe, IsSafe(pattern, options));

    private static IEnumerable<Regex> Patterns() => Directory.GetFiles(Path.GetDirectoryName(typeof(EngineParts).Assembly.Location)!, "SiOne.Bot.*.dll")
        .Where(file => !Path.GetFileName(file).Contains("Test", StringComparison.Ordinal))
        .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
        .Where(type => type.FullName!.Contains("RegexGenerator", StringComparison.Ordinal))
        .Select(type => type.GetField("Instance", Any)?.GetValue(null)).OfType<Regex>();

    /// <summary>Behind one start alone, one repetition without an end costs one pass over the text; more of them, or at every start, multiply.</summary>
    private static bool IsSafe(string pattern, RegexOptions options)
    {
        if (options.HasFlag(RegexOptions.NonBacktracking)) return true;
        var bare = Classes().Replace(Escapes().Replace(pattern, "e"), "c");
        var oneStart = bare.StartsWith('^') && !options.HasFlag(RegexOptions.Multiline) && !ChoosesAtTop(bare);
        return Endless().Count(bare) <= (oneStart ? 1 : 0)
            && Ranges().Matches(bare).All(range => int.Parse(range.Groups["most"].Value, System.Globalization.CultureInfo.InvariantCulture) <= MostRepeats);
    }

    private static bool ChoosesAtTop(string bare)
    {
        var depth = 0;
        foreach (var letter in bare)
            if (letter == '|' && depth == 0) return true;
            else depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
        return false;
    }

    [GeneratedRegex(@"\\[pP]\{\w+\}|\\u[0-9A-Fa-f]{4}|\\.", RegexOptions.NonBacktracking)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"\[\^?\]?[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Classes();

    [GeneratedRegex(@"[*+]|\{\d+,\}", RegexOptions.NonBacktracking)]
    private static partial Regex Endless();

    [GeneratedRegex(@"\{(?:\d+,)?(?<most>\d+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Ranges();
}
