using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>A request under the contract, for the first time and again: what was settled since counts, and so do the pauses of its clock.</summary>
internal static class Examined
{
    public static Decision First(RequestCommand.Receive command)
    {
        var examined = command.Case;
        if (examined.Customer is not { } customer) return Decision.Refused(Refusal.UnknownSender);
        var request = examined.Request;
        var received = new RequestEvent.Received(
            command.Reference, command.Conversation, command.Intake, customer.Id, examined.Sender.Person?.Id, examined.Channel,
            examined.ReceivedAt, request.Operation.Id, request.Confidence, request.Abstained, request.Date, request.Urgent,
            ForAnother: request.Person is not null && !examined.AboutSelf, request.Hour);
        return Decided(RequestEvolution.Evolve(null, received), [received], examined, examined.ReceivedAt);
    }

    /// <summary>The message that makes a draft a written request: its sender, channel and instant are what counts (Art. 3, 9).</summary>
    public static Decision Confirmed(Request state, ImmutableArray<RequestEvent> before, Case again) =>
        Decided(After(state, before), before, Settle(After(state, before), again, proven: again.Sender.Proven), again.ReceivedAt);

    /// <summary>The contract once more, the hours still counted from where they were.</summary>
    /// <param name="state">The request before.</param>
    /// <param name="before">What has just happened to it.</param>
    /// <param name="again">It as who asked stands in the customer file now.</param>
    /// <param name="at">Now.</param>
    /// <param name="settled">What somebody's word has just settled.</param>
    /// <param name="proven">What is examined comes from a proven sender; null: as the request itself.</param>
    public static Decision Again(
        Request state, ImmutableArray<RequestEvent> before, Case again, DateTimeOffset at, ImmutableArray<Verdict> settled = default,
        bool? proven = null)
    {
        var now = After(state, before);
        return Decided(now, before, Settle(now, again, proven ?? now.Proven, settled.IsDefault ? [] : settled) with
        {
            ReceivedAt = at,
            CountsFrom = now.CountsFrom,
            Pauses = now.PausesUntil(at),
        }, at);
    }

    /// <summary>The contract once more, for a new promise of the same kind: its hours count from now.</summary>
    public static Decision Anew(Request state, ImmutableArray<RequestEvent> before, Case again, DateTimeOffset at, params ImmutableArray<Verdict> settled)
    {
        var now = After(state, before);
        return Decided(now, before, Settle(now, again, now.Proven, settled) with { ReceivedAt = at }, at);
    }

    /// <summary>Whether a case speaks of this very request.</summary>
    public static bool IsOf(this Case again, Request state) =>
        string.Equals(again.Customer?.Id, state.CustomerId, StringComparison.Ordinal)
        && string.Equals(again.Operation.Id, state.OperationId, StringComparison.Ordinal);

    private static Case Settle(Request now, Case again, bool proven, params ImmutableArray<Verdict> settled)
    {
        // A call back proves who was called, and not whoever brings new details.
        var held = proven ? now.Settled : now.Settled.Remove(Verdict.ProveIdentity);
        return again with
        {
            Request = again.Request with { Abstained = now.Abstained },
            Sender = again.Sender with { Proven = proven },
            Settled = [.. held.Union(settled)],
        };
    }

    private static Decision Decided(Request now, ImmutableArray<RequestEvent> before, Case examined, DateTimeOffset at)
    {
        var judged = Judgement.Of(examined);
        var countsFrom = examined.CountsFrom ?? examined.ReceivedAt;
        var due = KeepsMoved(now, countsFrom, examined.Request.Date, examined.Request.Hour) ? Kept(now, judged.Due, examined) : judged.Due;
        var decided = new RequestEvent.Decided(
            judged.Verdict, [.. judged.Findings.Select(finding => new FoundUnder(finding.Code, finding.Article.Number))], judged.Promise, due,
            countsFrom, examined.Customer!.Version, at, examined.Request.Date, examined.Sender.Proven)
        {
            Settled = SettledBy(judged, examined),
            Hour = examined.Request.Hour,
        };
        return new Decision([.. before, decided, .. Clock(now, judged, due, at)], judged.Findings);
    }

    /// <summary>What this decision settles for all later ones, with what was settled before.</summary>
    private static ImmutableArray<Verdict> SettledBy(Judgement judged, Case examined)
    {
        var settled = examined.Settled.ToBuilder();
        var asked = judged.Findings.Select(finding => finding.LeadsTo).ToHashSet();
        // The channel is judged for what is asked, and not for what a reader guesses.
        if (!examined.Request.Abstained && !asked.Contains(Verdict.Draft)) settled.Add(Verdict.Draft);
        // Who decides for the others when a valid request is taken in need not do so for ever: an absence ends, a role passes on. Whoever may
        // ask for themself alone is looked at again, for the details may name somebody else.
        if (settled.Contains(Verdict.Draft) && !asked.Contains(Verdict.AwaitApproval) && examined.Sender.IsAdministrator) settled.Add(Verdict.AwaitApproval);
        return [.. settled.Distinct()];
    }

    private static ImmutableArray<RequestEvent> Clock(Request now, Judgement judged, Due? due, DateTimeOffset at)
    {
        // Art. 10, 13; Reading: while the customer owes an answer to the decision, the clock stands still since receipt. What the reader
        // could not sort asks nothing of the customer: a technician owes the next step.
        if (judged.Paused && !now.Abstained) return now.IsPaused ? [] : [new RequestEvent.ClockPaused(at, judged.Verdict)];
        return now.IsPaused && judged.Verdict >= Verdict.Draft ? [new RequestEvent.ClockResumed(at, due)] : [];
    }

    /// <summary>A date that was moved belongs to the promise and to the effective date that it moved.</summary>
    public static bool KeepsMoved(Request now, DateTimeOffset countsFrom, DateOnly? effectiveOn, TimeOnly? hour) =>
        now.MovedTo is not null && countsFrom == now.CountsFrom && (effectiveOn, hour) == (now.EffectiveOn, now.Hour);

    /// <summary>What was told with a reason stays: a later date until the pauses have overtaken it, an earlier one moved on by the pause that ends.</summary>
    private static Due? Kept(Request now, Due? computed, Case examined)
    {
        if (computed is null || now.MovedTo is not { } moved || moved >= computed.At) return Moved(computed, now.MovedTo);
        var before = now.IsPaused ? Promised(examined, now.Pauses.RemoveAt(now.Pauses.Length - 1)) ?? computed : computed;
        return moved >= before.At && now.IsPaused ? computed : Moved(computed, moved + (computed.At - before.At));
    }

    private static Due? Moved(Due? computed, DateTimeOffset? to) => to is { } at && computed is not null ? computed with { At = at } : computed;

    private static Due? Promised(Case examined, ImmutableArray<Pause> pauses) => PromisedTime.For(
        examined.Operation, examined.Customer!.Subscription, examined.Request.Urgent, examined.StartedAt, examined.Request.Date,
        examined.Readings, pauses, examined.Request.Hour);

    public static Request After(Request state, ImmutableArray<RequestEvent> events) => events.Aggregate(state, RequestEvolution.Evolve);

    /// <summary>The due instants of a paused clock that runs again now, with nothing else changed.</summary>
    public static RequestEvent.ClockResumed Resumed(Request state, Case again, DateTimeOffset at)
    {
        var asked = again with
        {
            CountsFrom = state.CountsFrom,
            Request = again.Request with { Urgent = state.Urgent, Date = state.EffectiveOn, Hour = state.Hour },
        };
        return new RequestEvent.ClockResumed(at, Kept(state, Promised(asked, state.PausesUntil(at)), asked));
    }
}
