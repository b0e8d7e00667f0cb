using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ledger;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Mail.Answers;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Stores.LiteDb;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Engine.Tests;

/// <summary>The engine on a real store and spool in a folder of the test's own; clock, reader and sender are the test's.</summary>
internal sealed class Bench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly MailboxIdentity Inbox = new("mail.msp.example", "support@msp.example", "INBOX");
    private readonly string _folder;
    private readonly Signal _decided = new();
    private readonly LiteDbStore _file;

    public Bench(EngineOptions? options = null, IMailReader? reader = null, Func<IStore, IStore>? around = null, IUnderstanding? understanding = null,
        ICustomerDirectory? customers = null, Action<string>? reached = null, Bench? died = null, FakeTimeProvider? clock = null)
    {
        _folder = died?._folder ?? Directory.CreateTempSubdirectory("engine-").FullName;
        Clock = died?.Clock ?? clock ?? new FakeTimeProvider(Start);
        Options = options ?? Live;
        _file = LiteDbStore.Open(new LiteDbOptions { Path = StorePath, Reached = reached ?? (_ => { }) }, TimeProvider.System);
        Store = around?.Invoke(_file) ?? _file;
        Spool = new MessageSpool(Path.Combine(_folder, "spool"), Master);
        Vault = new TextVault(Master, Store);
        MessageIds = new MessageIds(Master, Options.SupportAddress.Domain);
        Caps = new AnswerCaps(Options, Clock);
        Planner = new EffectPlanner(Options, Vault, new Pseudonyms(Master), Caps, Links, Clock);
        var directory = customers ?? new CustomerDirectory([Acme, Rival, Nova, Solo, Ozon]);
        Examination = new Examination(directory, understanding ?? new RuleBasedUnderstanding(), Options.Readings);
        var units = new UnitMaker(Vault, Clock);
        var cases = new StoredCases(directory, Vault, Options.Readings, Store);
        Chats = new ChatBook(Vault, Store);
        Cards = new CardBook(Master, Vault);
        var notices = new NoticePlanner(Options, Planner, Store, Vault, directory, cases, Chats);
        var timetable = new Timetable(document => Domain.Requests.Agenda.NextAt(document.State, weekend: null, Options.LifeTimes));
        Timetable = timetable;
        Plans = new PlanTimetable(Clock);
        Board = new Board(timetable: timetable, plans: Plans);
        var commits = new UnitCommits(Store, Board, _decided, CommitPoints.None);
        var corrections = new CorrectionKeeper(directory, Vault);
        var steps = new RequestSteps(Store, units, notices, corrections, commits);
        (Steps, Cases, Customers) = (steps, cases, directory);
        AgendaOn = (times, board) => new AgendaWorker(
            times, new RequestSteps(Store, units, notices, corrections, new UnitCommits(Store, board, _decided, CommitPoints.None)), directory, Options, board.RequestChanged,
            Clock, NullLogger<AgendaWorker>.Instance);
        Agenda = AgendaOn(timetable, Board);
        Desk = new RequestDesk(steps, cases, Store, directory, Vault, Options, Clock);
        CustomerDesk = new CustomerDesk(Store, Spool, cases, Examination, units, notices, commits, Vault, Options);
        Door = new IntakeDoor(Store, Spool, Board, Options, Clock, CommitPoints.None, NullLogger<IntakeDoor>.Instance);
        var mails = reader ?? new MailReader(new MailReaderOptions { OwnAddresses = [Options.SupportAddress], TrustedAuthServId = "mx.msp.example" });
        var messages = new MessageReader(Spool, mails, Activities);
        Processor = new MessageProcessor(
            Examination, new ConversationFinder(Store, MessageIds, Cards), new NewRequests(Examination, units, Planner, notices, Vault, Chats, Options),
            new FollowUps(Examination, cases, units, Planner, notices, Vault, Options), units, Planner, Store, MessageIds, new TwinFinder(Store, messages));
        Intake = new IntakeWorker(
            Store, messages, Processor, commits, Door.Arrived, Options, Clock, CommitPoints.None,
            NullLogger<IntakeWorker>.Instance);
        Journal = new OperatorJournal(JournalPath, Master, Clock);
        Export = new CorrectionsExport(Store, Vault, directory, Journal, Clock);
        Quarantine = new QuarantineDesk(
            Store, Spool, Journal, Board, Door.Arrived, Clock, NullLogger<QuarantineDesk>.Instance);
        Outbox = new OutboxWorker(
            Store, Vault, Planner, new AnswerRenderer(), Sender, ChatSender, MessageIds, Board, _decided, Options, Clock, CommitPoints.None,
            NullLogger<OutboxWorker>.Instance);
    }

    public static EngineOptions Live { get; } = new()
    {
        SupportAddress = MailAddress.Parse("support@msp.example"),
        ObserveOnly = false,
        StartFrom = StartFrom.All,
    };

    public static MasterKey Master { get; } = new(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray());

    public static Customer Acme { get; } = CustomerOf("acme", "ada@acme.example");

    /// <summary>One of its people writes from an address of their own, where a million others have one.</summary>
    public static Customer Rival { get; } = CustomerOf("rival", "rene@rival.example") with
    {
        People =
        [
            new Person { Id = "boss", Name = "Ada Modèle", Addresses = [MailAddress.Parse("rene@rival.example")], Role = Role.Direction },
            new Person { Id = "lise", Name = "Lise Kermadec", Addresses = [MailAddress.Parse("lise.kermadec@orange.fr")] },
        ],
    };

    /// <summary>A number that was recorded on the day before.</summary>
    public static PhoneOnRecord TooNew => new("+33 6 00 00 00 09", DateOnly.FromDateTime(Start.UtcDateTime).AddDays(-1));

    /// <summary>A company whose people differ in what they may decide; two of them bear one name.</summary>
    public static Customer Nova { get; } = CustomerOf("nova", "odile@nova.example") with
    {
        Name = "Ateliers Nova",
        People =
        [
            PersonOf("odile", "Odile Marchandeau", Role.Direction) with { Phones = [new PhoneOnRecord("+33 2 61 91 01 01", new DateOnly(2024, 3, 1))] },
            PersonOf("nadia", "Nadia Bellecour", Role.Administrator) with { Phones = [TooNew, new PhoneOnRecord("+33 2 61 91 01 02", new DateOnly(2024, 3, 1))] },
            PersonOf("paul", "Paul Vasselin", Role.Employee),
            PersonOf("zoe", "Zoé Lanoë", Role.Employee),
            PersonOf("luc", "Luc Morinville", Role.Employee),
            PersonOf("luc2", "Luc Morinville", Role.Employee),
            PersonOf("aubin", "Hervé Aubinais", Role.ThirdParty) with { Addresses = [MailAddress.Parse("aubin@cabinet.example")] },
        ],
    };

    /// <summary>A company where nobody is listed who could say yes.</summary>
    public static Customer Solo { get; } = CustomerOf("solo", "seul@solo.example") with { People = [] };

    /// <summary>A company of the application's levels that chats.</summary>
    public static Customer Ozon { get; } = CustomerOf("ozon", "dora@ozon.example") with
    {
        TenantId = new Guid("0e000000-0000-4000-8000-000000000001"),
        Subscription = new Subscription
        {
            Level = Level.Premium,
            Services = [.. Enum.GetValues<Service>().Where(service => service is not Service.ManagedServices)],
        },
        People =
        [
            new Person { Id = "alix", Name = "Alix Corvaisier", Addresses = [MailAddress.Parse("alix@ozon.example")], Role = Role.Administrator },
            new Person { Id = "emile", Name = "Émile Hautbois", Addresses = [MailAddress.Parse("emile@ozon.example")] },
        ],
    };

    public FakeTimeProvider Clock { get; }

    public PlanTimetable Plans { get; }

    public RequestSteps Steps { get; }

    public StoredCases Cases { get; }

    public ICustomerDirectory Customers { get; }

    public EngineOptions Options { get; }

    public IStore Store { get; }

    public MessageSpool Spool { get; }

    public string SpoolFolder => Path.Combine(_folder, "spool");

    public string StorePath => Path.Combine(_folder, "sione.db");

    public string Folder => _folder;

    public string JournalPath => Path.Combine(_folder, "operators.log");

    public OperatorJournal Journal { get; }

    /// <summary>Corrections for the next training.</summary>
    public CorrectionsExport Export { get; }

    public QuarantineDesk Quarantine { get; }

    public TextVault Vault { get; }

    public MessageIds MessageIds { get; }

    public AnswerCaps Caps { get; }

    public ChatBook Chats { get; }

    public CardBook Cards { get; }

    public CustomerDesk CustomerDesk { get; }

    public FakeActivities Activities { get; } = new();

    public FakeChats ChatSender { get; } = new();

    public EffectPlanner Planner { get; }

    public static ConfirmationLinks Links { get; } = new(Master, new Uri("https://demandes.msp.example"));

    public Board Board { get; }

    /// <summary>When which request is due.</summary>
    public Timetable Timetable { get; }

    /// <summary>Reminders, expiry and escalation.</summary>
    public AgendaWorker Agenda { get; }

    /// <summary>The same of another process on this store.</summary>
    public Func<Timetable, Board, AgendaWorker> AgendaOn { get; }

    /// <summary>What technicians do.</summary>
    public RequestDesk Desk { get; }

    public IntakeDoor Door { get; }

    public IntakeWorker Intake { get; }

    /// <summary>Who somebody is.</summary>
    public Examination Examination { get; }

    /// <summary>Stops 4 to 6 alone, without a commit.</summary>
    public MessageProcessor Processor { get; }

    public OutboxWorker Outbox { get; }

    public ScriptedSender Sender { get; } = new();

    /// <summary>A mail as the watcher hands it in, received when the bench's clock started.</summary>
    public static RawMail Mail(
        uint uid, string from = "ada@acme.example", string? id = null, string? inReplyTo = null, string subject = "Nouvelle adresse mail",
        string dmarc = "pass", string? more = null, uint validity = 1, DateTimeOffset? received = null) =>
        new(Inbox, validity, uid, received ?? Start, Encoding.UTF8.GetBytes(
            $"""
            Authentication-Results: mx.msp.example; dmarc={dmarc} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
            From: <{from}>
            To: <support@msp.example>
            Subject: {subject}
            Message-ID: <{id ?? $"mail-{uid}@client.example"}>
            {(inReplyTo is null ? "" : $"In-Reply-To: <{inReplyTo}>\n")}{more}MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Bonjour,

            Merci de créer la boîte mail pour Julien Tessier.
            """.ReplaceLineEndings("\r\n")));

    /// <summary>A mail of that text, as the watcher hands it in.</summary>
    public static RawMail Mail(uint uid, byte[] raw) => new(Inbox, 1, uid, Start, raw);

    /// <summary>Keeps mails and works until nothing waits.</summary>
    public async Task TakeAsync(params RawMail[] mails)
    {
        await Door.KeepAsync([.. mails], fence: 0, CancellationToken.None);
        await SettleAsync();
    }

    /// <summary>Keeps what was written in a chat and works until nothing waits.</summary>
    public async Task<IntakeRow> TakeAsync(ChatText said)
    {
        var key = IntakeKeys.OfActivity(said.Id, said.Amends ? "messageUpdate" : "message", said.Amends ? said.Text : "");
        await Door.KeepActivityAsync(key, said.Raw(), Clock.GetUtcNow(), CancellationToken.None);
        await SettleAsync();
        return (await Store.FindIntakeAsync(key, CancellationToken.None))!;
    }

    /// <summary>Works until nothing waits; what failed is tried again when its pause is over.</summary>
    public async Task SettleAsync()
    {
        while (true)
        {
            while (await Intake.WorkOnceAsync(CancellationToken.None)) { }
            if ((await Store.ListWaitingIntakeAsync("", 1, CancellationToken.None)).IsEmpty) return;
            Clock.Advance(TimeSpan.FromSeconds(5));
        }
    }

    public async Task SendAllAsync()
    {
        while (await Outbox.WorkOnceAsync(CancellationToken.None)) { }
    }

    public async Task<IntakeRow> RowAsync(uint uid, uint validity = 1) =>
        (await Store.FindIntakeAsync(IntakeKeys.Of(Mail(uid, validity: validity)), CancellationToken.None))!;

    /// <summary>Every effect but the alerts that only the local page lists.</summary>
    public async Task<ImmutableArray<OutboxRow>> EffectsAsync() =>
        [.. (await Store.AllOutboxAsync(CancellationToken.None).ToListAsync()).Where(row => row.Reason != "no-technician-address")];

    public async Task<OutboxRow> AnswerToAsync(uint uid)
    {
        var key = IntakeKeys.Of(Mail(uid));
        return Assert.Single(await EffectsAsync(), row => row.Effect is Effect.AnswerSender && row.Effect.Intake == key);
    }

    public Task<LedgerReport> AuditAsync() => new LedgerAudit(Store, Spool).RunAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await DieAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The process is gone, and its folder is still there for the next one.</summary>
    public async ValueTask DieAsync()
    {
        Door.Dispose();
        _decided.Dispose();
        Board.Dispose();
        Vault.Dispose();
        Spool.Dispose();
        await _file.DisposeAsync();
    }

    private static Person PersonOf(string id, string name, Role role) =>
        new() { Id = id, Name = name, Addresses = [MailAddress.Parse($"{id}@nova.example")], Role = role };

    private static Customer CustomerOf(string id, string boss) => new()
    {
        Id = id,
        Name = id,
        Subscription = new Subscription
        {
            Level = Level.Standard,
            Services = [.. Enum.GetValues<Service>().Where(service => service is not Service.ManagedServices)],
        },
        Domains = [$"{id}.example"],
        People = [new Person { Id = "boss", Name = "Ada Modèle", Addresses = [MailAddress.Parse(boss)], Role = Role.Direction }],
    };
}

/// <summary>A way out that does as it is told, and remembers.</summary>
internal sealed class ScriptedSender : IMailSender
{
    /// <summary>What each attempt gives; accepted unless said otherwise.</summary>
    public Func<int, SendOutcome> Script { get; set; } = _ => new SendOutcome.Accepted(250);

    public List<(byte[] Bytes, MailAddress To)> Attempts { get; } = [];

    public Task<SendOutcome> SendAsync(
        ReadOnlyMemory<byte> frozenMail, MailAddress envelopeFrom, MailAddress recipient, CancellationToken cancellationToken)
    {
        Attempts.Add((frozenMail.ToArray(), recipient));
        return Task.FromResult(Script(Attempts.Count));
    }
}
