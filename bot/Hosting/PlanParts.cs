using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Digests;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Graph;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Hosting;

/// <summary>What carries plans out, put together in one place.</summary>
public sealed class PlanParts : IDisposable
{
    private readonly ITenants _tenants;
    private readonly PlanTimetable _timetable;

    private PlanParts(ITenants tenants, PlanTimetable timetable, PlanDesk desk, ExecutionWorker worker, StopSwitch stop)
    {
        (_tenants, _timetable, Desk, Worker, Stop) = (tenants, timetable, desk, worker, stop);
    }

    /// <summary>What technicians do with plans.</summary>
    public PlanDesk Desk { get; }

    /// <summary>Carries approved ones out.</summary>
    public ExecutionWorker Worker { get; }

    /// <summary>Stops every change.</summary>
    public StopSwitch Stop { get; }

    /// <summary>The customers' tenants.</summary>
    public ITenants Tenants => _tenants;

    /// <summary>What digests tell of those tenants.</summary>
    public ITenantFacts Facts => _tenants as ITenantFacts ?? new NoTenantFacts();

    /// <summary>Puts them together. While effects are held (a restored or rebuilt store, observe-only) nothing is changed in any tenant either.</summary>
    internal static PlanParts Of(
        UsableSettings settings, IStore store, TextVault vault, StoredCases cases, ICustomerDirectory directory, RequestSteps steps, PlanTimetable timetable,
        CommitPoints points, TimeProvider clock, ILoggerFactory logs)
    {
        var options = settings.Execution;
        var tenants = TenantsOf(settings, directory, clock, logs);
        var (plans, reports, shelf) = (new PlanVault(vault), new PlanReports(steps, cases, clock), new SecretShelf(clock));
        var stop = new StopSwitch(settings.StopSwitchPath) { Held = settings.Engine.ObserveOnly };
        var approvals = new ApprovalCases(cases, directory, options, timetable, stop, clock);
        var runner = new StepRunner(tenants, new PlanGate(approvals), plans, reports, shelf, stop, clock, points);
        var worker = new ExecutionWorker(store, timetable, plans, runner, reports, clock, logs.CreateLogger<ExecutionWorker>());
        return new PlanParts(tenants, timetable, new PlanDesk(store, tenants, cases, plans, approvals, reports, shelf, options, clock), worker, stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (_tenants as IDisposable)?.Dispose();
        _timetable.Dispose();
    }

    private static ITenants TenantsOf(UsableSettings settings, ICustomerDirectory directory, TimeProvider clock, ILoggerFactory logs) => settings.Graph is { } graph
        ? new GraphTenants(
            graph, tenant => directory.All(clock.GetUtcNow()).Count(customer => customer.TenantId == tenant) == 1, clock, logs.CreateLogger<GraphTenants>())
        : new NoTenants();
}
