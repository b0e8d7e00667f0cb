using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution.Plans;

/// <summary>
/// Somebody arrives (Art. 14, 16): an account with a first password that must change, a licence, then groups, teams and sites, and a manager. A
/// mailbox for nobody in particular is a shared one, which Exchange alone creates.
/// </summary>
internal sealed class ArrivalPlan : IPlanner
{
    private const int LongestName = 64;

    /// <inheritdoc/>
    public ImmutableArray<Operation> Operations { get; } = [LicenceOperations.Arrival, MailboxOperations.Create];

    /// <inheritdoc/>
    public PictureWanted? Wants(Case request) => IsForNobody(request) ? null
        : Wanted.Of([AddressOf(request) is { } address ? new Sought(address, address) : null, Manager(request)], Groups(request));

    /// <inheritdoc/>
    public void Write(PlanDraft draft)
    {
        var request = draft.Request;
        if (IsForNobody(request))
        {
            if (Whom.OwnAddresses(request) is [var shared, ..]) draft.ByHand(HandTask.FollowProcedure, shared);
            else draft.Blocked(Whom.NamesForeign(request) ? Obstacle.ForeignDomain : Obstacle.DetailMissing);
            return;
        }

        if (AddressOf(request) is not { } address)
        {
            draft.Blocked(Obstacle.DetailMissing);
            return;
        }

        if (draft.IsRead && !draft.IsVerified(address)) draft.Blocked(Obstacle.ForeignDomain);
        if (draft.Picture.Accounts.Any(account => Is(account, address))) draft.Blocked(Obstacle.AddressTaken);
        var target = new Target(new AccountRef(address, Id: null), Found: null);
        Create(draft, target.Ref);
        if (Licensing.ToAssign(draft, draft.Values(FieldNames.Licences).FirstOrDefault(), draft.Customer.Microsoft365.ArrivalLicence) is { } licence)
            Licensing.Set(draft, target, [licence], []);
        Membership.Set(draft, target,
            [.. draft.Customer.Microsoft365.ArrivalGroups.Concat(draft.Values(FieldNames.Teams)).Distinct(StringComparer.OrdinalIgnoreCase)], member: true);
        Membership.Set(draft, target, draft.Values(FieldNames.Lists), member: true, HandTask.ChangeDistributionList);
        Membership.Set(draft, target, draft.Values(FieldNames.Sites), member: true, HandTask.GrantSiteRights);
        if (Manager(request) is { } manager && draft.Account(manager, named: true) is { } boss)
            draft.Do(new Step.SetManager(target.Ref, boss.Ref), StepValues.None, boss.Ref.UserPrincipalName);
    }

    private static void Create(PlanDraft draft, AccountRef account)
    {
        var name = Plain.Line(draft.Request.Request.Person!, LongestName);
        var (first, last) = PersonParts.Of(name);
        draft.Do(
            new Step.CreateAccount(account, name, first, last, draft.Customer.Microsoft365.UsageLocation, Marker(draft.Request, account.UserPrincipalName)),
            StepValues.None, StepValues.NewPassword);
    }

    private static bool IsForNobody(Case request) => request.Operation == MailboxOperations.Create && request.Request.Person is null;

    /// <summary>The address that the request gives in a domain of the customer's, else the one that the customer's rule makes.</summary>
    private static string? AddressOf(Case request)
    {
        if (request.Customer is not { } customer || request.Request.Person is not { } person) return null;
        // The address of somebody who is there already is no new one: a manager, a colleague to take as an example.
        var given = Whom.OwnAddresses(request).FirstOrDefault(address =>
            !customer.People.Any(listed => listed.Addresses.Any(own => string.Equals(own.Value, address, StringComparison.OrdinalIgnoreCase))));
        return given ?? Whom.MadeOf(customer, person);
    }

    private static Sought? Manager(Case request) => Whom.Of(request, request.Request.Fields.GetValueOrDefault(FieldNames.Manager));

    private static ImmutableArray<string> Groups(Case request) =>
    [
        .. request.Customer!.Microsoft365.ArrivalGroups.Concat(PlanDraft.ValuesOf(request.Request, FieldNames.Teams))
            .Concat(PlanDraft.ValuesOf(request.Request, FieldNames.Lists)).Concat(PlanDraft.ValuesOf(request.Request, FieldNames.Sites))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static bool Is(FoundAccount account, string address) =>
        string.Equals(account.Account.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase)
        || string.Equals(account.SoughtAs, address, StringComparison.OrdinalIgnoreCase);

    /// <summary>Opaque, and the same however often this request is planned.</summary>
    private static string Marker(Case request, string address)
    {
        var whole = $"{request.Customer!.Id}\n{request.Operation.Id}\n{address}\n{request.StartedAt.UtcTicks}";
        return $"sione-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, 16))}";
    }
}
