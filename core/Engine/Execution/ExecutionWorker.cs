using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Execution;

/// <summary>
/// Carries approved plans out. Each customer has a lane of its own, so that one that Microsoft throttles slows nobody else (RELIABILITY E71). What a
/// restart interrupted goes on from the journal.
/// </summary>
/// <param name="store">The durable memory.</param>
/// <param name="timetable">Which plan has to go on when.</param>
/// <param name="plans">Sealed plans.</param>
/// <param name="runner">One move of one step.</param>
/// <param name="reports">Writes what became of it.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class ExecutionWorker(
    IStore store, PlanTimetable timetable, PlanVault plans, StepRunner runner, PlanReports reports, TimeProvider clock, ILogger<ExecutionWorker> log)
{
    /// <summary>Plans of one customer that are carried out at the same time.</summary>
    public const int LaneWidth = 8;

    private const int Batch = 200;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAtLeast = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Task> _going = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _lanes = new(StringComparer.Ordinal);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            Begin(cancellationToken);
            await timetable.Changed.WaitAsync(Rest(), clock, cancellationToken);
        }
    }

    /// <summary>Carries out what is due until nothing is. False: nothing was.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var begun = Begin(cancellationToken);
        await Task.WhenAll(_going.Values);
        return begun;
    }

    private bool Begin(CancellationToken cancellationToken)
    {
        var due = timetable.Times.Due(clock.GetUtcNow(), Batch).Where(id => !_going.ContainsKey(id.Value)).ToArray();
        foreach (var id in due)
        {
            // Noted before it starts: it takes its own note away when it ends.
            var going = new Task<Task>(() => GoAsync(id, cancellationToken));
            _going[id.Value] = going.Unwrap();
            going.Start(TaskScheduler.Default);
        }

        return due.Length > 0;
    }

    private async Task GoAsync(RequestId id, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.FindRequestAsync(id, cancellationToken) is not { } document) return;
            var lane = _lanes.GetOrAdd(document.State.CustomerId, _ => new SemaphoreSlim(LaneWidth));
            await lane.WaitAsync(cancellationToken);
            try
            {
                await UntilRestAsync(id, cancellationToken);
            }
            finally
            {
                lane.Release();
            }
        }
        catch (StoreUnavailableException)
        {
            Log.StoreUnavailable(log);
            timetable.Times.PutOff(id, clock.GetUtcNow() + AfterFailure);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.PlanFailed(log, id.Value, failure.GetType().Name);
            timetable.Times.PutOff(id, clock.GetUtcNow() + AfterFailure);
        }
        finally
        {
            _going.TryRemove(id.Value, out _);
            timetable.Changed.Raise();
        }
    }

    private async Task UntilRestAsync(RequestId id, CancellationToken cancellationToken)
    {
        (string Key, Plan? Plan) opened = ("", null);
        while (await store.FindRequestAsync(id, cancellationToken) is { State.Run: { } run } document)
        {
            var now = clock.GetUtcNow();
            timetable.Times.Set(document);
            if (!timetable.Times.IsDue(id, now)) return;
            if (PlanAgenda.WaitsForApproval(run) && PlanAgenda.ExpiresAt(run) <= now)
            {
                await reports.DoAsync(id, new ExecutionCommand.Drop(PlanReasons.Expired), Actor.Product, null, cancellationToken);
                return;
            }

            // Opened once, not at each move: a plan never changes under its key.
            if (opened.Key != run.PlanKey) opened = (run.PlanKey, await OpenAsync(document, run, cancellationToken));
            if (await MoveAsync(document, run, opened.Plan, cancellationToken) is not { } later) continue;
            if (later < DateTimeOffset.MaxValue) timetable.Times.PutOff(id, later);
            return;
        }
    }

    /// <summary>The plan that was approved; null where it is missing, or is another customer's.</summary>
    private async Task<Plan?> OpenAsync(RequestDocument document, PlanRun run, CancellationToken cancellationToken) =>
        await plans.FindAsync(run, cancellationToken) is { TenantId: not null } plan && string.Equals(plan.CustomerId, document.State.CustomerId, StringComparison.Ordinal)
            ? plan
            : null;

    private async Task<DateTimeOffset?> MoveAsync(RequestDocument document, PlanRun run, Plan? plan, CancellationToken cancellationToken)
    {
        if (plan is not null) return await runner.MoveAsync(document, plan, cancellationToken);
        await reports.ReportAsync(
            document.Id, run.Hash, run.Current, run.Steps[run.Current].Tries, new ExecutionEvent.Halted(run.Current, PlanReasons.PlanLost), null, cancellationToken);
        return null;
    }

    /// <summary>What is due has begun, or begins when another ends: the next instant after now counts.</summary>
    private TimeSpan Rest()
    {
        var now = clock.GetUtcNow();
        return timetable.Times.SoonestAfter(now) is { } next && next - now < LookAtLeast ? next - now : LookAtLeast;
    }

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Warning, "The store cannot be used; plans wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1702, LogLevel.Error, "Carrying out the plan of request {Request} failed ({Failure}); looked at again later.")]
        public static partial void PlanFailed(ILogger logger, string request, string failure);
    }
}
