using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>An accepted request of a customer with a tenant, and the worker that carries its plan out.</summary>
internal sealed class ExecutionBench : IAsyncDisposable
{
    public static readonly Guid Tenant = new("0a000000-0000-4000-8000-000000000001");
    public static readonly Actor First = new(ActorKind.Technician, "ines");
    public static readonly Actor Second = new(ActorKind.Technician, "marc");

    /// <summary>Two approvers, one of them with a second account, and a technician who is none.</summary>
    public static readonly ExecutionOptions Options = new()
    {
        StaffTenant = new Guid("0f000000-0000-4000-8000-00000000000f"),
        Technicians =
        [
            new Technician("account-ines", "ines", TechnicianRole.Lead), new Technician("account-ines-2", "ines", TechnicianRole.Lead),
            new Technician("account-marc", "marc", TechnicianRole.Lead), new Technician("account-theo", "theo", TechnicianRole.Technician),
        ],
    };

    public static readonly AccountRef Paul = new("paul@nova.example", new Guid("0b000000-0000-4000-8000-000000000001"));
    private readonly string _switch = Path.Combine(Path.GetTempPath(), $"stop-{Guid.NewGuid():N}");
    private string _killAt = "";
    private int _killAfter;

    public ExecutionBench(Func<IStore, IStore>? around = null)
    {
        Life = new Life(around: around, customers: new CustomerDirectory([Bench.Nova with { TenantId = Tenant }, Bench.Acme, Bench.Ozon]));
        Tenants = new ScriptedTenants(Life.Bench.Clock);
        Stop = new StopSwitch(_switch);
        Plans = new PlanVault(Life.Bench.Vault);
        Reports = new PlanReports(Life.Bench.Steps, Life.Bench.Cases, Life.Bench.Clock);
        (Worker, Shelf) = Restarted();
    }

    public Life Life { get; }

    public ScriptedTenants Tenants { get; }

    public StopSwitch Stop { get; }

    public PlanVault Plans { get; }

    public PlanReports Reports { get; }

    public SecretShelf Shelf { get; private set; }

    public PlanDesk Desk { get; private set; } = null!;

    public ExecutionWorker Worker { get; private set; }

    /// <summary>The process dies when it reaches that point for the n-th time, from 1.</summary>
    public void KillAt(string point, int after = 1) => (_killAt, _killAfter) = (point, after);

    /// <summary>Another process takes over: nothing of the memory is left.</summary>
    public void Restart() => (Worker, Shelf) = Restarted();

    /// <summary>A request that the contract allows, by the administrator.</summary>
    public async Task<RequestDocument> AcceptedAsync(string text = "Bonjour,\n\nMerci de retirer la licence de Paul Vasselin.")
    {
        var document = await Life.OnlyRequestOfAsync(await Life.MailAsync("nadia", text));
        Assert.Equal(Verdict.Accepted, document.State.Verdict);
        return document;
    }

    /// <summary>Its plan is drawn up and approved, by two where two are needed.</summary>
    public async Task<RequestDocument> ApprovedAsync(RequestDocument document, params ImmutableArray<PlannedStep> steps)
    {
        await ApproveAsync(document, PlanOf(document, steps));
        return await NowAsync(document);
    }

    public async Task<Plan> DrawAsync(RequestDocument document, Plan plan)
    {
        var key = PlanVault.KeyOf(await NowAsync(document), plan);
        Assert.Null((await Reports.DoAsync(document.Id, new ExecutionCommand.Draw(key, plan), First, Plans.Seal(key, plan), CancellationToken.None)).Refusal);
        return plan;
    }

    public async Task ApproveAsync(RequestDocument document, Plan plan)
    {
        await DrawAsync(document, plan);
        var hash = PlanHash.Of(plan);
        if (ApprovalRules.TakesTwo(plan)) Assert.Null((await VoteAsync(document, hash, First, complete: false)).Refusal);
        Assert.Null((await VoteAsync(document, hash, ApprovalRules.TakesTwo(plan) ? Second : First, complete: true)).Refusal);
    }

    public Task<StepResult> VoteAsync(RequestDocument document, string hash, Actor by, bool complete) =>
        Reports.DoAsync(document.Id, new ExecutionCommand.Approve(hash, $"account-{by.Id}", complete), by, null, CancellationToken.None);

    public Task<StepResult> DoAsync(RequestDocument document, ExecutionCommand wanted, Actor? by = null) =>
        Reports.DoAsync(document.Id, wanted, by ?? First, null, CancellationToken.None);

    public static Plan PlanOf(RequestDocument document, params ImmutableArray<PlannedStep> steps) =>
        new() { CustomerId = document.State.CustomerId, TenantId = Tenant, OperationId = document.State.OperationId, Steps = steps };

    public static PlannedStep Block => new(new Step.SetSignIn(Paul, Allowed: false), "autorisée", "bloquée") { Reversible = true };

    public static PlannedStep Revoke => new(new Step.RevokeSessions(Paul), null, null);

    public static PlannedStep Hand => new(new Step.ByHand(HandTask.ConvertToSharedMailbox, Paul.UserPrincipalName), null, null);

    public static PlannedStep Reset => new(new Step.ResetPassword(Paul), null, null);

    public static PlannedStep Wipe => new(new Step.WipeDevice(new DeviceRef("d1", "Téléphone", "Modèle 9", "S-4471", Paul.Id!.Value)), null, null) { Destructive = true };

    /// <summary>Works until nothing is due.</summary>
    public async Task WorkAsync()
    {
        while (await Worker.WorkOnceAsync(CancellationToken.None)) { }
    }

    /// <summary>Moves the clock in small steps, working at each, until the plan ends or the time is over.</summary>
    public async Task<PlanRun> PassAsync(RequestDocument document, TimeSpan time, TimeSpan? step = null)
    {
        await WorkAsync();
        for (var passed = TimeSpan.Zero; passed < time && (await RunAsync(document)).State is PlanState.Approved; passed += step ?? TimeSpan.FromSeconds(5))
        {
            Life.Bench.Clock.Advance(step ?? TimeSpan.FromSeconds(5));
            await WorkAsync();
        }

        return await RunAsync(document);
    }

    public Task<RequestDocument> NowAsync(RequestDocument document) => Life.DocumentAsync(document.Id);

    public async Task<PlanRun> RunAsync(RequestDocument document) => (await NowAsync(document)).State.Run!;

    public async ValueTask DisposeAsync()
    {
        Stop.Set(false);
        await Life.DisposeAsync();
    }

    private (ExecutionWorker Worker, SecretShelf Shelf) Restarted()
    {
        var bench = Life.Bench;
        var shelf = new SecretShelf(bench.Clock);
        var points = new CommitPoints(point =>
        {
            if (point == _killAt && --_killAfter == 0) throw new KilledException();
        });
        var approvals = new ApprovalCases(bench.Cases, bench.Customers, Options, bench.Plans, Stop, bench.Clock);
        Desk = new PlanDesk(bench.Store, Tenants, bench.Cases, Plans, approvals, Reports, shelf, Options, bench.Clock);
        var runner = new StepRunner(Tenants, new PlanGate(approvals), Plans, Reports, shelf, Stop, bench.Clock, points);
        return (new ExecutionWorker(bench.Store, bench.Plans, Plans, runner, Reports, bench.Clock, NullLogger<ExecutionWorker>.Instance), shelf);
    }

    private sealed class KilledException : Exception;
}
