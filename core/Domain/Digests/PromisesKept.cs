using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Digests;

/// <summary>
/// What became of the promises of one request (Art. 11, 14, 22; XIV 4.1). A promise stands while its clock runs; it is kept when the request is done
/// in time, and missed once its minute has passed: moving its date afterwards does not mend it. What is opened again is promised anew.
/// </summary>
public static class PromisesKept
{
    /// <summary>The promises that were kept or missed in a time, or missed before and still open at its end.</summary>
    /// <param name="history">The request.</param>
    /// <param name="from">The first instant, UTC.</param>
    /// <param name="to">The first instant that is too late, UTC.</param>
    public static ImmutableArray<DigestPromise> In(RequestHistory history, DateTimeOffset from, DateTimeOffset to)
    {
        var told = ImmutableArray.CreateBuilder<DigestPromise>();
        Stood? missed = null;
        var moments = history.Before(to).ToImmutableArray();
        for (var i = 0; i < moments.Length; i++)
        {
            var (at, happened, before, after) = moments[i];
            if (happened is RequestEvent.Moved { To: RequestState.Done })
            {
                if ((missed ?? Standing(before)) is { } due && at >= from) told.Add(Told(due, at));
                missed = null;
            }
            else if (after.State.IsEnded() || happened is RequestEvent.Corrected)
            {
                // Nobody waits for it any more, or it is another request now: a promise missed in this time stays told.
                if (missed is { } broken && broken.Due >= from && after.State.IsEnded()) told.Add(Told(broken, doneAt: null));
                missed = null;
            }

            var until = i + 1 < moments.Length ? moments[i + 1].At : to;
            // Between the lines of one step nothing stands: a reopening moves first, and promises anew in the same instant.
            if (missed is null && until > at && Standing(after) is { } stands && DigestPromise.LateFrom(stands.Due) <= until) missed = stands;
        }

        if (missed is { } open) told.Add(Told(open, doneAt: null));
        return told.ToImmutable();

        DigestPromise Told(Stood stood, DateTimeOffset? doneAt) => new(
            moments[^1].After.Reference, stood.OperationId, stood.IsCommitment, stood.Due, doneAt, moments[^1].After.State);
    }

    /// <summary>The promise that runs; null while none does. What the reader could not sort promises nothing yet.</summary>
    private static Stood? Standing(Request? state) => state is { ClockRuns: true, Abstained: false, Due: { } due } && state.Promise is not Promise.None
        ? new Stood(
            state.OperationId,
            PromiseWords.Firmness(state.Promise, state.Findings.Select(finding => finding.Code), state.EffectiveOn, due) is Promise.Commitment, due.At)
        : null;

    private readonly record struct Stood(string OperationId, bool IsCommitment, DateTimeOffset Due);
}
