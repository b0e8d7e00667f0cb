using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Scoring;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The requests of a message: the likeliest one, and every further one that is likely enough.</summary>
internal static class ChosenRequests
{
    private static readonly int None = AllOperations.List.IndexOf(OtherOperations.None);

    /// <summary>The operations in the order of the sentences that ask for them.</summary>
    public static ImmutableArray<(Operation Operation, Part? Where)> Of(Evidence evidence, double[] probabilities, double furtherRequest)
    {
        var order = Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).ToList();
        var chosen = order[0] == None ? [None] : order.Where(i => i == order[0] || (probabilities[i] >= furtherRequest && i != None)).ToList();
        return
        [
            .. chosen.Select(i =>
            {
                var sentence = i == None ? null : evidence.SentenceFor(i);
                return (Operation: AllOperations.List[i], Where: sentence?.Part);
            }).OrderBy(request => request.Where?.Sentence ?? -1),
        ];
    }

    /// <summary>How sure it is that a request of this category is asked: the category's share of all that could be meant.</summary>
    /// <remarks>
    /// An operation that is hard to tell from its neighbour stays in its category. Another request of the message is no rival as far as it is sure
    /// itself; one that may be there or not raises a doubt.
    /// </remarks>
    public static double Confidence(double[] probabilities, Operation operation, IEnumerable<Operation> chosen)
    {
        var others = chosen.ToHashSet();
        double own = 0, rivals = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var candidate = AllOperations.List[i];
            if (candidate.Category == operation.Category) own += probabilities[i];
            else rivals += others.Contains(candidate) ? 1 - probabilities[i] : probabilities[i];
        }
        return own / Math.Max(1, own + rivals);
    }
}
