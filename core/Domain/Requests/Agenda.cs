using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What the clock alone will make of a request, if nobody does anything before.</summary>
public static class Agenda
{
    /// <summary>The next instant at which <see cref="RequestCommand.Tick"/> does something, UTC; may lie in the past. Null: never.</summary>
    /// <param name="state">The request.</param>
    /// <param name="weekend">The customer's Weekend option; null without it.</param>
    /// <param name="times">The waiting times in force.</param>
    public static DateTimeOffset? NextAt(Request state, WeekendOption? weekend, LifeTimes times) => Next(state, weekend, times)?.At;

    /// <summary>When a request will be closed if whoever owes an answer gives none, UTC; null when nobody owes one, and where it is never closed for that.</summary>
    public static DateTimeOffset? ClosesAt(Request state, WeekendOption? weekend, LifeTimes times) => OwesAnswer(state) && !RightsRules.HasItsMonth(state)
        ? new ServiceHours(weekend, times.ServiceHours).AddDays(state.Since, times.CloseAfterDays)
        : null;

    /// <summary>The first errand; of two at one instant, the alert before the reminder before the end.</summary>
    internal static Errand? Next(Request state, WeekendOption? weekend, LifeTimes times)
    {
        var hours = new ServiceHours(weekend, times.ServiceHours);
        Errand?[] all =
        [
            DueSoon(state, hours, times), Draft(state, hours, times), Untaken(state, hours, times), Waiting(state, hours, times), Rest(state, times),
            BreachRules.Next(state), RightsRules.Next(state),
        ];
        return all.OfType<Errand>().MinBy(errand => errand.At);
    }

    private static Errand? DueSoon(Request state, ServiceHours hours, LifeTimes times)
    {
        var told = state.Escalations.Due;
        if (told >= times.AlertBeforeHours.Length || state.Due is not { } due) return null;
        return !IsWatched(state) ? null : new Errand(
            hours.Subtract(due.Earliest, TimeSpan.FromHours(times.AlertBeforeHours[told])), _ => new RequestEvent.Escalated(Escalation.Due, told + 1));
    }

    private static bool IsWatched(Request state) => RightsRules.HasItsMonth(state) ? !state.State.IsEnded() : !state.IsPaused
        && state.State is RequestState.Draft or RequestState.WaitingForTechnician or RequestState.OnHold or RequestState.Accepted or RequestState.InProgress;

    private static Errand? Draft(Request state, ServiceHours hours, LifeTimes times) =>
        state is not { State: RequestState.Draft, Escalations.UnconfirmedDraft: 0 } ? null : new Errand(
            hours.Add(state.Since, TimeSpan.FromHours(times.UnconfirmedDraftHours)),
            _ => new RequestEvent.Escalated(Escalation.UnconfirmedDraft, 1));

    private static Errand? Untaken(Request state, ServiceHours hours, LifeTimes times)
    {
        if (state.TakenBy is not null || state.Escalations.Untaken > 0) return null;
        var since = state.State is RequestState.WaitingForTechnician or RequestState.ToBeQuoted ? state.Since : OwesAnswer(state) ? state.UnreadSince : null;
        return since is not { } from ? null : new Errand(
            hours.Add(from, TimeSpan.FromHours(times.UntakenHours)), _ => new RequestEvent.Escalated(Escalation.Untaken, 1));
    }

    /// <summary>Reminders and the end. A message that nobody has acted upon may be the answer: until then nobody is reminded of it.</summary>
    private static Errand? Waiting(Request state, ServiceHours hours, LifeTimes times)
    {
        if (!OwesAnswer(state) || state.UnreadSince is not null) return null;
        var (sent, days) = (state.Reminders, times.RemindAfterDays);
        if (sent < days.Length)
            return new Errand(After(days[sent]), now => new RequestEvent.Reminded(sent + 1, now));
        if (RightsRules.HasItsMonth(state))
        {
            return state.Escalations.Unanswered > 0 ? null
                : new Errand(After(times.CloseAfterDays), _ => new RequestEvent.Escalated(Escalation.Unanswered, 1));
        }

        return new Errand(
            After(times.CloseAfterDays), now => new RequestEvent.Moved(RequestState.Closed, Because.NoAnswer, now, Actor.Product));

        // A reminder that went out late leaves its whole time to answer.
        DateTimeOffset After(int day)
        {
            var planned = hours.AddDays(state.Since, day);
            if (state.RemindedAt is not { } last || days.IsEmpty) return planned;
            var fair = hours.AddDays(last, day - days[Math.Min(sent, days.Length) - 1]);
            return fair > planned ? fair : planned;
        }
    }

    private static Errand? Rest(Request state, LifeTimes times) =>
        state is not { State: RequestState.Done, DoneAt: { } done } ? null : new Errand(
            done + times.ReopenWithin + TimeSpan.FromTicks(1),
            now => new RequestEvent.Moved(RequestState.Closed, Because.Rested, now, Actor.Product));

    private static bool OwesAnswer(Request state) =>
        state.State is RequestState.Draft or RequestState.WaitingForDetails or RequestState.WaitingForApproval;
}

/// <summary>One thing that the clock makes happen.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Happens">The event, given the instant at which it is done.</param>
internal sealed record Errand(DateTimeOffset At, Func<DateTimeOffset, RequestEvent> Happens);
