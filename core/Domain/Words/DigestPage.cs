using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Words;

/// <summary>What keeps a digest on one page: each part has its most lines, and what is left out is counted.</summary>
internal static class DigestPage
{
    /// <summary>Requests that wait for the customer.</summary>
    public const int Waiting = 4;

    /// <summary>States in which a category's requests are.</summary>
    public const int States = 4;

    /// <summary>Promises.</summary>
    public const int Promises = 6;

    /// <summary>Requests outside the contract or refused.</summary>
    public const int Asides = 3;

    /// <summary>Changes in the tenant.</summary>
    public const int Work = 3;

    /// <summary>Products of which licences are held.</summary>
    public const int Products = 3;

    /// <summary>Announcements of Microsoft's.</summary>
    public const int Announcements = 3;

    /// <summary>A part with its first lines; none without a line.</summary>
    /// <param name="heading">Its heading.</param>
    /// <param name="lines">All its lines, the weightiest first.</param>
    /// <param name="most">How many are shown.</param>
    /// <param name="more">Says how many more there are.</param>
    /// <param name="language">The reader's language.</param>
    public static IEnumerable<WordedPart> Part(Label heading, ImmutableArray<WordedLine> lines, int most, Func<int, Label> more, Language language)
    {
        if (lines.IsEmpty) yield break;
        yield return new WordedPart(
            Typography.Set(heading, language), [.. lines.Take(most)], lines.Length > most ? Typography.Set(more(lines.Length - most), language) : null);
    }

    /// <summary>The same for what is a request.</summary>
    public static Label Others(int count) => count == 1 ? new("et une autre.", "and another one.") : new($"et {count} autres.", $"and {count} others.");
}
