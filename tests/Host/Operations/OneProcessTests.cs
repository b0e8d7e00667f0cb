using System.Diagnostics;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>One process on one store, and folders that cannot be used, as an operator meets them (F79).</summary>
public sealed class OneProcessTests : IDisposable
{
    private const string Nobody = "65534";
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task A_second_host_ends_with_75_also_beside_one_that_was_stopped_in_its_tracks_and_a_killed_one_leaves_no_lock()
    {
        await using (var first = ProgramRun.Start(_installation.Folder, "", _installation.Environment))
        {
            await first.SaysAsync();
            await RefusedAsync("", "another process uses this store");
            await first.SignalAsync("STOP");
            await RefusedAsync("", "another process uses this store");
            await RefusedAsync("verify", "does not answer");
            await first.SignalAsync("CONT");
            Assert.Equal(0, (await VerbAsync("quarantine list")).ExitCode);
        }

        // Killed: the file that told where it was is still there, and the lock is not.
        Assert.True(File.Exists(_installation.At("data", "operator")));
        Assert.Equal(0, (await VerbAsync("verify")).ExitCode);
        await using var next = ProgramRun.Start(_installation.Folder, "", _installation.Environment);
        await next.SaysAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("ledger")]
    [InlineData("verify")]
    public async Task A_folder_of_somebody_else_is_named_with_what_to_do(string verb)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return; // Only root can become somebody else.
        await using (var parts = await _installation.OpenAsync()) await Installation.TakeAsync(parts, Installation.Mail(1));
        await RunAsync("chmod", "-R", "a+rX", _installation.Folder);
        var result = await ProgramRun.VerbAsync(
            _installation.Folder, verb.Length == 0 ? [] : [verb], _installation.Environment, "setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups");
        Assert.Equal(verb == "check" ? 1 : 75, result.ExitCode);
        var said = result.Output + result.Error;
        Assert.Contains($"{_installation.Data} cannot be written by ", said, StringComparison.Ordinal);
        Assert.Contains("chown", said, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(string verb, string said)
    {
        var second = await VerbAsync(verb);
        Assert.Equal(75, second.ExitCode);
        Assert.Contains(said, Assert.Single(second.ErrorLines, line => !line.StartsWith('{')), StringComparison.Ordinal);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync().WithinAsync();
    }

    private Task<Verb> VerbAsync(string verb) => ProgramRun.VerbAsync(_installation.Folder, verb, _installation.Environment);
}
