using System.Text;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// The boundary values that a mail declares anywhere, found without parsing. A declaration in an unusual spelling (RFC 2231 pieces,
/// comments, escapes) makes every line that starts with two dashes count, so a spelling trick cannot hide parts.
/// </summary>
internal readonly ref struct BoundaryNames
{
    private readonly HashSet<int> _hashes;
    private readonly bool _anyDashes;

    private BoundaryNames(HashSet<int> hashes, bool anyDashes, bool tooMany) =>
        (_hashes, _anyDashes, TooMany) = (hashes, anyDashes, tooMany);

    /// <summary>More declarations than parts allowed.</summary>
    public bool TooMany { get; }

    public static BoundaryNames Of(ReadOnlySpan<byte> raw, int limit)
    {
        var hashes = new HashSet<int>();
        var odd = false;
        for (var at = 0; hashes.Count <= limit; at++)
        {
            var next = raw[at..].IndexOf((byte)'=');
            if (next < 0) break;
            at += next;
            switch (WordBefore(raw[..at]))
            {
                case Word.Boundary:
                    odd |= !Read(raw[(at + 1)..], hashes);
                    break;
                case Word.OddBoundary:
                    odd = true;
                    break;
            }
        }

        return new BoundaryNames(hashes, odd, hashes.Count > limit);
    }

    /// <summary>True when the line may open or close a part.</summary>
    public bool Matches(ReadOnlySpan<byte> line)
    {
        if (_anyDashes) return true;
        if (_hashes.Count == 0) return false;
        var name = line[2..].TrimEnd(" \t"u8);
        if (Has(name) || (name.EndsWith("--"u8) && Has(name[..^2]))) return true;
        var blank = name.IndexOfAny((byte)' ', (byte)'\t');
        return blank > 0 && Has(name[..blank]);
    }

    private bool Has(ReadOnlySpan<byte> name) => _hashes.Contains(Hash(name));

    private enum Word { Other, Boundary, OddBoundary }

    private static Word WordBefore(ReadOnlySpan<byte> before)
    {
        before = before[Math.Max(0, before.Length - 64)..].TrimEnd(" \t\r\n"u8);
        if (before.Length < 8) return Word.Other;
        if (Ascii.EqualsIgnoreCase(before[^8..], "boundary"u8)) return Word.Boundary;
        if (before[^1] is not ((byte)'*' or (byte)')' or (>= (byte)'0' and <= (byte)'9'))) return Word.Other;
        for (var i = 0; i + 8 <= before.Length; i++)
            if (Ascii.EqualsIgnoreCase(before.Slice(i, 8), "boundary"u8)) return Word.OddBoundary;
        return Word.Other;
    }

    // False when something is declared in a way that is not understood here.
    private static bool Read(ReadOnlySpan<byte> rest, HashSet<int> hashes)
    {
        rest = rest.TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty) return true;
        var quoted = rest[0] == '"';
        if (quoted) rest = rest[1..];
        var end = quoted ? rest.IndexOf((byte)'"') : rest.IndexOfAny(" \t\r\n;"u8);
        var name = end < 0 ? rest : rest[..end];
        if (name.Length is 0 or > 1000 || name.IndexOfAny("\\(\r\n"u8) >= 0) return false;
        hashes.Add(Hash(name.TrimEnd(" \t"u8)));
        return true;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
