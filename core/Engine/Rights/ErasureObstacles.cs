using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Rights;

/// <summary>What stands against an erasure, in words for the operator; no personal data.</summary>
/// <param name="store">Read only here.</param>
public sealed class ErasureObstacles(IStore store)
{
    /// <summary>Whether a customer's data may go (Art. 23, RGPD VIII): the contract has ended, its choice is recorded, and the 15 working days for the recovery of backups are over.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="today">Today in Paris.</param>
    /// <returns>What is missing; empty when it may.</returns>
    public static ImmutableArray<string> OfContract(Customer customer, DateOnly today)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        if (customer.Subscription.TerminatedOn is not { } end) missing.Add($"{customer.Id}: the contract runs (no terminatedOn in the customer file): its data stays (RGPD VIII).");
        else if (FreeFrom(end) is var free && today < free)
            missing.Add($"{customer.Id}: the 15 working days after the end of the contract are not over (Art. 23): from {free:yyyy-MM-dd} on.");
        if (customer.Subscription.DataAtEnd is null)
            missing.Add($"{customer.Id}: the customer's choice for its data is not recorded (RGPD VIII): dataAtEnd in the customer file (destroyed, returned or handedOver).");
        return missing.ToImmutable();
    }

    /// <summary>The first day on which a customer's data may go.</summary>
    /// <param name="end">The contract's last day.</param>
    public static DateOnly FreeFrom(DateOnly end) => WorkingDays.After(end, DataRecovery.WorkingDays).AddDays(1);

    /// <summary>What of the holdings themselves stands against it.</summary>
    /// <param name="held">What is held.</param>
    /// <param name="alsoOpen">Their open requests are closed first.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<ImmutableArray<string>> OfAsync(Holdings held, bool alsoOpen, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var waiting = held.Messages.Values.Concat(held.RawNaming).Count(row => row.End is null);
        if (waiting > 0) found.Add($"{waiting} messages wait to be read: let the host read them first.");
        foreach (var document in held.Requests.Values)
            if (HasLivePlan(document)) found.Add($"{document.State.Reference}: its plan is approved or stands half done: let it end, or refuse it.");
            else if (!alsoOpen && !document.State.State.IsEnded()) found.Add($"{document.State.Reference}: open. Finish it, or close it with --also-open.");
        foreach (var document in await OthersAsync(held, cancellationToken))
            found.Add($"{document.State.Reference}: open, somebody else's, and it is about this person: finish it first.");
        foreach (var row in held.Pending.Values.Where(row => row is { State: OutboxState.Waiting, FirstTriedAt: not null }))
            found.Add($"an answer to somebody else that names this person is on its way ({row.Reason ?? "begun"}): try again when it has left.");
        return found.ToImmutable();
    }

    private async Task<ImmutableArray<RequestDocument>> OthersAsync(Holdings held, CancellationToken cancellationToken)
    {
        var others = ImmutableArray.CreateBuilder<RequestDocument>();
        foreach (var id in held.Naming.Where(text => text.Value is DataClass.Plans || text.Key.EndsWith("/details", StringComparison.Ordinal)).Select(text => TextKey.Of(text.Key).Request).Distinct())
            if (id is { } request && await store.FindRequestAsync(request, cancellationToken) is { } document && (!document.State.State.IsEnded() || HasLivePlan(document)))
                others.Add(document);
        return others.ToImmutable();
    }

    private static bool HasLivePlan(RequestDocument document) => document.State.Run is { State: PlanState.Approved or PlanState.Halted };
}
