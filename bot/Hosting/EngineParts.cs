using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Alarms;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Answers;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Mail.Smtp;

namespace SiOne.Bot.Host.Hosting;

/// <summary>The engine with everything that it needs, put together by hand in one place: what depends on what is read here.</summary>
public sealed class EngineParts : IAsyncDisposable
{
    private readonly List<object> _owned = [];

    private EngineParts() { }

    /// <summary>The durable memory.</summary>
    public required IStore Store { get; init; }

    /// <summary>The raw messages.</summary>
    public required MessageSpool Spool { get; init; }

    /// <summary>Sealed texts.</summary>
    public required TextVault Vault { get; init; }

    /// <summary>Files that were fetched after their message.</summary>
    public required KeptFiles Files { get; init; }

    /// <summary>What pages read.</summary>
    public required Board Board { get; init; }

    /// <summary>Stop 2.</summary>
    public required IntakeDoor Door { get; init; }

    /// <summary>Stops 3 to 7.</summary>
    public required IntakeWorker Intake { get; init; }

    /// <summary>Stop 8.</summary>
    public required OutboxWorker Outbox { get; init; }

    /// <summary>Reminders, expiry and escalation.</summary>
    public required AgendaWorker Agenda { get; init; }

    /// <summary>What the engine itself can see going wrong.</summary>
    public required EngineAlarms Alarms { get; init; }

    /// <summary>Tells technicians of what goes wrong, once it is told where to look.</summary>
    public required Func<Func<IEnumerable<Alarm>>, AlarmWorker> AlarmsOn { get; init; }

    /// <summary>What technicians do to requests.</summary>
    public required RequestDesk Desk { get; init; }

    /// <summary>Notices of breaches, begun for technicians.</summary>
    public required BreachNotices BreachNotices { get; init; }

    /// <summary>The installation's secret.</summary>
    public required MasterKey Master { get; init; }

    /// <summary>Stored requests as cases.</summary>
    public required StoredCases Cases { get; init; }

    /// <summary>What customers' people do by a click.</summary>
    public required CustomerDesk CustomerDesk { get; init; }

    /// <summary>The chats that may be written to.</summary>
    public required ChatBook Chats { get; init; }

    /// <summary>The cards that stand outside.</summary>
    public required CardBook Cards { get; init; }

    /// <summary>Where effects leave for chats; the adapter is put behind it before the workers start.</summary>
    public required ChatGate ChatGate { get; init; }

    /// <summary>Where drafts are confirmed by one click.</summary>
    public required ConfirmationLinks Links { get; init; }

    /// <summary>Requests whose cards may be out of date.</summary>
    public required ChangedRequests Changed { get; init; }

    /// <summary>A technician's word.</summary>
    public required HeldEffects Held { get; init; }

    /// <summary>Who is whose.</summary>
    public required ICustomerDirectory Directory { get; init; }

    /// <summary>Words to bytes.</summary>
    public required IAnswerRenderer Renderer { get; init; }

    /// <summary>What operators did outside of requests' own journals.</summary>
    public required OperatorJournal Journal { get; init; }

    /// <summary>Messages that could not be read.</summary>
    public required QuarantineDesk Quarantine { get; init; }

    /// <summary>What technicians corrected, for the next training.</summary>
    public required CorrectionsExport Corrections { get; init; }

    /// <summary>Destroys raw messages when their time has come.</summary>
    public required RawRetention Retention { get; init; }

    /// <summary>What is held about whom, exported and erased; and what goes by itself.</summary>
    public required RightsParts Rights { get; init; }

    /// <summary>What is done in the customers' Microsoft 365.</summary>
    public required PlanParts Plans { get; init; }

    /// <summary>What customers' weekly digests say.</summary>
    public required DigestReader Digests { get; init; }

    /// <summary>What SI-ONE's own weekly digest says.</summary>
    public required OwnDigestReader OwnDigests { get; init; }

    /// <summary>What backup products tell of their runs.</summary>
    public required BackupBook BackupBook { get; init; }

    /// <summary>Lets weekly digests leave, each once.</summary>
    public required DigestDesk DigestDesk { get; init; }

    /// <summary>Sends them when their time has come.</summary>
    public required DigestWorker Weekly { get; init; }

    /// <summary>Who has ended their digest.</summary>
    public required DigestSubscriptions Subscriptions { get; init; }

    /// <summary>Where they end it.</summary>
    public required SubscriptionLinks SubscriptionLinks { get; init; }

    /// <summary>The settings in force.</summary>
    public required UsableSettings Settings { get; init; }

    /// <summary>Opens everything and rebuilds the projection.</summary>
    /// <param name="settings">Usable settings.</param>
    /// <param name="directory">The customers.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">Where logs go.</param>
    /// <param name="points">Commit points.</param>
    /// <param name="activities">Reads chat activities; null where no chat is set up.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="StoreUnavailableException">The store cannot be used; the message says what to do.</exception>
    public static async Task<EngineParts> OpenAsync(
        UsableSettings settings, ICustomerDirectory directory, TimeProvider clock, ILoggerFactory logs, CommitPoints points,
        IActivityReader? activities, CancellationToken cancellationToken)
    {
        var options = settings.Engine;
        var looks = settings.Host.SafeMode;
        if (!looks) DataFolderMode.Claim(settings);
        var master = MasterKey.Load(settings.MasterKeyPath, mayCreate: !looks && !settings.HoldsData);
        var store = StoreOpening.Open(settings, clock, logs, points);
        var spool = new MessageSpool(settings.SpoolPath, master);
        var vault = new TextVault(master, store);
        var files = new KeptFiles(settings.AttachmentsPath, master, vault, store);
        var messageIds = new MessageIds(master, options.SupportAddress.Domain);
        var timetable = new Timetable(document => Domain.Requests.Agenda.NextAt(
            document.State, directory.Find(document.State.CustomerId, clock.GetUtcNow())?.Subscription.Weekend, options.LifeTimes));
        var changed = new ChangedRequests();
        var planned = new PlanTimetable(clock);
        var owners = new CustomerRequests();
        var board = new Board(timetable: timetable, changed: changed, plans: planned, owners: owners);
        var caps = new AnswerCaps(options, clock);
        var decided = new Signal();
        var door = new IntakeDoor(store, spool, board, options, clock, points, logs.CreateLogger<IntakeDoor>());
        var readers = Readers.Of(settings, clock, logs);
        var examination = new Examination(directory, readers.Understanding, options.Readings);
        var links = new ConfirmationLinks(master, settings.ConfirmationUrl);
        var pseudonyms = new Pseudonyms(master);
        var planner = new EffectPlanner(options, vault, pseudonyms, caps, links, clock);
        var units = new UnitMaker(vault, clock);
        var cases = new StoredCases(directory, vault, options.Readings, store);
        var (chats, cards, gate) = (new ChatBook(vault, store), new CardBook(master, vault), new ChatGate());
        var notices = new NoticePlanner(options, planner, store, vault, directory, cases, chats);
        var commits = new UnitCommits(store, board, decided, points);
        var steps = new RequestSteps(store, units, notices, new CorrectionKeeper(directory, vault), commits);
        var mails = new TimeLimitedReader(new MailReader(ReaderOptions(settings)));
        var reader = new MessageReader(spool, mails, activities ?? new NoActivities());
        var processor = new MessageProcessor(
            examination, new ConversationFinder(store, messageIds, cards), new NewRequests(examination, units, planner, notices, vault, chats, options),
            new FollowUps(examination, cases, units, planner, notices, vault, options), units, planner, store, messageIds, new TwinFinder(store, reader));
        var renderer = new AnswerRenderer();
        var sender = SenderOf(settings, clock, points);
        var journal = new OperatorJournal(settings.OperatorJournalPath, master, clock);
        var plans = PlanParts.Of(settings, store, vault, cases, directory, steps, planned, points, clock, logs);
        var backups = new BackupBook(vault, store);
        var digests = new DigestReader(store, owners, vault, cases, plans.Facts, backups, options);
        var subscriptions = new DigestSubscriptions(vault, store, clock);
        var subscriptionLinks = new SubscriptionLinks(master, settings.ConfirmationUrl);
        var ownDigests = new OwnDigestReader(store, directory, plans.Facts, backups, settings.Figures, options);
        var digestDesk = new DigestDesk(
            digests.ReadAsync, ownDigests, new DigestReaders(subscriptions, chats), subscriptionLinks, new WaitingLinks(store, links, options), planner, store,
            commits, clock, points);
        var parts = new EngineParts
        {
            Store = store,
            Spool = spool,
            Vault = vault,
            Files = files,
            Board = board,
            Door = door,
            Intake = new IntakeWorker(
                store, reader, processor, commits, door.Arrived, options, clock, points, logs.CreateLogger<IntakeWorker>()),
            Outbox = new OutboxWorker(
                store, vault, planner, renderer, sender, gate, messageIds, board, decided, options, clock, points, logs.CreateLogger<OutboxWorker>()),
            Agenda = new AgendaWorker(timetable, steps, directory, options, board.RequestChanged, clock, logs.CreateLogger<AgendaWorker>()),
            Alarms = new EngineAlarms(store, board, options, clock),
            AlarmsOn = look => new AlarmWorker(look, store, planner, decided, clock, logs.CreateLogger<AlarmWorker>()),
            Desk = new RequestDesk(steps, cases, store, directory, vault, options, clock),
            BreachNotices = new BreachNotices(options, vault, directory, clock),
            Master = master,
            Cases = cases,
            CustomerDesk = new CustomerDesk(store, spool, cases, examination, units, notices, commits, vault, options),
            Chats = chats,
            Cards = cards,
            ChatGate = gate,
            Links = links,
            Changed = changed,
            Held = new HeldEffects(store, board, decided, clock, steps),
            Directory = directory,
            Journal = journal,
            Corrections = new CorrectionsExport(store, vault, directory, journal, clock),
            Quarantine = new QuarantineDesk(store, spool, journal, board, door.Arrived, clock, logs.CreateLogger<QuarantineDesk>()),
            Retention = new RawRetention(store, spool, board, options, clock, logs.CreateLogger<RawRetention>()),
            Renderer = renderer,
            Plans = plans,
            Digests = digests,
            OwnDigests = ownDigests,
            BackupBook = backups,
            DigestDesk = digestDesk,
            Weekly = new DigestWorker(digestDesk, owners, directory, options.Digest, clock, logs.CreateLogger<DigestWorker>()),
            Subscriptions = subscriptions,
            SubscriptionLinks = subscriptionLinks,
            Rights = RightsParts.Of(settings, directory, store, vault, spool, reader, files, chats, new Eraser(store, vault, spool, files, board, changed), journal, pseudonyms, clock, logs),
            Settings = settings,
        };
        if (readers.Client is { } client) parts._owned.Add(client);
        parts._owned.AddRange([parts.Plans, backups, mails, sender, door, decided, board, changed, files, vault, spool, store]);
        try
        {
            if (!looks && options.HoldAll is { } reason) await HeldBack.HoldWaitingAsync(store, reason, cancellationToken);
            if (!looks) await new SpoolAdoption(store, spool, clock).RunAsync(cancellationToken);
            var recent = new List<OutboxRow>();
            await board.RebuildAsync(store, cancellationToken, row =>
            {
                if (caps.IsRecent(row)) recent.Add(row);
            });
            await caps.RebuildAsync(store, recent, cancellationToken);
            return parts;
        }
        catch
        {
            await parts.DisposeAsync(); // Frees the store's lock: a damaged store is looked at next.
            throw;
        }
    }

    /// <summary>How mails are read under these settings.</summary>
    public static MailReaderOptions ReaderOptions(UsableSettings settings) => new()
    {
        OwnAddresses = [settings.Engine.SupportAddress],
        AuthenticationProfile = AuthenticationProfiles.Of(settings.Host.AuthenticationProfile)!.Value,
        TrustedAuthServId = settings.Host.TrustedAuthservId,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in _owned)
        {
            if (part is IAsyncDisposable later) await later.DisposeAsync();
            else (part as IDisposable)?.Dispose();
        }
    }

    private static IMailSender SenderOf(UsableSettings settings, TimeProvider clock, CommitPoints points) => settings.Host.Smtp is { } smtp
        ? new SmtpSender(smtp, clock, () => points.Reached("P10"))
        : new OutFolderSender(settings.Host.OutFolder!);
}
