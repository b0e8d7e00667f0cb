using SiOne.Bot.Host.Tests.Api;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Network;

namespace SiOne.Bot.Host.Tests.Commands;

public sealed class OperatorCommandTests
{
    [Fact]
    public async Task Check_says_one_line_for_each_thing_and_makes_nothing()
    {
        using var folder = new TempFolder();
        var verb = await ProgramRun.VerbAsync(folder.Path, "check");
        Assert.Equal(0, verb.ExitCode);
        Assert.Equal(12, verb.Lines.Length);
        Assert.All(verb.Lines, line => Assert.StartsWith("ok  ", line, StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Check_fails_with_a_remedy_where_no_mail_server_answers()
    {
        using var folder = new TempFolder();
        var verb = await ProgramRun.VerbAsync(
            folder.Path, "check", ("SiOne__SupportAddress", "support@msp.example"), ("SiOne__Customers", DemoCustomers), ("SiOne__MailFolder", "in"),
            ("SiOne__Smtp__Host", "127.0.0.1"), ("SiOne__Smtp__Port", $"{FreePort.Some(1)[0]}"), ("SiOne__Smtp__User", "support"), ("SiOne__Smtp__Password", "Camembert72"));
        Assert.Equal(1, verb.ExitCode);
        Assert.Contains(verb.Lines, line => line.StartsWith("FAIL  smtp:", StringComparison.Ordinal) && line.Contains("SiOne:Smtp:", StringComparison.Ordinal));
        Assert.DoesNotContain("Camembert72", verb.Output + verb.Error, StringComparison.Ordinal);
        Assert.Contains("warn  backups: nobody tells of their runs, and digests say so: set SiOne:BackupKey", verb.Lines);
        Assert.Contains(verb.Lines, line => line.StartsWith("warn  data protection: set SiOne:DataProtection:Officer and SiOne:DataProtection:Address", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("check")]
    [InlineData("ledger")]
    public async Task Settings_that_cannot_be_used_are_all_told_and_end_with_78(string name)
    {
        using var folder = new TempFolder();
        var verb = await ProgramRun.VerbAsync(
            folder.Path, name, ("SiOne__Url", "http://0.0.0.0:5080"), ("SiOne__ObserveOnly", "oui"), ("SiOne__Colour", "red"), ("SiOne__ApiKey", "Camembert72"),
            ("SiOne__Imap__Port", "Camembert72"));
        Assert.Equal(78, verb.ExitCode);
        Assert.Empty(verb.Output);
        foreach (var key in (string[])["SiOne:Url", "SiOne:ObserveOnly", "SiOne:Colour", "SiOne:ApiKey", "SiOne:Imap:Port"])
            Assert.Contains(verb.ErrorLines, line => line.StartsWith($"{key}:", StringComparison.Ordinal));
        Assert.DoesNotContain("Camembert72", verb.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_of_no_store_is_a_failure_with_a_remedy()
    {
        using var folder = new TempFolder();
        var verb = await ProgramRun.VerbAsync(folder.Path, "ledger");
        Assert.Equal((1, ""), (verb.ExitCode, verb.Output));
        Assert.Contains("SiOne:DataFolder", Assert.Single(verb.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_ledger_adds_up_after_a_run_and_no_longer_when_a_raw_message_is_gone()
    {
        using var folder = new TempFolder();
        await using (var host = await TestHost.StartAsync(folder))
        {
            await host.DropAsync(TestMail.Of("Boîte"));
            await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0 });
            var held = await ProgramRun.VerbAsync(folder.Path, "ledger", host.Environment);
            Assert.Equal((75, ""), (held.ExitCode, held.Output));
        }

        var settings = TestHost.EnvironmentOf(folder);
        var good = await ProgramRun.VerbAsync(folder.Path, "ledger", settings);
        Assert.Equal(0, good.ExitCode);
        Assert.Equal("adds up", good.Lines[^1]);
        foreach (var raw in Directory.GetFiles(folder.File("data", "spool"), "*", SearchOption.AllDirectories)) File.Delete(raw);
        var bad = await ProgramRun.VerbAsync(folder.Path, "ledger", settings);
        Assert.Equal((1, "DOES NOT ADD UP"), (bad.ExitCode, bad.Lines[^1]));
        Assert.Contains("not in the spool", Assert.Single(bad.ErrorLines), StringComparison.Ordinal);
    }

    private static string DemoCustomers => Path.Combine(Repository.Root, "bot", "Demo", "Customers");
}
