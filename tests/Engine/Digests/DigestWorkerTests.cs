using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>When digests leave, how, and when they do not.</summary>
public sealed class DigestWorkerTests
{
    private static readonly DateOnly Monday = new(2026, 7, 6);
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 7, 1));

    [Fact]
    public async Task A_first_start_tells_of_no_week_before_the_first_request_was_taken_in()
    {
        await using var bench = new WeeklyBench(null, WeeklyBench.CompanyOf("anjou"));
        await bench.BootAsync();
        Assert.True(await bench.WorkAsync());
        await bench.AskAsync("anjou"); // On Wednesday: last week is over.
        await bench.BootAsync();
        Assert.True(await bench.WorkAsync());
        Assert.Empty(await bench.DigestsAsync());

        bench.GoTo(Monday, 8);
        Assert.True(await bench.WorkAsync());
        Assert.Equal([Week.ToString(), Week.ToString()], (await bench.DigestsAsync()).Select(row => ((Effect.SendDigest)row.Effect).Week));
    }

    [Fact]
    public async Task Observing_holds_customers_digests_until_a_technician_releases_them()
    {
        await using var bench = await ReadyAsync(Bench.Live with { ObserveOnly = true, TechnicianAddress = MailAddress.Parse("tech@msp.example") });
        Assert.True(await bench.WorkAsync());
        var held = Assert.Single(await bench.DigestsAsync(), row => row.State is OutboxState.Held);
        Assert.Equal(("observe-only", "anjou"), (held.Reason, ((Effect.SendDigest)held.Effect).CustomerId));
        Assert.Equal("tech@msp.example", Assert.Single(bench.Bench.Sender.Attempts).To.Value); // What technicians read is not held.

        using var decided = new Signal();
        Assert.True(await new HeldEffects(bench.Bench.Store, bench.Bench.Board, decided, bench.Bench.Clock).ReleaseAsync(held.Key, "Hugo", default));
        Assert.True(await bench.WorkAsync());
        Assert.Equal("admin@anjou.example", bench.Bench.Sender.Attempts[^1].To.Value);
    }

    [Fact]
    public async Task A_digest_sent_by_hand_is_not_sent_again_and_says_when_it_was()
    {
        await using var bench = await ReadyAsync();
        var customer = bench.Directory.Files[0];
        var running = IsoWeek.Of(Monday);
        Assert.Equal(new DigestSending.NotOver(running.To), await bench.Desk.SendAsync(customer, running, default));
        Assert.Equal(new DigestSending.Queued(1), await bench.Desk.SendAsync(customer, Week.Previous, default)); // An older one, by hand alone.
        var at = bench.Bench.Clock.GetUtcNow();
        bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new DigestSending.AlreadySent(at), await bench.Desk.SendAsync(customer, Week.Previous, default));

        Assert.True(await bench.WorkAsync());
        Assert.IsType<DigestSending.AlreadySent>(await bench.Desk.SendAsync(customer, Week, default));
        Assert.Equal(2, bench.Bench.Sender.Attempts.Count(attempt => attempt.To.Value == "admin@anjou.example"));
    }

    [Fact]
    public async Task Two_processes_at_once_send_one()
    {
        await using var bench = await ReadyAsync();
        var first = bench.Desk;
        await bench.BootAsync();
        var customer = bench.Directory.Files[0];
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => (at % 2 == 0 ? first : bench.Desk).SendAsync(customer, Week, default)));
        Assert.Single(sent, one => one is DigestSending.Queued);
        Assert.Equal(7, sent.Count(one => one is DigestSending.AlreadySent));
        Assert.Single(await bench.DigestsAsync());
    }

    [Fact]
    public async Task Where_everybody_has_ended_it_nothing_leaves_and_it_can_be_sent_later()
    {
        await using var bench = await ReadyAsync();
        var customer = bench.Directory.Files[0];
        await bench.Subscriptions.ChooseAsync(customer, customer.People[0], wanted: false, default);
        Assert.True(await bench.WorkAsync());
        Assert.DoesNotContain(await bench.DigestsAsync(), row => ((Effect.SendDigest)row.Effect).CustomerId is not null);
        Assert.IsType<DigestSending.NoReader>(await bench.Desk.SendAsync(customer, Week, default));
        await bench.Subscriptions.ChooseAsync(customer, customer.People[0], wanted: true, default);
        Assert.Equal(new DigestSending.Queued(1), await bench.Desk.SendAsync(customer, Week, default));
    }

    [Fact]
    public async Task A_digest_that_is_refused_is_told_to_technicians_and_no_cap_counts_it()
    {
        await using var bench = await ReadyAsync(Bench.Live with { TechnicianAddress = MailAddress.Parse("tech@msp.example"), AnswersPerHour = 1, AnswersPerSenderPerHour = 1 });
        bench.Bench.Sender.Script = number => bench.Bench.Sender.Attempts[number - 1].To.Value == "admin@anjou.example" ? new SendOutcome.Refused(550) : new SendOutcome.Accepted(250);
        Assert.True(await bench.WorkAsync());
        Assert.Equal(OutboxState.Failed, Assert.Single(await bench.DigestsAsync(), row => ((Effect.SendDigest)row.Effect).CustomerId is not null).State);
        var alert = Assert.Single(await bench.Bench.EffectsAsync(), row => row.Effect is Effect.AlertTechnicians { Reason: "digest-undelivered" });
        Assert.Equal(OutboxState.Sent, alert.State);
        Assert.True(bench.Bench.Caps.Allows("other", "somebody", "anjou"));
        Assert.True((await bench.Bench.AuditAsync()).AddsUp);
    }

    [Fact]
    public async Task What_waits_for_a_yes_is_answered_from_the_mail_by_who_may_and_nobody_else()
    {
        var anjou = WeeklyBench.CompanyOf("anjou");
        await using var bench = await ReadyAsync(customer: anjou with { People = [.. anjou.People.Select(person => person.Id == "staff" ? person with { Digest = true } : person)] });
        Assert.True(await bench.WorkAsync());
        var request = Assert.Single(await bench.Bench.Store.ListRequestsAsync("", 10, default));
        Assert.Equal(RequestState.WaitingForApproval, request.State.State);
        using var yes = Mail(bench, "admin@anjou.example");
        var link = Assert.Single(System.Text.RegularExpressions.Regex.Matches(yes.TextBody, "https://demandes[.]msp[.]example/accord/(\\S+)", default, TimeSpan.FromSeconds(1)).DistinctBy(match => match.Value));
        Assert.Equal(request.Id, Bench.Links.VerifyApproval(link.Groups[1].Value)!.Request);
        Assert.Equal($"<{WeeklyBench.Links.For("anjou", "admin")!.AbsoluteUri}>", yes.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", yes.Headers["List-Unsubscribe-Post"]);
        using var no = Mail(bench, "staff@anjou.example");
        Assert.DoesNotContain("/accord/", no.TextBody + no.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain(yes.Headers["List-Unsubscribe"], no.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_is_off()
    {
        await using var bench = await ReadyAsync(Bench.Live with { Digest = null });
        Assert.True(await bench.WorkAsync());
        Assert.Empty(await bench.DigestsAsync());
    }

    [Theory]
    [InlineData("2026-W29", "2026-07-20T06:00:00Z")] // Summer.
    [InlineData("2026-W43", "2026-10-26T07:00:00Z")] // The clock went back on the Sunday.
    [InlineData("2026-W53", "2027-01-04T07:00:00Z")]
    [InlineData("2027-W12", "2027-03-29T06:00:00Z")] // The clock went forward on the Sunday; Easter Monday all the same.
    public void It_leaves_at_eight_in_Paris(string week, string at)
    {
        Assert.True(IsoWeek.TryParse(week, out var told));
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(instant, DigestTimetable.Default.SendsAt(told));
        Assert.Equal(told, DigestTimetable.Default.NewestDue(instant));
        Assert.Equal(told.Previous, DigestTimetable.Default.NewestDue(instant.AddTicks(-1)));
        Assert.Equal(instant, DigestTimetable.Default.NextAfter(instant.AddTicks(-1)));
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2026-07-06")]
    [InlineData(DayOfWeek.Tuesday, "2026-07-07")]
    [InlineData(DayOfWeek.Sunday, "2026-07-12")]
    public void Any_day_after_the_week_is_over_will_do(DayOfWeek day, string on)
    {
        var sends = new DigestTimetable(day, new TimeOnly(23, 59)).SendsAt(Week);
        Assert.Equal(on, Domain.Commitments.ParisTime.DateOf(sends).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Week, new DigestTimetable(day, new TimeOnly(23, 59)).NewestDue(sends));
    }

    /// <summary>A customer that has asked for something, on the Monday after at the hour.</summary>
    private static async Task<WeeklyBench> ReadyAsync(EngineOptions? options = null, Customer? customer = null)
    {
        var bench = new WeeklyBench(options, customer ?? WeeklyBench.CompanyOf("anjou"));
        await bench.AskAsync("anjou");
        foreach (var waiting in await bench.Bench.EffectsAsync()) await DropAsync(bench, waiting);
        bench.GoTo(Monday, 8);
        await bench.BootAsync();
        return bench;
    }

    private static MimeKit.MimeMessage Mail(WeeklyBench bench, string to) =>
        MimeKit.MimeMessage.Load(new MemoryStream(Assert.Single(bench.Bench.Sender.Attempts, attempt => attempt.To.Value == to).Bytes));

    /// <summary>The answer is another test's.</summary>
    private static async Task DropAsync(WeeklyBench bench, OutboxRow row) => Assert.Equal(CommitResult.Committed, await bench.Bench.Store.CommitAsync(
        new StoreUnit { Outbox = [row with { Version = row.Version + 1, State = OutboxState.Dropped, DoneAt = row.CreatedAt }] }, default));
}
