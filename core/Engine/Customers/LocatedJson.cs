using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SiOne.Bot.Engine.Customers;

/// <summary>A JSON value that knows its line, which System.Text.Json's own documents do not.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">Where it starts, from 1.</param>
internal sealed record LocatedJson(JsonValueKind Kind, int Line)
{
    private const int MaxDepth = 16;

    /// <summary>A string's text; empty for everything else.</summary>
    public string Text { get; private init; } = "";

    /// <summary>A whole number of 32 bits; null for everything else.</summary>
    public int? Number { get; private init; }

    /// <summary>A number with its fraction; null for everything else, and for what no price can be.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>An object's members as written, repeated names included.</summary>
    public ImmutableArray<(string Name, int Line, LocatedJson Value)> Members { get; private init; } = [];

    /// <summary>An array's items.</summary>
    public ImmutableArray<LocatedJson> Items { get; private init; } = [];

    /// <summary>Reads a document; comments and trailing commas are allowed.</summary>
    /// <exception cref="JsonException">It is no JSON; the line number counts from 0.</exception>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static LocatedJson Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(utf8);
        var lines = new Lines(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        });
        reader.Read();
        var value = Value(ref reader, lines);
        reader.Read(); // Throws on anything after the value.
        return value;
    }

    private static LocatedJson Value(ref Utf8JsonReader reader, Lines lines)
    {
        var line = lines.Of(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, lines, line),
            JsonTokenType.StartArray => Array(ref reader, lines, line),
            JsonTokenType.String => new LocatedJson(JsonValueKind.String, line) { Text = TextOf(ref reader, line) },
            JsonTokenType.True => new LocatedJson(JsonValueKind.True, line),
            JsonTokenType.False => new LocatedJson(JsonValueKind.False, line),
            JsonTokenType.Null => new LocatedJson(JsonValueKind.Null, line),
            _ => new LocatedJson(JsonValueKind.Number, line)
            {
                Number = reader.TryGetInt32(out var number) ? number : null,
                Amount = reader.TryGetDecimal(out var amount) ? amount : null,
            },
        };
    }

    private static LocatedJson Object(ref Utf8JsonReader reader, Lines lines, int line)
    {
        var members = ImmutableArray.CreateBuilder<(string, int, LocatedJson)>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var at = lines.Of(reader.TokenStartIndex);
            var name = TextOf(ref reader, at);
            reader.Read();
            members.Add((name, at, Value(ref reader, lines)));
        }

        return new LocatedJson(JsonValueKind.Object, line) { Members = members.ToImmutable() };
    }

    private static LocatedJson Array(ref Utf8JsonReader reader, Lines lines, int line)
    {
        var items = ImmutableArray.CreateBuilder<LocatedJson>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) items.Add(Value(ref reader, lines));
        return new LocatedJson(JsonValueKind.Array, line) { Items = items.ToImmutable() };
    }

    /// <summary>An escape such as <c>\ud800</c> is grammatical but no text: the reader throws another exception for it.</summary>
    private static string TextOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("Half a surrogate pair.", path: null, line - 1, bytePositionInLine: null, e);
        }
    }

    private sealed class Lines
    {
        private readonly List<long> _starts = [0];

        public Lines(ReadOnlySpan<byte> utf8)
        {
            for (var at = 0; at < utf8.Length; at++)
                if (utf8[at] == '\n') _starts.Add(at + 1);
        }

        public int Of(long offset)
        {
            var found = _starts.BinarySearch(offset);
            return found >= 0 ? found + 1 : ~found;
        }
    }
}
