using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>A list of requests for technicians, in the order in which they are due.</summary>
/// <param name="Kind">Which list.</param>
/// <param name="Lines">The requests; empty is said.</param>
public sealed record QueueCardView(QueueKind Kind, ImmutableArray<QueueLine> Lines)
{
    /// <summary>The reader's language: of the host's words and of the card's own labels.</summary>
    public Language Language { get; init; }

    /// <summary>How many there are in all; more than the lines is said.</summary>
    public int Total { get; init; } = Lines.Length;

    /// <summary>What became of the last click; null: nothing to say.</summary>
    public CardBanner? Banner { get; init; }
}

/// <summary>Which list.</summary>
public enum QueueKind
{
    /// <summary>All that waits for a technician.</summary>
    Queue,

    /// <summary>What runs out soon.</summary>
    DueSoon,

    /// <summary>The requests and visits of the reader.</summary>
    Mine,
}

/// <summary>One request of a list.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Customer">Whose.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tone">The colour beside the state.</param>
public sealed record QueueLine(string Reference, string Title, string Customer, string State, StateTone Tone)
{
    /// <summary>Until when, as people say it; null where nothing is counted.</summary>
    public string? Due { get; init; }

    /// <summary>What is left of it; null where nothing runs.</summary>
    public string? Left { get; init; }

    /// <summary>Who has it; null while nobody has.</summary>
    public string? TakenBy { get; init; }

    /// <summary>An emergency.</summary>
    public bool Emergency { get; init; }

    /// <summary>Shows the request; null: no button.</summary>
    public CardAction? Show { get; init; }
}
