using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Technicians;

/// <summary>
/// One request as technicians see it. All sentences come from the host, in the language of the card; what a customer wrote, names included,
/// comes as it was written and is made harmless here.
/// </summary>
public sealed record TechnicianCardView
{
    /// <summary>The reader's language: of the host's sentences and of the card's own labels.</summary>
    public Language Language { get; init; }

    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>The operation's name.</summary>
    public required string Title { get; init; }

    /// <summary>The title is only the best guess: somebody has to sort it.</summary>
    public bool Abstained { get; init; }

    /// <summary>An emergency: the card says so first, and in red.</summary>
    public bool Emergency { get; init; }

    /// <summary>The customer's name.</summary>
    public required string Customer { get; init; }

    /// <summary>The subscription level as people say it.</summary>
    public required string Level { get; init; }

    /// <summary>Who asked; null where nobody listed did.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Their identity is proven.</summary>
    public bool Proven { get; init; }

    /// <summary>Whom it is about, as the message names them; null where it names nobody.</summary>
    public string? About { get; init; }

    /// <summary>The Microsoft 365 account that was picked for that person; null where none was, or where the name says it all.</summary>
    public string? Account { get; init; }

    /// <summary>How it came, as people say it.</summary>
    public required string Channel { get; init; }

    /// <summary>When, as people say it.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Until when, as people say it; null where nothing is counted.</summary>
    public string? Due { get; init; }

    /// <summary>What is left of it ("reste 5 h de service"); null where nothing runs.</summary>
    public string? Left { get; init; }

    /// <summary>Where it stands.</summary>
    public required string State { get; init; }

    /// <summary>The colour beside the state.</summary>
    public StateTone Tone { get; init; }

    /// <summary>Who has it; null while nobody has.</summary>
    public string? TakenBy { get; init; }

    /// <summary>More facts, in the host's order: what it waits for, since when, reminders, a visit.</summary>
    public ImmutableArray<CardFact> Facts { get; init; } = [];

    /// <summary>What the contract says of it.</summary>
    public ImmutableArray<CardFinding> Findings { get; init; } = [];

    /// <summary>What the customer wrote, its secrets masked; null where it was erased.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The names of attached files, as they came.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    /// <summary>What happened, oldest first.</summary>
    public ImmutableArray<CardHistory> History { get; init; } = [];

    /// <summary>What is done in the customer's Microsoft 365, and how far it is; null where no plan was drawn up.</summary>
    public PlanCardView? Plan { get; init; }

    /// <summary>What can be done, what comes next in most cases first.</summary>
    public ImmutableArray<CardAct> Acts { get; init; } = [];

    /// <summary>What became of the last click; null: nothing to say.</summary>
    public CardBanner? Banner { get; init; }

    /// <summary>For whom the card is asked anew; null: for nobody.</summary>
    public Customers.CardRefresh? Refresh { get; init; }
}

/// <summary>The colour beside a state.</summary>
public enum StateTone
{
    /// <summary>None: it is over.</summary>
    None,

    /// <summary>It goes its way.</summary>
    Good,

    /// <summary>It waits.</summary>
    Wait,

    /// <summary>It was stopped.</summary>
    Stop,
}

/// <summary>A fact, as a term and what is said of it.</summary>
/// <param name="Name">The term.</param>
/// <param name="Text">What is said of it.</param>
public sealed record CardFact(string Name, string Text);

/// <summary>A finding.</summary>
/// <param name="Article">The article, cited as people read it.</param>
/// <param name="Text">The clause's sentence.</param>
/// <param name="OnlyFor">Who alone may read it, in words; null: everybody.</param>
public sealed record CardFinding(string Article, string Text, string? OnlyFor = null);

/// <summary>A line of the history: an event, or what a technician wrote.</summary>
/// <param name="At">When, in short.</param>
/// <param name="Text">What; a person's words are hostile.</param>
public sealed record CardHistory(string At, string Text);

/// <summary>Something that a technician can do, and what has to be given for it.</summary>
/// <param name="Action">The button's action.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Hint">What follows from it.</param>
public sealed record CardAct(CardAction Action, string Name, string Hint)
{
    /// <summary>The label of the text; null where none is asked.</summary>
    public string? Text { get; init; }

    /// <summary>What the text begins with, for the technician to finish; null: nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The instant may be left out.</summary>
    public bool AtOptional { get; init; }

    /// <summary>Those of whom one has to be chosen; empty where nobody is.</summary>
    public ImmutableArray<CardChoice> Persons { get; init; } = [];

    /// <summary>The numbers on record of which one has to be chosen, masked but for their last digits; empty where none is.</summary>
    public ImmutableArray<CardChoice> Numbers { get; init; } = [];

    /// <summary>The operations of which one has to be chosen, with a date where it changes; empty where none is.</summary>
    public ImmutableArray<CardChoice> Operations { get; init; } = [];

    /// <summary>The label of the instant; null where none is asked.</summary>
    public string? At { get; init; }

    /// <summary>The reasons of which one has to be chosen; empty where none is.</summary>
    public ImmutableArray<CardChoice> Reasons { get; init; } = [];
}

/// <summary>Something to choose.</summary>
/// <param name="Id">What comes back.</param>
/// <param name="Name">What people read.</param>
public sealed record CardChoice(string Id, string Name);
