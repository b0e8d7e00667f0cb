using System.Text.Json.Nodes;
using SiOne.Bot.Manifest.Apps;

namespace SiOne.Bot.Manifest.Tests;

public sealed class ManifestTests
{
    public static TheoryData<TeamsApp> Apps => [.. Enum.GetValues<TeamsApp>()];

    [Theory]
    [InlineData(TeamsApp.Customers, A.CustomersBot)]
    [InlineData(TeamsApp.Technicians, A.TechniciansBot)]
    public void An_app_names_its_own_bot_wherever_a_bot_is_named(TeamsApp app, string bot)
    {
        var manifest = A.Manifest(A.Package(app));
        Assert.Equal(bot, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(bot, (string?)manifest["composeExtensions"]![0]!["botId"]);
    }

    [Fact]
    public void The_customers_bot_is_personal_and_takes_files()
    {
        var bot = A.Manifest(A.Package(TeamsApp.Customers))["bots"]![0]!;
        Assert.Equal(["personal"], Texts(bot["scopes"]!));
        Assert.True((bool)bot["supportsFiles"]!);
        Assert.Equal(["mes demandes", "état", "annuler", "aide"], Titles(bot["commandLists"]![0]!));
    }

    [Fact]
    public void The_technicians_bot_lives_in_a_team_first()
    {
        var manifest = A.Manifest(A.Package(TeamsApp.Technicians));
        var bot = manifest["bots"]![0]!;
        Assert.Equal(["team", "personal"], Texts(bot["scopes"]!));
        Assert.Equal("team", (string?)manifest["defaultInstallScope"]);
        Assert.Equal("bot", (string?)manifest["defaultGroupCapability"]!["team"]);
        Assert.False((bool)bot["supportsFiles"]!); // Teams gives a bot no files in a channel.
        Assert.Equal(["file", "mes interventions", "échéances", "appel", "aide"], Titles(bot["commandLists"]![0]!));
    }

    [Fact]
    public void A_message_becomes_a_request_by_a_form_and_requests_are_searched()
    {
        var commands = A.Manifest(A.Package(TeamsApp.Customers))["composeExtensions"]![0]!["commands"]!.AsArray();
        var create = commands.Single(command => (string?)command!["id"] == "createRequest")!;
        Assert.Equal("action", (string?)create["type"]);
        Assert.Equal(["message"], Texts(create["context"]!));
        Assert.True((bool)create["fetchTask"]!);
        Assert.Null(create["parameters"]); // The bot draws the form.
        Assert.Equal("query", (string?)commands.Single(command => (string?)command!["id"] == "searchRequests")!["type"]);
    }

    [Fact]
    public void Technicians_search_requests_and_create_none_from_chats()
    {
        var commands = A.Manifest(A.Package(TeamsApp.Technicians))["composeExtensions"]![0]!["commands"]!.AsArray();
        Assert.Equal("searchRequests", (string?)Assert.Single(commands)!["id"]);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void The_settings_are_what_Teams_shows(TeamsApp app)
    {
        var manifest = A.Manifest(A.Package(app));
        var developer = manifest["developer"]!;
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.Equal(
            (A.Input.CompanyName, A.Input.WebsiteUrl, A.Input.PrivacyUrl, A.Input.TermsUrl),
            ((string?)developer["name"], (string?)developer["websiteUrl"], (string?)developer["privacyUrl"], (string?)developer["termsOfUseUrl"]));
        Assert.Equal(["bot.msp.example"], Texts(manifest["validDomains"]!));
    }

    [Fact]
    public void The_support_address_is_in_the_customers_description() =>
        Assert.Contains(A.Input.SupportAddress!, (string?)A.Manifest(A.Package(TeamsApp.Customers))["description"]!["full"], StringComparison.Ordinal);

    [Theory]
    [InlineData("SI-ONE", "SI-ONE Support", "SI-ONE Technicians")]
    [InlineData("Société angevine d’informatique", "IT support", "Support technicians")]
    public void A_short_name_holds_the_company_only_where_Teams_has_the_room(string company, string customers, string technicians)
    {
        var input = A.Input with { CompanyName = company };
        Assert.Equal(customers, (string?)A.English(A.Package(TeamsApp.Customers, input))["name.short"]);
        Assert.Equal(technicians, (string?)A.English(A.Package(TeamsApp.Technicians, input))["name.short"]);
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void Every_text_fits_with_the_longest_company_name_in_both_languages(TeamsApp app)
    {
        var definition = AppDefinition.Of(app, A.Input with { CompanyName = new string('W', 32) });
        Fits(definition.ShortName.Fr, 30);
        Fits(definition.ShortName.En, 30);
        Fits(definition.FullName.Fr, 100);
        Fits(definition.FullName.En, 100);
        Fits(definition.ShortDescription.Fr, 80);
        Fits(definition.ShortDescription.En, 80);
        Fits(definition.FullDescription.Fr, 4000);
        Fits(definition.FullDescription.En, 4000);
        Assert.InRange(definition.Commands.Length, 1, 12);
        Assert.InRange(definition.Extension.Length, 1, 10);
        foreach (var title in definition.Extension.Select(command => command.Title).Concat(definition.Extension.Select(command => command.Search?.Title).OfType<Domain.Words.Label>()))
        {
            Fits(title.Fr, 32);
            Fits(title.En, 32);
        }

        foreach (var description in definition.Extension.Select(command => command.Description))
        {
            Fits(description.Fr, 128);
            Fits(description.En, 128);
        }
    }

    private static void Fits(string text, int most) => Assert.InRange(text.Length, 1, most);

    private static string[] Texts(JsonNode array) => [.. array.AsArray().Select(item => (string)item!)];

    private static string[] Titles(JsonNode list) => [.. list["commands"]!.AsArray().Select(command => (string)command!["title"]!)];
}
