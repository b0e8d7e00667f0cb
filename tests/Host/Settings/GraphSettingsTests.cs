using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Settings;

/// <summary>The settings under <c>SiOne:Graph</c>: every mistake names its key and what was expected, and no value.</summary>
public sealed class GraphSettingsTests
{
    private const string Own = "11111111-2222-4333-8444-555555555555";
    private const string Looks = "22222222-2222-4333-8444-555555555555";
    private const string Changes = "33333333-2222-4333-8444-555555555555";
    private const string Destroys = "44444444-2222-4333-8444-555555555555";
    private const string Lead = "aaaaaaaa-2222-4333-8444-555555555555";
    private const string Helper = "bbbbbbbb-2222-4333-8444-555555555555";

    [Fact]
    public void Without_the_section_it_is_off_and_nobody_approves()
    {
        var settings = Good();
        foreach (var key in settings.Keys.Where(key => key.StartsWith("SiOne:Graph", StringComparison.Ordinal)).ToArray()) settings.Remove(key);
        var usable = Read(settings).Usable!;
        Assert.Null(usable.Graph);
        Assert.Empty(usable.Execution.Technicians);
    }

    [Fact]
    public void Good_settings_are_three_apps_and_who_approves()
    {
        var settings = Good();
        settings["SiOne:Graph:ProtectedAccounts"] = "@msp.example, secours@client.example";
        settings["SiOne:Graph:WipesPerHour"] = "3";
        settings["SiOne:Graph:UndoHours"] = "24";
        settings["SiOne:Graph:WipeCancelMinutes"] = "0";
        settings[$"SiOne:Graph:Persons:{Lead.ToUpperInvariant()}"] = "ines";
        settings[$"SiOne:Graph:Away:{Lead}"] = $"2026-08-03/2026-08-21/{Helper.ToUpperInvariant()}";
        var read = Read(settings);
        Assert.Empty(read.Mistakes);
        var (graph, execution) = (read.Usable!.Graph!, read.Usable.Execution);
        Assert.Equal([(PowerClass.Reading, Looks), (PowerClass.Changing, Changes)], graph.Apps.Select(app => (app.Key, app.Value.ClientId.ToString())));
        Assert.Equal("https://graph.microsoft.com/", graph.GraphHost.AbsoluteUri);
        Assert.Equal(new ApprovalCaps(5, 2, 3), execution.Caps);
        Assert.Equal((TimeSpan.FromHours(24), TimeSpan.Zero, Guid.Parse(Own)), (execution.UndoWithin, execution.WipeCancelWithin, execution.StaffTenant));
        Assert.Equal(TimeSpan.FromMinutes(15), Read(Good()).Usable!.Execution.WipeCancelWithin);
        Assert.Equal("msp.example", Assert.Single(execution.Protected.Domains));
        Assert.Equal("secours@client.example", Assert.Single(execution.Protected.Addresses).Value);
        var lead = execution.Technicians.Single(technician => technician.AccountId == Lead);
        Assert.Equal(("ines", TechnicianRole.Lead), (lead.PersonId, lead.Role));
        Assert.Equal(new Absence(new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 21), Helper), lead.Away);
        Assert.Equal((Helper, TechnicianRole.Technician), execution.Technicians.Where(technician => technician.AccountId == Helper).Select(one => (one.PersonId, one.Role)).Single());
        Assert.DoesNotContain("s3cret", $"{graph}{graph.Apps[PowerClass.Reading]}{execution}", StringComparison.Ordinal);
    }

    [Fact]
    public void The_class_that_destroys_is_off_unless_it_is_given()
    {
        var settings = Good();
        Assert.DoesNotContain(PowerClass.Destroying, Read(settings).Usable!.Graph!.Apps.Keys);
        settings["SiOne:Graph:Destroying:ClientId"] = Destroys;
        settings["SiOne:Graph:Destroying:ClientSecret"] = "s3cret";
        Assert.Contains(PowerClass.Destroying, Read(settings).Usable!.Graph!.Apps.Keys);
    }

    [Fact]
    public void What_is_blank_gives_no_way_to_sign_in()
    {
        using var folder = new TempFolder();
        var settings = Good();
        settings["SiOne:Graph:Reading:ClientSecret"] = " ";
        settings["SiOne:Graph:Reading:CertificateFile"] = TestCertificate.In(folder);
        settings["SiOne:Graph:Changing:CertificateFile"] = " ";
        var read = Read(settings);
        Assert.Empty(read.Mistakes);
        Assert.IsType<GraphCredential.Certificate>(read.Usable!.Graph!.Apps[PowerClass.Reading].Credential);
        Assert.IsType<GraphCredential.Secret>(read.Usable.Graph.Apps[PowerClass.Changing].Credential);
    }

    [Theory]
    [InlineData("Reading:ClientId", null)]
    [InlineData("Reading:ClientId", "reader")]
    [InlineData("Reading:ClientId", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Reading:ClientId", "{22222222-2222-4333-8444-555555555555}")]
    [InlineData("Changing:ClientId", Looks)]
    [InlineData("Destroying:ClientId", Changes, "Destroying:CertificateFile", "Destroying:ClientId")]
    [InlineData("Destroying:ClientId", Destroys, "Destroying:CertificateFile")]
    [InlineData("Reading:ClientSecret", null, "Reading:CertificateFile")]
    [InlineData("Reading:ClientSecret", " ", "Reading:CertificateFile")]
    [InlineData("Changing:CertificateFile", "missing.pfx", "Changing:CertificateFile", "Changing:CertificateFile")]
    [InlineData("Changing:Password", "s3cret")]
    [InlineData("Host", "http://graph.example")]
    [InlineData("Host", "https://user:key@graph.example")]
    [InlineData("Host", "graph.example")]
    [InlineData("LoginHost", "http://login.example")]
    [InlineData("LoginHost", "https://login.example/?tenant=1")]
    [InlineData("Scope", "https://graph.microsoft.com")]
    [InlineData("CallTimeout", "00:00:04")]
    [InlineData("CallTimeout", "00:05:01")]
    [InlineData("CallTimeout", "soon")]
    [InlineData("PasswordsPerHour", "0")]
    [InlineData("PasswordsPerHour", "101")]
    [InlineData("BlocksPerHour", "0")]
    [InlineData("BlocksPerHour", "many")]
    [InlineData("WipesPerHour", "0")]
    [InlineData("WipesPerHour", "21")]
    [InlineData("WipeCancelMinutes", "-1")]
    [InlineData("WipeCancelMinutes", "61")]
    [InlineData("UndoHours", "0")]
    [InlineData("UndoHours", "721")]
    [InlineData("ProtectedAccounts", "somebody")]
    [InlineData("ProtectedAccounts", "@msp")]
    [InlineData("ProtectedAccounts", "a@msp.example; b@msp.example")]
    [InlineData("Persons:somebody", "ines")]
    [InlineData("Persons:" + Own, "ines")]
    [InlineData("Persons:" + Lead, "")]
    [InlineData("Away:somebody", "2026-08-03/2026-08-21/" + Helper)]
    [InlineData("Away:" + Own, "2026-08-03/2026-08-21/" + Helper)]
    [InlineData("Away:" + Lead, "next week")]
    [InlineData("Away:" + Lead, "2026-08-21/2026-08-03/" + Helper)]
    [InlineData("Away:" + Lead, "2026-08-03/2026-08-21/")]
    [InlineData("Away:" + Lead, "2026-08-03/2026-08-21/nobody")]
    [InlineData("Away:" + Lead, "03/08/2026")]
    [InlineData("Colour", "s3cret")]
    [InlineData("ProtectedAccounts", "s3cret")]
    [InlineData("Host", "s3cret")]
    public void A_mistake_is_told_by_its_key_and_never_by_its_value(string key, string? value, params string[] told)
    {
        var settings = Good();
        settings[$"SiOne:Graph:{key}"] = value;
        var read = Read(settings);
        Assert.Null(read.Usable);
        Assert.Equal((told.Length > 0 ? told : [key]).Select(one => $"SiOne:Graph:{one}"), read.Mistakes.Select(mistake => mistake.Key));
        Assert.All(read.Mistakes, mistake => Assert.True(mistake.Expected.Length > 10, mistake.Key));
        Assert.DoesNotContain("s3cret", string.Concat(read.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_section_is_a_mistake_and_nothing_is_done_without_who_approves()
    {
        var settings = Good();
        foreach (var key in settings.Keys.Where(key => key.StartsWith("SiOne:Graph", StringComparison.Ordinal)).ToArray()) settings.Remove(key);
        settings["SiOne:Graph"] = "";
        Assert.Equal(["SiOne:Graph:Reading"], Read(settings).Mistakes.Select(mistake => mistake.Key));

        settings = Good();
        foreach (var key in settings.Keys.Where(key => key.StartsWith("SiOne:Teams", StringComparison.Ordinal)).ToArray()) settings.Remove(key);
        var mistake = Assert.Single(Read(settings).Mistakes);
        Assert.Equal("SiOne:Teams", mistake.Key);
        Assert.Contains("TechnicianRoles", mistake.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_here_are_told_beside_those_of_Teams()
    {
        var settings = Good();
        settings["SiOne:Teams:TechnicianTenantId"] = "x";
        settings["SiOne:Graph:UndoHours"] = "0";
        settings[$"SiOne:Graph:Persons:{Lead}"] = "ines";
        Assert.Equal(["SiOne:Graph:UndoHours", "SiOne:Teams:TechnicianTenantId"], Read(settings).Mistakes.Select(mistake => mistake.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_stands_in_the_table_of_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var keys = typeof(GraphOptions).GetProperties().Concat(typeof(GraphAppOptions).GetProperties()).Select(property => property.Name);
        Assert.All(keys, key => Assert.True(readme.Contains($"{key}`", StringComparison.Ordinal) || readme.Contains($"`Graph:{key}", StringComparison.Ordinal), key));
    }

    private static SettingsReading Read(Dictionary<string, string?> settings) => SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static Dictionary<string, string?> Good() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["SiOne:SupportAddress"] = "support@msp.example",
        ["SiOne:Customers"] = Path.Combine(Repository.Root, "bot", "Demo", "Customers"),
        ["SiOne:MailFolder"] = "in",
        ["SiOne:OutFolder"] = "out",
        ["SiOne:Teams:Customers:AppId"] = Own,
        ["SiOne:Teams:Customers:TenantId"] = Own,
        ["SiOne:Teams:Customers:ClientSecret"] = "s3cret",
        ["SiOne:Teams:Technicians:AppId"] = Helper,
        ["SiOne:Teams:Technicians:TenantId"] = Own,
        ["SiOne:Teams:Technicians:ClientSecret"] = "s3cret",
        ["SiOne:Teams:TechnicianTenantId"] = Own,
        ["SiOne:Teams:TechnicianTeamId"] = "19:a@thread.tacv2",
        ["SiOne:Teams:TechnicianChannelId"] = "19:b@thread.tacv2",
        [$"SiOne:Teams:TechnicianRoles:{Lead}"] = "Lead",
        [$"SiOne:Teams:TechnicianRoles:{Helper}"] = "Technician",
        ["SiOne:Graph:Reading:ClientId"] = Looks,
        ["SiOne:Graph:Reading:ClientSecret"] = "s3cret",
        ["SiOne:Graph:Changing:ClientId"] = Changes,
        ["SiOne:Graph:Changing:ClientSecret"] = "s3cret",
    };
}
