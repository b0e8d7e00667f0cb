using System.Text.Json.Serialization;

namespace SiOne.Bot.Cards.Model;

/// <summary>What a card's body is made of: the elements of Adaptive Cards 1.5 that our cards use, named as the schema names them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
public abstract record CardElement
{
    private protected CardElement() { }

    /// <summary>The room above it; null: the host's default.</summary>
    public Spacing? Spacing { get; init; }

    /// <summary>A line above it.</summary>
    public bool? Separator { get; init; }
}

/// <summary>Room between elements.</summary>
public enum Spacing
{
    /// <summary>None.</summary>
    None,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}
