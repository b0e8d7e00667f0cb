using System.Collections.Immutable;

namespace SiOne.Bot.Cards.Model;

/// <summary>Elements that belong together.</summary>
public sealed record Container : CardElement
{
    /// <summary>Its name, for an <see cref="ActionToggleVisibility"/>; null where nothing speaks of it.</summary>
    public string? Id { get; init; }

    /// <summary>False: hidden until it is toggled.</summary>
    public bool? IsVisible { get; init; }

    /// <summary>Its background; null: none.</summary>
    public ContainerStyle? Style { get; init; }

    /// <summary>The elements; not empty.</summary>
    public required ImmutableArray<CardElement> Items { get; init; }
}

/// <summary>Backgrounds.</summary>
public enum ContainerStyle
{
    /// <summary>A light tint.</summary>
    Emphasis,

    /// <summary>Green in most hosts.</summary>
    Good,

    /// <summary>Red in most hosts.</summary>
    Attention,

    /// <summary>Amber in most hosts.</summary>
    Warning,
}

/// <summary>Columns side by side.</summary>
public sealed record ColumnSet : CardElement
{
    /// <summary>The columns, left to right.</summary>
    public required ImmutableArray<Column> Columns { get; init; }
}

/// <summary>One column.</summary>
public sealed record Column
{
    /// <summary>The schema's name.</summary>
    public string Type { get; } = "Column";

    /// <summary>"auto" or "stretch".</summary>
    public required string Width { get; init; }

    /// <summary>The elements; not empty.</summary>
    public required ImmutableArray<CardElement> Items { get; init; }
}

/// <summary>Buttons. Teams shows six at most.</summary>
public sealed record ActionSet : CardElement
{
    /// <summary>The buttons; one to six.</summary>
    public required ImmutableArray<AdaptiveAction> Actions { get; init; }
}
