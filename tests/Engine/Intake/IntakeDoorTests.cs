using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

public sealed class IntakeDoorTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_mailbox_never_seen_starts_as_the_setting_says()
    {
        Assert.Equal(new MailboxPosition(41, null), await OpenedAsync(StartFrom.Now));
        Assert.Equal(new MailboxPosition(0, null), await OpenedAsync(StartFrom.All));
        Assert.Equal(new MailboxPosition(0, March), await OpenedAsync(new StartFrom(StartKind.Date, March)));

        static async Task<MailboxPosition> OpenedAsync(StartFrom from)
        {
            await using var bench = new Bench(Bench.Live with { StartFrom = from });
            return await OpenAsync(bench, validity: 1, next: 42);
        }
    }

    [Fact]
    public async Task After_a_change_of_UIDVALIDITY_it_is_read_again_from_its_first_start()
    {
        await using var bench = new Bench(Bench.Live with { StartFrom = StartFrom.Now });
        await OpenAsync(bench, validity: 9, next: 42);
        bench.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(new MailboxPosition(0, Bench.Start), await OpenAsync(bench, validity: 2, next: 50));
        Assert.Equal(new MailboxPosition(0, Bench.Start), await OpenAsync(bench, validity: 2, next: 51));
    }

    [Fact]
    public async Task Missing_is_what_has_no_row_and_the_cursor_stops_before_the_first_hole()
    {
        await using var bench = new Bench();
        await OpenAsync(bench, validity: 1, next: 10);
        await bench.Door.KeepAsync([Bench.Mail(1), Bench.Mail(2), Bench.Mail(4)], 0, CancellationToken.None);

        Assert.Equal((uint[])[3, 5], await MissingAsync(bench, 1, 2, 3, 4, 5));
        Assert.Equal(2u, (await OpenAsync(bench, validity: 1, next: 10)).Cursor);

        // 3 and 5 were deleted on the server: nothing is missing any more.
        Assert.Empty(await MissingAsync(bench, 4));
        Assert.Equal(4u, (await OpenAsync(bench, validity: 1, next: 10)).Cursor);
    }

    [Fact]
    public async Task Uids_far_apart_are_all_looked_at()
    {
        await using var bench = new Bench();
        await OpenAsync(bench, validity: 1, next: 10);
        await bench.Door.KeepAsync([Bench.Mail(5_000)], 0, CancellationToken.None);
        Assert.Equal((uint[])[1, 1_000, 1_001, 4_000_000_000], await MissingAsync(bench, 1, 1_000, 1_001, 5_000, 4_000_000_000));
    }

    [Fact]
    public async Task Keeping_the_same_mail_again_changes_nothing()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        var row = await bench.RowAsync(1);
        await bench.TakeAsync(Bench.Mail(1));
        Assert.Equal(row.Version, (await bench.RowAsync(1)).Version);
        Assert.Single(await bench.EffectsAsync());
        Assert.Single(bench.Spool.Keys());
    }

    [Fact]
    public async Task A_message_of_the_application_is_one_under_one_key()
    {
        await using var bench = new Bench();
        var raw = """{"from":"ada@acme.example","text":"Bonjour, mon imprimante ne marche plus."}"""u8.ToArray();
        var key = await bench.Door.KeepHandedAsync(Domain.Intake.Channel.Application, "clé-1", raw, Bench.Start, CancellationToken.None);
        Assert.Equal(key, await bench.Door.KeepHandedAsync(Domain.Intake.Channel.Application, "clé-1", raw, Bench.Start, CancellationToken.None));
        Assert.NotEqual(key, await bench.Door.KeepHandedAsync(Domain.Intake.Channel.Application, "clé-2", raw, Bench.Start, CancellationToken.None));
        Assert.Equal(2, bench.Board.Counts().Seen);
    }

    [Fact]
    public async Task A_file_handed_in_twice_is_one_message()
    {
        await using var bench = new Bench();
        var bytes = Bench.Mail(1).Bytes;
        await bench.Door.KeepAsync("../../a.eml", bytes, Bench.Start, CancellationToken.None);
        await bench.Door.KeepAsync("b.eml", bytes, Bench.Start.AddMinutes(1), CancellationToken.None);
        Assert.Equal(1, bench.Board.Counts().Seen);
    }

    private static Task<MailboxPosition> OpenAsync(Bench bench, uint validity, uint next) =>
        bench.Door.OpenAsync(Bench.Inbox, validity, next, 0, CancellationToken.None);

    private static async Task<uint[]> MissingAsync(Bench bench, params uint[] present) =>
        [.. await bench.Door.MissingAsync(Bench.Inbox, 1, [.. present], 0, CancellationToken.None)];
}
