using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What plans changed in a customer's Microsoft 365, as the journal tells: each change was read back, or ticked off by a technician.</summary>
public static class WorkDone
{
    /// <summary>The changes of a time, one entry a plan; a plan that found everything as it should be changed nothing.</summary>
    /// <param name="history">The request.</param>
    /// <param name="customer">Whose people said yes.</param>
    /// <param name="from">The first instant, UTC.</param>
    /// <param name="to">The first instant that is too late, UTC.</param>
    public static IEnumerable<DigestWork> In(RequestHistory history, Customer customer, DateTimeOffset from, DateTimeOffset to) => history.Before(to)
        .Where(moment => moment.At >= from && IsChange(moment.Event) && moment.After.Run is not null)
        .GroupBy(moment => moment.After.Run!.PlanKey, StringComparer.Ordinal)
        .Select(changes => Told([.. changes], customer));

    private static bool IsChange(RequestEvent happened) => HowOf(happened) is StepEnd.Done or StepEnd.ByHand;

    private static StepEnd? HowOf(RequestEvent happened) => happened is RequestEvent.Execution { What: ExecutionEvent.Settled settled } ? settled.How : null;

    private static DigestWork Told(ImmutableArray<HistoryMoment> changes, Customer customer)
    {
        var (last, state) = (changes[^1], changes[^1].After);
        return new DigestWork(state.Reference, state.OperationId, last.At)
        {
            AskedBy = customer.FindPerson(state.PersonId)?.Name,
            ApprovedBy = customer.FindPerson(state.ApprovedBy)?.Name,
            Technicians = [.. state.Run!.Votes.Select(vote => vote.By.Id)],
            Steps = changes.Count(moment => HowOf(moment.Event) is StepEnd.Done),
            ByHand = changes.Count(moment => HowOf(moment.Event) is StepEnd.ByHand),
            Undoes = state.Run.Undoes,
        };
    }
}
