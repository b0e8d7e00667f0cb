using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A backup is whole or not there, proven, and a host starts on it (F82).</summary>
public sealed class BackupTests : IDisposable
{
    private readonly Installation _installation = new();

    private string Copy => _installation.At("backup");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Taken_under_load_it_is_whole_and_a_host_on_it_sends_nothing_by_itself()
    {
        using var folder = new TempFolder();
        var copy = folder.File("backup");
        await using (var host = await TestHost.StartAsync(folder))
        {
            using var stop = new CancellationTokenSource();
            var load = Task.Run(async () =>
            {
                for (var n = 1; !stop.IsCancellationRequested; n++) await host.DropAsync(TestMail.Of($"Boîte {n}"));
            });
            await Deadline.UntilAsync(() => host.Counts.Requests >= 5);
            var taken = host.Counts.Requests;
            var verb = await ProgramRun.VerbAsync(folder.Path, $"backup {copy}", host.Environment);
            await stop.CancelAsync();
            await load;
            Assert.True(verb.ExitCode == 0, verb.Error + verb.Output);
            Assert.Contains("master key is NOT in the backup", verb.Error, StringComparison.Ordinal);
            Assert.True(int.Parse(verb.Lines.Single(line => line.StartsWith("requests ", StringComparison.Ordinal))[20..], null) >= taken);
        }

        Assert.False(File.Exists(Path.Combine(copy, "master.key")));
        Assert.False(Directory.Exists(copy + ".partial"));
        foreach (var old in Directory.GetFiles(folder.File("out"))) File.Delete(old);
        foreach (var old in Directory.GetFiles(folder.File("in"))) File.Delete(old);
        (string, string)[] restored = [("SiOne__DataFolder", copy), ("SiOne__MasterKeyFile", folder.File("data", "master.key"))];
        var verified = await ProgramRun.VerbAsync(folder.Path, $"verify --data {copy}", TestHost.EnvironmentOf(folder));
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        await using (var again = await TestHost.StartAsync(folder, restored))
        {
            await Deadline.UntilAsync(() => again.Counts is { Waiting: 0, Seen: > 0 });
            Assert.Empty(Directory.GetFiles(folder.File("out")));
        }

        (string, string)[] settings = [.. TestHost.EnvironmentOf(folder).Where(pair => pair.Key != "SiOne__DataFolder"), .. restored];
        var ledger = await ProgramRun.VerbAsync(folder.Path, "ledger", settings);
        Assert.True(ledger.ExitCode == 0, ledger.Error);
        Assert.DoesNotContain(ledger.Lines, line => line.StartsWith("outbox-waiting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_host_it_is_taken_too_and_with_the_key_if_asked()
    {
        await using (var parts = await _installation.OpenAsync()) await Installation.TakeSomeAsync(parts);
        var verb = await VerbAsync($"backup {Copy} --with-key");
        Assert.True(verb.ExitCode == 0, verb.Error + verb.Output);
        Assert.Contains("whoever reads the backup reads the mails", verb.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllTextAsync(_installation.At("data", "master.key")), await File.ReadAllTextAsync(Path.Combine(Copy, "master.key")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Copy));
        await using var again = await _installation.OpenAsync(data: Copy);
        Assert.True((await Installation.AuditAsync(again)).AddsUp);
        Assert.All(await again.Store.AllOutboxAsync(CancellationToken.None).ToListAsync(), row => Assert.NotEqual(OutboxState.Waiting, row.State));
    }

    [Fact]
    public async Task It_is_refused_where_something_is_and_nothing_there_is_touched()
    {
        await using (var parts = await _installation.OpenAsync()) await Installation.TakeAsync(parts, Installation.Mail(1));
        Directory.CreateDirectory(Copy);
        await File.WriteAllTextAsync(Path.Combine(Copy, "mine"), "x");
        Assert.Equal(1, (await VerbAsync($"backup {Copy}")).ExitCode);
        Assert.Equal(["mine"], Directory.GetFileSystemEntries(Copy).Select(Path.GetFileName));
        Assert.Equal(1, (await VerbAsync($"backup {Path.Combine(_installation.Data, "inside")}")).ExitCode);
        Directory.CreateDirectory(_installation.At("other.partial"));
        Assert.Equal(1, (await VerbAsync($"backup {_installation.At("other")}")).ExitCode);
        Assert.Equal(2, (await VerbAsync("backup")).ExitCode);
    }

    [Fact]
    public async Task A_copy_that_is_not_sound_never_gets_the_name_of_a_backup()
    {
        await using (var parts = await _installation.OpenAsync()) await Installation.TakeAsync(parts, Installation.Mail(1));
        foreach (var raw in Directory.GetFiles(_installation.At("data", "spool"), "*", SearchOption.AllDirectories)) File.Delete(raw);
        var verb = await VerbAsync($"backup {Copy}");
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains(verb.Lines, line => line.Contains("not in the spool", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Copy));
    }

    private Task<Verb> VerbAsync(string verb) => ProgramRun.VerbAsync(_installation.Folder, verb, _installation.Environment);
}
