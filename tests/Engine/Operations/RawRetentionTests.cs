using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Operations;

public sealed class RawRetentionTests
{
    [Fact]
    public async Task Raw_messages_go_when_their_time_has_come_and_the_ledger_still_adds_up()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1), Secret(2), Bench.Mail(3, from: "a@elsewhere.example"));
        await bench.Door.KeepAsync([Bench.Mail(4)], fence: 0, CancellationToken.None); // Not read yet.
        Assert.Equal((false, true), ((await bench.RowAsync(1)).SecretReceived, (await bench.RowAsync(2)).SecretReceived));

        Assert.Equal(0, await WorkAsync(bench));
        bench.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await WorkAsync(bench));
        Assert.False(Holds(bench, 2));
        Assert.NotNull((await bench.RowAsync(2)).RawDestroyedAt);
        Assert.True(Holds(bench, 1));

        bench.Clock.Advance(TimeSpan.FromDays(87));
        Assert.Equal(2, await WorkAsync(bench));
        Assert.False(Holds(bench, 1));
        Assert.False(Holds(bench, 3));
        Assert.True(Holds(bench, 4));
        var report = await bench.AuditAsync();
        Assert.Equal((1, 3), (report.Spooled, report.RawDestroyed));
        Assert.True(report.AddsUp, string.Join('\n', report.Mistakes));
        Assert.Single(Directory.GetFiles(bench.SpoolFolder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_stop_between_the_mark_and_the_destruction_is_finished_at_the_next_look()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        var row = await bench.RowAsync(1);
        await bench.Store.CommitAsync(new StoreUnit { Intake = [row with { Version = row.Version + 1, RawDestroyedAt = Bench.Start }] }, CancellationToken.None);

        Assert.True((await bench.AuditAsync()).AddsUp);
        Assert.Equal(1, await WorkAsync(bench));
        Assert.False(Holds(bench, 1));
        Assert.True((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task Nothing_goes_while_somebody_copies_the_spool()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        bench.Clock.Advance(TimeSpan.FromDays(91));
        await bench.Spool.Keeping.WaitAsync();
        var working = WorkAsync(bench);
        Assert.False(working.IsCompleted);
        Assert.True(Holds(bench, 1));
        bench.Spool.Keeping.Release();
        Assert.Equal(1, await working);
    }

    [Fact]
    public async Task A_missing_raw_message_whose_time_had_not_come_is_still_a_mistake()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        bench.Spool.Destroy(IntakeKeys.Of(Bench.Mail(1)), Bench.Start);
        Assert.False((await bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task A_message_put_back_out_of_the_quarantine_counts_from_there()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        var row = await bench.RowAsync(1);
        Assert.Equal(Bench.Start.AddDays(90), RawRetention.DueAt(row, bench.Options));
        Assert.Equal(Bench.Start.AddDays(100), RawRetention.DueAt(row with { ReplayedAt = Bench.Start.AddDays(10) }, bench.Options));
        Assert.Null(RawRetention.DueAt(row with { End = null }, bench.Options));
    }

    private static RawMail Secret(uint uid)
    {
        var mail = Bench.Mail(uid);
        return mail with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(mail.Bytes.Span) + "\r\nMon mot de passe : Ete2024!\r\n") };
    }

    private static bool Holds(Bench bench, uint uid) => bench.Spool.Holds(IntakeKeys.Of(Bench.Mail(uid)), Bench.Start);

    private static Task<int> WorkAsync(Bench bench) =>
        new RawRetention(bench.Store, bench.Spool, bench.Board, bench.Options, bench.Clock, NullLogger<RawRetention>.Instance).WorkOnceAsync(CancellationToken.None);
}
