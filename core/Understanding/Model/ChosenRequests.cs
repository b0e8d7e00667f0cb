using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The requests of a message: the likeliest one, and every further one that is likely enough.</summary>
internal static class ChosenRequests
{
    private static readonly int None = AllOperations.List.IndexOf(OtherOperations.None);

    /// <summary>The operations in the order of the words that ask for them: by sentence, within one by clause, within one by likeliness.</summary>
    /// <param name="evidence">What the first readers say.</param>
    /// <param name="asked">For each operation the probability that it is asked.</param>
    /// <param name="furtherRequest">From which probability a further operation is one.</param>
    public static ImmutableArray<(Operation Operation, Part? Where)> Of(Evidence evidence, double[] asked, double furtherRequest)
    {
        var order = Enumerable.Range(0, asked.Length).OrderByDescending(i => asked[i]).ToList();
        var chosen = order[0] == None ? [None] : order.Where(i => i == order[0] || (asked[i] >= furtherRequest && i != None)).ToList();
        return
        [
            .. chosen.Select(i => (Operation: AllOperations.List[i], Where: i == None ? null : evidence.SentenceFor(i)?.Part, Clause: evidence.ClauseFor(i)))
                .OrderBy(request => request.Where?.Sentence ?? -1).ThenBy(request => request.Clause)
                .Select(request => (request.Operation, request.Where)),
        ];
    }
}
