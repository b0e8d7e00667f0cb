using System.Diagnostics;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Protection;

/// <summary>Art. 25: the path of a right on personal data, beside the life of its request.</summary>
public static class RightsRules
{
    /// <summary>Whether an answer is owed within the month (Art. 25), whatever else is waited for.</summary>
    /// <param name="state">The request.</param>
    public static bool HasItsMonth(Request state) => string.Equals(state.OperationId, OtherOperations.DataRights.Id, StringComparison.Ordinal);

    /// <summary>Its path begins, where the contract has just been examined and it has not begun before; null otherwise.</summary>
    internal static RequestEvent.Right? Opened(Request after, RequestEvent.Decided decided) =>
        after.Rights is null && !after.Abstained && decided.Findings.Any(finding => finding.Code == DataRights.Code)
            ? new RequestEvent.Right(new RightsEvent.Opened(), decided.At)
            : null;

    internal static Decision Decide(Request state, TechnicianAct act, DateTimeOffset at, Actor by) => act switch
    {
        _ when !HasItsMonth(state) => Decision.Refused(Refusal.NotAllowedNow),
        TechnicianAct.MarkDataRole mark => state.Rights?.Role == mark.Role || state.Rights is { IsPassedOn: true }
            ? Decision.Refused(Refusal.NotAllowedNow)
            : Happens(new RightsEvent.Marked(mark.Role, by), at),
        // Passed on once, and only what a person has looked at: the customer reads who asks what.
        TechnicianAct.PassOn pass when state.Rights is { MayBePassedOn: true } => Happens(new RightsEvent.PassedOn(pass.TextKey, pass.To, by) { Held = pass.Held }, at),
        _ => Decision.Refused(Refusal.NotAllowedNow),
    };

    /// <summary>What a technician decides about what waits to be passed on.</summary>
    internal static Decision Decide(Request state, RequestCommand.HeldNotice held) => state.Rights is { Held: true }
        ? Happens(held.Leaves ? new RightsEvent.PassingOnReleased(held.By) : new RightsEvent.PassingOnDropped(held.By), held.At)
        : Decision.Refused(Refusal.NotAllowedNow);

    internal static RightsPath Evolve(RightsPath? path, RightsEvent happened, DateTimeOffset at)
    {
        path ??= new RightsPath();
        return happened switch
        {
            RightsEvent.Opened => path,
            RightsEvent.Marked e => path with { Role = e.Role },
            RightsEvent.PassedOn { Held: true } => path with { Held = true },
            RightsEvent.PassedOn => path with { PassedOnAt = at },
            RightsEvent.PassingOnReleased => path with { PassedOnAt = at, Held = false },
            RightsEvent.PassingOnDropped => path with { Held = false },
            RightsEvent.MonthEnds e => path with { Reminders = e.Number },
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The next reminder of the month's end; null when none is left.</summary>
    internal static Errand? Next(Request state)
    {
        if (!HasItsMonth(state) || state.State.IsEnded() || state is not { Rights: { } path, Due: { } due } || path.Reminders >= RightsMarks.DaysBefore.Length) return null;
        return new Errand(
            RightsMarks.Before(due.At)[path.Reminders],
            now => new RequestEvent.Right(new RightsEvent.MonthEnds(RightsMarks.Passed(due.At, now)), now));
    }

    private static Decision Happens(RightsEvent happened, DateTimeOffset at) => new([new RequestEvent.Right(happened, at)], []);
}
