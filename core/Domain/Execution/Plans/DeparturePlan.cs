using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>
/// Somebody leaves (Art. 14): no sign-in, no session, no group, licence released. Absence message and redirection only if asked (Art. 11); then the
/// mailbox has to live on, as a shared one. Nothing is deleted unless that was clearly said.
/// </summary>
internal sealed class DeparturePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Departure];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request), Heir(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var request = draft.Request;
        if (draft.Concerned() is not { } target) return;
        Leaving.Block(draft, target);
        var answers = Answer(draft, target);
        var redirected = Redirect(draft, target);
        // While the licence is there: it may come by a group, and backups end with it (Art. 19).
        Licensing.SaveFirst(draft, target);
        if (Leaving.IsDeleted(request))
        {
            draft.Do(new Step.DeleteAccount(target.Ref), StepValues.Exists, StepValues.Deleted);
            return;
        }

        var shared = Leaving.KeepsShared(request);
        if (!shared) draft.Mind(Caution.AskSharedOrClosed);
        // A mailbox without a licence is gone after 30 days, unless it is a shared one.
        if (shared || answers || redirected) draft.ByHand(HandTask.ConvertToSharedMailbox, target.Ref.UserPrincipalName);
        Groups(draft, target);
        Licensing.Set(draft, target, [], Licensing.HeldBy(target, []));
    }

    private static bool Answer(PlanDraft draft, Target target)
    {
        var words = draft.Field(FieldNames.Message) is { Length: > 0 } own ? own
            : Asked(draft.Request, MailboxOperations.Absence)?.Fields.GetValueOrDefault(FieldNames.Message);
        if (string.IsNullOrWhiteSpace(words)) return false;
        AbsencePlan.Set(draft, target, words, null, null);
        return true;
    }

    private static bool Redirect(PlanDraft draft, Target target)
    {
        if (Heir(draft.Request) is not { } heir || draft.Account(heir, named: true) is not { } to) return false;
        RedirectionPlan.Set(draft, target, to);
        return true;
    }

    private static void Groups(PlanDraft draft, Target target)
    {
        if (target.Found is not { } found)
        {
            draft.Do(new Step.SetMembership(new GroupRef(Guid.Empty, StepTarget.All), target.Ref, Member: false), after: StepValues.NoMember);
            return;
        }

        // Lists only if asked (Art. 11); what a rule or a server of the customer's decides follows from the account there.
        foreach (var group in found.Groups.Where(group => group.Kind is GroupKind.Microsoft365 or GroupKind.Security or GroupKind.RoleAssignable))
            Membership.Set(draft, target, group, member: false);
        var leavesNone = !found.Groups.Any(group => group.Kind is GroupKind.Microsoft365 or GroupKind.Security);
        if (leavesNone && found.Licences.Any(held => held.ByGroup)) draft.Blocked(Obstacle.LicenceByGroup);
    }

    /// <summary>Who receives the mail from then on, where the same message asks for that.</summary>
    private static Sought? Heir(Case request)
    {
        if (Asked(request, MailboxOperations.Redirect) is not { } asked) return null;
        var leaver = Whom.Of(request);
        return Whom.OwnAddresses(request with { Request = asked }).Where(address => !string.Equals(address, leaver?.Address, StringComparison.OrdinalIgnoreCase))
            .Select(address => new Sought(address, address)).FirstOrDefault();
    }

    private static UnderstoodRequest? Asked(Case request, Operation operation) =>
        request.Together.FirstOrDefault(other => other.Operation == operation && Leaving.IsOfSame(request, other));
}
