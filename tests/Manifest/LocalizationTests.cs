using System.Text.Json.Nodes;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>Looks at the files alone: whatever people read in the manifest has its English counterpart under the same path.</summary>
public sealed class LocalizationTests
{
    private static readonly string[] ReadByPeople = ["title", "description", "short", "full"];

    public static TheoryData<TeamsApp> Apps => [.. Enum.GetValues<TeamsApp>()];

    [Theory]
    [MemberData(nameof(Apps))]
    public void Every_French_text_has_its_English_one_and_no_other_is_there(TeamsApp app)
    {
        var french = Read(A.Manifest(A.Package(app)), "").ToDictionary(StringComparer.Ordinal);
        var english = A.English(A.Package(app)).Where(pair => pair.Key != "$schema").ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        Assert.True(french.Count >= 14, $"only {french.Count} texts were found");
        Assert.Equal(french.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(french.Values.Concat(english.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        // The contract's word for the customers' application is the same in both languages.
        string[] same = app is TeamsApp.Customers ? ["name.short"] : [];
        Assert.Equal(same, french.Where(pair => english[pair.Key] == pair.Value).Select(pair => pair.Key));
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void French_is_the_default_and_English_lies_beside_it(TeamsApp app)
    {
        var localization = A.Manifest(A.Package(app))["localizationInfo"]!;
        Assert.Equal("fr", (string?)localization["defaultLanguageTag"]);
        var english = Assert.Single(localization["additionalLanguages"]!.AsArray())!;
        Assert.Equal(("en", "en.json"), ((string?)english["languageTag"], (string?)english["file"]));
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void Sentences_are_set_and_typed_commands_are_not(TeamsApp app)
    {
        var manifest = A.Manifest(A.Package(app));
        Assert.DoesNotContain(Read(manifest, ""), pair => pair.Value.Contains('\'', StringComparison.Ordinal) || pair.Value.Contains(" :", StringComparison.Ordinal));
        var typed = Read(manifest["bots"]!, "bots").Where(pair => pair.Key.EndsWith(".title", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(typed);
        Assert.All(typed, pair => Assert.All(pair.Value, letter => Assert.True(letter is ' ' || char.IsLower(letter), pair.Value)));
    }

    /// <summary>What people read below a node, each text under its path.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Read(JsonNode node, string path)
    {
        var children = node switch
        {
            JsonObject group => group.Select(pair => (Path: $"{path}.{pair.Key}".TrimStart('.'), Read: ReadByPeople.Contains(pair.Key, StringComparer.Ordinal), Node: pair.Value!)),
            JsonArray list => list.Index().Select(item => (Path: $"{path}[{item.Index}]", Read: false, Node: item.Item!)),
            _ => [],
        };
        foreach (var child in children)
        {
            if (child.Node is not JsonValue value)
                foreach (var inner in Read(child.Node, child.Path)) yield return inner;
            else if (child.Read) yield return new(child.Path, (string)value!);
        }
    }
}
