using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards;

/// <summary>
/// What a card sent back: which button, and what was filled in. It tells nothing of who acts or what is allowed: that comes from the
/// authenticated activity and from the store under the identifier. The texts are hostile.
/// </summary>
/// <param name="Id">The action's identifier; whether there is such an action, the store knows.</param>
/// <param name="Inputs">What belongs to that action and was filled in; inputs of the card around it are left out.</param>
public sealed record CardSubmit(string Id, ImmutableSortedDictionary<CardInput, string> Inputs)
{
    /// <summary>The client asked by itself, to show a fresh card; nobody pressed anything.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>What was filled in, trimmed; null where nothing was.</summary>
    public string? this[CardInput input] => Inputs.GetValueOrDefault(input);
}

/// <summary>What came back, read: one of the two is there.</summary>
/// <param name="Submit">What was sent; null when it is refused.</param>
/// <param name="Refusal">Why it is refused; null when it is not.</param>
public sealed record CardSubmitReading(CardSubmit? Submit, CardSubmitRefusal? Refusal);

/// <summary>Why a payload is refused.</summary>
public enum CardSubmitRefusal
{
    /// <summary>There is no such object, or something in it is not of the kind that cards send.</summary>
    Malformed,

    /// <summary>Another kind of action.</summary>
    NotExecute,

    /// <summary>A payload of another version: the card is older or newer than this program.</summary>
    OtherVersion,

    /// <summary>No identifier, or one that we never make.</summary>
    BadId,

    /// <summary>Something that our cards do not ask for, or the same twice.</summary>
    UnknownInput,

    /// <summary>More text than our cards let anybody write.</summary>
    TooLong,
}
