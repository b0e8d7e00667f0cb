using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>
/// The engine on its real store in front of the test graph, from the mail to the last step read back. The process can die at a commit point; the
/// next one has the folder and nothing else.
/// </summary>
internal sealed class GraphBench : IAsyncDisposable
{
    private readonly string _switch = Path.Combine(Path.GetTempPath(), $"stop-{Guid.NewGuid():N}");
    private readonly ExecutionOptions _options;
    private uint _mails;
    private bool _isArmed = true;

    private GraphBench(GraphWorld? world, Bench bench, ExecutionOptions options)
    {
        (World, Bench, _options) = (world!, bench, options);
        Stop = new StopSwitch(_switch);
    }

    public GraphWorld World { get; private set; }

    public Bench Bench { get; private set; }

    public StopSwitch Stop { get; }

    public PlanDesk Desk { get; private set; } = null!;

    public ExecutionWorker Worker { get; private set; } = null!;

    public SecretShelf Shelf { get; private set; } = null!;

    public PlanVault Plans { get; private set; } = null!;

    public GraphTenants Tenants { get; private set; } = null!;

    /// <summary>A phone locks as soon as it is told to, so that each step ends before the next begins; else it is switched off until its wipe is sent.</summary>
    public bool LocksAtOnce { get; set; } = true;

    /// <summary>Told of every commit point; may end the process by <see cref="Die"/>.</summary>
    public Action<string> Reached { get; set; } = _ => { };

    /// <summary>How often the process has died.</summary>
    public int Deaths { get; private set; }

    public static async Task<GraphBench> StartAsync(int customers, ApprovalCaps? caps = null)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Bench.Start);
        var world = await GraphWorld.StartAsync(clock, customers);
        var bench = new GraphBench(world, BenchOf(world, clock, null), ExecutionBench.Options with { Caps = caps ?? new ApprovalCaps(10_000, 10_000, 10_000) });
        bench.Compose();
        return bench;
    }

    /// <summary>The process ends here and now.</summary>
    public static void Die() => throw new DiedException();

    /// <summary>The process dies at that point of each step once.</summary>
    public void KillAt(string point)
    {
        _isArmed = true;
        Reached = reached =>
        {
            if (reached == point && _isArmed)
            {
                _isArmed = point == "P17";
                Deaths++;
                Die();
            }

            // What was repeated after a death has come to its end: the next step's turn.
            if (reached == "P17") _isArmed = true;
        };
    }

    /// <summary>Another process on the same folder.</summary>
    public async Task RestartAsync()
    {
        Tenants.Dispose();
        await Bench.DieAsync();
        Bench = BenchOf(World, Bench.Clock, Bench);
        await Bench.Board.RebuildAsync(Bench.Store, CancellationToken.None);
        Compose();
    }

    /// <summary>The customer's direction writes, and the contract allows it. The requests, in the order of the text.</summary>
    public async Task<ImmutableArray<RequestDocument>> AskAsync(Customer customer, params ImmutableArray<UnderstoodRequest> wanted)
    {
        var mail = new RawMail(Bench.Inbox, 1, ++_mails, Bench.Clock.GetUtcNow(), Encoding.UTF8.GetBytes(
            $"""
            Authentication-Results: mx.msp.example; dmarc=pass header.from={customer.Domains[0]}
            From: <odile@{customer.Domains[0]}>
            To: <support@msp.example>
            Subject: Demande
            Message-ID: <plan-{_mails}@client.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {World.Said.Text(wanted)}
            """.ReplaceLineEndings("\r\n")));
        await Bench.TakeAsync(mail);
        var row = (await Bench.Store.FindIntakeAsync(IntakeKeys.Of(mail), CancellationToken.None))!;
        Assert.True(row.End is LedgerEnd.Requests, $"The mail ended otherwise: {row.End}, {row.Reason}, {row.Attempts} attempts.");
        var documents = new List<RequestDocument>();
        foreach (var id in row.Requests) documents.Add((await Bench.Store.FindRequestAsync(id, CancellationToken.None))!);
        return [.. documents];
    }

    /// <summary>The plan is drawn up from the tenant as it is, and approved on what was shown: by two where two are needed.</summary>
    public async Task<Plan> ApproveAsync(RequestDocument document)
    {
        var drawn = await Desk.DrawAsync(document.State.Reference, ExecutionBench.First, CancellationToken.None);
        while (drawn.Contended) drawn = await Desk.DrawAsync(document.State.Reference, ExecutionBench.First, CancellationToken.None);
        Assert.True(drawn.Taken, $"{document.State.OperationId}, {document.State.Verdict}: {drawn.Refusal} {string.Join(' ', drawn.Plan?.Obstacles ?? [])}");
        Assert.Null(await VoteAsync(document, drawn.Plan!, ExecutionBench.First));
        if (ApprovalRules.TakesTwo(drawn.Plan!)) Assert.Null(await VoteAsync(document, drawn.Plan!, ExecutionBench.Second));
        return drawn.Plan!;
    }

    /// <summary>The same for all requests of a mail, one after the other.</summary>
    public async Task ApproveAsync(ImmutableArray<RequestDocument> mail)
    {
        foreach (var request in mail) await ApproveAsync(request);
    }

    /// <summary>A technician's yes; why it did not count, null when it did.</summary>
    public async Task<ApprovalRefusal?> VoteAsync(RequestDocument document, Plan plan, Actor by)
    {
        var click = new ApprovalClick($"account-{by.Id}", _options.StaffTenant, PlanHash.Of(plan), ConfirmationWord.Of(plan));
        while (true)
        {
            var result = await Desk.ApproveAsync(document.State.Reference, by, click, CancellationToken.None);
            if (!result.Contended) return result.Reason; // Requests of one mail share a conversation: the click that came second is repeated.
        }
    }

    /// <summary>Works until the plan ends or the time is over: dead processes are followed by others, devices do what they are told, hands tick off.</summary>
    public async Task<PlanRun> PassAsync(RequestDocument document, TimeSpan time)
    {
        for (var end = Bench.Clock.GetUtcNow() + time; ; Bench.Clock.Advance(TimeSpan.FromMinutes(1)))
        {
            var died = Deaths;
            await WorkAsync();
            if (Deaths > died) await RestartAsync();
            var run = await RunAsync(document);
            if (run.State is not PlanState.Approved || Bench.Clock.GetUtcNow() >= end) return run;
            if (run.Steps[run.Current].WaitsFor is StepWait.Technician)
                Assert.True((await Desk.TickAsync(document.State.Reference, ExecutionBench.Second, run.Current, CancellationToken.None)).Taken);
            if (run.Steps[run.Current].WaitsFor is StepWait.Device) World.EndActions();
        }
    }

    /// <summary>Works until nothing is due.</summary>
    public async Task WorkAsync()
    {
        while (await Worker.WorkOnceAsync(CancellationToken.None)) { }
    }

    public async Task<PlanRun> RunAsync(RequestDocument document) => (await NowAsync(document)).State.Run!;

    public async Task<RequestDocument> NowAsync(RequestDocument document) => (await Bench.Store.FindRequestAsync(document.Id, CancellationToken.None))!;

    public async ValueTask DisposeAsync()
    {
        Stop.Set(false);
        Tenants.Dispose();
        await Bench.DisposeAsync();
        await World.DisposeAsync();
    }

    private static Bench BenchOf(GraphWorld world, TimeProvider clock, Bench? died) =>
        new(understanding: world.Said, customers: world.Directory, died: died, clock: (Microsoft.Extensions.Time.Testing.FakeTimeProvider)clock);

    private void Compose()
    {
        Tenants = World.Connect();
        Shelf = new SecretShelf(Bench.Clock);
        Plans = new PlanVault(Bench.Vault);
        var reports = new PlanReports(Bench.Steps, Bench.Cases, Bench.Clock);
        var approvals = new ApprovalCases(Bench.Cases, Bench.Customers, _options, Bench.Plans, Stop, Bench.Clock);
        Desk = new PlanDesk(Bench.Store, Tenants, Bench.Cases, Plans, approvals, reports, Shelf, _options, Bench.Clock);
        var runner = new StepRunner(Tenants, new PlanGate(approvals), Plans, reports, Shelf, Stop, Bench.Clock, new CommitPoints(Pass));
        Worker = new ExecutionWorker(Bench.Store, Bench.Plans, Plans, runner, reports, Bench.Clock, NullLogger<ExecutionWorker>.Instance);
    }

    private void Pass(string point)
    {
        if (point == "P16" && LocksAtOnce) World.EndLocks();
        Reached(point);
    }

    private sealed class DiedException : Exception;
}
