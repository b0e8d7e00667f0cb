using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Tests.Projections;

public sealed class BoardTests
{
    [Fact]
    public async Task Rebuilt_from_the_store_it_tells_the_same_as_before()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1), Bench.Mail(2, from: "a@elsewhere.example"), Bench.Mail(3, inReplyTo: "mail-1@client.example"));
        await bench.SendAllAsync();
        var rebuilt = new Board();
        var effects = new List<OutboxRow>();
        await rebuilt.RebuildAsync(bench.Store, CancellationToken.None, effects.Add);
        Assert.Equal(bench.Board.Newest(10).Sum(entry => entry.Outbox.Length), effects.Count);
        Assert.Equal(bench.Board.Counts(), rebuilt.Counts());
        Assert.Equal(new LedgerCounts(3, 0, 1, 1, 1, 0, 0), rebuilt.Counts());
        Assert.Equal(Told(bench.Board), Told(rebuilt));
    }

    [Fact]
    public void Counts_cover_everything_and_details_the_newest_alone()
    {
        var board = new Board(keepNewest: 2);
        for (var n = 1; n <= 5; n++) board.Apply(Row(n));
        Assert.Equal(5, board.Counts().Seen);
        Assert.Equal(["k5", "k4"], board.Newest(10).Select(entry => entry.Row.Key.Value));
        Assert.Null(board.Find(new IntakeKey("k1")));
        board.Apply(Row(1) with { Version = 2, End = LedgerEnd.Ignored });
        Assert.Equal((5, 4, 1), (board.Counts().Seen, board.Counts().Waiting, board.Counts().Ignored));
    }

    [Fact]
    public void An_older_version_that_comes_late_changes_nothing()
    {
        var board = new Board();
        board.Apply(Row(1) with { Version = 3, End = LedgerEnd.Ignored });
        board.Apply(Row(1));
        Assert.Equal((0, 1), (board.Counts().Waiting, board.Counts().Ignored));
        Assert.Equal(3, board.Find(new IntakeKey("k1"))!.Row.Version);
    }

    [Fact]
    public void A_change_raises_the_revision_and_wakes_who_waits()
    {
        var board = new Board();
        var (before, changed) = (board.Revision, board.Changed);
        Assert.False(changed.IsCompleted);
        board.Apply(Row(1));
        Assert.True(changed.IsCompleted);
        Assert.Equal(before + 1, board.Revision);
        Assert.False(board.Changed.IsCompleted);
    }

    [Fact]
    public void A_message_that_is_taken_up_again_counts_once()
    {
        var board = new Board(keepNewest: 1);
        board.Apply(Row(1) with { Version = 2, End = LedgerEnd.Quarantined });
        board.Apply(Row(2));
        Assert.Equal(new LedgerCounts(2, 1, 0, 0, 0, 0, 1), board.Counts());
        board.Apply(Row(1) with { Version = 3 });
        Assert.Equal(new LedgerCounts(2, 2, 0, 0, 0, 0, 0), board.Counts());
        board.Apply(Row(1) with { Version = 4, End = LedgerEnd.Ignored });
        board.Apply(Row(1) with { Version = 4, End = LedgerEnd.Ignored });
        Assert.Equal(new LedgerCounts(2, 1, 0, 0, 0, 1, 0), board.Counts());
    }

    [Fact]
    public void A_unit_is_seen_whole_or_not_at_all()
    {
        var board = new Board();
        board.Apply(Row(1));
        var before = board.Revision;
        board.Apply(new StoreUnit { Intake = [Row(1) with { Version = 2, End = LedgerEnd.Ignored }], NewIntake = [Row(2), Row(3)] });
        Assert.Equal(before + 1, board.Revision);
        Assert.Equal((3, 2, 1), (board.Counts().Seen, board.Counts().Waiting, board.Counts().Ignored));
    }

    private static IntakeRow Row(int n) => new()
    {
        Key = new IntakeKey($"k{n}"),
        Channel = Channel.Mail,
        ReceivedAt = Bench.Start,
        KeptAt = Bench.Start.AddMinutes(n),
        ContentHash = "00",
        Size = 1,
    };

    private static string[] Told(Board board) =>
    [
        .. board.Newest(10).Select(entry => $"{entry.Row.Key} {entry.Row.End} {string.Join(',', entry.Requests.Select(d => $"{d.Id} {d.Version}").Order())} "
            + string.Join(',', entry.Outbox.Select(o => $"{o.Key} {o.State}").Order(StringComparer.Ordinal))),
    ];
}
