namespace SiOne.Bot.Host.Tests.Commands;

public sealed class DueCommandTests
{
    [Theory]
    [InlineData("2026-11-20T17:00+01:00", "", "2026-11-24T17:00:00+01:00")] // Friday: the weekend does not count.
    [InlineData("2026-11-20T16:00:00Z", "", "2026-11-24T17:00:00+01:00")]
    [InlineData("2026-11-20T17:00", "", "2026-11-24T17:00:00+01:00")] // Without an offset, Paris.
    [InlineData("2026-11-23T09:00+01:00", "", "2026-11-25T09:00:00+01:00")]
    [InlineData("2026-11-22T15:30+01:00", "", "2026-11-25T00:00:00+01:00")] // Sunday: starts on Monday at 00:00.
    [InlineData("2026-11-20T17:00+01:00", "--weekend", "2026-11-22T17:00:00+01:00")]
    [InlineData("2026-11-20T17:00+01:00", "--calendar", "2026-11-22T17:00:00+01:00")]
    [InlineData("2026-11-10T10:00+01:00", "", "2026-11-13T10:00:00+01:00")] // 11 November.
    [InlineData("2026-03-27T12:00+01:00", "", "2026-03-31T12:00:00+02:00")] // The clocks went forward on a Sunday without service.
    [InlineData("2026-03-28T12:00+01:00", "--weekend", "2026-03-30T13:00:00+02:00")] // 48 hours that ran, not two days by the wall.
    [InlineData("2026-10-24T12:00+02:00", "--calendar", "2026-10-26T11:00:00+01:00")]
    public async Task The_commitment_is_printed_in_Paris_time(string received, string option, string expected)
    {
        var verb = await Verb.RunAsync(["due", "--received", received, "--level", "Standard", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((0, expected + "\n", ""), (verb.ExitCode, verb.Output, verb.Error));
    }

    [Theory]
    [InlineData("Standard")]
    [InlineData("Premium")]
    [InlineData("Serenite")]
    public async Task Every_level_has_the_same_48_hours(string level)
    {
        var verb = await Verb.RunAsync(["due", "--received", "2026-11-23T09:00+01:00", "--level", level]);
        Assert.Equal("2026-11-25T09:00:00+01:00\n", verb.Output);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("due --received 2026-11-23T09:00")]
    [InlineData("due --level Standard")]
    [InlineData("due --received hier --level Standard")]
    [InlineData("due --received 2026-03-29T02:30 --level Standard")] // This hour never was.
    [InlineData("due --received 2026-11-23T09:00 --level Gold")]
    [InlineData("due --received 2026-11-23T09:00 --level 7")]
    [InlineData("due --received 2026-11-23T09:00 --level Standard --nights")]
    [InlineData("explain")]
    [InlineData("explain /no/such/folder")]
    [InlineData("explain . --at hier")]
    [InlineData("inconnu")]
    public async Task Wrong_use_is_told_in_one_line(string arguments)
    {
        var verb = await Verb.RunAsync(arguments.Split(' '));
        Assert.Equal(2, verb.ExitCode);
        Assert.Empty(verb.Output);
        Assert.Single(verb.ErrorLines);
    }

    [Fact]
    public async Task Help_is_data()
    {
        var verb = await Verb.RunAsync(["--help"]);
        Assert.Equal(0, verb.ExitCode);
        foreach (var name in (string[])["explain", "classify", "due", "check", "ledger"]) Assert.Contains(name, verb.Output, StringComparison.Ordinal);
        Assert.Empty(verb.Error);
    }
}
