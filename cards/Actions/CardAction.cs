using System.Buffers;

namespace SiOne.Bot.Cards.Actions;

/// <summary>One button of one card: what it means, for whom and until which revision lies in the store under the identifier.</summary>
/// <param name="Id">Opaque, 128 bits as 32 lower-case hexadecimal digits; one for each button, never used twice.</param>
/// <param name="Verb">What it means.</param>
public sealed record CardAction(string Id, CardVerb Verb)
{
    /// <summary>How long an identifier is.</summary>
    public const int IdLength = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Opaque, 128 bits as 32 lower-case hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">It is anything else.</exception>
    public string Id { get; init; } = IsId(Id) ? Id : throw new ArgumentException("An identifier has 32 lower-case hexadecimal digits.", nameof(Id));

    /// <summary>Whether a text has the form of an identifier.</summary>
    public static bool IsId(string? text) => text is { Length: IdLength } && text.AsSpan().IndexOfAnyExcept(Hexadecimal) < 0;
}

/// <summary>The version of the payload in cards.</summary>
public static class CardPayload
{
    /// <summary>Raised when the payload's form changes; older cards are answered with a fresh one.</summary>
    public const int Version = 1;
}
