using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What is counted by the hour, since a stolen approver's account would do it by the hundred (RELIABILITY E69).</summary>
public enum CapKind
{
    /// <summary>New passwords and access passes.</summary>
    Secret,

    /// <summary>Accounts that may sign in no more.</summary>
    Block,

    /// <summary>Wiped devices, deleted accounts.</summary>
    Destruction,
}

/// <summary>How many steps of a kind one approver may let run in an hour; a customer may have twice that. A setting.</summary>
/// <param name="Secrets">New passwords and access passes.</param>
/// <param name="Blocks">Accounts blocked.</param>
/// <param name="Destructions">Devices wiped, accounts deleted.</param>
public sealed record ApprovalCaps(int Secrets = 5, int Blocks = 2, int Destructions = 1)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Five new passwords, two blocked accounts, one wipe.</summary>
    public static ApprovalCaps Default { get; } = new();

    /// <summary>What a step counts as; null: it is not counted.</summary>
    public static CapKind? KindOf(Step step) => step switch
    {
        Step.ResetPassword or Step.CreateAccessPass => CapKind.Secret,
        Step.SetSignIn { Allowed: false } => CapKind.Block,
        Step.WipeDevice or Step.DeleteAccount => CapKind.Destruction,
        _ => null,
    };

    /// <summary>What of a plan is counted, each step that counts once.</summary>
    public static ImmutableArray<CapKind> KindsOf(Plan plan) => [.. plan.Steps.Select(step => KindOf(step.Does)).OfType<CapKind>()];

    /// <summary>Which cap a plan would break for this approver, at this customer, in the hour that ends now; null: none. Its own acts do not count against it.</summary>
    public ApprovalRefusal? Broken(Plan plan, string personId, ImmutableArray<CappedAct> recent, DateTimeOffset now)
    {
        var own = PlanHash.Of(plan);
        var hour = recent.Where(act => act.At > now - Hour && act.At <= now && act.PlanHash != own).ToArray();
        foreach (var (kind, more) in KindsOf(plan).CountBy(kind => kind))
        {
            var alike = hour.Where(act => act.Kind == kind).ToArray();
            if (more + alike.Count(act => act.PersonId == personId) > Of(kind)) return ApprovalRefusal.ApproverCap;
            if (more + At(plan.CustomerId, alike) > 2 * Of(kind)) return ApprovalRefusal.CustomerCap;
        }

        return null;
    }

    // Two approvers of one plan note the same acts: at the customer they happened once.
    private static int At(string customer, CappedAct[] acts) => acts.Where(act => act.CustomerId == customer)
        .GroupBy(act => act.PlanHash, StringComparer.Ordinal).Sum(plan => plan.CountBy(act => act.PersonId, StringComparer.Ordinal).Max(by => by.Value));

    private int Of(CapKind kind) => kind switch
    {
        CapKind.Secret => Secrets,
        CapKind.Block => Blocks,
        CapKind.Destruction => Destructions,
    };
}
