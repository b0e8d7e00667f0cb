using System.Diagnostics;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Protection;

/// <summary>RGPD V: who may do what about the 36 hours, and what each event makes of them.</summary>
internal static class BreachRules
{
    /// <summary>The proposal, where the contract has just been examined and nobody was asked before; null otherwise.</summary>
    public static RequestEvent.Breach? Proposed(Request after, RequestEvent.Decided decided) =>
        after.Breach is null && decided.Findings.Any(finding => finding.Code == BreachClock.Code)
            ? new RequestEvent.Breach(new BreachEvent.Proposed(after.ReceivedAt), decided.At)
            : null;

    public static Decision Decide(Request state, TechnicianAct act, DateTimeOffset at, Actor by) => act switch
    {
        TechnicianAct.StartBreach start => Started(state.Breach, start.AwareAt ?? state.Breach?.AwareAt ?? state.ReceivedAt, at, by),
        TechnicianAct.DismissBreach dismiss when state.Breach is { IsOpen: true } => Happens(new BreachEvent.Dismissed(dismiss.TextKey, by), at),
        // A notice is written and sent by whoever has decided that there is one to give.
        TechnicianAct.DraftNotice draft when state.Breach is { Stage: BreachStage.Running } => Happens(new BreachEvent.Drafted(draft.TextKey, by), at),
        TechnicianAct.SendNotice send when state.Breach is { Stage: BreachStage.Running, NoticeHeld: false } =>
            Happens(new BreachEvent.NoticeSent(send.TextKey, send.To, by) { Held = send.Held }, at),
        TechnicianAct.NoteNotice note when state.Breach is { IsOpen: true } => note.NotifiedAt > at
            ? Decision.Refused(Refusal.InTheFuture)
            : Happens(new BreachEvent.NoticeNoted(note.NotifiedAt.ToUniversalTime(), note.TextKey, by), at),
        _ => Decision.Refused(Refusal.NotAllowedNow),
    };

    /// <summary>What a technician decides about a notice that waits to leave.</summary>
    public static Decision Decide(Request state, RequestCommand.HeldNotice held) => state.Breach is { NoticeHeld: true }
        ? Happens(held.Leaves ? new BreachEvent.NoticeReleased(held.By) : new BreachEvent.NoticeDropped(held.By), held.At)
        : Decision.Refused(Refusal.NotAllowedNow);

    /// <summary>What was told of the time before is not told again: who acts has seen it.</summary>
    public static BreachTimer? Evolve(BreachTimer? timer, BreachEvent happened, DateTimeOffset at) => happened switch
    {
        BreachEvent.Proposed e => new BreachTimer(BreachStage.Proposed, e.AwareAt) { Alerts = BreachMarks.Passed(e.AwareAt, at) },
        BreachEvent.Started e => (timer ?? new BreachTimer(BreachStage.Running, e.AwareAt)) with
        {
            Stage = BreachStage.Running,
            AwareAt = e.AwareAt,
            HeldBy = e.By.Id,
            Alerts = BreachMarks.Passed(e.AwareAt, at),
            NotifiedAt = null,
        },
        _ when timer is null => throw new UnreachableException("A timer begins with a proposal or a start."),
        BreachEvent.Dismissed => timer with { Stage = BreachStage.Dismissed },
        BreachEvent.Drafted e => timer with { NoticeKey = e.TextKey },
        BreachEvent.NoticeSent { Held: true } e => timer with { NoticeKey = e.TextKey, NoticeHeld = true },
        BreachEvent.NoticeReleased => timer with { Stage = BreachStage.Notified, NoticeHeld = false, NotifiedAt = timer.NotifiedAt ?? at },
        BreachEvent.NoticeDropped => timer with { NoticeHeld = false },
        BreachEvent.NoticeSent e => timer with { Stage = BreachStage.Notified, NoticeKey = e.TextKey, NotifiedAt = at },
        BreachEvent.NoticeNoted e => timer with { Stage = BreachStage.Notified, NotifiedAt = e.NotifiedAt },
        BreachEvent.Alerted e => timer with { Alerts = e.Number },
        _ => throw new UnreachableException(),
    };

    /// <summary>Where the words of an event lie; null for one without words.</summary>
    public static string? TextKeyOf(BreachEvent happened) => happened switch
    {
        BreachEvent.Dismissed e => e.TextKey,
        BreachEvent.Drafted e => e.TextKey,
        BreachEvent.NoticeSent e => e.TextKey,
        BreachEvent.NoticeNoted e => e.TextKey,
        _ => null,
    };

    /// <summary>The next time that somebody has to be told of; null when nobody has. After a stop of the product only the last one is said.</summary>
    public static Errand? Next(Request state) => state.Breach is { IsOpen: true } timer && timer.Alerts < BreachMarks.Hours.Length
        ? new Errand(
            timer.AwareAt.AddHours(BreachMarks.Hours[timer.Alerts]),
            now => new RequestEvent.Breach(new BreachEvent.Alerted(BreachMarks.Passed(timer.AwareAt, now)), now))
        : null;

    private static Decision Started(BreachTimer? timer, DateTimeOffset awareAt, DateTimeOffset at, Actor by)
    {
        if (awareAt > at) return Decision.Refused(Refusal.InTheFuture);
        var started = new BreachEvent.Started(awareAt.ToUniversalTime(), by);
        return timer is { Stage: BreachStage.Running } && timer.AwareAt == awareAt && string.Equals(timer.HeldBy, by.Id, StringComparison.Ordinal)
            ? Decision.Refused(Refusal.AlreadyTheirs)
            : Happens(started, at);
    }

    private static Decision Happens(BreachEvent happened, DateTimeOffset at) => new([new RequestEvent.Breach(happened, at)], []);
}
