using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Requests;

/// <summary>
/// What a later message of the customer's changes. By default nothing: it is put on record and a person reads it. Only a plain word of a
/// proven sender in the right quality does more, an answer that was owed, or the valid channel for a draft.
/// </summary>
internal static class FollowUpRules
{
    public static Decision Decide(Request state, RequestCommand.FollowUp message)
    {
        if (!string.Equals(state.CustomerId, message.CustomerId, StringComparison.Ordinal)) return Decision.Refused(Refusal.OtherCustomer);
        if (state.Intake == message.Intake || state.FollowUps.Contains(message.Intake)) return Decision.Refused(Refusal.AlreadyFollowedUp);
        ImmutableArray<RequestEvent> followed = [new RequestEvent.FollowedUp(message.Intake, message.ReceivedAt)];
        return Answered(state, message, followed) ?? new Decision(followed, []);
    }

    private static Decision? Answered(Request state, RequestCommand.FollowUp message, ImmutableArray<RequestEvent> followed)
    {
        var again = message.Again is { } given && given.IsOf(state) ? given : null;
        if (message.Amends) return message.Again is { } anew && MayAmend(state, message, anew) ? Amended(state, message, followed, anew) : null;
        return (state.State, message.Says) switch
        {
            (RequestState.InProgress, PlainWord.Withdraw) => null,
            (var any, PlainWord.Withdraw) when !any.IsEnded() && Owns(message) => Moved(RequestState.Withdrawn, Because.Withdrawn),
            (RequestState.Draft, null or PlainWord.Yes) when again is not null && Speaks(message) && !message.Objects =>
                Confirmed(state, message, followed, again),
            (RequestState.Draft, PlainWord.No) when Owns(message) => Moved(RequestState.Withdrawn, Because.Withdrawn),
            (RequestState.WaitingForTechnician, PlainWord.Yes) when again is not null && SignedIn(state, message) =>
                Proven(state, message, followed, again),
            (RequestState.WaitingForApproval, PlainWord.Yes) when again is not null && MayApprove(state, message) =>
                Examined.Again(state, [.. followed, Approved(granted: true)], again, message.ReceivedAt),
            (RequestState.WaitingForApproval, PlainWord.No) when MayApprove(state, message) =>
                new Decision([.. followed, Approved(granted: false), Move(RequestState.Declined, Because.ApprovalRefused) with { TextKey = message.TextKey }], []),
            (RequestState.WaitingForDetails, not PlainWord.Withdraw) when again is not null && Speaks(message) =>
                Detailed(state, message, followed, again),
            (RequestState.Done, PlainWord.Settled) when Feels(message) => Moved(RequestState.Closed, Because.Settled),
            (RequestState.Done, PlainWord.StillBroken) when again is not null && Feels(message) && InTime(state, message) =>
                Examined.Anew(state, [.. followed, Move(Reopening.Of(state), Because.StillBroken)], again, message.ReceivedAt),
            _ => null,
        };

        RequestEvent.Moved Move(RequestState to, string because) => new(to, because, message.ReceivedAt, message.By);

        Decision Moved(RequestState to, string because) => new([.. followed, Move(to, because)], []);

        RequestEvent.Approved Approved(bool granted) => new(granted, message.By.Id, message.By, message.Intake);
    }

    /// <summary>Art. 3, 9: on the valid channel the draft becomes a written request, and the hours count from this message.</summary>
    private static Decision Confirmed(Request state, RequestCommand.FollowUp message, ImmutableArray<RequestEvent> followed, Case again)
    {
        // An administrator who makes somebody's draft a written request has said yes to it.
        var before = MayApprove(state, message)
            ? followed.Add(new RequestEvent.Approved(Granted: true, message.By.Id, message.By, message.Intake))
            : followed;
        var decision = Examined.Confirmed(state, before, again);
        return Examined.After(state, decision.Events).Verdict is Verdict.Draft ? decision with { Events = followed } : decision;
    }

    /// <summary>Within minutes, who asked may put it otherwise while nobody has looked at it: later, a person reads what changed.</summary>
    private static bool MayAmend(Request state, RequestCommand.FollowUp message, Case anew) =>
        message is { Proven: true, By.Kind: ActorKind.Requester } && state is { TakenBy: null, Begun: false, ApprovedBy: null } && !state.State.IsEnded()
        && message.ReceivedAt <= state.ReceivedAt + message.Times.AmendWithin
        && string.Equals(anew.Customer?.Id, state.CustomerId, StringComparison.Ordinal) && anew is { Request.Abstained: false, Operation.IsRequest: true };

    /// <summary>The hours of something else count from the message that asks for it (Art. 11, 14, 22).</summary>
    private static Decision Amended(Request state, RequestCommand.FollowUp message, ImmutableArray<RequestEvent> followed, Case anew)
    {
        ImmutableArray<RequestEvent> corrected =
            [.. followed, new RequestEvent.Corrected(anew.Operation.Id, anew.Request.Date, message.By, anew.Request.Hour)];
        return string.Equals(anew.Operation.Id, state.OperationId, StringComparison.Ordinal)
            ? Examined.Again(state, corrected, anew, message.ReceivedAt)
            : Examined.Anew(state, corrected, anew, message.ReceivedAt);
    }

    /// <summary>RGPD II c: a second proof that was waited for, from where they are signed in. What takes a call back still does.</summary>
    private static Decision? Proven(Request state, RequestCommand.FollowUp message, ImmutableArray<RequestEvent> followed, Case again)
    {
        var decision = Examined.Again(state, [.. followed, new RequestEvent.IdentityProven(message.By)], again, message.ReceivedAt);
        return Examined.After(state, decision.Events).Verdict is Verdict.ProveIdentity ? null : decision;
    }

    private static bool SignedIn(Request state, RequestCommand.FollowUp message) => state.Verdict is Verdict.ProveIdentity
        && message is { Proven: true, By.Kind: ActorKind.Requester, Channel: { } channel } && channel.IsApplication();

    private static Decision Detailed(Request state, RequestCommand.FollowUp message, ImmutableArray<RequestEvent> followed, Case again)
    {
        // The details are as good as the message that brings them: an unproven one proves nothing for a sensitive operation.
        var decision = Examined.Again(state, followed, again, message.ReceivedAt, proven: message.Proven);
        var after = Examined.After(state, decision.Events);
        if (state.AskedIn is { } back && after.Verdict == state.Verdict)
            return Reopening.Answered(state, back, followed, again, message.ReceivedAt, message.By, message.Proven);
        return after.State == state.State && after.Findings.SequenceEqual(state.Findings) ? decision with { Events = followed } : decision;
    }

    /// <summary>Who asked, or an administrator of theirs: their message is an answer.</summary>
    private static bool Speaks(RequestCommand.FollowUp message) => message.By.Kind is ActorKind.Requester or ActorKind.Administrator;

    /// <summary>The same with a proven sender: their plain word decides.</summary>
    private static bool Owns(RequestCommand.FollowUp message) => message.Proven && Speaks(message);

    /// <summary>Whether it works, the person concerned knows as well as who asked for them.</summary>
    private static bool Feels(RequestCommand.FollowUp message) => Owns(message) || message is { Proven: true, By.Kind: ActorKind.Concerned };

    /// <summary>Two people: who asked has no second voice.</summary>
    private static bool MayApprove(Request state, RequestCommand.FollowUp message) =>
        message is { Proven: true, By: { Kind: ActorKind.Administrator, Id.Length: > 0 } }
        && !string.Equals(message.By.Id, state.PersonId, StringComparison.Ordinal);

    private static bool InTime(Request state, RequestCommand.FollowUp message) =>
        state.DoneAt is { } done && message.ReceivedAt <= done + message.Times.ReopenWithin;
}
