namespace SiOne.Bot.Cards.Model;

/// <summary>A paragraph. Clients read Markdown in its text: whatever stands here went through <see cref="CardText"/>.</summary>
public sealed record TextBlock : CardElement
{
    /// <summary>The text, escaped.</summary>
    public required string Text { get; init; }

    /// <summary>Always: a phone is narrow, and nothing that we say may be cut off.</summary>
    public bool Wrap { get; } = true;

    /// <summary>The size; null: the default.</summary>
    public FontSize? Size { get; init; }

    /// <summary>The weight; null: the default.</summary>
    public FontWeight? Weight { get; init; }

    /// <summary>The colour; never the only sign of what it means.</summary>
    public Colors? Color { get; init; }

    /// <summary>Toned down.</summary>
    public bool? IsSubtle { get; init; }

    /// <summary>A heading, for screen readers too.</summary>
    public TextBlockStyle? Style { get; init; }
}

/// <summary>Sizes of text.</summary>
public enum FontSize
{
    /// <summary>Between default and large.</summary>
    Medium,
}

/// <summary>Weights of text.</summary>
public enum FontWeight
{
    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>Colours of text.</summary>
public enum Colors
{
    /// <summary>The host's accent.</summary>
    Accent,

    /// <summary>Green in most hosts.</summary>
    Good,

    /// <summary>Amber in most hosts.</summary>
    Warning,

    /// <summary>Red in most hosts.</summary>
    Attention,
}

/// <summary>What a text is.</summary>
public enum TextBlockStyle
{
    /// <summary>A heading.</summary>
    Heading,
}
