using SiOne.Bot.Engine.Operations;

namespace SiOne.Bot.Engine.Tests.Operations;

public sealed class OperatorJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("journal-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "operators.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Acts_are_chained_and_tell_who_did_what_to_which_message_and_why()
    {
        var journal = Journal();
        journal.Append("camille", "raw-show", "m.0123456789ab.0000000001.0000000007", "Le client dit que la pièce\nmanque");
        Journal().Append("root", "backup", "nuit");

        Assert.Equal((2, 0), (journal.Verify().Lines, journal.Verify().Wrong.Count));
        var first = File.ReadAllLines(Path)[0];
        Assert.Contains("\"who\":\"camille\"", first, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"Le client dit que la piècemanque\"", first, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public void A_line_changed_added_or_taken_out_shows()
    {
        for (var n = 1; n <= 4; n++) Journal().Append("camille", "raw-show", $"m.{n}");
        var lines = File.ReadAllLines(Path);

        Write(lines[0], lines[1].Replace("camille", "camilla", StringComparison.Ordinal), lines[2], lines[3]);
        Assert.Equal([2], Journal().Verify().Wrong);
        Write(lines[0], lines[2], lines[3]);
        Assert.Equal([2, 3], Journal().Verify().Wrong);
        Write(lines[1], lines[0], lines[2], lines[3]);
        Assert.NotEmpty(Journal().Verify().Wrong);
        Write([.. lines, "{}"]);
        Assert.Equal([5], Journal().Verify().Wrong);
    }

    [Fact]
    public void A_line_that_a_killed_process_left_unfinished_shows_and_stops_nobody()
    {
        Journal().Append("camille", "raw-show", "m.1");
        File.AppendAllText(Path, "{\"n\":2,\"at\":");
        Journal().Append("camille", "raw-show", "m.3");
        Assert.Equal([2], Journal().Verify().Wrong);
        Assert.Equal(3, Journal().Verify().Lines);
    }

    private OperatorJournal Journal() => new(Path, Bench.Master, TimeProvider.System);

    private void Write(params string[] lines) => File.WriteAllText(Path, string.Concat(lines.Select(line => $"{line}\n")));
}
