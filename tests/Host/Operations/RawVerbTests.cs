using SiOne.Bot.Host.Tests.Commands;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A raw message is opened by name, for a reason, and not before that is written down.</summary>
public sealed class RawVerbTests : IDisposable
{
    private readonly Installation _installation = new();

    private string Journal => _installation.At("data", "operators.log");

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task It_prints_the_mail_as_it_came_in_after_writing_down_who_and_why()
    {
        var key = await KeyAsync();
        var verb = await RunAsync("raw", "show", key, "--reason", "Le client conteste");
        Assert.Equal((0, ""), (verb.ExitCode, verb.Error));
        Assert.Contains("Message-ID: <mail-1@client.example>", verb.Output, StringComparison.Ordinal);
        Assert.Contains("la boîte mail", verb.Output, StringComparison.Ordinal);
        var line = Assert.Single(await File.ReadAllLinesAsync(Journal));
        Assert.Contains($"\"act\":\"raw-show\",\"key\":\"{key}\",\"reason\":\"Le client conteste\"", line, StringComparison.Ordinal);
        Assert.Contains($"\"who\":\"{Environment.UserName}\"", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "raw", "show", "KEY")]
    [InlineData(2, "raw", "show", "KEY", "--reason", " ")]
    [InlineData(1, "raw", "show", "m.nobody", "--reason", "x")]
    [InlineData(1, "raw", "show", "../../master.key", "--reason", "x")]
    public async Task Without_a_reason_or_a_message_nothing_is_shown(int exitCode, params string[] arguments)
    {
        var key = await KeyAsync();
        var verb = await RunAsync([.. arguments.Select(argument => argument == "KEY" ? key : argument)]);
        Assert.Equal((exitCode, ""), (verb.ExitCode, verb.Output));
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task Where_the_journal_cannot_be_written_nothing_is_shown()
    {
        var key = await KeyAsync();
        Directory.CreateDirectory(Journal);
        var verb = await RunAsync("raw", "show", key, "--reason", "x");
        Assert.Equal((1, ""), (verb.ExitCode, verb.Output));
    }

    private async Task<string> KeyAsync()
    {
        await using var parts = await _installation.OpenAsync();
        await Installation.TakeAsync(parts, Installation.Mail(1));
        return Engine.Intake.IntakeKeys.Of(Installation.Mail(1)).Value;
    }

    private Task<Verb> RunAsync(params string[] arguments) => ProgramRun.VerbAsync(_installation.Folder, arguments, _installation.Environment);
}
