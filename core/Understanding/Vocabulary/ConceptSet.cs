using System.Runtime.InteropServices;

namespace SiOne.Bot.Understanding.Vocabulary;

/// <summary>A set of concepts as bits: cues are tested against every sentence, so membership must cost next to nothing.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConceptSet(UInt128 Low, UInt128 High)
{
    /// <summary>How many concepts there may be.</summary>
    public const int Capacity = 256;

    /// <summary>With one concept more.</summary>
    public ConceptSet With(int id) => id < 128 ? this with { Low = Low | (UInt128.One << id) } : this with { High = High | (UInt128.One << (id - 128)) };

    /// <summary>All concepts of both.</summary>
    public ConceptSet Union(ConceptSet other) => new(Low | other.Low, High | other.High);

    /// <summary>Without the other's concepts.</summary>
    public ConceptSet Without(ConceptSet other) => new(Low & ~other.Low, High & ~other.High);

    /// <summary>Whether all of the other's concepts are here.</summary>
    public bool Contains(ConceptSet other) => (Low & other.Low) == other.Low && (High & other.High) == other.High;

    /// <summary>Whether any of the other's concepts is here.</summary>
    public bool Overlaps(ConceptSet other) => (Low & other.Low) != 0 || (High & other.High) != 0;

    /// <summary>The ids of the concepts, in ascending order.</summary>
    public IEnumerable<int> Ids()
    {
        for (var low = Low; low != 0; low &= low - 1) yield return (int)UInt128.TrailingZeroCount(low);
        for (var high = High; high != 0; high &= high - 1) yield return 128 + (int)UInt128.TrailingZeroCount(high);
    }
}
