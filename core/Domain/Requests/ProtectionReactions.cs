using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Requests;

/// <summary>
/// Whom to tell about personal data: whoever answers for it at SI-ONE reads everything, technicians what they did not do themselves, and the
/// customer only what a technician has sent.
/// </summary>
internal static class ProtectionReactions
{
    public static IEnumerable<Effect> To(RequestId id, Request? before, ImmutableArray<RequestEvent> events, Request after)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case RequestEvent.Breach e:
                    if (ReasonOf(e.What) is { } reason) yield return new Effect.AlertDataProtection(after.Intake, id, reason);
                    if (e.What is BreachEvent.Alerted || (e.What is BreachEvent.Proposed && !Known(before, events, after)))
                        yield return new Effect.AlertTechnicians(after.Intake, [id], ReasonOf(e.What)!);
                    if (e.What is BreachEvent.NoticeSent) yield return new Effect.Notify(after.Intake, id, NoticeKind.BreachNotice, Reader.OfBreach);
                    break;
                case RequestEvent.Right { What: RightsEvent.Opened }:
                    yield return new Effect.AlertDataProtection(after.Intake, id, Reactions.RightAsked);
                    break;
                case RequestEvent.Right { What: RightsEvent.MonthEnds }:
                    yield return new Effect.AlertDataProtection(after.Intake, id, Reactions.RightDue);
                    yield return new Effect.AlertTechnicians(after.Intake, [id], Reactions.RightDue);
                    break;
                case RequestEvent.Right { What: RightsEvent.PassedOn }:
                    yield return new Effect.Notify(after.Intake, id, NoticeKind.RightPassedOn, Reader.OfRight);
                    break;
            }

            // Whoever asked is told once it has left: what is held may be dropped yet.
            if (happened is RequestEvent.Right { What: RightsEvent.PassedOn { Held: false } or RightsEvent.PassingOnReleased })
                yield return new Effect.Notify(after.Intake, id, NoticeKind.RightSentOn, Reader.Requester);
        }
    }

    /// <summary>A technician sorted it so, or the emergency's own alert says it in the same breath.</summary>
    private static bool Known(Request? before, ImmutableArray<RequestEvent> events, Request after) =>
        events.Any(happened => happened is RequestEvent.Corrected { By.Kind: ActorKind.Technician }) || (before is null && after.Findings.Any(finding => finding.Code == Emergencies.Code));

    /// <summary>The reason of the alert; null where nobody has to be told.</summary>
    private static string? ReasonOf(BreachEvent happened) => happened switch
    {
        BreachEvent.Proposed => Reactions.BreachProposed,
        BreachEvent.Started => Reactions.BreachStarted,
        BreachEvent.Dismissed => Reactions.BreachDismissed,
        BreachEvent.NoticeSent { Held: true } => Reactions.BreachNoticeHeld,
        BreachEvent.NoticeSent or BreachEvent.NoticeReleased or BreachEvent.NoticeNoted => Reactions.BreachNotified,
        BreachEvent.Alerted { Number: 1 } => Reactions.BreachHalf,
        BreachEvent.Alerted { Number: 2 } => Reactions.BreachSoon,
        BreachEvent.Alerted { Number: 3 } => Reactions.BreachEnd,
        BreachEvent.Alerted => Reactions.BreachOverdue,
        _ => null,
    };
}
