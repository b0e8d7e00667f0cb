using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Customers;

/// <summary>A person's requests, the newest first.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Lines">The requests; empty is said.</param>
public sealed record StatusListView(Language Language, ImmutableArray<StatusLine> Lines)
{
    /// <summary>How many there are in all; more than the lines is said.</summary>
    public int Total { get; init; } = Lines.Length;

    /// <summary>What became of the last click; null: nothing to say.</summary>
    public CardBanner? Banner { get; init; }
}

/// <summary>One request of the list.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="Title">What was understood.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Tone">The colour beside the words.</param>
public sealed record StatusLine(string Reference, string Title, string Status, Tone Tone)
{
    /// <summary>When it is due, as it was told; null where no date was.</summary>
    public string? Due { get; init; }

    /// <summary>Shows the request; null: the reader writes "état" and the reference.</summary>
    public CardAction? Show { get; init; }

    /// <summary>A request as <see cref="StandingWords.Line"/> says it.</summary>
    public static StatusLine Of(WordedRequest request, CardAction? show) => new(request.Reference, request.Title, request.Status, request.Tone)
    {
        Due = request.Promise?.Line,
        Show = show,
    };
}
