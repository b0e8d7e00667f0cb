using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Gathers all that an approval is judged by, as it stands now: the contract, the people, the yeses so far, and what ran within the hour.</summary>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="directory">The customers.</param>
/// <param name="options">The technicians and their caps.</param>
/// <param name="timetable">What was approved within the hour.</param>
/// <param name="stop">Whether everything is stopped.</param>
/// <param name="clock">The clock.</param>
public sealed class ApprovalCases(
    StoredCases cases, ICustomerDirectory directory, ExecutionOptions options, PlanTimetable timetable, StopSwitch stop, TimeProvider clock)
{
    /// <summary>The case of a request's plan.</summary>
    public async Task<ApprovalCase> OfAsync(RequestDocument document, Plan plan, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var customer = directory.Find(document.State.CustomerId, now);
        var asked = customer is null ? null : await cases.WithOthersAsync(document, now, cancellationToken);
        var run = document.State.Run is { } drawn && drawn.Hash == PlanHash.Of(plan) ? drawn : null;
        return new ApprovalCase
        {
            Plan = plan,
            CustomerTenant = customer?.TenantId,
            Approvals = [.. run?.Votes.Select(vote => new Approval(vote.Account, vote.At, run.Hash, run.LastStageHasBegun)) ?? []],
            InFirstStage = run?.IsInFirstStage ?? false,
            CancelUntil = run?.CancelUntil,
            Technicians = options.Technicians,
            StaffTenant = options.StaffTenant,
            Involved = Involved(document.State, asked, plan),
            Verdict = asked is null ? null : VerdictOf(document.State, asked, now),
            Suspended = customer?.Subscription.Suspended is { } suspension && suspension.Since <= Domain.Commitments.ParisTime.DateOf(now),
            IdentityProven = ProvenByItself(document),
            CallBack = CallBackOf(document),
            Recent = Recent(now),
            Caps = options.Caps,
            Stopped = stop.IsSet,
            Now = now,
        };
    }

    /// <summary>What the contract says, as who asked stands in the customer file now (Art. 2, 4). A request that is over, or not sorted, is not accepted.</summary>
    private static Verdict VerdictOf(Request state, Case asked, DateTimeOffset now)
    {
        if (!PlanAgenda.IsOpen(state) || state.Abstained) return Verdict.AwaitDetails;
        return Judgement.Of(asked with { CountsFrom = state.CountsFrom, Pauses = state.PausesUntil(now), Settled = state.Settled }).Verdict;
    }

    /// <summary>Who asked and whom it is about, by every id that they are known under.</summary>
    private static ImmutableArray<string> Involved(Request state, Case? asked, Plan plan) =>
    [
        .. new[] { state.PersonId, asked?.Sender.Account?.ToString("D"), asked?.Sender.Person?.EntraId?.ToString("D") }.OfType<string>(),
        .. asked?.Sender.Person?.Addresses.Select(address => address.Value) ?? [],
        .. plan.Steps.Select(step => StepAccounts.Of(step.Does)).OfType<AccountRef>().SelectMany(account => new[] { account.UserPrincipalName, account.Id?.ToString("D") }).OfType<string>().Distinct(),
    ];

    /// <summary>When a technician noted a call back, UTC; null when nobody did.</summary>
    public static DateTimeOffset? CalledBackAt(RequestDocument document) =>
        document.Journal.LastOrDefault(entry => entry.Event is RequestEvent.IdentityProven { By.Kind: ActorKind.Technician })?.At;

    /// <summary>By the message itself, or by a click from where they are signed in; not by a technician's call.</summary>
    public static bool ProvenByItself(RequestDocument document)
    {
        var events = document.Journal.Select(entry => entry.Event).ToArray();
        return events.Any(happened => happened is RequestEvent.IdentityProven { By.Kind: not ActorKind.Technician })
            || events.TakeWhile(happened => happened is not RequestEvent.IdentityProven).OfType<RequestEvent.Decided>().Any(decided => decided.Proven);
    }

    /// <summary>The last call that a technician noted, to the number that they chose; null without one.</summary>
    private static CallBack? CallBackOf(RequestDocument document) => document.Journal.Reverse()
        .Select(entry => entry.Event is RequestEvent.IdentityProven { By.Kind: ActorKind.Technician, Called: { } called } ? new CallBack(called, entry.At) : null)
        .FirstOrDefault(call => call is not null);

    private ImmutableArray<CappedAct> Recent(DateTimeOffset now) =>
    [
        .. timetable.ApprovedSince(now - TimeSpan.FromHours(1)).SelectMany(approved => approved.Run.Votes.SelectMany(vote => approved.Run.Capped.Select(kind =>
            new CappedAct(kind, PersonOf(vote.Account), approved.CustomerId, approved.Run.Hash, vote.At)))),
    ];

    private string PersonOf(string account) => options.Technicians.FirstOrDefault(technician => technician.AccountId == account)?.PersonId ?? account;
}
