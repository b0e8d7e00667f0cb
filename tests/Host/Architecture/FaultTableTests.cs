using System.Text.RegularExpressions;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Architecture;

/// <summary>The table of faults names tests; each of them is there.</summary>
public sealed partial class FaultTableTests
{
    [Fact]
    public void Every_test_that_the_table_names_exists()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        var sources = string.Concat(Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var named = Named().Matches(File.ReadAllText(Path.Combine(tests, "FAULTS.md"))).Select(match => match.Groups["name"].Value).ToList();
        Assert.True(named.Count >= 30);
        Assert.All(named, name => Assert.Matches($@"\b(?:class|Task|void) {name}\b", sources));
    }

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+)` [|]$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
