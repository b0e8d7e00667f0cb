using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Execution;

/// <summary>
/// Who may say yes to a plan, for how long it counts, and whether it may run: asked at each click and again right before the first step of each stage. Whatever is
/// not known is a no (RELIABILITY E70, ASVS 16.5.3).
/// </summary>
public static class ApprovalRules
{
    /// <summary>How long a yes to something destructive counts.</summary>
    public static TimeSpan DestructiveLife { get; } = TimeSpan.FromHours(4);

    /// <summary>How long any other yes counts.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromHours(24);

    /// <summary>Two people say yes (ASVS 2.3.5): it destroys something, or closes a mailbox.</summary>
    public static bool TakesTwo(Plan plan) => plan.IsDestructive || plan.OperationId == MailboxOperations.Close.Id;

    /// <summary>
    /// How many of a plan's first steps one person's yes lets run, where the plan takes two: a lost phone is locked at once, and only the wipe waits
    /// (DOMAIN.md section 7, lock first). 0: none.
    /// </summary>
    public static int FirstStage(Plan plan) =>
        plan.OperationId == PhoneOperations.Lost.Id ? Math.Max(0, plan.Steps.ToList().FindIndex(step => step.Destructive)) : 0;

    /// <summary>Once everybody has said yes, a wipe can be called off for a while before it is begun (RELIABILITY E63).</summary>
    public static bool HasCancelWindow(Plan plan) => plan.Steps.Any(step => step.Does is Step.WipeDevice);

    /// <summary>
    /// When a yes grows too old, UTC. What runs later than at once keeps a yes from that instant on (Art. 13), as it is examined again there; what
    /// destroys never does.
    /// </summary>
    public static DateTimeOffset ExpiresAt(Plan plan, DateTimeOffset approvedAt) => TakesTwo(plan)
        ? approvedAt + DestructiveLife
        : (plan.NotBefore > approvedAt ? plan.NotBefore.Value : approvedAt) + Life;

    /// <summary>Whether a click counts as a yes, and what is then still missing. A click that counts answers with anything but a refusal.</summary>
    /// <param name="given">All that it is judged by; <see cref="ApprovalCase.Approvals"/> without this click.</param>
    /// <param name="click">The click.</param>
    public static ApprovalAnswer AtClick(ApprovalCase given, ApprovalClick click)
    {
        if (Standing(given) is { } reason) return new ApprovalAnswer.Refused(reason);
        var hash = PlanHash.Of(given.Plan);
        if (click.PlanHash != hash) return new ApprovalAnswer.Refused(ApprovalRefusal.PlanChanged);
        if (click.TenantId != given.StaffTenant) return new ApprovalAnswer.Refused(ApprovalRefusal.NotStaff);
        if (MayNot(given, click.AccountId) is { } person) return new ApprovalAnswer.Refused(person);
        if (given.Approvals.Any(yes => yes.PlanHash == hash && yes.Used)) return new ApprovalAnswer.Refused(ApprovalRefusal.AlreadyUsed);
        if (TakesTwo(given.Plan) && !ConfirmationWord.Is(given.Plan, click.Typed)) return new ApprovalAnswer.Refused(ApprovalRefusal.NotConfirmed);
        if (ExpiresAt(given.Plan, given.Now) <= given.Plan.NotBefore) return new ApprovalAnswer.Refused(ApprovalRefusal.TooEarly);
        var who = PersonOf(given, click.AccountId)!;
        var others = Alive(given, hash).Select(yes => PersonOf(given, yes.AccountId)).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (others.Contains(who, StringComparer.Ordinal)) return new ApprovalAnswer.Refused(ApprovalRefusal.SamePerson);
        if (given.Caps.Broken(given.Plan, who, given.Recent, given.Now) is { } cap) return new ApprovalAnswer.Refused(cap);
        return TakesTwo(given.Plan) && others.Length == 0 ? new ApprovalAnswer.NeedsSecond() : new ApprovalAnswer.Allowed();
    }

    /// <summary>Whether the plan may run now on the yeses that it has: everything is judged once more, since all of it may have changed.</summary>
    public static ApprovalAnswer AtExecution(ApprovalCase given)
    {
        if (Standing(given) is { } reason) return new ApprovalAnswer.Refused(reason);
        if (given.Now < given.Plan.NotBefore || (!given.InFirstStage && given.Now < given.CancelUntil)) return new ApprovalAnswer.Refused(ApprovalRefusal.BeforeItsTime);
        var hash = PlanHash.Of(given.Plan);
        if (given.Approvals.IsEmpty) return new ApprovalAnswer.Refused(ApprovalRefusal.NotApproved);
        var mine = given.Approvals.Where(yes => yes.PlanHash == hash).ToArray();
        if (mine.Length == 0) return new ApprovalAnswer.Refused(ApprovalRefusal.PlanChanged);
        if (mine.Any(yes => yes.Used)) return new ApprovalAnswer.Refused(ApprovalRefusal.AlreadyUsed);
        var alive = Alive(given, hash).ToArray();
        if (alive.Length == 0) return new ApprovalAnswer.Expired();
        if (alive.Select(yes => MayNot(given, yes.AccountId)).FirstOrDefault(no => no is not null) is { } no) return new ApprovalAnswer.Refused(no);
        string[] people = [.. alive.Select(yes => PersonOf(given, yes.AccountId)!).Distinct(StringComparer.Ordinal)];
        if (TakesTwo(given.Plan) && !given.InFirstStage && people.Length < 2) return mine.Length > alive.Length ? new ApprovalAnswer.Expired() : new ApprovalAnswer.NeedsSecond();
        var broken = people.Select(who => given.Caps.Broken(given.Plan, who, given.Recent, given.Now)).FirstOrDefault(cap => cap is not null);
        return broken is { } cap ? new ApprovalAnswer.Refused(cap) : new ApprovalAnswer.Allowed();
    }

    /// <summary>Whether a call back proves who asked: made before now, to a number that had been on record for 72 hours by then, counted from the end of its day.</summary>
    public static bool Proves(CallBack? call, DateTimeOffset now) =>
        call is not null && call.At <= now && CallBackNumbers.Counts(call.Number.Since, call.At);

    /// <summary>What keeps anybody from running this plan.</summary>
    private static ApprovalRefusal? Standing(ApprovalCase given)
    {
        if (given.Stopped) return ApprovalRefusal.Stopped;
        if (given.Verdict is not { } verdict) return ApprovalRefusal.CustomerUnreadable;
        if (given.Suspended || verdict is Verdict.Suspended) return ApprovalRefusal.Suspended;
        if (verdict is Verdict.Terminated) return ApprovalRefusal.Terminated;
        if (verdict is not (Verdict.Accepted or Verdict.ProveIdentity)) return ApprovalRefusal.NotAccepted;
        if (given.CustomerTenant != given.Plan.TenantId) return ApprovalRefusal.OtherTenant;
        if (!given.Plan.CanRun) return ApprovalRefusal.CannotRun;
        // A verdict that waits for proof is answered by the call alone.
        var sensitive = verdict is Verdict.ProveIdentity || !AllOperations.TryGet(given.Plan.OperationId, out var operation) || operation!.Sensitive;
        var proven = given.IdentityProven && verdict is not Verdict.ProveIdentity;
        return sensitive && !proven && !Proves(given.CallBack, given.Now) ? ApprovalRefusal.CallBackMissing : null;
    }

    /// <summary>What keeps this account from saying yes.</summary>
    private static ApprovalRefusal? MayNot(ApprovalCase given, string account)
    {
        if (given.Technicians.FirstOrDefault(known => known.AccountId == account) is not { } technician) return ApprovalRefusal.NotStaff;
        var accounts = given.Technicians.Where(known => known.PersonId == technician.PersonId).Select(known => known.AccountId).Append(technician.PersonId);
        if (accounts.Any(id => given.Involved.Contains(id, StringComparer.OrdinalIgnoreCase))) return ApprovalRefusal.OwnRequest;
        return IsApprover(given, technician) ? null : ApprovalRefusal.NotAnApprover;
    }

    /// <summary>An approver who is there, or the delegate of one who is away. Somebody away who clicks all the same is there.</summary>
    private static bool IsApprover(ApprovalCase given, Technician technician)
    {
        if (technician.Role is TechnicianRole.Lead) return true;
        var day = ParisTime.DateOf(given.Now);
        return given.Technicians.Any(other => other is { Role: TechnicianRole.Lead, Away: { } away }
            && away.Covers(day) && away.SubstituteId == technician.PersonId);
    }

    private static IEnumerable<Approval> Alive(ApprovalCase given, string hash) => given.Approvals.Where(yes =>
        yes.PlanHash == hash && !yes.Used && yes.At <= given.Now && given.Now < ExpiresAt(given.Plan, yes.At));

    private static string? PersonOf(ApprovalCase given, string account) => given.Technicians.FirstOrDefault(known => known.AccountId == account)?.PersonId;
}
