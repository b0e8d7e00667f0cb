using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Graph;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Stores.LiteDb;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Benchmarks.Acts;

/// <summary>The engine on a fresh LiteDB store before the test graph, from the mail to the plan's last step; each worker is run by hand.</summary>
internal sealed class ActsEngine : IAsyncDisposable
{
    private const int InAMail = 10;
    private static readonly MailboxIdentity Inbox = new("mail.msp.example", "support@msp.example", "INBOX");
    private static readonly Guid Staff = Guid.NewGuid();
    private readonly TempFolder _files = new();
    private readonly ToldRequests _told = new();
    private readonly LiteDbStore _store;
    private readonly GraphTenants _tenants;
    private readonly IntakeDoor _door;
    private readonly IntakeWorker _intake;
    private readonly PlanDesk _desk;
    private readonly List<IDisposable> _owned = [];
    private uint _mails;

    public ActsEngine(ActsWorld world)
    {
        var (clock, master) = (TimeProvider.System, new MasterKey(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray()));
        var options = new EngineOptions { SupportAddress = MailAddress.Parse(Inbox.User), ObserveOnly = false, StartFrom = StartFrom.All };
        _store = LiteDbStore.Open(new LiteDbOptions { Path = _files.File("sione.db") }, clock);
        var spool = new MessageSpool(_files.File("spool"), master);
        var vault = new TextVault(master, _store);
        var directory = new CustomerDirectory(world.Customers);
        var (messageIds, caps, timetable, decided) = (new MessageIds(master, options.SupportAddress.Domain), new AnswerCaps(options, clock), new PlanTimetable(clock), new Signal());
        var planner = new EffectPlanner(options, vault, new Pseudonyms(master), caps, new ConfirmationLinks(master, new Uri("https://demandes.msp.example")), clock);
        var examination = new Examination(directory, _told, options.Readings);
        var (units, cases) = (new UnitMaker(vault, clock), new StoredCases(directory, vault, options.Readings, _store));
        var (chats, cards, board) = (new ChatBook(vault, _store), new CardBook(master, vault), new Board(plans: timetable));
        var notices = new NoticePlanner(options, planner, _store, vault, directory, cases, chats);
        var commits = new UnitCommits(_store, board, decided, CommitPoints.None);
        var steps = new RequestSteps(_store, units, notices, new CorrectionKeeper(directory, vault), commits);
        _door = new IntakeDoor(_store, spool, board, options, clock, CommitPoints.None, NullLogger<IntakeDoor>.Instance);
        var messages = new MessageReader(spool, new MailReader(new MailReaderOptions { OwnAddresses = [options.SupportAddress], TrustedAuthServId = "mx.msp.example" }), new NoActivities());
        var processor = new MessageProcessor(
            examination, new ConversationFinder(_store, messageIds, cards), new NewRequests(examination, units, planner, notices, vault, chats, options),
            new FollowUps(examination, cases, units, planner, notices, vault, options), units, planner, _store, messageIds, new TwinFinder(_store, messages));
        _intake = new IntakeWorker(_store, messages, processor, commits, _door.Arrived, options, clock, CommitPoints.None, NullLogger<IntakeWorker>.Instance);

        _tenants = new GraphTenants(world.Settings, id => world.Customers.Any(customer => customer.TenantId == id), clock, NullLogger<GraphTenants>.Instance);
        var execution = new ExecutionOptions { StaffTenant = Staff, Technicians = [new Technician("account", "technician", TechnicianRole.Lead)] };
        var (plans, reports, shelf, stop) = (new PlanVault(vault), new PlanReports(steps, cases, clock), new SecretShelf(clock), new StopSwitch(_files.File("stop")));
        var approvals = new ApprovalCases(cases, directory, execution, timetable, stop, clock);
        _desk = new PlanDesk(_store, _tenants, cases, plans, approvals, reports, shelf, execution, clock);
        var runner = new StepRunner(_tenants, new PlanGate(approvals), plans, reports, shelf, stop, clock, CommitPoints.None);
        Worker = new ExecutionWorker(_store, timetable, plans, runner, reports, clock, NullLogger<ExecutionWorker>.Instance);
        _owned.AddRange([_tenants, _door, decided, board, timetable, vault, spool]);
    }

    public ExecutionWorker Worker { get; }

    /// <summary>Takes mails in that ask for acts, draws their plans up and approves them.</summary>
    public async Task<ImmutableArray<RequestId>> ApprovedAsync(Customer customer, int from, int acts)
    {
        var approved = ImmutableArray.CreateBuilder<RequestId>();
        foreach (var some in Enumerable.Range(from, acts).Chunk(InAMail))
        {
            var mail = MailOf(customer, [.. some.Select(number => ActsWorld.Act(customer, number))]);
            await _door.KeepAsync([mail], fence: 0, CancellationToken.None);
            while (await _intake.WorkOnceAsync(CancellationToken.None)) { }
            foreach (var id in (await _store.FindIntakeAsync(IntakeKeys.Of(mail), CancellationToken.None))!.Requests)
            {
                await ApproveAsync((await _store.FindRequestAsync(id, CancellationToken.None))!);
                approved.Add(id);
            }
        }

        return approved.ToImmutable();
    }

    /// <summary>A fast run that left something undone is no result.</summary>
    public async Task CheckDoneAsync(ImmutableArray<RequestId> requests)
    {
        foreach (var id in requests)
            if ((await _store.FindRequestAsync(id, CancellationToken.None))!.State.Run is not { State: PlanState.Done } run || run.Steps.Any(step => step.End is not StepEnd.Done))
                throw new InvalidOperationException("A plan was not carried out.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var owned in _owned) owned.Dispose();
        await _store.DisposeAsync();
        _files.Dispose();
    }

    private async Task ApproveAsync(RequestDocument request)
    {
        var by = new Actor(ActorKind.Technician, "technician");
        var drawn = await _desk.DrawAsync(request.State.Reference, by, CancellationToken.None);
        var click = new ApprovalClick("account", Staff, PlanHash.Of(drawn.Plan!), null);
        if (!drawn.Taken || !(await _desk.ApproveAsync(request.State.Reference, by, click, CancellationToken.None)).Taken)
            throw new InvalidOperationException("A plan was not approved.");
    }

    private RawMail MailOf(Customer customer, ImmutableArray<UnderstoodRequest> wanted) => new(Inbox, 1, ++_mails, TimeProvider.System.GetUtcNow(), Encoding.UTF8.GetBytes(
        $"""
        Authentication-Results: mx.msp.example; dmarc=pass header.from={customer.Domains[0]}
        From: <boss@{customer.Domains[0]}>
        To: <support@msp.example>
        Subject: Demande
        Message-ID: <acts-{Guid.NewGuid():N}@client.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {_told.Text(wanted)}
        """.ReplaceLineEndings("\r\n")));
}
