using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>What a card about one or several requests is made from: the domain's words, and what the reader may press.</summary>
/// <param name="Words">An answer, a notice or a standing in words.</param>
public sealed record AnswerCardView(WordedAnswer Words)
{
    /// <summary>The buttons of each request, found by its reference; none for a request that has no entry.</summary>
    public ImmutableArray<RequestButtons> Buttons { get; init; } = [];

    /// <summary>What became of the last click; null: nothing to say.</summary>
    public CardBanner? Banner { get; init; }

    /// <summary>For whom the card is asked anew; null: for nobody.</summary>
    public CardRefresh? Refresh { get; init; }
}

/// <summary>What the reader may do about one request.</summary>
/// <param name="Reference">Of the request.</param>
/// <param name="Actions">What may be pressed, in the order to be shown; at most one of each verb.</param>
public sealed record RequestButtons(string Reference, ImmutableArray<CardAction> Actions)
{
    /// <summary>What is asked in the form of <see cref="CardVerb.GiveDetails"/>.</summary>
    public ImmutableArray<FormField> Fields { get; init; } = [];

    /// <summary>Art. 3: the ready mail that makes the draft valid; null where the draft needs none.</summary>
    public ReadyMail? Mail { get; init; }
}

/// <summary>A card that is asked anew when one of these people looks at it.</summary>
/// <param name="Action">What asks.</param>
/// <param name="UserIds">The channel's identifiers; the first 60 count.</param>
public sealed record CardRefresh(CardAction Action, ImmutableArray<string> UserIds);
