using Microsoft.Extensions.Logging;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;
using SiOne.Bot.TestKit.Fakes;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class PackageChecksTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RecordingLogger<PackageChecksTests> _log = new();
    private FakeTeams _teams = null!;

    public async Task InitializeAsync() => _teams = await FakeTeams.StartAsync();

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_folder_nothing_is_compared() => Assert.Empty(PackageChecks.Of(TeamsPackages.Settings(_teams, packages: null)));

    [Fact]
    public void Packages_of_the_running_bots_are_good_and_nothing_is_logged()
    {
        TeamsPackages.Write(_folder.Path, _teams.Customers.AppId, _teams.Technicians.AppId);
        var found = PackageChecks.Of(TeamsPackages.Settings(_teams, _folder.Path));
        Assert.Equal(["customers.zip", "technicians.zip"], found.Select(finding => finding.FileName));
        Assert.All(found, finding => Assert.True(finding.Good));
        PackageChecks.Report(TeamsPackages.Settings(_teams, _folder.Path), _log);
        Assert.Empty(_log.Entries);
    }

    [Fact]
    public void A_package_of_the_other_bot_is_an_error_that_names_the_remedy()
    {
        TeamsPackages.Write(_folder.Path, _teams.Technicians.AppId, _teams.Customers.AppId);
        PackageChecks.Report(TeamsPackages.Settings(_teams, _folder.Path), _log);
        Assert.Equal(2, _log.Entries.Count);
        Assert.All(_log.Entries, entry => Assert.Equal(LogLevel.Error, entry.Level));
        Assert.All(_log.Entries, entry => Assert.Contains("upload the package that the verb manifest writes", entry.Text, StringComparison.Ordinal));
        Assert.Contains(_teams.Technicians.AppId, _log.Entries.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_missing_or_no_zip_file_is_an_error()
    {
        File.WriteAllText(_folder.File("technicians.zip"), "no zip file");
        var found = PackageChecks.Of(TeamsPackages.Settings(_teams, _folder.Path));
        Assert.All(found, finding => Assert.False(finding.Good));
        Assert.Contains("SiOne:Teams:Packages", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("no zip file", found[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_says_it_at_its_start_and_runs_all_the_same()
    {
        TeamsPackages.Write(_folder.Path, _teams.Technicians.AppId, _teams.Technicians.TenantId);
        using var data = new TempFolder();
        await using var program = ProgramRun.Start(data.Path, "", [.. TestHost.EnvironmentOf(data), .. TeamsPackages.Environment(_teams, _folder)]);
        Assert.Contains("\"Error\"", await program.LogsAsync("customers.zip"), StringComparison.Ordinal);
        Assert.Contains("\"Error\"", await program.LogsAsync("technicians.zip"), StringComparison.Ordinal);
        await program.SaysAsync();
    }

    [Fact]
    public async Task Check_signs_in_both_bots_reads_the_keys_and_compares_the_packages()
    {
        TeamsPackages.Write(_folder.Path, _teams.Customers.AppId, _teams.Technicians.AppId);
        var verb = await CheckAsync();
        Assert.Equal(0, verb.ExitCode);
        Assert.Equal(
            ["teams customers' bot", "teams technicians' bot", "teams keys", "teams package customers.zip", "teams package technicians.zip"],
            verb.Lines.Where(line => line.Contains("teams", StringComparison.Ordinal)).Select(line => line[6..line.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal((2, 1), (_teams.TokenRequests, _teams.KeyFetches));
        Assert.Empty(_teams.Posts);
    }

    [Fact]
    public async Task Check_tells_why_a_bot_is_refused_and_what_to_look_at()
    {
        TeamsPackages.Write(_folder.Path, _teams.Technicians.AppId, _teams.Customers.AppId);
        _teams.MetadataIsDown = true;
        var verb = await CheckAsync(("SiOne__Teams__Technicians__ClientSecret", "Camembert72"));
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains(verb.Lines, line => line.StartsWith("ok    teams customers' bot:", StringComparison.Ordinal));
        Assert.Contains(verb.Lines, line => line.StartsWith("FAIL  teams technicians' bot: refused (invalid_client): check SiOne:Teams:Technicians:AppId", StringComparison.Ordinal));
        Assert.Contains(verb.Lines, line => line.StartsWith("FAIL  teams keys:", StringComparison.Ordinal) && line.Contains("SiOne:Teams:OpenIdMetadata", StringComparison.Ordinal));
        Assert.Equal(2, verb.Lines.Count(line => line.StartsWith("FAIL  teams package", StringComparison.Ordinal)));
        Assert.DoesNotContain("Camembert72", verb.Output + verb.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_that_teams_is_off_where_it_is_not_set()
    {
        using var data = new TempFolder();
        var verb = await ProgramRun.VerbAsync(data.Path, "check", TestHost.EnvironmentOf(data));
        Assert.Equal("ok    teams: off, SiOne:Teams is not set", Assert.Single(verb.Lines, line => line.Contains("teams", StringComparison.Ordinal)));
    }

    private async Task<Verb> CheckAsync(params (string Key, string Value)[] more)
    {
        using var data = new TempFolder();
        return await ProgramRun.VerbAsync(data.Path, "check", [.. TestHost.EnvironmentOf(data), .. TeamsPackages.Environment(_teams, _folder), .. more]);
    }
}
