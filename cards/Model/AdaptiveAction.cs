using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Cards.Model;

/// <summary>What a button does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionSubmit), "Action.Submit")]
[JsonDerivedType(typeof(ActionOpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ActionShowCard), "Action.ShowCard")]
[JsonDerivedType(typeof(ActionToggleVisibility), "Action.ToggleVisibility")]
public abstract record AdaptiveAction
{
    private protected AdaptiveAction() { }

    /// <summary>The button's words: plain text; null only for a refresh, which has no button.</summary>
    public string? Title { get; init; }

    /// <summary>How it stands out; null: it does not.</summary>
    public ActionStyle? Style { get; init; }

    /// <summary>What follows from it, shown beside the pointer.</summary>
    public string? Tooltip { get; init; }
}

/// <summary>How a button stands out.</summary>
public enum ActionStyle
{
    /// <summary>The thing to do.</summary>
    Positive,

    /// <summary>What cannot be taken back.</summary>
    Destructive,
}

/// <summary>A universal action: the bot is asked, and its answer replaces the card.</summary>
public sealed record ActionExecute : AdaptiveAction
{
    /// <summary>What is meant, for people who read logs; the store decides by the identifier.</summary>
    public required string Verb { get; init; }

    /// <summary>All that travels: a version and an opaque identifier.</summary>
    public required ActionData Data { get; init; }

    /// <summary>None: no input goes with it, nor is any checked; null: those of its card and the cards around it.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>For clients that do not know universal actions; null for a refresh.</summary>
    public AdaptiveAction? Fallback { get; init; }
}

/// <summary>The older way: what is filled in comes as a message.</summary>
public sealed record ActionSubmit : AdaptiveAction
{
    /// <summary>The same as that of the action it stands for.</summary>
    public required ActionData Data { get; init; }

    /// <summary>The same as that of the action it stands for.</summary>
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Opens an address: only ever a mail that we wrote.</summary>
public sealed record ActionOpenUrl : AdaptiveAction
{
    /// <summary>The address.</summary>
    public required string Url { get; init; }
}

/// <summary>Opens a card inside the card; it holds no further one, which the official renderer forbids.</summary>
public sealed record ActionShowCard : AdaptiveAction
{
    /// <summary>The inner card: body only.</summary>
    public required AdaptiveCard Card { get; init; }
}

/// <summary>Shows what is hidden and hides it again.</summary>
public sealed record ActionToggleVisibility : AdaptiveAction
{
    /// <summary>The names of the containers.</summary>
    public required ImmutableArray<string> TargetElements { get; init; }
}

/// <summary>Which inputs go with an action.</summary>
public enum AssociatedInputs
{
    /// <summary>None.</summary>
    None,
}

/// <summary>The payload of every action: who acts comes from the authenticated activity, and what it means lies in the store.</summary>
/// <param name="V">The version of the payload.</param>
/// <param name="Id">128 bits as 32 lower-case hexadecimal digits.</param>
public sealed record ActionData(int V, string Id);
