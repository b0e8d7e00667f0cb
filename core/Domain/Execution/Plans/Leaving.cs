using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>What departures and closed mailboxes have in common.</summary>
internal static class Leaving
{
    /// <summary>The account signs in no more, and no session of it goes on.</summary>
    public static void Block(PlanDraft draft, Target target)
    {
        draft.Do(new Step.SetSignIn(target.Ref, Allowed: false), SignIn(target), StepValues.Blocked);
        draft.Do(new Step.RevokeSessions(target.Ref), after: StepValues.SignedOut);
    }

    /// <summary>May the account sign in, as it was read.</summary>
    public static string? SignIn(Target target) =>
        target.Found is not { } found ? null : found.SignInAllowed ? StepValues.Allowed : StepValues.Blocked;

    /// <summary>The mailbox is to be kept as a shared one (Art. 14).</summary>
    public static bool KeepsShared(Case request) =>
        request.Request.Speaks(Matter.KeepAsShared) || request.Together.Any(other => other.Operation == MailboxOperations.ConvertShared && IsOfSame(request, other));

    /// <summary>It was clearly said that the data go for good, and nothing said the contrary.</summary>
    public static bool IsDeleted(Case request) => request.Request.Speaks(Matter.DeleteForGood) && !KeepsShared(request) && !request.Request.Abstained;

    /// <summary>Another request of the same message is about the same person: it names nobody, or the same name.</summary>
    public static bool IsOfSame(Case request, UnderstoodRequest other) =>
        other.Person is null || (request.Request.Person is { } person && PersonNames.Same(person, other.Person));
}
