using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Engine.Customers;

namespace SiOne.Bot.Engine.Tests.Customers;

/// <summary>Holds customer.schema.json to what the loader does.</summary>
public sealed class CustomerSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Repository.PathOf("core", "Engine", "Customers", "customer.schema.json")))!.AsObject();

    public static TheoryData<string, ImmutableArray<string>> Objects => new()
    {
        { "", CustomerFileShape.CustomerKeys },
        { "weekend", CustomerFileShape.WeekendKeys },
        { "term", CustomerFileShape.TermKeys },
        { "suspended", CustomerFileShape.SuspendedKeys },
        { "agreedPrice", CustomerFileShape.AgreedPriceKeys },
        { "backups", CustomerFileShape.BackupKeys },
        { "servers", CustomerFileShape.ServerKeys },
        { "licences", CustomerFileShape.LicenceKeys },
        { "microsoft365", CustomerFileShape.TenantKeys },
        { "price", CustomerFileShape.PriceKeys },
        { "languageModel", CustomerFileShape.LanguageModelKeys },
        { "person", CustomerFileShape.PersonKeys },
        { "phone", CustomerFileShape.PhoneKeys },
        { "absence", CustomerFileShape.AbsenceKeys },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void The_schema_has_exactly_the_keys_of_the_loader(string part, ImmutableArray<string> keys)
    {
        Assert.Equal(keys.Order(StringComparer.Ordinal), Properties(part).Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.False((bool)Part(part)["additionalProperties"]!);
    }

    [Fact]
    public void The_schema_has_exactly_the_words_of_the_loader()
    {
        Assert.Equal(CustomerFileShape.Levels.Keys.Order(StringComparer.Ordinal), Words(Properties("")["level"]!));
        Assert.Equal(CustomerFileShape.Services.Keys.Order(StringComparer.Ordinal), Words(Properties("")["services"]!["items"]!));
        Assert.Equal(CustomerFileShape.DataAtEnds.Keys.Order(StringComparer.Ordinal), Words(Properties("")["dataAtEnd"]!));
        Assert.Equal(CustomerFileShape.Days.Keys.Order(StringComparer.Ordinal), Words(Properties("servers")["days"]!["items"]!));
        Assert.Equal(CustomerFileShape.Roles.Keys.Order(StringComparer.Ordinal), Words(Properties("person")["role"]!));
        Assert.Equal(CustomerFileShape.Languages.Keys.Order(StringComparer.Ordinal), Words(Properties("person")["language"]!));
    }

    [Fact]
    public void Every_object_of_the_schema_is_compared() =>
        Assert.Equal(Objects.Count - 1, Schema["$defs"]!.AsObject().Count);

    [Theory]
    [MemberData(nameof(Objects))]
    public void What_the_schema_requires_the_loader_requires_and_no_more(string part, ImmutableArray<string> keys)
    {
        var required = (Part(part)["required"]?.AsArray() ?? []).Select(key => (string)key!).ToArray();
        var missed = keys.Where(key => CustomerFolder.LoadOne(Whole(part, key, json: null)).Mistakes.Any(m => m.Key == Prefix(part) + key));
        Assert.Equal(required.Order(StringComparer.Ordinal), missed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_value_of_another_type_than_the_schema_says_is_refused(string part, ImmutableArray<string> keys) => Assert.All(keys, key =>
    {
        var boolean = (string?)Properties(part)[key]!["type"] == "boolean";
        var mistakes = CustomerFolder.LoadOne(Whole(part, key, boolean ? "\"yes\"" : "true")).Mistakes;
        Assert.Contains(mistakes, mistake => mistake.Key == Prefix(part) + key);
        Assert.DoesNotContain(mistakes, mistake => mistake.Expected.StartsWith("a known key", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_word_of_the_schema_is_accepted()
    {
        Assert.All(Words(Properties("")["level"]!), word => Accepted(CustomerJson.With(("level", $"\"{word}\""))));
        Assert.All(Words(Properties("")["services"]!["items"]!), word =>
            Accepted(CustomerJson.With(("level", "\"Serenite\""), ("services", $"[\"{word}\"]"))));
        Assert.All(Words(Properties("")["dataAtEnd"]!), word => Accepted(CustomerJson.With(("dataAtEnd", $"\"{word}\""))));
        Assert.All(Words(Properties("servers")["days"]!["items"]!), word => Accepted(Whole("servers", "days", $"[\"{word}\"]")));
        Assert.All(Words(Properties("person")["role"]!), word => Accepted(Whole("person", "role", $"\"{word}\"")));
        Assert.All(Words(Properties("person")["language"]!), word => Accepted(Whole("person", "language", $"\"{word}\"")));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Every_key_is_described(string part, ImmutableArray<string> keys) => Assert.All(keys, key =>
    {
        var property = Properties(part)[key]!;
        var described = (string?)property["$ref"] is { } reference ? Part(reference["#/$defs/".Length..]) : property;
        Assert.NotEmpty((string)described["description"]!);
    });

    [Fact]
    public void Every_article_cited_exists()
    {
        var cited = System.Text.RegularExpressions.Regex.Matches(
            Schema.ToJsonString(), @"Art\. (?<n>[0-9.]*[0-9])(?:, (?<n>[0-9.]*[0-9]))*|annex (?<n>XIV)", default, TimeSpan.FromSeconds(1));
        Assert.NotEmpty(cited);
        Assert.All(cited.SelectMany(match => match.Groups["n"].Captures), number => Assert.Contains(number.Value, Article.All));
    }

    private static JsonNode Part(string part) => part.Length == 0 ? Schema : Schema["$defs"]![part]!;

    private static JsonObject Properties(string part) => Part(part)["properties"]!.AsObject();

    private static IEnumerable<string> Words(JsonNode property) =>
        property["enum"]!.AsArray().Select(word => (string)word!).Order(StringComparer.Ordinal);

    private static string Prefix(string part) => part switch
    {
        "" => "",
        "person" => "people[1].",
        "phone" => "people[1].phones[0].",
        "absence" => "people[1].absence.",
        "servers" => "backups.servers.",
        "price" => "microsoft365.licencePrices.SPB.",
        _ => $"{part}.",
    };

    private static void Accepted(string json) => Assert.Empty(CustomerFolder.MistakesOf(json));

    /// <summary>A right file that holds the part with all that it requires, and that key with that value.</summary>
    private static string Whole(string part, string key, string? json) => part switch
    {
        "" => CustomerJson.With((key, json)),
        "person" => CustomerJson.WithPerson(Members([("name", "\"B B\""), ("addresses", "[\"b@acme.example\"]")], key, json)),
        "phone" => CustomerJson.WithPerson(
            $$"""{"name":"B B","addresses":["b@acme.example"],"phones":[{{Members([("number", "\"+33 2 61 91 00 01\""), ("since", "\"2026-01-01\"")], key, json)}}]}"""),
        "absence" => CustomerJson.WithPerson(
            $$"""
            {"name":"B B","addresses":["b@acme.example"],"role":"administrator",
              "absence":{{Members([("from", "\"2026-01-01\""), ("to", "\"2026-01-05\""), ("substitute", "\"ada\"")], key, json)}}}
            """),
        "servers" => OrderForm("backups", $"{{\"servers\": {Members([("days", "[\"monday\"]"), ("at", "\"22:30\"")], key, json)}}}"),
        "price" => OrderForm("microsoft365", $"{{\"licencePrices\": {{\"SPB\": {Members([("monthlyEuros", "20.60"), ("months", "12")], key, json)}}}}}"),
        _ => OrderForm(part, Members(
            part switch
            {
                "term" => [("start", "\"2026-01-01\""), ("months", "12")],
                "suspended" => [("since", "\"2026-01-01\""), ("reason", "\"unpaid\"")],
                "languageModel" => [("provider", "\"P\""), ("noticeOn", "\"2026-01-01\""), ("agreedOn", "\"2026-01-02\"")],
                "agreedPrice" => [("monthlyEuros", "1200.50"), ("index", "118.4")],
                "licences" => [("owned", "5"), ("used", "4"), ("baseline", "5")],
                _ => [],
            },
            key, json)),
    };

    private static string OrderForm(string key, string json) =>
        CustomerJson.With(("services", "[\"Microsoft365\", \"Backup\"]"), (key, json));

    private static string Members((string Key, string Json)[] all, string key, string? json)
    {
        var members = all.Where(member => member.Key != key).Select(member => $"\"{member.Key}\": {member.Json}");
        return $"{{{string.Join(", ", json is null ? members : members.Append($"\"{key}\": {json}"))}}}";
    }
}
