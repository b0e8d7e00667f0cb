using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.Model;

/// <summary>The sets of operations that a message may ask for: the likeliest ones alone, in twos and in threes.</summary>
internal static class CandidateSets
{
    private const int Alone = 8;
    private const int InTwos = 6;
    private const int InThrees = 4;
    private static readonly int None = AllOperations.List.IndexOf(OtherOperations.None);

    /// <summary>The sets, each in the order of its members' likeliness. "No request" stands alone.</summary>
    /// <param name="logits">How likely each operation is by itself.</param>
    public static ImmutableArray<int[]> Of(double[] logits)
    {
        var order = Enumerable.Range(0, logits.Length).OrderByDescending(i => logits[i]).ToArray();
        var asked = order.Where(i => i != None).Take(InTwos).ToArray();
        var sets = ImmutableArray.CreateBuilder<int[]>();
        foreach (var one in order.Take(Alone)) sets.Add([one]);
        for (var i = 0; i < asked.Length; i++)
            for (var j = i + 1; j < asked.Length; j++)
            {
                sets.Add([asked[i], asked[j]]);
                for (var k = j + 1; k < InThrees; k++) sets.Add([asked[i], asked[j], asked[k]]);
            }
        return sets.ToImmutable();
    }
}
