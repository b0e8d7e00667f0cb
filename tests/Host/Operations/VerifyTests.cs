using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

public sealed class VerifyTests : IDisposable
{
    private readonly Installation _installation = new();

    private string Spool => _installation.At("data", "spool");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Sound_data_is_sound_with_a_host_and_without_and_nothing_is_left_behind()
    {
        using var folder = new TempFolder();
        await using (var host = await TestHost.StartAsync(folder))
        {
            await host.DropAsync(TestMail.Of("Boîte"));
            await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0 });
            var running = await ProgramRun.VerbAsync(folder.Path, "verify", host.Environment);
            Assert.True((running.ExitCode, running.Lines[^1]) == (0, "sound"), running.Output + running.Error);
        }

        var stopped = await ProgramRun.VerbAsync(folder.Path, "verify", TestHost.EnvironmentOf(folder));
        Assert.True((stopped.ExitCode, stopped.Lines[^1]) == (0, "sound"), stopped.Output + stopped.Error);
        Assert.Empty(Directory.GetDirectories(folder.File("data"), "verify*"));
        Assert.False(File.Exists(folder.File("data", "operator")));
    }

    [Theory]
    [InlineData("altered", "does not open")]
    [InlineData("exchanged", "does not open")]
    [InlineData("gone", "not in the spool")]
    [InlineData("unknown", "spooled, but without a row")]
    [InlineData("journal", "operators.log is cut or altered")]
    [InlineData("store", "store: ")]
    [InlineData("key", "does not open under the master key")]
    public async Task Each_kind_of_damage_is_a_line(string damage, string said)
    {
        await using (var parts = await _installation.OpenAsync()) await Installation.TakeSomeAsync(parts);
        Assert.Equal(0, (await VerbAsync("quarantine replay all")).ExitCode);
        await using (var parts = await _installation.OpenAsync()) await Installation.SettleAsync(parts);
        var sound = await VerbAsync("verify");
        Assert.True(sound.ExitCode == 0, sound.Output + sound.Error);

        await DamageAsync(damage);
        var verb = await VerbAsync("verify");
        Assert.Equal((1, "NOT SOUND"), (verb.ExitCode, verb.Lines[^1]));
        Assert.Contains(verb.Lines, line => line.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain("scierie", verb.Output, StringComparison.Ordinal);
        Assert.Contains("rebuild-from-spool", verb.Error, StringComparison.Ordinal);
    }

    private async Task DamageAsync(string damage)
    {
        var raw = Directory.GetFiles(Spool, "m.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        switch (damage)
        {
            case "altered":
                await FlipAsync(raw[0], 200);
                break;
            case "exchanged":
                File.Copy(raw[1], raw[0], overwrite: true);
                break;
            case "gone":
                File.Delete(raw[0]);
                break;
            case "unknown":
                File.Copy(raw[0], raw[0][..^1] + "8");
                break;
            case "journal":
                await FlipAsync(_installation.At("data", "operators.log"), 30);
                break;
            case "store":
                var path = _installation.At("data", "sione.db");
                var bytes = await File.ReadAllBytesAsync(path);
                for (var at = 10_000; at < bytes.Length; at += 1_000) bytes[at] ^= 1;
                await File.WriteAllBytesAsync(path, bytes);
                break;
            default:
                await File.WriteAllTextAsync(_installation.At("data", "master.key"), Convert.ToBase64String(new byte[32]));
                break;
        }
    }

    private static async Task FlipAsync(string path, int at)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
    }

    private Task<Verb> VerbAsync(string verb) => ProgramRun.VerbAsync(_installation.Folder, verb, _installation.Environment);
}
