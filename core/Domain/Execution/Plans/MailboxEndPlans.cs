using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>A mailbox is closed (Art. 14): shared, or deleted where that was clearly said; else nobody signs in, and nothing is deleted without an answer.</summary>
internal sealed class ClosePlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.Close];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is not { } target) return;
        Leaving.Block(draft, target);
        if (Leaving.IsDeleted(draft.Request))
        {
            Licensing.SaveFirst(draft, target);
            draft.Do(new Step.DeleteAccount(target.Ref), StepValues.Exists, StepValues.Deleted);
        }
        else if (Leaving.KeepsShared(draft.Request)) SharedMailboxPlan.Convert(draft, target);
        else draft.Mind(Caution.AskSharedOrClosed);
    }
}

/// <summary>A mailbox becomes a shared one (Art. 14): by hand, since Graph cannot; then its licence is free.</summary>
internal sealed class SharedMailboxPlan : IPlanner
{
    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [MailboxOperations.ConvertShared];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is { } target) Convert(draft, target);
    }

    /// <summary>The steps: only once the mailbox is shared may its licence go.</summary>
    public static void Convert(PlanDraft draft, Target target)
    {
        draft.ByHand(HandTask.ConvertToSharedMailbox, target.Ref.UserPrincipalName);
        Licensing.SaveFirst(draft, target);
        var held = Licensing.HeldBy(target, []);
        if (held.IsEmpty && target.Found?.Licences.Any(licence => licence.ByGroup) is true) draft.Blocked(Obstacle.LicenceByGroup);
        Licensing.Set(draft, target, [], held);
    }
}
