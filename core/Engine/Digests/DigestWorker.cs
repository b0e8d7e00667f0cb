using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;

namespace SiOne.Bot.Engine.Digests;

/// <summary>
/// Sends each customer's digest, and SI-ONE's own, once a week. What a downtime missed is made up for with the newest week alone. Nothing is told of
/// weeks before a customer's first request was taken in, nor to one whose contract ended before.
/// </summary>
/// <param name="desk">Lets digests leave, each once.</param>
/// <param name="requests">Since when customers ask.</param>
/// <param name="directory">The customers, as their files say now.</param>
/// <param name="timetable">When digests leave; null: never.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where warnings go.</param>
public sealed partial class DigestWorker(
    DigestDesk desk, CustomerRequests requests, ICustomerDirectory directory, DigestTimetable? timetable, TimeProvider clock, ILogger<DigestWorker> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private IsoWeek _week;
    private bool _ownIsSettled;

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (timetable is null) return;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await WorkOnceAsync(cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                Log.StoreUnavailable(log);
            }

            var now = clock.GetUtcNow();
            var rest = timetable.NextAfter(now) - now;
            await Task.Delay(rest < LookAgain ? rest : LookAgain, clock, cancellationToken);
        }
    }

    /// <summary>Sends what has to have left by now.</summary>
    public async Task WorkOnceAsync(CancellationToken cancellationToken)
    {
        if (timetable is null) return;
        var now = clock.GetUtcNow();
        Turn(timetable.NewestDue(now));
        var customers = directory.Snapshot.All(now);
        foreach (var customer in customers.Where(customer => !_settled.Contains(customer.Id)))
            if (!IsTold(customer) || await SentAsync(customer.Id, () => desk.SendAsync(customer, _week, cancellationToken))) _settled.Add(customer.Id);
        if (!_ownIsSettled)
            _ownIsSettled = !customers.Any(HadBegun) || await SentAsync("-", () => desk.SendOwnAsync(_week, cancellationToken));
    }

    private void Turn(IsoWeek week)
    {
        if (week == _week) return;
        (_week, _ownIsSettled) = (week, false);
        _settled.Clear();
    }

    private bool IsTold(Customer customer) => HadBegun(customer) && !(customer.Subscription.TerminatedOn < _week.Monday);

    /// <summary>Whenever its first request had been received, it counts from when that was taken in: a first start that reads old mails begins then.</summary>
    private bool HadBegun(Customer customer) => requests.FirstAt(customer.Id) < _week.To;

    /// <summary>One that fails keeps nobody else from theirs, and is tried again. False: it is.</summary>
    private async Task<bool> SentAsync(string customer, Func<Task<DigestSending>> send)
    {
        try
        {
            var sending = await send();
            if (sending is DigestSending.Queued queued) Log.Queued(log, customer, _week.ToString(), queued.Readers);
            else if (sending is DigestSending.NoReader) Log.NoReader(log, customer, _week.ToString());
            return true;
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or StoreUnavailableException or OutOfMemoryException))
        {
            Log.Failed(log, customer, _week.ToString(), failure.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1801, LogLevel.Warning, "The store cannot be used; weekly digests wait.")]
        public static partial void StoreUnavailable(ILogger logger);

        [LoggerMessage(1802, LogLevel.Information, "Digest of {Customer}, week {Week}: to {Readers} people.")]
        public static partial void Queued(ILogger logger, string customer, string week, int readers);

        [LoggerMessage(1803, LogLevel.Warning, "Digest of {Customer}, week {Week}: nobody gets it.")]
        public static partial void NoReader(ILogger logger, string customer, string week);

        [LoggerMessage(1804, LogLevel.Error, "Digest of {Customer}, week {Week}, failed ({Failure}); tried again later.")]
        public static partial void Failed(ILogger logger, string customer, string week, string failure);
    }
}
