using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Contract;

/// <summary>An article of SI-ONE's general terms, by its number as printed there ("14", "8.1", "XIV 2.5.3", "RGPD V").</summary>
/// <param name="Number">The number; one of <see cref="All"/>.</param>
public readonly record struct Article(string Number)
{
    /// <summary>Every article and annex number of the general terms (July 2023).</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "1", "2", "3", "4", "4.1", "5", "6", "7", "8", "8.1", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
        "20", "21", "22", "23", "24", "25",
        "RGPD I", "RGPD II", "RGPD II a", "RGPD II b", "RGPD II c", "RGPD II d", "RGPD II e", "RGPD II f", "RGPD III", "RGPD V",
        "RGPD VI", "RGPD VII", "RGPD VIII", "RGPD IX", "RGPD X", "RGPD XI",
        "XIV", "XIV 1", "XIV 2", "XIV 2.5.3", "XIV 3", "XIV 4", "XIV 4.1", "XIV 4.2", "XIV 4.3",
    ];

    /// <summary>How French texts cite it: "article 14", "annexe XIV 4.1", "annexe RGPD V".</summary>
    public string Cited => char.IsAsciiDigit(Number[0]) ? $"article {Number}" : $"annexe {Number}";

    /// <summary>How English texts cite it.</summary>
    public string CitedInEnglish => char.IsAsciiDigit(Number[0]) ? $"article {Number}" : $"annex {Number}";

    /// <inheritdoc/>
    public override string ToString() => Number;
}
