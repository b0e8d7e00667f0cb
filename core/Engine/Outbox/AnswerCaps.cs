using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>Keeps our answers from becoming a relay: how many were decided for a sender, a customer, and unknown senders. Rebuilt at start.</summary>
/// <param name="options">The caps.</param>
/// <param name="clock">The clock.</param>
public sealed class AnswerCaps(EngineOptions options, TimeProvider clock)
{
    /// <summary>Why an answer is held when a cap is reached.</summary>
    public const string Reached = "answer-cap";

    private const string Unknown = "unknown";
    private const int GrantsRemembered = 10_000;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly Lock _gate = new();
    private readonly HashSet<string> _granted = new(StringComparer.Ordinal);
    private readonly Queue<string> _grants = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _decided = new(StringComparer.Ordinal);

    /// <summary>Counts an answer to a known sender. False: the cap is reached, and a technician decides.</summary>
    /// <param name="effect">The effect's key: asking again for the same one counts nothing, since a decision may be repeated.</param>
    /// <param name="sender">The sender's pseudonym.</param>
    /// <param name="customerId">The customer.</param>
    public bool Allows(string effect, string sender, string customerId)
    {
        lock (_gate)
        {
            if (Granted(effect)) return true;
            if (Count($"s/{sender}", Hour) >= options.AnswersPerSenderPerHour) return false;
            if (Count($"c/{customerId}", Hour) >= options.AnswersPerCustomerPerHour) return false;
            Add($"s/{sender}");
            Add($"c/{customerId}");
            Grant(effect);
            return true;
        }
    }

    /// <summary>
    /// Counts a notice that a message causes at somebody else's. False: the cap is reached, and a technician decides. One sender reaches one reader
    /// as often as it is answered itself; all senders together as often as a customer is answered.
    /// </summary>
    /// <param name="effect">The effect's key, as above.</param>
    /// <param name="sender">The pseudonym of who causes it.</param>
    /// <param name="reader">The reader's pseudonym.</param>
    public bool AllowsNotice(string effect, string sender, string reader)
    {
        lock (_gate)
        {
            if (Granted(effect)) return true;
            if (Count($"n/{sender}/{reader}", Hour) >= options.AnswersPerSenderPerHour) return false;
            if (Count($"r/{reader}", Hour) >= options.AnswersPerCustomerPerHour) return false;
            Add($"n/{sender}/{reader}");
            Add($"r/{reader}");
            Grant(effect);
            return true;
        }
    }

    /// <summary>Counts a neutral answer to an unknown sender. False: it gets none.</summary>
    /// <param name="effect">The effect's key, as above.</param>
    /// <param name="sender">The sender's pseudonym.</param>
    public bool AllowsUnknown(string effect, string sender)
    {
        lock (_gate)
        {
            if (Granted(effect)) return true;
            if (Count($"u/{sender}", Day) > 0 || Count(Unknown, Hour) >= options.UnknownAnswersPerHour) return false;
            Add($"u/{sender}");
            Add(Unknown);
            Grant(effect);
            return true;
        }
    }

    /// <summary>Whether a restart has to remember an effect: it was decided within the last day.</summary>
    public bool IsRecent(OutboxRow row) => row.CreatedAt >= clock.GetUtcNow() - Day;

    /// <summary>Remembers the answers decided within the last day. What a customer had in all is counted anew: rows do not name customers.</summary>
    /// <param name="rows">The stored effects, in any order; those that are not recent may be left out.</param>
    public void Rebuild(IEnumerable<OutboxRow> rows)
    {
        var recent = new List<(string Key, DateTimeOffset At)>();
        foreach (var row in rows.Where(IsRecent))
        {
            var recipient = EffectKeys.Reader(row.Key);
            if (row.Effect is Effect.Notify && row.Reason != Reached) recent.Add(($"r/{recipient}", row.CreatedAt));
            if (row.Effect is Effect.AnswerSender && row.Reason != Reached) recent.Add(($"s/{recipient}", row.CreatedAt));
            if (row.Effect is Effect.AnswerUnknownSender) recent.AddRange([($"u/{recipient}", row.CreatedAt), (Unknown, row.CreatedAt)]);
        }

        // Rows come by key; what is forgotten first must come first.
        lock (_gate)
        {
            foreach (var (key, at) in recent.OrderBy(item => item.At)) Add(key, at);
        }
    }

    private bool Granted(string effect) => _granted.Contains(effect);

    private void Grant(string effect)
    {
        _granted.Add(effect);
        _grants.Enqueue(effect);
        while (_grants.Count > GrantsRemembered) _granted.Remove(_grants.Dequeue());
    }

    private int Count(string key, TimeSpan within)
    {
        if (!_decided.TryGetValue(key, out var instants)) return 0;
        var since = clock.GetUtcNow() - within;
        while (instants.TryPeek(out var oldest) && oldest < since) instants.Dequeue();
        if (instants.Count == 0) _decided.Remove(key);
        return instants.Count;
    }

    private void Add(string key, DateTimeOffset? at = null)
    {
        if (!_decided.TryGetValue(key, out var instants)) _decided[key] = instants = new Queue<DateTimeOffset>();
        instants.Enqueue(at ?? clock.GetUtcNow());
    }
}
