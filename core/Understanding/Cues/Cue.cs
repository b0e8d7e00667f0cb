using System.Runtime.InteropServices;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Understanding.Vocabulary;

namespace SiOne.Bot.Understanding.Cues;

/// <summary>Concepts that together speak for an operation.</summary>
/// <param name="Operation">What they speak for.</param>
/// <param name="Weight">How much; below 0 they speak against it.</param>
/// <param name="Asserted">Concepts that must be there.</param>
/// <param name="Denied">Concepts that must be there and denied ("pas de réseau").</param>
/// <param name="Absent">Concepts that must not be there.</param>
internal sealed record Cue(Operation Operation, double Weight, ConceptSet Asserted, ConceptSet Denied, ConceptSet Absent)
{
    /// <summary>The cues of one operation, from weights and patterns (<see cref="Parse"/>).</summary>
    public static IEnumerable<Cue> For(Operation operation, params (double Weight, string Pattern)[] cues) =>
        cues.Select(cue => Parse(operation, cue.Weight, cue.Pattern));

    /// <summary>Reads a cue: names of concepts separated by spaces; <c>-name</c> is a denied one, <c>!name</c> one that must be missing.</summary>
    public static Cue Parse(Operation operation, double weight, string pattern)
    {
        var (asserted, denied, absent) = (default(ConceptSet), default(ConceptSet), default(ConceptSet));
        foreach (var part in pattern.Split(' '))
        {
            switch (part[0])
            {
                case '-': denied = denied.With(Lexicon.Default.Id(part[1..])); break;
                case '!': absent = absent.With(Lexicon.Default.Id(part[1..])); break;
                default: asserted = asserted.With(Lexicon.Default.Id(part)); break;
            }
        }
        return new Cue(operation, weight, asserted, denied, absent);
    }

    /// <summary>Whether the cue holds for a stretch of text.</summary>
    public bool Holds(Mentions mentions) =>
        mentions.Asserted.Contains(Asserted) && mentions.Denied.Contains(Denied) && !mentions.Asserted.Overlaps(Absent);
}

/// <summary>The concepts of a stretch of text.</summary>
/// <param name="Asserted">Those that it states.</param>
/// <param name="Denied">Those that it denies.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mentions(ConceptSet Asserted, ConceptSet Denied)
{
    /// <summary>Those of two stretches.</summary>
    public Mentions Union(Mentions other) => new(Asserted.Union(other.Asserted), Denied.Union(other.Denied));
}
