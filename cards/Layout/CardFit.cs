using System.Collections.Immutable;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Layout;

/// <summary>Keeps a card below the size that Teams takes: the first one that fits, the least important left out first, and says so.</summary>
internal static class CardFit
{
    /// <summary>In bytes of JSON: Teams has documented 28 KB for the whole message.</summary>
    public const int MaxBytes = 25 * 1_024;

    private static Label Shortened { get; } = new(
        "Cette carte est abrégée : une partie n'y tenait pas. Tout reste enregistré.", "This card is shortened: not all of it fitted. Everything stays on record.");

    /// <summary>Makes the card.</summary>
    /// <param name="language">The language of its texts.</param>
    /// <param name="fallbackText">Plain text: what a client says that cannot draw it.</param>
    /// <param name="refresh">Asks for a fresh card; null: nobody does.</param>
    /// <param name="body">The elements, with what is left out.</param>
    public static AdaptiveCard Make(Language language, string fallbackText, Refresh? refresh, Func<Cut, IEnumerable<CardElement>> body)
    {
        var card = Of(Cut.Nothing);
        for (var cut = Cut.History; cut <= Cut.Most && CardJson.SizeOf(card) > MaxBytes; cut++) card = Of(cut);
        // Texts that are long and costly to write: what stands last goes, but for the line that says so.
        while (card.Body.Length > 2 && CardJson.SizeOf(card) > MaxBytes) card = card with { Body = card.Body.RemoveAt(card.Body.Length - 2) };
        return card;

        AdaptiveCard Of(Cut cut) => new()
        {
            Schema = "http://adaptivecards.io/schemas/adaptive-card.json",
            Version = "1.5",
            Lang = language is Language.English ? "en" : "fr",
            FallbackText = CardText.Plain(fallbackText, 300),
            Refresh = refresh,
            Body = cut is Cut.Nothing ? [.. body(cut)] : [.. body(cut), Blocks.Subtle(CardWords.Say(Shortened, language))],
        };
    }

    /// <summary>The first ones of a list, fewer in a short card.</summary>
    public static ImmutableArray<T> Some<T>(ImmutableArray<T> all, Cut cut, int most, int fewest) => all.Length <= fewest ? all : [.. all.Take(cut is Cut.Most ? fewest : most)];
}
