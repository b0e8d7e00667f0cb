using System.Collections.Immutable;

namespace SiOne.Bot.Cards.Model;

/// <summary>Terms and what is said of them, in two columns.</summary>
public sealed record FactSet : CardElement
{
    /// <summary>The facts; not empty.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }
}

/// <summary>One fact; clients read Markdown in both texts.</summary>
/// <param name="Title">The term, escaped.</param>
/// <param name="Value">What is said of it, escaped.</param>
public sealed record Fact(string Title, string Value);
