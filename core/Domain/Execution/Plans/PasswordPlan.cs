using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>
/// A forgotten password, a locked account, a lost second factor (Art. 16). Graph has no call that ends a smart lockout: it passes, or a new password
/// ends it. An account that an administrator blocked stays so: a password is no reason to let somebody in again.
/// </summary>
internal sealed class PasswordPlan : IPlanner
{
    private const int PassMinutes = 60;

    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Password];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => Wanted.Of([Whom.Of(request)]);

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        if (draft.Concerned() is not { } target) return;
        var change = draft.Field(FieldNames.Change);
        if (change == Changes.Unlock || target.Found is { SignInAllowed: false })
        {
            draft.ByHand(HandTask.UnlockAccount, target.Ref.UserPrincipalName);
            return;
        }

        if (change == Changes.AccessPass)
        {
            draft.Do(new Step.CreateAccessPass(target.Ref, PassMinutes), StepValues.None, StepValues.AccessPass);
            return;
        }

        draft.Do(new Step.ResetPassword(target.Ref), after: StepValues.NewPassword);
        draft.Do(new Step.RevokeSessions(target.Ref), after: StepValues.SignedOut);
    }
}
