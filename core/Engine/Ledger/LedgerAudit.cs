using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Ledger;

/// <summary>Proves the ledger rule on a whole store: every message ended as exactly one of five, and everything that it says of others is true.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="spool">The raw messages.</param>
public sealed class LedgerAudit(IStore store, MessageSpool spool)
{
    private const int MistakesListed = 100;

    /// <summary>Reads everything once.</summary>
    public Task<LedgerReport> RunAsync(CancellationToken cancellationToken) => RunAsync(null, cancellationToken);

    /// <summary>The same of a copy of a store at work.</summary>
    /// <param name="spooledThen">The keys that were spooled when the copy was taken; null: those that are now.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<LedgerReport> RunAsync(IReadOnlyCollection<IntakeKey>? spooledThen, CancellationToken cancellationToken)
    {
        var mistakes = new List<string>();
        var destroyed = 0;
        var board = new Board(keepNewest: 1);
        var intake = new Dictionary<IntakeKey, IntakeRow>();
        await foreach (var row in store.AllIntakeAsync(cancellationToken))
        {
            board.Apply(row);
            intake.Add(row.Key, row);
            if (spool.Holds(row.Key, row.ReceivedAt)) continue;
            if (row.RawDestroyedAt is not null) destroyed++;
            else mistakes.Add($"{row.Key}: its raw message is not in the spool");
        }

        var requests = new Dictionary<RequestId, RequestDocument>();
        await foreach (var document in store.AllRequestsAsync(cancellationToken)) requests.Add(document.Id, document);
        var answers = new Dictionary<IntakeKey, int>();
        var notices = new Dictionary<RequestId, ImmutableArray<string>>();
        var effects = new Dictionary<OutboxState, int>();
        await foreach (var row in store.AllOutboxAsync(cancellationToken))
        {
            effects[row.State] = effects.GetValueOrDefault(row.State) + 1;
            if (!intake.ContainsKey(row.Effect.Intake) && row.Effect.Intake.IsMessage) mistakes.Add($"{row.Key}: its message is unknown");
            if (row.Effect is Effect.AnswerSender && EffectKeys.IsAnswer(row.Key)) answers[row.Effect.Intake] = answers.GetValueOrDefault(row.Effect.Intake) + 1;
            if (row.Effect is Effect.Notify notify) notices[notify.Request] = notices.GetValueOrDefault(notify.Request, []).Add(row.Key);
        }

        foreach (var row in intake.Values) mistakes.AddRange(MistakesOf(row, requests, answers.GetValueOrDefault(row.Key), notices));
        foreach (var document in requests.Values) mistakes.AddRange(MistakesOf(document, intake));
        var spooled = spooledThen ?? [.. spool.Keys()];
        foreach (var key in spooled.Where(key => !intake.ContainsKey(key))) mistakes.Add($"{key}: spooled, but without a row (the host adopts it at its next start)");
        return new LedgerReport(
            board.Counts(), spooled.Count, requests.Count, effects.ToImmutableSortedDictionary(), mistakes.Count, [.. mistakes.Take(MistakesListed)])
        { RawDestroyed = destroyed };
    }

    private static IEnumerable<string> MistakesOf(IntakeRow row, Dictionary<RequestId, RequestDocument> requests, int answers, Dictionary<RequestId, ImmutableArray<string>> notices)
    {
        foreach (var id in row.Requests.Where(id => !requests.ContainsKey(id))) yield return $"{row.Key}: request {id} is missing";
        if (row.End is LedgerEnd.Requests && row.Requests.IsEmpty) yield return $"{row.Key}: ended as requests, but names none";
        if (row.End is null != row.EndedAt is null) yield return $"{row.Key}: its end has no instant";
        // A click is answered by the card; whoever chats is told that nothing was asked.
        var expected = row switch
        {
            { End: LedgerEnd.FollowUp, Reason: "card" } => 0,
            { End: LedgerEnd.Requests or LedgerEnd.FollowUp } => 1,
            _ => row is { End: LedgerEnd.Ignored, Channel: Channel.Teams, Reason: "no-request" } ? 1 : 0,
        };
        if (answers == 0 && row.End is LedgerEnd.FollowUp && row.Requests.Any(id => requests.TryGetValue(id, out var document) && IsTold(document, row.Key, notices)))
            yield break;
        // Whoever sent a mail that is too large is asked for a smaller one, unless nobody is known or the caps are reached.
        if (row is { End: LedgerEnd.Quarantined, TooLarge: true } && answers == 1) yield break;
        if (answers != expected) yield return $"{row.Key}: {answers} answers instead of {expected}";
    }

    /// <summary>Whether what a message moved was told by a notice: then no answer repeats it. A notice's key bears the number of the last event behind it.</summary>
    private static bool IsTold(RequestDocument document, IntakeKey message, Dictionary<RequestId, ImmutableArray<string>> notices)
    {
        var said = document.Journal.FirstOrDefault(entry => entry.Event is RequestEvent.FollowedUp followed && followed.Intake == message);
        return said is not null && notices.GetValueOrDefault(document.Id, []).Any(key =>
            key.Split('|') is [_, var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last > said.Number);
    }

    private static IEnumerable<string> MistakesOf(RequestDocument document, Dictionary<IntakeKey, IntakeRow> intake)
    {
        if (!intake.TryGetValue(document.State.Intake, out var row)) yield return $"{document.Id}: its message is unknown";
        else if (!row.Requests.Contains(document.Id)) yield return $"{document.Id}: its message does not name it";
        else if (row.End is null) yield return $"{document.Id}: its message has not ended";
        if (!Equal(RequestDecider.Fold(document.Journal.Select(entry => entry.Event)), document.State))
            yield return $"{document.Id}: folding its journal does not give its state";
    }

    /// <summary>Records compare their arrays by reference; what matters is that they tell the same.</summary>
    private static bool Equal(Request? folded, Request state) => folded is not null
        && folded.Findings.SequenceEqual(state.Findings) && folded.Pauses.SequenceEqual(state.Pauses) && folded.FollowUps.SequenceEqual(state.FollowUps)
        && folded.TextKeys.SequenceEqual(state.TextKeys) && folded.Settled.SequenceEqual(state.Settled)
        && folded with
        {
            Findings = state.Findings,
            Pauses = state.Pauses,
            FollowUps = state.FollowUps,
            TextKeys = state.TextKeys,
            Settled = state.Settled,
            // Stored before cards were shown: there was nothing to count for.
            Revision = state.Revision is 0 ? 0 : folded.Revision,
        } == state;
}

/// <summary>What the audit found.</summary>
/// <param name="Counts">How many messages ended how, as the rows say.</param>
/// <param name="Spooled">How many messages the spool holds: counted apart from the rows.</param>
/// <param name="RequestsMade">How many requests there are.</param>
/// <param name="Effects">How many effects stand where.</param>
/// <param name="MistakesFound">How many things do not add up.</param>
/// <param name="Mistakes">The first of them, by key; free of personal data.</param>
public sealed record LedgerReport(
    LedgerCounts Counts, int Spooled, int RequestsMade, ImmutableSortedDictionary<OutboxState, int> Effects, int MistakesFound,
    ImmutableArray<string> Mistakes)
{
    /// <summary>How many messages are no longer in the spool because their time had come.</summary>
    public int RawDestroyed { get; init; }

    /// <summary>Every message that is spooled, or was until its time had come, has a row, the ends add up to it, and nothing contradicts anything.</summary>
    public bool AddsUp => MistakesFound == 0 && Spooled + RawDestroyed
        == Counts.Waiting + Counts.Requests + Counts.FollowUps + Counts.Refused + Counts.Ignored + Counts.Quarantined;
}
