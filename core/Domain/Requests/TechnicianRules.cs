using System.Collections.Immutable;
using System.Diagnostics;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What a technician's act makes happen.</summary>
internal static class TechnicianRules
{
    public static Decision Decide(Request state, RequestCommand.Act command)
    {
        var (at, by, act) = command;
        if (by is not { Kind: ActorKind.Technician, Id.Length: > 0 }) return Decision.Refused(Refusal.NotTheirs);
        if (!state.State.Allows(act)) return Decision.Refused(Refusal.NotAllowedNow);
        if (AgainOf(act) is { } again && !again.IsOf(state)
            && !(act is TechnicianAct.Correct && string.Equals(again.Customer?.Id, state.CustomerId, StringComparison.Ordinal)))
            return Decision.Refused(Refusal.AnotherRequest);
        return act switch
        {
            TechnicianAct.Take => By(state, by) ? Decision.Refused(Refusal.AlreadyTheirs) : Happens(new RequestEvent.Taken(by)),
            TechnicianAct.Start => Happens([.. TakenBy(state, by), Moved(RequestState.InProgress, Because.Started)]),
            TechnicianAct.Ask ask => Happens([new RequestEvent.DetailsAsked(ask.TextKey, at, by), .. Paused(state, at, command.Readings)]),
            TechnicianAct.DetailsCame came => DetailsCame(state, came.Again, at, by),
            TechnicianAct.ProveIdentity proof => CallBackNumbers.Counts(proof.Called.Since, at)
                ? Examined.Again(state, [new RequestEvent.IdentityProven(by) { Called = proof.Called }], proof.Again, at)
                : Decision.Refused(Refusal.NotAllowedNow),
            TechnicianAct.NoteApproval noted => Approved(state, noted, at, by),
            TechnicianAct.Correct correct => Examined.Again(
                state, [new RequestEvent.Corrected(correct.Again.Operation.Id, correct.Again.Request.Date, by, correct.Again.Request.Hour)], correct.Again, at),
            TechnicianAct.Quote => Happens(Moved(RequestState.ToBeQuoted, Because.QuoteNeeded)),
            TechnicianAct.QuoteAccepted accepted => Examined.Anew(state, [], accepted.Again, at, Verdict.Quote, Verdict.Draft),
            TechnicianAct.Hold => Happens(Moved(RequestState.OnHold, Because.Supplier)),
            TechnicianAct.Resume resume => Resumed(state, resume.Again, at, by),
            TechnicianAct.PlanVisit visit => visit.VisitAt <= at
                ? Decision.Refused(Refusal.InThePast)
                : Happens(new RequestEvent.VisitPlanned(visit.VisitAt.ToUniversalTime(), by)),
            TechnicianAct.MoveDue move => DueMoved(state, move, at, by),
            // Nobody hears that it is done while its plan runs: the last step that is read back says so.
            TechnicianAct.Complete when state.Run is { State: PlanState.Approved } => Decision.Refused(Refusal.NotAllowedNow),
            TechnicianAct.Complete => at < state.Due?.NotBefore
                ? Decision.Refused(Refusal.BeforeItsDay)
                : Happens(Moved(RequestState.Done, Because.Done)),
            TechnicianAct.Decline decline => Happens(Moved(RequestState.Declined, Because.Declined, decline.TextKey)),
            TechnicianAct.Close => Happens(Moved(RequestState.Closed, Because.ClosedByTechnician)),
            TechnicianAct.Reopen reopen => Examined.Anew(state, [Moved(Reopening.Of(state), Because.Reopened)], reopen.Again, at, Verdict.Draft),
            TechnicianAct.StartBreach or TechnicianAct.DismissBreach or TechnicianAct.DraftNotice or TechnicianAct.SendNotice or TechnicianAct.NoteNotice =>
                BreachRules.Decide(state, act, at, by),
            TechnicianAct.MarkDataRole or TechnicianAct.PassOn => RightsRules.Decide(state, act, at, by),
            TechnicianAct.Reply reply => Happens(new RequestEvent.Wrote(reply.TextKey, ToCustomer: true, by)),
            TechnicianAct.Note note => Happens(new RequestEvent.Wrote(note.TextKey, ToCustomer: false, by)),
            _ => throw new UnreachableException(),
        };

        RequestEvent.Moved Moved(RequestState to, string because, string? textKey = null) => new(to, because, at, by, textKey);
    }

    // A technician who takes the work up has spoken: nobody is asked any more to write it by another channel.
    private static Decision Happens(params ImmutableArray<RequestEvent> events) => new(events, []);

    private static Case? AgainOf(TechnicianAct act) => act switch
    {
        TechnicianAct.DetailsCame { Again: var again } => again,
        TechnicianAct.ProveIdentity { Again: var again } => again,
        TechnicianAct.NoteApproval { Again: var again } => again,
        TechnicianAct.Correct { Again: var again } => again,
        TechnicianAct.QuoteAccepted { Again: var again } => again,
        TechnicianAct.Resume { Again: var again } => again,
        TechnicianAct.Reopen { Again: var again } => again,
        _ => null,
    };

    private static bool By(Request state, Actor by) => string.Equals(state.TakenBy, by.Id, StringComparison.Ordinal);

    private static ImmutableArray<RequestEvent> TakenBy(Request state, Actor by) => By(state, by) ? [] : [new RequestEvent.Taken(by)];

    /// <summary>Art. 13: the clock stands still for "indications précises"; where nothing is promised there is none to stop.</summary>
    private static ImmutableArray<RequestEvent> Paused(Request state, DateTimeOffset at, Readings readings) =>
        state.Due is null || state.IsPaused || !readings.PauseWhileCustomerOwes ? [] : [new RequestEvent.ClockPaused(at, Verdict.AwaitDetails)];

    private static Decision DetailsCame(Request state, Case again, DateTimeOffset at, Actor by) => state.AskedIn is { } back
        ? Reopening.Answered(state, back, [], again, at, by, state.Proven)
        : Examined.Again(state, [], again, at, [Verdict.AwaitDetails]);

    private static Decision Approved(Request state, TechnicianAct.NoteApproval noted, DateTimeOffset at, Actor by)
    {
        // Two people: who asked has no second voice.
        if (noted.PersonId.Length == 0 || string.Equals(noted.PersonId, state.PersonId, StringComparison.Ordinal))
            return Decision.Refused(Refusal.SamePerson);
        var approved = new RequestEvent.Approved(noted.Granted, noted.PersonId, by, Intake: null);
        return noted.Granted
            ? Examined.Again(state, [approved], noted.Again, at)
            : Happens(approved, new RequestEvent.Moved(RequestState.Declined, Because.ApprovalRefused, at, by));
    }

    private static Decision Resumed(Request state, Case again, DateTimeOffset at, Actor by)
    {
        if (state.Verdict is not Verdict.Suspended)
            return Happens(new RequestEvent.Moved(Reopening.Of(state), Because.SupplierCame, at, by));
        // Nothing was promised during the suspension: the hours count from its end.
        var decision = Examined.Anew(state, [], again, at, Verdict.Draft);
        return Examined.After(state, decision.Events).State is RequestState.OnHold ? Decision.Refused(Refusal.NotAllowedNow) : decision;
    }

    private static Decision DueMoved(Request state, TechnicianAct.MoveDue move, DateTimeOffset at, Actor by)
    {
        if (state.Due is not { } due || state.IsPaused) return Decision.Refused(Refusal.NotAllowedNow);
        if (move.To <= at) return Decision.Refused(Refusal.InThePast);
        var to = move.To.ToUniversalTime();
        if (move.Reason is DueReason.CustomerAsked && AllOperations.Get(state.OperationId).EffectiveDate is EffectiveDate.AppliedOn)
            return Happens(GivenAnew(state, due, to, by));
        return to < due.NotBefore ? Decision.Refused(Refusal.BeforeItsDay) : Happens(new RequestEvent.DueMoved(due with { At = to }, move.Reason, by));
    }

    /// <summary>Art. 13: another effective date of the customer's, before which nothing is applied. Midnight ends a day and states no hour.</summary>
    private static RequestEvent.DueMoved GivenAnew(Request state, Due due, DateTimeOffset to, Actor by)
    {
        var day = ParisTime.DateOf(to.AddTicks(-1));
        TimeOnly? hour = state.Hour is not null && to != ParisTime.StartOf(day.AddDays(1)) ? TimeOnly.FromDateTime(ParisTime.Of(to).DateTime) : null;
        return new RequestEvent.DueMoved(due with { At = to, NotBefore = hour is null ? ParisTime.StartOf(day) : to }, DueReason.CustomerAsked, by)
        {
            EffectiveOn = day,
            Hour = hour,
        };
    }
}
