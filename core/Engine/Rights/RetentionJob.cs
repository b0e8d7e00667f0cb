using System.Globalization;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Rights;

/// <summary>
/// Erases, every day and in small units, what its time has come for (<see cref="Domain.Privacy.Retention"/>). How much of which class goes is written into
/// the operators' journal first. A customer's requests never go by themselves: that is a person's act (RGPD VIII).
/// </summary>
/// <param name="finder">Finds it.</param>
/// <param name="eraser">Erases texts.</param>
/// <param name="files">Files attached in chats.</param>
/// <param name="marks">How far it has come.</param>
/// <param name="options">The limits in force.</param>
/// <param name="journal">Counts, by class.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where counts and failures go.</param>
public sealed partial class RetentionJob(
    ExpiredFinder finder, Eraser eraser, KeptFiles files, RetentionMarks marks, EngineOptions options, OperatorJournal journal, TimeProvider clock, ILogger<RetentionJob> log)
{
    /// <summary>How the journal calls it.</summary>
    public const string Act = "retention";

    // It reads the whole store: a start has better things to do.
    private static readonly TimeSpan AfterStart = TimeSpan.FromHours(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <summary>Works until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(AfterStart, clock, cancellationToken);
        while (true)
        {
            try
            {
                await WorkOnceAsync(Act, cancellationToken);
            }
            catch (Exception failure) when (failure is StoreUnavailableException or IOException or UnauthorizedAccessException)
            {
                Log.NotDone(log, failure.GetType().Name);
            }

            await Task.Delay(LookAgain, clock, cancellationToken);
        }
    }

    /// <summary>What would go now, everything looked at; changes nothing.</summary>
    public Task<Expired> LookAsync(CancellationToken cancellationToken) => finder.FindAsync(clock.GetUtcNow(), mark: null, cancellationToken);

    /// <summary>Erases what is due now. The job itself goes on from its mark; whoever else asks has everything looked at.</summary>
    /// <param name="who">Who asks: an account, or the job itself.</param>
    /// <param name="cancellationToken">Stops between two units.</param>
    /// <returns>What went.</returns>
    /// <exception cref="IOException">The journal or a file could not be written: the rest stays until the next look.</exception>
    public async Task<Expired> WorkOnceAsync(string who, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await finder.FindAsync(now, who is Act ? await marks.ReadAsync(options, cancellationToken) : null, cancellationToken);
        if (!expired.IsEmpty) await EraseAsync(expired, who, now, cancellationToken);
        if (RetentionMark.After(now, options, expired.Open) is { } mark) await marks.KeepAsync(mark, cancellationToken);
        return expired;
    }

    private async Task EraseAsync(Expired expired, string who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var counts = string.Join(' ', expired.Counts().Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
        journal.Append(who, Act, counts);
        await eraser.EraseAsync([.. expired.Texts.Keys], new Erasure(string.Create(CultureInfo.InvariantCulture, $"{Act}-{now:yyyyMMdd}"), who, now), cancellationToken);
        foreach (var (row, _) in expired.Files) files.Destroy(row.Key, row.ReceivedAt);
        Log.Done(log, counts);
    }

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Information, "What its time had come for was erased: {Counts}.")]
        public static partial void Done(ILogger logger, string counts);

        [LoggerMessage(1702, LogLevel.Warning, "What its time had come for is kept longer ({Failure}); tried again within a day.")]
        public static partial void NotDone(ILogger logger, string failure);
    }
}
