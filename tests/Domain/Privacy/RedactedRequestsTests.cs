using System.Text.Json;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Privacy;
using Xunit.Abstractions;

namespace SiOne.Bot.Domain.Tests.Privacy;

/// <summary>The development set of requests, whose people are labelled, redacted without knowing anybody.</summary>
public sealed partial class RedactedRequestsTests(ITestOutputHelper output)
{
    private static readonly (string Id, string Text, string[] People)[] Requests =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Privacy", "requests.jsonl")).Select(Read)];

    [Fact]
    public void No_labelled_person_is_left()
    {
        var named = Requests.Where(request => request.People.Length > 0).ToList();
        var left = named.Where(request => Left(request).Any()).ToList();
        foreach (var request in left) output.WriteLine($"{request.Id}: {string.Join(" ", Left(request))}: {Redactor.Redact(request.Text, NamesToCut.None)}");
        Assert.InRange(named.Count, 200, 620);
        Assert.Empty(left);
    }

    [Fact]
    public void Most_words_are_left()
    {
        var (words, kept) = (0, 0);
        foreach (var request in Requests)
        {
            words += Word().Count(request.Text);
            kept += Word().Matches(Redactor.Redact(request.Text, NamesToCut.None)).Count(word => word.Value is not (Redactor.FirstName or Redactor.LastName));
        }

        output.WriteLine($"{kept} of {words} words are left");
        Assert.True(kept > words * 0.85);
    }

    private static IEnumerable<string> Left((string Id, string Text, string[] People) request)
    {
        var words = Word().Matches(Redactor.Redact(request.Text, NamesToCut.None)).Select(word => word.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return request.People.Where(words.Contains);
    }

    // The small words inside a name name nobody.
    private static (string, string, string[]) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var people = root.GetProperty("expect").EnumerateArray().Select(request => request.GetProperty("person").GetString() ?? "").SelectMany(name => Word().Matches(name));
        return (root.GetProperty("id").GetString()!, $"{(root.TryGetProperty("subject", out var subject) ? subject.GetString() : "")}\n{root.GetProperty("body").GetString()}",
            [.. people.Select(word => word.Value).Where(word => char.IsUpper(word[0]) && word is not ("La" or "Le" or "Du" or "De")).Distinct()]);
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
