using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution.Plans;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What would be done in the customer's tenant for a request. Proposes; never approves.</summary>
public static class PlanWriter
{
    /// <summary>The families, each of its own operations.</summary>
    internal static ImmutableArray<IPlanner> Planners { get; } =
    [
        new ArrivalPlan(), new DeparturePlan(), new AssignPlan(), new ReleasePlan(), new PurchasePlan(), new PasswordPlan(), new TeamPlan(), new SitePlan(),
        new ListPlan(), new AbsencePlan(), new RedirectionPlan(), new MailboxSettingsPlan(), new ClosePlan(), new SharedMailboxPlan(), new FilePlan(),
        new LostPhonePlan(), new PhoneReturnPlan(),
    ];

    /// <summary>The operations that have a plan; every other one is a person's from beginning to end.</summary>
    public static ImmutableArray<Operation> Planned { get; } = [.. Planners.SelectMany(planner => planner.Operations)];

    /// <summary>The plan; null where a person does it all, or for a sender without a customer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="picture">What was read; <see cref="TenantPicture.Unread"/> gives the plan's shape.</param>
    /// <param name="provider">SI-ONE's own accounts, never a target; null: none is known.</param>
    public static Plan? Of(Case request, TenantPicture picture, ProtectedAccounts? provider = null)
    {
        if (request.Customer is null || For(request.Operation) is not { } planner) return null;
        var draft = new PlanDraft(request, picture, provider ?? ProtectedAccounts.None);
        if (IsClassic(request)) draft.ByHand(HandTask.ChangeClassicMailbox, Whom.Of(request) is { } who ? who.Address ?? who.Key : request.Operation.Id);
        else planner.Write(draft);
        if (IsShort(request)) draft.Mind(Caution.ShortNotice);
        return draft.Finish();
    }

    /// <summary>The family of an operation; null where there is none.</summary>
    internal static IPlanner? For(Operation operation) => Planners.FirstOrDefault(planner => planner.Operations.Contains(operation));

    /// <summary>A mailbox outside Microsoft 365 (Art. 11): Graph knows nothing of it.</summary>
    internal static bool IsClassic(Case request) =>
        request.Operation.Category == Category.Mailbox && request.Customer is { } customer
        && !customer.Subscription.Services.Contains(Service.Microsoft365) && customer.Subscription.Services.Contains(Service.Messaging);

    // Art. 13, 16: by the clock on the wall, to 00:00 in Paris of the effective date.
    private static bool IsShort(Case request) => request.Operation.NoticeOwedBy is not null && request.Request.Date is { } day
        && Commitments.ParisTime.StartOf(day) - request.StartedAt < request.Operation.Notice;
}

/// <summary>What has to be read of the tenant before a request can be planned.</summary>
public static class PlanReading
{
    /// <summary>What to read; null where Graph serves nothing for the operation, or the customer is not known.</summary>
    public static PictureWanted? Of(Case request) =>
        request.Customer is null || PlanWriter.IsClassic(request) ? null : PlanWriter.For(request.Operation)?.Wants(request);
}
