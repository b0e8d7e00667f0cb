using System.Buffers;

namespace SiOne.Bot.Domain.Requests;

/// <summary>What people call a request: <c>SI-7K3M-9QXA</c>. A hint in a subject, never a proof: a message joins only if its sender belongs to the request's customer.</summary>
/// <param name="Value">As printed.</param>
public readonly record struct RequestReference(string Value)
{
    /// <summary>Letters and digits that cannot be mistaken for one another (Crockford's base 32).</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    private const string Prefix = "SI-";
    private const int Length = 12;

    /// <summary>The reference of 40 bits.</summary>
    public static RequestReference Of(ReadOnlySpan<byte> fiveBytes)
    {
        var bits = 0UL;
        foreach (var b in fiveBytes[..5]) bits = (bits << 8) | b;
        Span<char> text = stackalloc char[Length];
        Prefix.CopyTo(text);
        for (var i = 0; i < 8; i++) text[i < 4 ? 3 + i : 4 + i] = Alphabet[(int)(bits >> (35 - (5 * i))) & 31];
        text[7] = '-';
        return new RequestReference(new string(text));
    }

    /// <summary>The first reference in a text, whatever stands around it; null when there is none.</summary>
    public static RequestReference? FindIn(string text)
    {
        for (var at = text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = text.IndexOf(Prefix, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at + Length > text.Length || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) continue;
            var candidate = text.Substring(at, Length).ToUpperInvariant();
            if (candidate[7] == '-' && (at + Length == text.Length || !char.IsLetterOrDigit(text[at + Length]))
                && candidate.AsSpan(3, 4).IndexOfAnyExcept(Letters) < 0 && candidate.AsSpan(8).IndexOfAnyExcept(Letters) < 0)
                return new RequestReference(candidate);
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
