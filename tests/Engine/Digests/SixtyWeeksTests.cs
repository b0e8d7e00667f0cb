using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>
/// Sixty weeks by the fake clock, from July 2026: a week 53, both clock changes, downtimes, kills, customers who come, are suspended and go, readers who change.
/// Each customer has each week's digest once, and reads nothing of another one's.
/// </summary>
public sealed class SixtyWeeksTests
{
    private const int Weeks = 60;
    private const int Added = 10;
    private const int Suspended = 15;
    private const int Resumed = 19;
    private const int Ended = 25;
    private const int NewAdministrator = 28;

    /// <summary>The process is down when the hour comes, and up again so many days and hours later.</summary>
    private static readonly Dictionary<int, (int Days, int Hour)> Down = new() { [5] = (0, 11), [12] = (3, 9), [20] = (21, 10), [52] = (6, 23) };

    private static readonly Dictionary<int, string> Killed = new() { [30] = "P18", [31] = "P19", [32] = "P11", [33] = "P18", [44] = "P11" };

    private static readonly IsoWeek First = IsoWeek.Of(new DateOnly(2026, 7, 1));

    [Fact]
    public async Task Each_customer_each_week_exactly_once_and_no_line_of_another()
    {
        await using var bench = new WeeklyBench(null, WeeklyBench.CompanyOf("anjou"), WeeklyBench.CompanyOf("bretagne"), WeeklyBench.CompanyOf("corse"));
        await bench.BootAsync();
        var told = new Dictionary<int, IsoWeek>();
        var week = First;
        for (var number = 0; number < Weeks; number++, week = week.Next)
        {
            await LiveAsync(bench, number, week);
            if (await MondayAsync(bench, number, week, Missed(number))) told[number] = week;
        }

        Assert.Contains(told.Values, one => one.Number == 53);
        await CheckOnceAsync(bench, told);
        await CheckApartAsync(bench);
        Assert.True((await bench.Bench.AuditAsync()).AddsUp);
    }

    /// <summary>The weeks that lie wholly within a downtime, but for the newest.</summary>
    private static bool Missed(int number) => Down.Any(down => number >= down.Key && number < down.Key + (down.Value.Days / 7));

    private static async Task LiveAsync(WeeklyBench bench, int number, IsoWeek week)
    {
        bench.GoTo(week.Monday.AddDays(2), 10);
        if (number == Added) bench.Directory.Put(WeeklyBench.CompanyOf("drome"));
        if (number == Suspended) Subscribe(bench, "bretagne", known => known with { Suspended = new Suspension(week.Monday, "unpaid") });
        if (number == Resumed) Subscribe(bench, "bretagne", known => known with { Suspended = null });
        if (number == Ended) Subscribe(bench, "corse", known => known with { TerminatedOn = week.Monday.AddDays(3) });
        if (number == NewAdministrator)
            bench.Directory.Change("anjou", known => known with { People = [.. known.People.Where(person => person.Id != "admin"), New] });
        if (number is 0 or 6 or 16 or 27 or 40) foreach (var customer in (string[])["anjou", "bretagne", "corse"]) await bench.AskAsync(customer);
        if (number == Added + 1) await bench.AskAsync("drome");
    }

    private static Person New => new()
    {
        Id = "admin2",
        Name = "Canari-anjou Nouvelle",
        Addresses = [MailAddress.Parse("nouvelle@anjou.example")],
        Role = Role.Administrator,
    };

    private static void Subscribe(WeeklyBench bench, string id, Func<Subscription, Subscription> change) =>
        bench.Directory.Change(id, known => known with { Subscription = change(known.Subscription) });

    /// <summary>The Monday after a week. False: the process was down until after the next one.</summary>
    private static async Task<bool> MondayAsync(WeeklyBench bench, int number, IsoWeek week, bool missed)
    {
        if (missed) return false;
        var monday = week.Next.Monday;
        var down = Down.FirstOrDefault(down => number == down.Key + (down.Value.Days / 7));
        if (down.Value == default)
        {
            bench.GoTo(monday, 7, 59);
            var before = (await bench.DigestsAsync()).Count;
            Assert.True(await bench.WorkAsync());
            Assert.Equal(before, (await bench.DigestsAsync()).Count); // Not a minute early, on neither side of a clock change.
            bench.GoTo(monday, 8);
        }
        else
        {
            bench.GoTo(monday.AddDays(down.Value.Days % 7), down.Value.Hour);
            await bench.BootAsync();
        }

        bench.DiesAt = Killed.GetValueOrDefault(number);
        while (!await bench.WorkAsync())
        {
            bench.DiesAt = null;
            await bench.BootAsync();
        }

        bench.DiesAt = null;
        foreach (var _ in Enumerable.Range(0, 2)) // Looked at again, by this process and by a second one: nothing more.
        {
            Assert.True(await bench.WorkAsync());
            await bench.BootAsync();
        }

        return true;
    }

    private static async Task CheckOnceAsync(WeeklyBench bench, Dictionary<int, IsoWeek> told)
    {
        var expected = told.SelectMany(pair => Expected(pair.Key).Select(one => $"{pair.Value} {one}")).Order(StringComparer.Ordinal).ToList();
        var rows = await bench.DigestsAsync();
        Assert.All(rows, row => Assert.Equal(OutboxState.Sent, row.State));
        var sent = new List<string>();
        foreach (var row in rows)
            if (await Outgoing.ReadAsync(bench.Bench.Vault, row.Key, CancellationToken.None) is { To: { } to }) sent.Add($"{((Effect.SendDigest)row.Effect).Week} {to}");
        Assert.Equal(expected, sent.Order(StringComparer.Ordinal));

        // A mail that was cut off between sending and marking repeats with the same Message-ID and bytes: it is one.
        var mails = bench.Bench.Sender.Attempts.GroupBy(attempt => MessageIdOf(attempt.Bytes)).ToList();
        Assert.All(mails, mail => Assert.Single(mail.Select(attempt => Convert.ToHexString(attempt.Bytes)).Distinct()));
        var ids = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(expected.Count, ids.Count);
        Assert.Equal(Killed.Count(killed => killed.Value == "P11"), bench.Bench.Sender.Attempts.Count - mails.Count);
    }

    private static IEnumerable<string> Expected(int number)
    {
        yield return "tech@msp.example";
        yield return number < NewAdministrator ? "admin@anjou.example" : "nouvelle@anjou.example";
        yield return "admin@bretagne.example";
        if (number <= Ended) yield return "admin@corse.example";
        if (number > Added) yield return "admin@drome.example";
    }

    private static async Task CheckApartAsync(WeeklyBench bench)
    {
        string[] all = ["anjou", "bretagne", "corse", "drome"];
        var bodies = 0;
        foreach (var row in (await bench.DigestsAsync()).Where(row => ((Effect.SendDigest)row.Effect).CustomerId is not null))
        {
            var own = ((Effect.SendDigest)row.Effect).CustomerId!;
            var words = System.Text.Encoding.UTF8.GetString((await bench.Bench.Vault.ReadBytesAsync(Outgoing.TextKey(row.Key), CancellationToken.None))!);
            Assert.Contains($"Canari-{own}", words, StringComparison.Ordinal);
            using var mail = MimeKit.MimeMessage.Load(new MemoryStream((await bench.Bench.Vault.ReadBytesAsync(Outgoing.BytesKey(row.Key), CancellationToken.None))!));
            Assert.Contains(own, mail.To.ToString(), StringComparison.Ordinal);
            foreach (var text in (string[])[words, mail.TextBody ?? "", mail.HtmlBody ?? "", .. mail.Headers.Select(header => header.Value)])
                Assert.DoesNotContain(all.Where(other => other != own), other => text.Contains(other, StringComparison.OrdinalIgnoreCase));
            bodies++;
        }

        Assert.True(bodies > 150);
    }

    private static string MessageIdOf(byte[] bytes)
    {
        using var mail = MimeKit.MimeMessage.Load(new MemoryStream(bytes));
        return mail.MessageId ?? "";
    }
}
