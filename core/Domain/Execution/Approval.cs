using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Execution;

/// <summary>Somebody's yes to a plan.</summary>
/// <param name="AccountId">The account that clicked.</param>
/// <param name="At">When, UTC.</param>
/// <param name="PlanHash">The plan that was on the card.</param>
/// <param name="Used">All of the plan has begun to run on it, not its first stage alone: it is of no more use.</param>
public sealed record Approval(string AccountId, DateTimeOffset At, string PlanHash, bool Used = false);

/// <summary>One account of a technician; two accounts of one person count as one (RELIABILITY E68).</summary>
/// <param name="AccountId">The account's object id at SI-ONE.</param>
/// <param name="PersonId">The person behind it.</param>
/// <param name="Role">What the person may do.</param>
public sealed record Technician(string AccountId, string PersonId, TechnicianRole Role)
{
    /// <summary>Days on which somebody else says yes for them: <see cref="Absence.SubstituteId"/> is that one's person id; null: none.</summary>
    public Absence? Away { get; init; }
}

/// <summary>A call back to a person at a number on record.</summary>
/// <param name="Number">The number that was dialled, as the customer file had it then.</param>
/// <param name="At">When, UTC.</param>
public sealed record CallBack(CalledNumber Number, DateTimeOffset At);

/// <summary>One step that ran, or was approved to run, for the caps.</summary>
/// <param name="Kind">What was capped.</param>
/// <param name="PersonId">The approver behind it.</param>
/// <param name="CustomerId">At which customer.</param>
/// <param name="PlanHash">Of which plan.</param>
/// <param name="At">When, UTC.</param>
public sealed record CappedAct(CapKind Kind, string PersonId, string CustomerId, string PlanHash, DateTimeOffset At);

/// <summary>All that an approval is judged by, as values: nothing here is looked up.</summary>
public sealed record ApprovalCase
{
    /// <summary>The plan as it is now.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The customer's tenant as its file says it now; null where it names none.</summary>
    public required Guid? CustomerTenant { get; init; }

    /// <summary>The yeses so far, in any order.</summary>
    public ImmutableArray<Approval> Approvals { get; init; } = [];

    /// <summary>What is about to begin may run on one yes: <see cref="ApprovalRules.FirstStage"/>.</summary>
    public bool InFirstStage { get; init; }

    /// <summary>Until then the wipe can be called off, and is not begun, UTC; null: there is none, or it begins at once.</summary>
    public DateTimeOffset? CancelUntil { get; init; }

    /// <summary>The technicians known now.</summary>
    public required ImmutableArray<Technician> Technicians { get; init; }

    /// <summary>SI-ONE's own tenant, from which technicians act.</summary>
    public required Guid StaffTenant { get; init; }

    /// <summary>Persons and accounts who asked, or whom the plan is about, by any id they are known under: none of them says yes (RELIABILITY E66, E68).</summary>
    public ImmutableArray<string> Involved { get; init; } = [];

    /// <summary>What the contract says now; null: the customer file cannot be read, and nothing runs (RELIABILITY E70).</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>SI-ONE has suspended the contract (Art. 2, 4).</summary>
    public bool Suspended { get; init; }

    /// <summary>The requester's identity is proven otherwise than by a call.</summary>
    public bool IdentityProven { get; init; }

    /// <summary>The call back that was noted; null: none was.</summary>
    public CallBack? CallBack { get; init; }

    /// <summary>Capped acts of at least the last hour.</summary>
    public ImmutableArray<CappedAct> Recent { get; init; } = [];

    /// <summary>How much may be done in an hour.</summary>
    public ApprovalCaps Caps { get; init; } = ApprovalCaps.Default;

    /// <summary>Somebody has set the stop switch: nothing new is done.</summary>
    public bool Stopped { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>A click on "approve".</summary>
/// <param name="AccountId">The account, from the authenticated activity.</param>
/// <param name="TenantId">Its tenant, from there too.</param>
/// <param name="PlanHash">The plan that the card showed, as it is stored under the card.</param>
/// <param name="Typed">What was typed to confirm; null: nothing.</param>
public sealed record ApprovalClick(string AccountId, Guid TenantId, string PlanHash, string? Typed = null);

/// <summary>What becomes of a click, or of a plan that is about to run.</summary>
public abstract record ApprovalAnswer
{
    private ApprovalAnswer() { }

    /// <summary>It may run.</summary>
    public sealed record Allowed : ApprovalAnswer;

    /// <summary>A second person has to say yes; to the first stage one is enough.</summary>
    public sealed record NeedsSecond : ApprovalAnswer;

    /// <summary>The yes has grown too old: it is asked for anew.</summary>
    public sealed record Expired : ApprovalAnswer;

    /// <summary>It may not.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(ApprovalRefusal Reason) : ApprovalAnswer;
}

/// <summary>Why a plan is not approved, or not run.</summary>
public enum ApprovalRefusal
{
    /// <summary>The stop switch is set.</summary>
    Stopped,

    /// <summary>The customer file cannot be read: nothing is done on what is not known (RELIABILITY E70).</summary>
    CustomerUnreadable,

    /// <summary>The contract is suspended (Art. 2, 4).</summary>
    Suspended,

    /// <summary>The contract has ended (Art. 2, 23).</summary>
    Terminated,

    /// <summary>The contract does not accept the request, or not yet.</summary>
    NotAccepted,

    /// <summary>The plan has obstacles, or no step.</summary>
    CannotRun,

    /// <summary>The plan's tenant is not the customer's (RELIABILITY E64).</summary>
    OtherTenant,

    /// <summary>The plan has changed since it was shown (RELIABILITY E67).</summary>
    PlanChanged,

    /// <summary>Not a technician, or not from SI-ONE's tenant.</summary>
    NotStaff,

    /// <summary>A technician who does not approve, nor stands in for somebody who does.</summary>
    NotAnApprover,

    /// <summary>Whoever asked does not approve (RELIABILITY E68).</summary>
    OwnRequest,

    /// <summary>The same person has said yes already, perhaps from another account (RELIABILITY E68).</summary>
    SamePerson,

    /// <summary>The word on the card was not typed.</summary>
    NotConfirmed,

    /// <summary>A sensitive operation without proof of identity, and no call back to a number that counts (RELIABILITY 1, AA23-320A).</summary>
    CallBackMissing,

    /// <summary>Destructive, and so long before its instant that the yes would grow too old.</summary>
    TooEarly,

    /// <summary>Not before the plan's instant (Art. 13).</summary>
    BeforeItsTime,

    /// <summary>Nobody has said yes to this plan.</summary>
    NotApproved,

    /// <summary>It ran once on this yes (replay).</summary>
    AlreadyUsed,

    /// <summary>The approver has reached the cap of this hour (RELIABILITY E69).</summary>
    ApproverCap,

    /// <summary>The customer has reached the cap of this hour (RELIABILITY E69).</summary>
    CustomerCap,
}
