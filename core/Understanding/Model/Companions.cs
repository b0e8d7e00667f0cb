using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Learning;

namespace SiOne.Bot.Understanding.Model;

/// <summary>How often one operation is asked beside another, as logarithms: a phone beside an arrival, a redirection beside a departure.</summary>
internal static class Companions
{
    private const double Never = 0.3;
    private const double Rare = 5;

    /// <summary>Counts the messages of the data: row is the operation that leads, column the one beside it.</summary>
    public static float[] Count(IReadOnlyCollection<LabelledMessage> messages)
    {
        var count = AllOperations.List.Length;
        var together = new double[count * count];
        var alone = new double[count];
        Array.Fill(together, Never);
        Array.Fill(alone, Rare);
        foreach (var message in messages)
        {
            foreach (var first in message.Operations)
            {
                var row = AllOperations.List.IndexOf(first);
                alone[row]++;
                foreach (var second in message.Operations)
                    if (second != first) together[row * count + AllOperations.List.IndexOf(second)]++;
            }
        }
        return [.. together.Select((value, i) => (float)Math.Log(value / alone[i / count]))];
    }
}
