using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>The cards that a customer's people see. What they say of a request comes from the domain's words, so that card and mail cannot disagree.</summary>
public static class CustomerCards
{
    /// <summary>
    /// One or several requests: confirmation, details to give, a draft to confirm, an approval, a quote, the end. What it is follows from the
    /// words and the buttons.
    /// </summary>
    public static AdaptiveCard Answer(AnswerCardView view) => AnswerCard.Of(view);

    /// <summary>"Mes demandes".</summary>
    public static AdaptiveCard StatusList(StatusListView view) => StatusListCard.Of(view);

    /// <summary>The week of a customer, with the buttons of what waits.</summary>
    public static AdaptiveCard Digest(DigestCardView view) => DigestCard.Of(view);

    /// <summary>The first card, with examples for the level subscribed.</summary>
    public static AdaptiveCard Welcome(Language language, Level level) => GreetingCards.Welcome(language, level);

    /// <summary>"Aide".</summary>
    public static AdaptiveCard Help(Language language, Level level) => GreetingCards.Help(language, level);

    /// <summary>For somebody whose organisation is not a customer's: polite, and tells nothing.</summary>
    public static AdaptiveCard UnknownTenant(Language language) => GreetingCards.UnknownTenant(language);

    /// <summary>For an emoji, a sticker, an empty message.</summary>
    public static AdaptiveCard Received(Language language) => GreetingCards.Received(language);
}
