using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>One card with sample data: made for both languages, its actions named after it so that they are the same every time.</summary>
/// <param name="name">The card's name.</param>
/// <param name="make">Makes it.</param>
internal sealed class SampleCard(string name, Func<SampleCard, Language, AdaptiveCard> make)
{
    /// <summary>The card's name, without the language.</summary>
    public string Name => name;

    public AdaptiveCard In(Language language) => make(this, language);

    /// <summary>An action of this card.</summary>
    /// <param name="verb">What it means.</param>
    /// <param name="of">Which one, where the verb occurs several times.</param>
    public CardAction Action(CardVerb verb, string of = "") =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{verb}/{of}")))[..CardAction.IdLength], verb);
}
