using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Cards.Model;

/// <summary>Something to fill in. What comes back is hostile text, whatever the input allowed.</summary>
public abstract record InputElement : CardElement
{
    private protected InputElement() { }

    /// <summary>Its name in what comes back, made by <see cref="Actions.CardInputs"/>; unique in the card.</summary>
    public required string Id { get; init; }

    /// <summary>What is asked, for everybody and for screen readers.</summary>
    public required string Label { get; init; }

    /// <summary>It must be filled in; then with <see cref="ErrorMessage"/>.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>What is said when it is empty.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>A text.</summary>
public sealed record InputText : InputElement
{
    /// <summary>Several lines.</summary>
    public bool? IsMultiline { get; init; }

    /// <summary>The most characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What it begins with.</summary>
    public string? Value { get; init; }

    /// <summary>An example, shown while it is empty.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What kind of text, for the keyboard of a phone.</summary>
    public TextInputStyle? Style { get; init; }
}

/// <summary>Kinds of text.</summary>
public enum TextInputStyle
{
    /// <summary>A mail address.</summary>
    Email,
}

/// <summary>A day.</summary>
public sealed record InputDate : InputElement;

/// <summary>An hour of the day.</summary>
public sealed record InputTime : InputElement;

/// <summary>One out of a list. With <see cref="Data"/> Teams searches people; a client that does not know it shows the static choices.</summary>
public sealed record InputChoiceSet : InputElement
{
    /// <summary>The static choices; may be empty beside a search.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];

    /// <summary>How it looks.</summary>
    public ChoiceInputStyle Style { get; init; }

    /// <summary>Shown while nothing is chosen, when compact.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Long choices take several lines.</summary>
    public bool Wrap { get; } = true;

    /// <summary>Searched for while the person types (Teams' people picker; not in the 1.5 schema).</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? Data { get; init; }
}

/// <summary>How choices look.</summary>
public enum ChoiceInputStyle
{
    /// <summary>A drop-down: its titles are plain text.</summary>
    Compact,
}

/// <summary>One choice.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Value">What comes back.</param>
public sealed record Choice(string Title, string Value);

/// <summary>Where choices are searched.</summary>
/// <param name="Dataset">The data set; Teams knows the people of the organisation.</param>
public sealed record DataQuery(string Dataset)
{
    /// <summary>Everybody of the reader's own organisation; in a chat with a bot only.</summary>
    public const string Users = "graph.microsoft.com/users";

    /// <summary>The schema's name.</summary>
    public string Type { get; } = "Data.Query";
}
