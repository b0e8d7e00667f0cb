using System.Text.Json;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>What is held about somebody is handed over whole, and nothing of others but the lines that name them.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Everything_that_is_held_is_written_for_this_account_alone_and_nobody_elses()
    {
        Canary.List(_installation);
        await using (var parts = await _installation.OpenAsync()) await Canary.PlantAsync(parts);
        var folder = _installation.At("export");
        var ask = new OperatorAsk(RightsActs.Export, "Inès") { Person = Canary.Id, Folder = folder, Reason = "Demande n° 12" };
        var done = await AskAsync(ask);
        Assert.True(done.ExitCode == 0, string.Join('\n', done.Messages));
        Assert.Equal(folder, done.Lines[^1]);
        Assert.Empty(Canary.In(string.Join('\n', done.Lines.Concat(done.Messages))));

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        var all = string.Join('\n', files.Select(file => $"{file}\n{File.ReadAllText(file)}"));
        Assert.Empty(Canary.Words.Except(Canary.In(all)));
        Assert.DoesNotContain("imprimante", all, StringComparison.Ordinal); // Another's request that does not name them.
        Assert.DoesNotContain("Zéphyrine Durand", all, StringComparison.Ordinal);
        Assert.Contains("L'écran de Mme KANARIVAULT", all, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "donnees.json")));
        Assert.Equal("p7", Assert.Single(data.RootElement.GetProperty("demandes").EnumerateArray()).GetProperty("personne").GetString());
        Assert.Contains("textes des messages", await File.ReadAllTextAsync(Path.Combine(folder, "LISEZMOI.txt")), StringComparison.Ordinal);
        Assert.Contains("Reçue par mail", await File.ReadAllTextAsync(Path.Combine(folder, "demandes.txt")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
            foreach (var file in files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Contains("\"act\":\"export\"", await File.ReadAllTextAsync(_installation.At("data", "operators.log")), StringComparison.Ordinal);
        var again = await AskAsync(ask);
        Assert.Contains("exists already", Assert.Single(again.Messages), StringComparison.Ordinal);
        var inside = await AskAsync(ask with { Folder = _installation.At("data", "export") });
        Assert.Contains("data folder itself", Assert.Single(inside.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_is_exported_with_all_of_its_people_and_no_other_customer()
    {
        Canary.List(_installation);
        await using (var parts = await _installation.OpenAsync()) await Canary.PlantAsync(parts);
        var folder = _installation.At("export");
        Assert.Equal(0, (await AskAsync(new OperatorAsk(RightsActs.Export, "Inès") { Customer = "scierie", Folder = folder, Reason = "Fin de contrat" })).ExitCode);
        var all = string.Join('\n', Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Empty(Canary.Words.Except(Canary.In(all)));
        Assert.Contains("imprimante", all, StringComparison.Ordinal);
        Assert.DoesNotContain("atelier.example", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_running_host_it_is_the_same_and_its_logs_and_page_hold_nothing()
    {
        using var folder = new TempFolder();
        const string Who = "zk@client.example";
        await using (var host = await TestHost.StartAsync(folder))
        {
            await host.DropAsync(TestMail.Of("Panne sujetcanari", from: Who));
            await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0 });
        }

        await using var run = ProgramRun.Start(folder.Path, "", TestHost.EnvironmentOf(folder));
        var url = (await run.SaysAsync()).Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
        var target = folder.File("out-of-it");
        var exported = await VerbAsync("export", "--person", Who, "--into", target, "--reason", "Essai");
        Assert.True(exported.ExitCode == 0, exported.Output + exported.Error);
        Assert.Contains("sujetcanari", await File.ReadAllTextAsync(Path.Combine(target, "donnees.json")), StringComparison.Ordinal);
        var dry = await VerbAsync("erase", "--person", Who, "--reason", "Essai", "--dry-run", "--also-open");
        Assert.True(dry.ExitCode == 0, dry.Output + dry.Error);
        var erased = await VerbAsync("erase", "--person", Who, "--reason", "Essai", "--also-open");
        Assert.True(erased.ExitCode == 0, erased.Output + erased.Error);
        using (var client = new HttpClient())
        {
            var board = await client.GetStringAsync(new Uri(new Uri(url), "/api/board"));
            Assert.DoesNotContain("canari", board, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Who, board, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await VerbAsync("erase", "--expired", "--dry-run")).ExitCode);
        var verified = await VerbAsync("verify");
        Assert.True((verified.ExitCode, verified.Lines[^1]) == (0, "sound"), verified.Output + verified.Error);
        await run.SignalAsync("TERM");
        var log = await run.RestAsync();
        Assert.DoesNotContain("canari", log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Who, log, StringComparison.Ordinal);
        Assert.Equal(0, (await VerbAsync("ledger")).ExitCode);
        Assert.DoesNotContain(Who, OpenedTexts.BytesOf(folder.File("data", "sione.db"), folder.File("data", "operators.log")), StringComparison.Ordinal);

        Task<Verb> VerbAsync(params string[] arguments) => ProgramRun.VerbAsync(folder.Path, arguments, TestHost.EnvironmentOf(folder));
    }

    [Theory]
    [InlineData("export --into a --reason x", 2)]
    [InlineData("export --person a@b.example --into a", 2)]
    [InlineData("erase --reason x", 2)]
    [InlineData("erase --person a@b.example", 2)]
    [InlineData("erase --expired --person a@b.example --reason x", 2)]
    [InlineData("register --format xml", 2)]
    public async Task Wrong_use_is_told(string arguments, int exitCode) => Assert.Equal(exitCode, (await Verb.RunAsync(arguments.Split(' '))).ExitCode);

    private Task<OperatorAnswer> AskAsync(OperatorAsk ask) => new OperatorDoor(_installation.Settings).AskAsync(ask, CancellationToken.None);
}
