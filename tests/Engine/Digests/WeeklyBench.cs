using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Engine.Tests.Digests;

/// <summary>The process was killed there: nothing catches it.</summary>
internal sealed class KilledException : OperationCanceledException;

/// <summary>The engine with what sends digests; a process of it can be killed at a commit point, and another one begun on the same store.</summary>
internal sealed class WeeklyBench : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private DigestWorker _worker = null!;
    private OutboxWorker _outbox = null!;
    private uint _mails;

    public WeeklyBench(EngineOptions? options = null, params ImmutableArray<Customer> customers)
    {
        Directory = new ChangingDirectory(customers);
        Bench = new Bench(options ?? Bench.Live with { TechnicianAddress = MailAddress.Parse("tech@msp.example") }, customers: Directory, clock: new FakeTimeProvider(Start));
        Subscriptions = new DigestSubscriptions(Bench.Vault, Bench.Store, Bench.Clock);
    }

    public Bench Bench { get; }

    public ChangingDirectory Directory { get; }

    public DigestSubscriptions Subscriptions { get; }

    public DigestDesk Desk { get; private set; } = null!;

    public static SubscriptionLinks Links { get; } = new(Bench.Master, new Uri("https://demandes.msp.example"));

    /// <summary>At which commit point the present process dies; null: it lives.</summary>
    public string? DiesAt { get; set; }

    /// <summary>A company whose every name and text bears its mark.</summary>
    public static Customer CompanyOf(string id) => new()
    {
        Id = id,
        Name = $"Canari-{id}-Société",
        Subscription = new Subscription { Level = Level.Standard, Services = [Service.Messaging, Service.Microsoft365, Service.Maintenance, Service.Backup] },
        Domains = [$"{id}.example"],
        People =
        [
            new Person { Id = "admin", Name = $"Canari-{id} Administratrice", Addresses = [MailAddress.Parse($"admin@{id}.example")], Role = Role.Administrator },
            new Person { Id = "boss", Name = $"Canari-{id} Directeur", Addresses = [MailAddress.Parse($"boss@{id}.example")], Role = Role.Direction },
            new Person { Id = "staff", Name = $"Canari-{id} Employé", Addresses = [MailAddress.Parse($"staff@{id}.example")] },
        ],
    };

    /// <summary>A new process: it knows what the store knows.</summary>
    public async Task BootAsync()
    {
        var points = new CommitPoints(point =>
        {
            if (point == DiesAt) throw new KilledException();
        });
        var decided = new Signal();
        var requests = await CustomerRequests.ReadAsync(Bench.Store, CancellationToken.None);
        var backups = new BackupBook(Bench.Vault, Bench.Store);
        var reader = new DigestReader(Bench.Store, requests, Bench.Vault, Bench.Cases, new NoTenantFacts(), backups, Bench.Options);
        var own = new OwnDigestReader(Bench.Store, Directory, new NoTenantFacts(), backups, new ContractFigures(), Bench.Options);
        Desk = new DigestDesk(
            reader.ReadAsync, own, new DigestReaders(Subscriptions, Bench.Chats), Links, new WaitingLinks(Bench.Store, Bench.Links, Bench.Options), Bench.Planner, Bench.Store,
            new UnitCommits(Bench.Store, Bench.Board, decided, CommitPoints.None), Bench.Clock, points);
        _worker = new DigestWorker(Desk, requests, Directory, Bench.Options.Digest, Bench.Clock, NullLogger<DigestWorker>.Instance);
        _outbox = new OutboxWorker(
            Bench.Store, Bench.Vault, Bench.Planner, new AnswerRenderer(), Bench.Sender, Bench.ChatSender, Bench.MessageIds, Bench.Board, decided, Bench.Options,
            Bench.Clock, points, NullLogger<OutboxWorker>.Instance);
    }

    /// <summary>One look of the present process at what is to be sent. False: it died.</summary>
    public async Task<bool> WorkAsync()
    {
        try
        {
            await _worker.WorkOnceAsync(CancellationToken.None);
            while (await _outbox.WorkOnceAsync(CancellationToken.None)) { }
            return true;
        }
        catch (KilledException)
        {
            return false;
        }
    }

    /// <summary>Puts the clock to an hour in Paris; the past is left alone.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0)
    {
        var at = ParisTime.At(day, new TimeOnly(hour, minute));
        if (at > Bench.Clock.GetUtcNow()) Bench.Clock.SetUtcNow(at);
    }

    /// <summary>Somebody of that company asks for something, in words that bear its mark.</summary>
    public Task AskAsync(string customer, string? text = null) => Bench.TakeAsync(new RawMail(Bench.Inbox, 1, ++_mails, Bench.Clock.GetUtcNow(), Encoding.UTF8.GetBytes(
        $"""
        Authentication-Results: mx.msp.example; dmarc=pass header.from={customer}.example
        From: <staff@{customer}.example>
        To: <support@msp.example>
        Subject: Canari-{customer} licence
        Message-ID: <mail-{_mails}@{customer}.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {text ?? $"Bonjour,\n\nMerci d'attribuer une licence Microsoft 365 Business Premium à Canari-{customer} Personne ({_mails})."}
        """.ReplaceLineEndings("\r\n"))));

    /// <summary>Every digest that stands in the outbox.</summary>
    public async Task<IReadOnlyList<OutboxRow>> DigestsAsync() =>
        await Bench.Store.AllOutboxAsync(CancellationToken.None).Where(row => row.Effect is Effect.SendDigest).ToListAsync();

    public async ValueTask DisposeAsync() => await Bench.DisposeAsync();
}
