using System.Text.Json;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>What a digest says, out of a store that the engine filled.</summary>
public sealed class DigestReaderTests
{
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 11, 24));
    private static readonly JsonSerializerOptions Json = new() { Converters = { new IsoWeekJson() } };
    private static readonly Customer Anjou = WeeklyBench.CompanyOf("anjou");
    private static readonly Customer Bretagne = WeeklyBench.CompanyOf("bretagne");

    [Fact]
    public async Task A_week_is_told_as_it_stood_at_its_end_whenever_it_is_made()
    {
        await using var life = LifeOf(Anjou);
        var licence = await AskAsync(life, "admin@anjou.example", "une licence Microsoft 365 à Paul Sourisseau");
        await life.PassAsync(TimeSpan.FromHours(3));
        await life.ActAsync(licence, ActVerb.Complete);
        var open = await AskAsync(life, "admin@anjou.example", "une licence Microsoft 365 à Zoé Lanoë");
        await life.PassAsync(Week.To - life.Bench.Clock.GetUtcNow());

        var told = await ReadAsync(life, Anjou, Week);
        Assert.Equal<DigestCount>(
            [new DigestCount(Category.Licence, RequestState.Accepted, 1), new DigestCount(Category.Licence, RequestState.Done, 1)], told.Counts);
        Assert.Equal((1, 1, DigestKind.First), (told.Kept, told.Late, told.Kind));
        Assert.Equal(new DigestPast(Week, 2, 1, 1), told.Past[^1]);

        await life.PassAsync(TimeSpan.FromDays(9));
        await life.ActAsync(open, ActVerb.Complete);
        await AskAsync(life, "admin@anjou.example", "une licence Microsoft 365 à Luc Tessier");
        var again = await ReadAsync(life, Anjou, Week);
        Assert.Equal(Text(told with { Waiting = [] }), Text(again with { Waiting = [] }));
        var next = await ReadAsync(life, Anjou, Week.Next.Next);
        Assert.Equal(DigestKind.Ordinary, next.Kind);
        Assert.False(Assert.Single(next.Promises).IsKept);
        Assert.Equal(0, next.Late); // It fell due in an earlier week.
    }

    [Fact]
    public async Task An_employee_waits_for_a_yes_and_a_no_is_told_with_its_words()
    {
        await using var life = LifeOf(Anjou);
        var waiting = await AskAsync(life, "staff@anjou.example", "une licence Microsoft 365 à Paul Sourisseau");
        var told = Assert.Single((await ReadAsync(life, Anjou, Week)).Waiting);
        Assert.Equal((waiting.Id, RequestState.WaitingForApproval, "Canari-anjou Employé"), (told.Request, told.State, told.AskedBy));
        Assert.NotNull(told.ClosesAt);

        await life.ActAsync(waiting, new ActWish(ActVerb.RefuseApproval) { PersonId = "boss" });
        var refused = await ReadAsync(life, Anjou, Week);
        Assert.Empty(refused.Waiting);
        var aside = Assert.Single(refused.Asides);
        Assert.Equal((AsideKind.RefusedByCustomer, "Canari-anjou Directeur"), (aside.Why, aside.DeclinedBy));
        Assert.Empty(aside.Findings);
        Assert.Empty(refused.Promises);
    }

    [Fact]
    public async Task What_is_not_subscribed_is_outside_the_contract_with_its_article_and_a_technicians_no_has_his_words()
    {
        await using var life = LifeOf(Anjou with { Subscription = Anjou.Subscription with { Services = [Service.Maintenance] } });
        var licence = await AskAsync(life, "admin@anjou.example", "une licence Microsoft 365 à Paul Sourisseau");
        var aside = Assert.Single((await ReadAsync(life, Anjou, Week)).Asides);
        Assert.Equal((AsideKind.Quote, "1"), (aside.Why, Assert.Single(aside.Findings).Article.Number));

        await life.ActAsync(licence, new ActWish(ActVerb.Decline) { Text = "Cette licence n'est plus vendue." });
        var declined = Assert.Single((await ReadAsync(life, Anjou, Week)).Asides);
        Assert.Equal(RequestState.Declined, declined.State);
    }

    [Fact]
    public async Task A_week_without_anything_is_empty_and_a_suspension_is_said()
    {
        await using var life = LifeOf(Anjou);
        Assert.Equal(DigestKind.Empty, (await ReadAsync(life, Anjou, Week)).Kind);
        var suspended = Anjou with { Subscription = Anjou.Subscription with { Suspended = new Suspension(new DateOnly(2026, 11, 20), "unpaid") } };
        var told = await ReadAsync(life, suspended, Week);
        Assert.Equal((DigestKind.Suspended, new DateOnly(2026, 11, 20)), (told.Kind, told.SuspendedSince));
        Assert.DoesNotContain("unpaid", Text(told), StringComparison.Ordinal);
        Assert.Equal(DigestKind.Empty, (await ReadAsync(life, suspended, Week.Previous.Previous)).Kind);
    }

    [Fact]
    public async Task The_tenant_is_read_for_its_customer_alone_and_announcements_after_the_week_are_left_out()
    {
        var tenant = Guid.NewGuid();
        var facts = new OneTenant(tenant, new TenantFacts(
            [new DigestProduct("Microsoft 365 Business Premium", 12, 9)],
            [new DigestAnnouncement("MC2", "Later", ["Teams"], Week.To, null), new DigestAnnouncement("MC1", "In time", ["Teams"], Week.From, null)], null));
        await using var life = LifeOf(Anjou);
        var told = await ReadAsync(life, Anjou with { TenantId = tenant }, Week, facts, Week.To.AddDays(1));
        Assert.Equal((12, 3), (told.Licences!.Owned, told.Licences.Spare));
        Assert.Equal(["MC1"], told.Announcements.Select(one => one.Id));
        Assert.Null((await ReadAsync(life, Anjou, Week, facts)).Licences);
    }

    /// <summary>Whatever two companies ask and whatever becomes of it, in any order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_line_is_of_another_customer(int seed)
    {
        var chance = new Random(seed);
        await using var life = LifeOf(Anjou, Bretagne);
        var all = new List<RequestDocument>();
        ActVerb[] verbs = [ActVerb.Complete, ActVerb.Start, ActVerb.Decline, ActVerb.Quote, ActVerb.Close, ActVerb.Ask, ActVerb.RefuseApproval];
        for (var i = 0; i < 40; i++)
        {
            var id = chance.Next(2) == 0 ? "anjou" : "bretagne";
            if (all.Count < 3 || chance.Next(2) == 0)
                all.Add(await AskAsync(life, $"{(chance.Next(2) == 0 ? "admin" : "staff")}@{id}.example", $"une licence Microsoft 365 à Canari-{id} Personne {i}"));
            else await life.ActAsync(all[chance.Next(all.Count)], new ActWish(verbs[chance.Next(verbs.Length)]) { Text = "Motif", PersonId = "boss" });
            await life.PassAsync(TimeSpan.FromHours(chance.Next(12)));
        }

        var weeks = Enumerable.Range(0, 5).Aggregate(new List<IsoWeek> { Week }, (list, _) => [.. list, list[^1].Next]);
        foreach (var week in weeks)
        {
            var (anjou, bretagne) = (Text(await ReadAsync(life, Anjou, week)), Text(await ReadAsync(life, Bretagne, week)));
            Assert.Contains("Canari-anjou", anjou, StringComparison.Ordinal);
            Assert.DoesNotContain("bretagne", anjou, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("anjou", bretagne, StringComparison.OrdinalIgnoreCase);
            foreach (var document in all)
            {
                Assert.DoesNotContain(document.State.Reference.Value, document.State.CustomerId == "anjou" ? bretagne : anjou, StringComparison.Ordinal);
                Assert.DoesNotContain(document.Id.Value, document.State.CustomerId == "anjou" ? bretagne : anjou, StringComparison.Ordinal);
            }
        }

        var asked = 0;
        foreach (var week in weeks) asked += (await ReadAsync(life, Anjou, week)).Counts.Sum(count => count.Number) + (await ReadAsync(life, Bretagne, week)).Counts.Sum(count => count.Number);
        Assert.Equal(all.Count, asked); // Each request is counted in one week of one customer.
    }

    [Fact]
    public async Task What_is_held_in_memory_agrees_with_the_store()
    {
        await using var life = LifeOf(Anjou, Bretagne);
        var owners = new CustomerRequests();
        var first = await AskAsync(life, "admin@anjou.example", "une licence Microsoft 365 à Paul Sourisseau");
        owners.Set(first);
        await life.ActAsync(first, ActVerb.Complete);
        owners.Set(await life.DocumentAsync(first.Id));
        owners.Set(first); // An older version that comes late.
        var read = await CustomerRequests.ReadAsync(life.Bench.Store, CancellationToken.None);
        var later = life.Bench.Clock.GetUtcNow().AddDays(1);
        foreach (var known in new[] { owners, read })
        {
            Assert.Equal<RequestId>([first.Id], known.Of("anjou", Week.From));
            Assert.Empty(known.Of("anjou", later)); // It is over, and nothing has happened to it since.
            Assert.Empty(known.Of("bretagne", Week.From));
            Assert.Equal((first.Journal[0].At, null), (known.FirstAt("anjou"), known.FirstAt("bretagne")));
        }
    }

    [Fact]
    public async Task Backups_tell_the_last_good_run_of_each_job_and_warn_beyond_the_limit()
    {
        var acme = Bench.Acme;
        await using var life = LifeOf(acme);
        using var runs = new BackupBook(life.Bench.Vault, life.Bench.Store);
        var now = life.Bench.Clock.GetUtcNow();
        Assert.All((await ReadAsync(life, acme, IsoWeek.Of(ParisTime.DateOf(now)))).Backups, backup => Assert.Equal((null, null), (backup.Job, backup.LastGoodRun)));

        await runs.TakeAsync("acme", Service.Backup365, "OneDrive", now.AddHours(-10), succeeded: true, default);
        await runs.TakeAsync("acme", Service.Backup365, "OneDrive", now.AddHours(-34), succeeded: false, default); // Told late.
        await runs.TakeAsync("acme", Service.Backup, "SRV01", now.AddHours(-97), succeeded: true, default);
        await runs.TakeAsync("acme", Service.Backup, "SRV01", now.AddHours(-1), succeeded: false, default);
        await runs.TakeAsync("acme", Service.Backup, "SRV02", now.AddHours(-2), succeeded: false, default);
        await runs.TakeAsync("other", Service.Backup, "canari", now, succeeded: true, default);

        var backups = (await ReadAsync(life, acme, IsoWeek.Of(ParisTime.DateOf(now)))).Backups;
        Assert.Equal(["SRV01", "SRV02", "OneDrive"], backups.Select(backup => backup.Job));
        Assert.Equal([now.AddHours(-97), null, now.AddHours(-10)], backups.Select(backup => backup.LastGoodRun));
        Assert.Equal([now.AddHours(-1), now.AddHours(-2), null], backups.Select(backup => backup.FailedAt));
        Assert.Equal([97, null, null], backups.Select(backup => backup.LateHours));
        var digest = await ReadAsync(life, acme, IsoWeek.Of(ParisTime.DateOf(now)));
        var text = TextOf(digest);
        Assert.All(["(SRV01) : dernière réussite le", "aucune réussite depuis 4 jours", "(SRV02) : aucune réussite signalée", "a échoué"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        var late = digest with { Backups = [new DigestBackup(Service.Backup, now.AddHours(-30)) { Job = "SRV01", LateHours = 30 }] };
        Assert.Contains("aucune réussite depuis 1 jour.", TextOf(late), StringComparison.Ordinal);

        static string TextOf(CustomerDigest digest) =>
            string.Join('\n', digest.Say(Language.French).Parts.SelectMany(part => part.Lines).SelectMany(line => line.Notes.Prepend(line.Text)))
                .Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u2060", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_names_each_run_anew_fills_no_store()
    {
        await using var bench = new Bench();
        using var runs = new BackupBook(bench.Vault, bench.Store);
        for (var i = 0; i < BackupBook.MostJobs; i++) Assert.True(await runs.TakeAsync("acme", Service.Backup, $"job {i}", Bench.Start, succeeded: true, default));
        Assert.False(await runs.TakeAsync("acme", Service.Backup, "one more", Bench.Start, succeeded: true, default));
        Assert.True(await runs.TakeAsync("acme", Service.Backup, "job 7", Bench.Start.AddDays(1), succeeded: false, default));
        Assert.Equal(BackupBook.MostJobs, (await runs.OfAsync("acme", default)).Length);
    }

    private static Life LifeOf(params Customer[] customers) => new(customers: new CustomerDirectory([.. customers]));

    private static async Task<RequestDocument> AskAsync(Life life, string from, string what) =>
        await life.OnlyRequestOfAsync(await life.MailAsync(from, $"Bonjour,\n\nMerci de donner {what}."));

    private static async Task<CustomerDigest> ReadAsync(Life life, Customer customer, IsoWeek week, ITenantFacts? facts = null, DateTimeOffset? now = null)
    {
        var owners = await CustomerRequests.ReadAsync(life.Bench.Store, CancellationToken.None);
        using var backups = new BackupBook(life.Bench.Vault, life.Bench.Store);
        return await new DigestReader(life.Bench.Store, owners, life.Bench.Vault, life.Bench.Cases, facts ?? new NoTenantFacts(), backups, life.Bench.Options)
            .ReadAsync(customer, week, now ?? life.Bench.Clock.GetUtcNow().AddTicks(1), CancellationToken.None);
    }

    private static string Text(CustomerDigest digest) => JsonSerializer.Serialize(digest, Json);

    private sealed class OneTenant(Guid tenant, TenantFacts facts) : ITenantFacts
    {
        public Task<TenantFacts> ReadAsync(Guid asked, DateTimeOffset since, CancellationToken cancellationToken) =>
            Task.FromResult(asked == tenant ? facts : throw new InvalidOperationException("Another tenant was asked for."));
    }
}
