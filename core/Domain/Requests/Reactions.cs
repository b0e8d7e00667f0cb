using System.Collections.Frozen;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Requests;

/// <summary>Whom to tell what when a request moves on. The first answer, and the alerts that go with it, are not among this.</summary>
public static class Reactions
{
    /// <summary>The reason of the alert when a message changed nothing: somebody has to read it.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>The reason of the alert before the due instant.</summary>
    public const string DueSoon = "due-soon";

    /// <summary>The reason of the alert about a draft that nobody confirms.</summary>
    public const string DraftUnconfirmed = "draft-unconfirmed";

    /// <summary>The reason of the alert about what waits for a technician whom it has not found.</summary>
    public const string Untaken = "untaken";

    /// <summary>The reason of the alert about an answer that does not come, where the request is not closed for that.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>The reason of the alert that a breach is possible: somebody decides whether its 36 hours are started.</summary>
    public const string BreachProposed = "breach-proposed";

    /// <summary>The reason of the alert that a technician has started the 36 hours.</summary>
    public const string BreachStarted = "breach-started";

    /// <summary>The reason of the alert that a technician has dismissed a breach.</summary>
    public const string BreachDismissed = "breach-dismissed";

    /// <summary>The reason of the alert that the customer was notified of a breach.</summary>
    public const string BreachNotified = "breach-notified";

    /// <summary>A notice is written and waits for a release: nobody is notified yet.</summary>
    public const string BreachNoticeHeld = "breach-notice-held";

    /// <summary>The reason of the alert when half of the 36 hours has passed.</summary>
    public const string BreachHalf = "breach-half";

    /// <summary>The reason of the alert when four of the 36 hours are left.</summary>
    public const string BreachSoon = "breach-soon";

    /// <summary>The reason of the alert when the 36 hours have passed without a notice.</summary>
    public const string BreachEnd = "breach-end";

    /// <summary>The reason of the alert half a day later.</summary>
    public const string BreachOverdue = "breach-overdue";

    /// <summary>The reason of the alert that somebody exercises a right on their data.</summary>
    public const string RightAsked = "right-asked";

    /// <summary>The reason of the alert before the end of the month of Art. 25.</summary>
    public const string RightDue = "right-due";

    /// <summary>The reason of the alert when the customer took a request back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The reason of the alert when the customer says that it does not work.</summary>
    public const string Reopened = "reopened";

    /// <summary>The reason of the alert when a plan stands still until a person has looked.</summary>
    public const string PlanHalted = "plan-halted";

    /// <summary>The reason of the alert when the customer's yes has come: the work can begin.</summary>
    public const string ApprovalGiven = "approval-given";

    /// <summary>
    /// The operations of which a colleague learns that somebody asked them for them. Not: leaving, losing a licence or a phone, a mailbox opened
    /// or redirected, data restored for others, and a lost phone, whose finder would read it.
    /// </summary>
    public static FrozenSet<string> ToldToColleagues { get; } = new[]
    {
        MailboxOperations.Absence, LicenceOperations.Assign, LicenceOperations.Password, LicenceOperations.Install, LicenceOperations.Training,
        RestoreOperations.File, PhoneOperations.Prepare, PhoneOperations.Fault, PhoneOperations.Settings, PhoneOperations.Help,
        IncidentOperations.Hardware, IncidentOperations.Software, IncidentOperations.Network, IncidentOperations.Print, IncidentOperations.Help,
        OtherOperations.Intervention,
    }.Select(operation => operation.Id).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What to do outside after one decision, each thing once.</summary>
    /// <param name="id">The request.</param>
    /// <param name="before">As it stood; null when it has just come.</param>
    /// <param name="events">What happened.</param>
    /// <param name="after">As it stands.</param>
    public static ImmutableArray<Effect> To(RequestId id, Request? before, ImmutableArray<RequestEvent> events, Request after)
    {
        var told = ImmutableArray.CreateBuilder<Effect>();
        ImmutableArray<RequestId> one = [id];
        if (before is not null)
        {
            if (Headline(before, events, after) is { } kind) Tell(kind, Reader.Requester);
            foreach (var happened in events) told.AddRange(Of(one, happened, after));
        }

        // What was asked of them before has become something else: an answer to that is none to this.
        if (after.State is RequestState.WaitingForApproval
            && (before?.State is not RequestState.WaitingForApproval || events.Any(happened => happened is RequestEvent.Corrected)))
            Tell(NoticeKind.ApprovalNeeded, Reader.Approvers);
        if (ForColleague(after))
        {
            if (BecameAccepted(before, after)) Tell(NoticeKind.ForYou, Reader.Concerned);
            if (after.State is RequestState.Done && before?.State is not RequestState.Done) Tell(NoticeKind.Done, Reader.Concerned);
        }

        told.AddRange(ProtectionReactions.To(id, before, events, after));
        return [.. told.Distinct()];

        void Tell(NoticeKind kind, Reader reader) => told.Add(new Effect.Notify(after.Intake, id, kind, reader));
    }

    private static IEnumerable<Effect> Of(ImmutableArray<RequestId> one, RequestEvent happened, Request after) => happened switch
    {
        RequestEvent.DueMoved => [new Effect.Notify(after.Intake, one[0], NoticeKind.DueMoved, Reader.Requester)],
        RequestEvent.VisitPlanned => [new Effect.Notify(after.Intake, one[0], NoticeKind.VisitPlanned, Reader.Requester)],
        RequestEvent.Wrote { ToCustomer: true } => [new Effect.Notify(after.Intake, one[0], NoticeKind.Reply, Reader.Requester)],
        RequestEvent.Reminded when !after.State.IsEnded() => [new Effect.Notify(
            after.Intake, one[0], NoticeKind.Reminder, after.State is RequestState.WaitingForApproval ? Reader.Approvers : Reader.Requester)],
        RequestEvent.Escalated e => [new Effect.AlertTechnicians(after.Intake, one, e.Of switch
        {
            Escalation.Due => DueSoon,
            Escalation.UnconfirmedDraft => DraftUnconfirmed,
            Escalation.Untaken => Untaken,
            Escalation.Unanswered => Unanswered,
        })],
        // What a technician did, technicians know.
        RequestEvent.Moved { Because: Because.Withdrawn, By.Kind: not ActorKind.Technician } => [new Effect.AlertTechnicians(after.Intake, one, Withdrawn)],
        RequestEvent.Moved { Because: Because.StillBroken, By.Kind: not ActorKind.Technician } => [new Effect.AlertTechnicians(after.Intake, one, Reopened)],
        RequestEvent.Approved { Granted: true, By.Kind: not ActorKind.Technician } when after.State is RequestState.Accepted or RequestState.InProgress =>
            [new Effect.AlertTechnicians(after.Intake, one, ApprovalGiven)],
        RequestEvent.Execution { What: ExecutionEvent.Halted } => [new Effect.AlertTechnicians(after.Intake, one, PlanHalted)],
        // Whoever acts last has acted upon the message; else somebody has to read it.
        RequestEvent.FollowedUp e when after.UnreadSince is not null => [new Effect.AlertTechnicians(e.Intake, one, FollowUp)],
        _ => [],
    };

    /// <summary>The one thing that who asked is told about where it stands now; null when nothing moved, or when the answer to their message says it.</summary>
    private static NoticeKind? Headline(Request before, ImmutableArray<RequestEvent> events, Request after)
    {
        if (events.OfType<RequestEvent.Moved>().LastOrDefault() is { } moved && moved.To == after.State && Moved(moved) is { } said) return said;
        if (events.Any(happened => happened is RequestEvent.Corrected)) return NoticeKind.Corrected;
        if (events.Any(happened => happened is RequestEvent.DetailsAsked)) return NoticeKind.DetailsNeeded;
        // The answer to the confirmation says what became of a draft; where somebody else's yes was the confirmation, who asked has to be told.
        if (before.State is RequestState.Draft && !events.Any(happened => happened is RequestEvent.Approved)) return null;
        if (!events.Any(happened => happened is RequestEvent.Decided or RequestEvent.ClockResumed)) return null;
        return after.State switch
        {
            RequestState.Accepted or RequestState.InProgress => Runs(events),
            RequestState.WaitingForDetails => NoticeKind.DetailsNeeded,
            // A hold for a supplier is a move; what a decision puts there is a suspension.
            RequestState.OnHold => NoticeKind.Suspended,
            RequestState.ToBeQuoted => NoticeKind.ToBeQuoted,
            RequestState.Declined => NoticeKind.Declined,
            _ => null,
        };
    }

    /// <summary>After a suspension, too: its end is a new promise, and that of a supplier's delay keeps the old one.</summary>
    private static NoticeKind Runs(ImmutableArray<RequestEvent> events) =>
        events.Any(happened => happened is RequestEvent.Approved { Granted: true }) ? NoticeKind.Approved : NoticeKind.ClockResumed;

    private static NoticeKind? Moved(RequestEvent.Moved moved) => moved.Because switch
    {
        Because.Started => NoticeKind.InProgress,
        Because.Done => NoticeKind.Done,
        Because.Declined => NoticeKind.Declined,
        Because.ApprovalRefused => NoticeKind.ApprovalRefused,
        Because.Withdrawn => NoticeKind.Withdrawn,
        Because.StillBroken or Because.Reopened => NoticeKind.Reopened,
        Because.NoAnswer => NoticeKind.ClosedUnanswered,
        Because.QuoteNeeded => NoticeKind.ToBeQuoted,
        Because.Supplier => NoticeKind.OnHold,
        Because.SupplierCame => NoticeKind.HoldEnded,
        _ => null,
    };

    private static bool ForColleague(Request state) => state.ForAnother && ToldToColleagues.Contains(state.OperationId);

    private static bool BecameAccepted(Request? before, Request after) =>
        after is { Verdict: Verdict.Accepted, Abstained: false } && before is not { Verdict: Verdict.Accepted, Abstained: false }
        && !after.State.IsEnded();
}
