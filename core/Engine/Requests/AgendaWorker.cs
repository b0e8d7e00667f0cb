using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Reminders, expiry and escalation: gives each request its tick when its time has come. What a restart missed is made up for at once, each thing once.</summary>
/// <param name="timetable">When which request is due.</param>
/// <param name="steps">Decides and commits.</param>
/// <param name="directory">The customers' Weekend option.</param>
/// <param name="options">Waiting times.</param>
/// <param name="changed">Raised when requests changed.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class AgendaWorker(
    Timetable timetable, RequestSteps steps, ICustomerDirectory directory, EngineOptions options, Signal changed, TimeProvider clock,
    ILogger<AgendaWorker> log)
{
    private const int Batch = 50;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            while (await WorkOnceAsync(cancellationToken)) { }
            await changed.WaitAsync(Rest(), clock, cancellationToken);
        }
    }

    /// <summary>Ticks the requests whose time has come. False: there was none.</summary>
    public async Task<bool> WorkOnceAsync(CancellationToken cancellationToken)
    {
        var due = timetable.Due(clock.GetUtcNow(), Batch);
        foreach (var id in due) await TickAsync(id, cancellationToken);
        return !due.IsEmpty;
    }

    private async Task TickAsync(RequestId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            // Of a customer that has left the files nobody is reminded, and nothing is closed.
            var result = await steps.DoAsync(
                id,
                document => Task.FromResult<RequestCommand?>(directory.Find(document.State.CustomerId, now) is { } customer
                    ? new RequestCommand.Tick(now, customer.Subscription.Weekend, options.LifeTimes)
                    : null),
                words: null, now, cancellationToken);
            // A tick that found nothing to do, or lost against others, is not repeated in a hurry.
            if (result.Document is { } document) timetable.Set(document);
            if (timetable.IsDue(id, now)) timetable.PutOff(id, now + AfterFailure);
        }
        catch (StoreUnavailableException)
        {
            Log.StoreUnavailable(log);
            timetable.PutOff(id, now + AfterFailure);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.TickFailed(log, id.Value, failure.GetType().Name);
            timetable.PutOff(id, now + AfterFailure);
        }
    }

    private TimeSpan Rest()
    {
        if (timetable.Soonest is not { } soonest) return LookAgain;
        var rest = soonest - clock.GetUtcNow();
        return rest < TimeSpan.Zero ? TimeSpan.Zero : rest < LookAgain ? rest : LookAgain;
    }

    private static partial class Log
    {
        [LoggerMessage(1401, LogLevel.Warning, "The store cannot be used; reminders and alerts wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1402, LogLevel.Error, "What the clock makes of request {Request} failed ({Failure}); tried again later.")]
        public static partial void TickFailed(ILogger logger, string request, string failure);
    }
}
