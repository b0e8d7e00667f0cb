using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>What SI-ONE itself reads on Monday, out of a store.</summary>
public sealed class OwnDigestTests
{
    private const string Broken = "Bonjour,\r\n\r\nMon ordinateur ne démarre plus du tout depuis ce matin, écran noir.\r\n";
    private static readonly DateOnly Monday = new(2026, 7, 6);

    [Fact]
    public async Task What_is_overdue_due_soon_held_and_undelivered_is_told_with_its_customer()
    {
        await using var bench = new WeeklyBench(null, WeeklyBench.CompanyOf("anjou"), WeeklyBench.CompanyOf("bretagne"));
        bench.Bench.Sender.Script = number => number == 1 ? new SendOutcome.Refused(550) : new SendOutcome.Accepted(250);
        await bench.AskAsync("anjou", Broken);
        await bench.BootAsync();
        Assert.True(await bench.WorkAsync());
        bench.GoTo(Monday.AddDays(-2), 12); // On Saturday: two days of service later it is Wednesday.
        await bench.AskAsync("bretagne", Broken);
        await HoldAsync(bench);
        bench.GoTo(Monday, 8);

        var digest = await ReadAsync(bench, IsoWeek.Of(Monday).Previous);
        Assert.Equal("Canari-anjou-Société", Assert.Single(digest.Overdue).Customer);
        Assert.Equal("Canari-bretagne-Société", Assert.Single(digest.DueSoon).Customer);
        Assert.Equal((1, 1, 0, 0), (digest.Held, digest.Undelivered, digest.Quarantined, digest.CapsReached));
        Assert.Empty(digest.ExpiredDrafts);
        Assert.False(digest.IsEmpty);
        var later = await ReadAsync(bench, IsoWeek.Of(Monday));
        Assert.Equal((1, 0), (later.Held, later.Undelivered)); // What failed is that week's; what waits is told until it does not.
    }

    [Fact]
    public async Task A_draft_that_nobody_confirmed_is_told_in_the_week_in_which_it_was_closed()
    {
        var premium = WeeklyBench.CompanyOf("corse");
        premium = premium with { Subscription = premium.Subscription with { Level = Level.Premium } };
        await using var bench = new WeeklyBench(null, premium);
        await bench.AskAsync("corse", Broken);
        var closed = default(DateOnly);
        for (var day = Monday.AddDays(-4); closed == default; day = day.AddDays(1))
        {
            Assert.True(day < Monday.AddDays(60));
            bench.GoTo(day, 20);
            while (await bench.Bench.Agenda.WorkOnceAsync(default)) { }
            if ((await bench.Bench.Store.ListRequestsAsync("", 10, default))[0].State.State is RequestState.Closed) closed = day;
        }

        var week = IsoWeek.Of(closed);
        Assert.Equal("Canari-corse-Société", Assert.Single((await ReadAsync(bench, week)).ExpiredDrafts).Customer);
        Assert.Empty((await ReadAsync(bench, week.Next)).ExpiredDrafts);
        Assert.Empty((await ReadAsync(bench, week.Previous)).ExpiredDrafts);
    }

    [Fact]
    public async Task Customers_payments_dates_and_growth_come_from_their_files()
    {
        var anjou = WeeklyBench.CompanyOf("anjou");
        await using var bench = new WeeklyBench(null, anjou with
        {
            Subscription = anjou.Subscription with
            {
                OverdueSince = Monday.AddDays(-40),
                Licences = new LicenceCount(12, 12, 10),
                Term = new ContractTerm(Monday.AddDays(40).AddMonths(3).AddYears(-1), 12),
            },
        });
        bench.GoTo(Monday, 8);
        var digest = await ReadAsync(bench, IsoWeek.Of(Monday).Previous);
        Assert.Equal(40, Assert.Single(digest.LatePayments).Days);
        Assert.Equal(12, Assert.Single(digest.Growth).Owned);
        Assert.Single(digest.Notices);
        Assert.Empty(digest.PriceRevisions);
    }

    [Fact]
    public async Task Backups_that_are_late_or_failed_are_told_and_good_ones_and_those_of_a_contract_that_is_over_are_not()
    {
        var over = WeeklyBench.CompanyOf("corse");
        await using var bench = new WeeklyBench(
            null, WeeklyBench.CompanyOf("bretagne"), WeeklyBench.CompanyOf("anjou"), over with { Subscription = over.Subscription with { TerminatedOn = Monday.AddDays(-1) } });
        bench.GoTo(Monday, 8);
        var now = bench.Bench.Clock.GetUtcNow();
        using var book = Backups(bench);
        await book.TakeAsync("anjou", Service.Backup, "SRV-A", now.AddHours(-97), succeeded: true, default);
        await book.TakeAsync("anjou", Service.Backup, "SRV-B", now.AddHours(-96), succeeded: true, default); // Just in time (Digest:BackupLateHours).
        await book.TakeAsync("bretagne", Service.Backup, "SRV-C", now.AddHours(-30), succeeded: true, default);
        await book.TakeAsync("bretagne", Service.Backup, "SRV-C", now.AddHours(-6), succeeded: false, default);
        await book.TakeAsync("corse", Service.Backup, "SRV-D", now.AddHours(-400), succeeded: true, default);

        var digest = await ReadAsync(bench, IsoWeek.Of(Monday).Previous);
        Assert.Equal(
            [("Canari-anjou-Société", "SRV-A", 97, null), ("Canari-bretagne-Société", "SRV-C", null, now.AddHours(-6))],
            digest.Backups.Select(amiss => (amiss.Customer, amiss.Backup.Job!, amiss.Backup.LateHours, amiss.Backup.FailedAt)));
        Assert.False(digest.IsEmpty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_of_which_nobody_ever_told_is_listed_once_a_customer_where_anybody_can_tell(bool told)
    {
        var (over, later) = (With("corse", Service.Backup), With("doubs", Service.Backup));
        await using var bench = new WeeklyBench(
            null, With("anjou", Service.Backup, Service.Backup365), With("bretagne", Service.Backup, Service.Backup365), With("eure", Service.Backup), With("forez"),
            over with { Subscription = over.Subscription with { TerminatedOn = Monday.AddDays(-1) } },
            later with { Subscription = later.Subscription with { Term = new ContractTerm(Monday.AddDays(9), 12) } });
        bench.GoTo(Monday, 8);
        using var book = Backups(bench);
        foreach (var id in (string[])["bretagne", "eure"]) await book.TakeAsync(id, Service.Backup, "SRV", bench.Bench.Clock.GetUtcNow().AddHours(-6), succeeded: true, default);

        var digest = await ReadAsync(bench, IsoWeek.Of(Monday).Previous, told);
        Assert.Equal(
            told ? ["Canari-anjou-Société: Backup Backup365", "Canari-bretagne-Société: Backup365"] : [],
            digest.UntoldBackups.Select(untold => $"{untold.Customer}: {string.Join(' ', untold.Parts)}"));
        Assert.Empty(digest.Backups);
        Assert.Equal(!told, digest.IsEmpty);
    }

    [Fact]
    public async Task Nothing_is_nothing()
    {
        await using var bench = new WeeklyBench(null, WeeklyBench.CompanyOf("anjou"));
        Assert.True((await ReadAsync(bench, IsoWeek.Of(Monday).Previous)).IsEmpty);
    }

    private static Customer With(string id, params Service[] parts)
    {
        var company = WeeklyBench.CompanyOf(id);
        return company with { Subscription = company.Subscription with { Services = [Service.Messaging, .. parts] } };
    }

    private static BackupBook Backups(WeeklyBench bench) => new(bench.Bench.Vault, bench.Bench.Store);

    private static Task<OwnDigest> ReadAsync(WeeklyBench bench, IsoWeek week, bool told = false) =>
        new OwnDigestReader(bench.Bench.Store, bench.Directory, new NoTenantFacts(), Backups(bench), new ContractFigures(), bench.Bench.Options with { BackupsAreTold = told }).ReadAsync(week, bench.Bench.Clock.GetUtcNow(), CancellationToken.None);

    private static async Task HoldAsync(WeeklyBench bench)
    {
        var row = (await bench.Bench.EffectsAsync()).First(row => row is { State: OutboxState.Waiting, Effect: Effect.AnswerSender });
        await bench.Bench.Store.CommitAsync(new StoreUnit { Outbox = [row with { Version = row.Version + 1, State = OutboxState.Held, Reason = "test" }] }, default);
    }
}
