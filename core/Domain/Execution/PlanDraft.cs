using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Execution;

/// <summary>An account that a plan may touch: as the tenant shows it, or, before anybody looked, as it is called.</summary>
/// <param name="Ref">The account.</param>
/// <param name="Found">What the tenant shows; null when it was not read, or shows none.</param>
internal sealed record Target(AccountRef Ref, FoundAccount? Found);

/// <summary>A plan while it is written, for one request and one picture of the tenant.</summary>
/// <param name="request">The request.</param>
/// <param name="picture">What was read.</param>
/// <param name="provider">SI-ONE's own accounts.</param>
internal sealed class PlanDraft(Case request, TenantPicture picture, ProtectedAccounts provider)
{
    private readonly List<PlannedStep> _steps = [];
    private readonly List<Obstacle> _obstacles = [];
    private readonly List<Caution> _cautions = [];

    /// <summary>The request.</summary>
    public Case Request => request;

    /// <summary>Who asks.</summary>
    public Customer Customer { get; } = request.Customer ?? throw new ArgumentException("A plan needs a customer.", nameof(request));

    /// <summary>What was read.</summary>
    public TenantPicture Picture => picture;

    /// <summary>The tenant was read, so that what is missing is missing there.</summary>
    public bool IsRead => picture is { ReadAt: not null, Failed: false };

    /// <summary>A field of the request; "" when it is not there.</summary>
    public string Field(string name) => request.Request.Fields.GetValueOrDefault(name, "");

    /// <summary>The values of a field that may hold several, each cut to one harmless line.</summary>
    public ImmutableArray<string> Values(string name) => ValuesOf(request.Request, name);

    /// <summary>The values of a field of another request of the same message.</summary>
    public static ImmutableArray<string> ValuesOf(UnderstoodRequest asked, string name) =>
    [
        .. asked.Fields.GetValueOrDefault(name, "").Split(FieldNames.Separator.Trim(), StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(value => Plain.Line(value, 256)).Where(value => value.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Adds a step with the facts of its kind.</summary>
    public void Do(Step does, string? before = null, string? after = null, Cost? cost = null)
    {
        var facts = StepFacts.Of(does);
        _steps.Add(new PlannedStep(does, IsRead ? before : null, after)
        {
            Reversible = facts.Reversible,
            Destructive = facts.Destructive,
            Cost = cost,
            Reference = facts.Reference,
        });
    }

    /// <summary>Adds what a technician does.</summary>
    public void ByHand(HandTask task, string target, Cost? cost = null) => Do(new Step.ByHand(task, Plain.Line(target, 320)), cost: cost);

    /// <summary>Notes an obstacle, once.</summary>
    public void Blocked(Obstacle obstacle)
    {
        if (!_obstacles.Contains(obstacle)) _obstacles.Add(obstacle);
    }

    /// <summary>Notes a caution, once.</summary>
    public void Mind(Caution caution)
    {
        if (!_cautions.Contains(caution)) _cautions.Add(caution);
    }

    /// <summary>The account that the request is about; null, and an obstacle, when nothing says which.</summary>
    public Target? Concerned() => Account(Whom.Of(request));

    /// <summary>An account that was sought. Whatever may never be a target is an obstacle (RELIABILITY E65, E66), and nobody guesses between two.</summary>
    /// <param name="sought">Whom.</param>
    /// <param name="named">It is only named, and stays as it is: a manager, who receives mail. That may be an administrator.</param>
    public Target? Account(Sought? sought, bool named = false)
    {
        if (sought is null)
        {
            Blocked(Whom.NamesForeign(request) ? Obstacle.ForeignDomain : Obstacle.DetailMissing);
            return null;
        }

        var called = new Target(new AccountRef(sought.Address ?? sought.Key, Id: null), Found: null);
        if (!IsRead) return called;
        FoundAccount[] found = [.. picture.Accounts
            .Where(account => string.Equals(account.SoughtAs, sought.Key, StringComparison.OrdinalIgnoreCase)).DistinctBy(account => account.Account.Id)];
        if (found is not [var one])
        {
            Blocked(found.Length == 0 ? Obstacle.AccountNotFound : Obstacle.AccountAmbiguous);
            return called;
        }

        Guard(one, named);
        return new Target(one.Account, one);
    }

    /// <summary>The plan, with what holds of every plan.</summary>
    public Plan Finish()
    {
        if (_steps.Exists(step => step.Does is not Step.ByHand)) RequireTenant();
        return new Plan
        {
            CustomerId = Customer.Id,
            TenantId = Customer.TenantId,
            OperationId = request.Operation.Id,
            Steps = [.. _steps],
            Obstacles = [.. _obstacles],
            Cautions = [.. _cautions],
            NotBefore = EffectiveInstant.Of(request),
        };
    }

    private void RequireTenant()
    {
        if (Customer.TenantId is null) Blocked(Obstacle.NoTenant);
        else if (picture.Failed) Blocked(Obstacle.Unreadable);
        else if (picture.ReadAt is null) Blocked(Obstacle.NotRead);
    }

    private void Guard(FoundAccount account, bool named)
    {
        // A guest's address is of another company's domain: said as what it is.
        if (account.IsGuest) Blocked(Obstacle.GuestAccount);
        else if (!IsVerified(account.Account.UserPrincipalName)) Blocked(Obstacle.ForeignDomain);
        if (named) return;
        if (account.IsPrivileged) Blocked(Obstacle.PrivilegedAccount);
        if (account.IsSynced) Blocked(Obstacle.SyncedAccount);
        if (provider.Hold(account.Account, Customer.Microsoft365)) Blocked(Obstacle.ProtectedAccount);
    }

    /// <summary>Whether an address is in a domain that the tenant has verified.</summary>
    public bool IsVerified(string address) =>
        MailAddress.TryParse(address, out var read) && picture.VerifiedDomains.Contains(read.Domain, StringComparer.OrdinalIgnoreCase);
}
