using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>
/// Keeps our mails from becoming a relay or a loop: how many were decided for a sender, a customer, unknown senders, and in all. Rebuilt at start.
/// </summary>
/// <param name="options">The caps.</param>
/// <param name="clock">The clock.</param>
public sealed class AnswerCaps(EngineOptions options, TimeProvider clock)
{
    /// <summary>Why an answer is held when a cap is reached, and why technicians are alerted then.</summary>
    public const string Reached = "answer-cap";

    private const string Everybody = "all";
    private const string Unknown = "unknown";
    private const string UnknownAlerts = "unknown-alerts";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly RecentEffects _granted = new();
    private readonly RecentEffects _told = new();
    private readonly RateWindows _decided = new(clock, Day);

    /// <summary>Counts an answer to a known sender. False: a cap is reached, and a technician decides.</summary>
    /// <param name="effect">The effect's key: asking again for the same one counts nothing, since a decision may be repeated.</param>
    /// <param name="sender">The sender's pseudonym.</param>
    /// <param name="customerId">The customer.</param>
    public bool Allows(string effect, string sender, string customerId) => Decide(
        effect, new($"s/{sender}", options.AnswersPerSenderPerHour), new($"c/{customerId}", options.AnswersPerCustomerPerHour), Overall);

    /// <summary>
    /// Counts a notice that a message causes at somebody else's. False: a cap is reached, and a technician decides. One sender reaches one reader
    /// as often as it is answered itself; all senders together as often as a customer is answered.
    /// </summary>
    /// <param name="effect">The effect's key, as above.</param>
    /// <param name="sender">The pseudonym of who causes it.</param>
    /// <param name="reader">The reader's pseudonym.</param>
    public bool AllowsNotice(string effect, string sender, string reader) => Decide(
        effect, new($"n/{sender}/{reader}", options.AnswersPerSenderPerHour), new($"r/{reader}", options.AnswersPerCustomerPerHour), Overall);

    /// <summary>Counts a neutral answer to an unknown sender. False: it gets none.</summary>
    /// <param name="effect">The effect's key, as above.</param>
    /// <param name="sender">The sender's pseudonym.</param>
    public bool AllowsUnknown(string effect, string sender) => Decide(
        effect, new($"u/{sender}", 1) { Within = Day }, new(Unknown, options.UnknownAnswersPerHour), Overall);

    /// <summary>Counts an alert about an unknown sender. False: technicians have had enough of them within the hour; the page lists the message.</summary>
    /// <param name="effect">The alert's cause, as above.</param>
    public bool AllowsUnknownAlert(string effect) => Decide(effect, new Cap(UnknownAlerts, options.UnknownAlertsPerHour));

    /// <summary>Whether technicians are alerted that this effect was refused: once an hour for each cap that is reached, not for each mail.</summary>
    public bool IsTold(string effect)
    {
        lock (_gate) return _told.Contains(effect);
    }

    /// <summary>Whether a restart has to remember an effect: it was decided within the last day, and what is held or was dropped has not left.</summary>
    public bool IsRecent(OutboxRow row) => row.CreatedAt >= clock.GetUtcNow() - Day && row.State is not (OutboxState.Held or OutboxState.Dropped);

    /// <summary>Remembers what was decided within the last day, so that a restart opens no cap.</summary>
    /// <param name="store">Tells whose each effect was.</param>
    /// <param name="rows">The stored effects, in any order; those that are not recent may be left out.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task RebuildAsync(IStore store, IEnumerable<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var recent = new List<(string Name, DateTimeOffset At)>();
        foreach (var row in rows.Where(IsRecent))
            recent.AddRange((await NamesOfAsync(store, row, cancellationToken)).Select(name => (name, row.CreatedAt)));

        // Rows come by key; what is forgotten first must come first.
        lock (_gate)
        {
            foreach (var (name, at) in recent.OrderBy(item => item.At)) _decided.Add(name, at);
        }
    }

    /// <summary>Under which names a row was counted. An answer in a chat was not.</summary>
    private async Task<string[]> NamesOfAsync(IStore store, OutboxRow row, CancellationToken cancellationToken)
    {
        var reader = EffectKeys.Reader(row.Key);
        if (row.Effect is Effect.AnswerUnknownSender) return [$"u/{reader}", Unknown, Everybody];
        if (row.CreatedAt < clock.GetUtcNow() - Hour) return [];
        switch (row.Effect)
        {
            case Effect.Notify:
                return [$"r/{reader}", Everybody];
            case Effect.AlertTechnicians { Reason: TechnicianAlert.UnknownSender }:
                return [UnknownAlerts];
            case Effect.AnswerSender when await store.FindIntakeAsync(row.Effect.Intake, cancellationToken) is not { Channel: Channel.Teams }:
                return [$"s/{reader}", $"c/{(await store.FindConversationAsync(row.Conversation, cancellationToken))?.CustomerId}", Everybody];
            default:
                return [];
        }
    }

    private Cap Overall => new(Everybody, options.AnswersPerHour);

    private bool Decide(string effect, params ReadOnlySpan<Cap> caps)
    {
        lock (_gate)
        {
            if (_granted.Contains(effect)) return true;
            foreach (var cap in caps)
            {
                if (_decided.Count(cap.Name, cap.Within) < cap.Most) continue;
                Tell(effect, $"told/{cap.Name}");
                return false;
            }

            foreach (var cap in caps) _decided.Add(cap.Name);
            _granted.Add(effect);
            return true;
        }
    }

    private void Tell(string effect, string cap)
    {
        if (_told.Contains(effect) || _decided.Count(cap, Hour) > 0) return;
        _decided.Add(cap);
        _told.Add(effect);
    }

    private readonly record struct Cap(string Name, int Most)
    {
        public TimeSpan Within { get; init; } = Hour;
    }
}
