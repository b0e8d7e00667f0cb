using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Engine.Rights;

/// <summary>Finds a person in opened texts, plain or JSON, and cuts them out: of JSON the values alone, so that it stays what it was.</summary>
/// <param name="person">Whom.</param>
public sealed class TextCut(PersonCut person)
{
    /// <summary>Finds whom an erasure or export is about; a customer as a whole is looked for by keys alone.</summary>
    /// <param name="subject">Who.</param>
    /// <param name="ofOtherCustomers">In another customer's texts: without names.</param>
    public static TextCut Of(DataSubject subject, bool ofOtherCustomers) =>
        new(PersonCut.Of(subject.IsCustomer ? new PersonTraces() : ofOtherCustomers ? subject.Traces with { Names = [] } : subject.Traces));

    // A long raw message is looked through in pieces that overlap by more than any name or address has.
    private const int Piece = 256 * 1024;
    private const int Overlap = 1_024;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Whether bytes of any kind name them, read as UTF-8 and as Latin-1.</summary>
    public bool IsIn(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at += Piece - Overlap)
        {
            var piece = bytes.AsSpan(at, Math.Min(Piece, bytes.Length - at));
            if (person.IsIn(Encoding.UTF8.GetString(piece)) || (piece.IndexOfAnyInRange((byte)0x80, byte.MaxValue) >= 0 && person.IsIn(Encoding.Latin1.GetString(piece)))) return true;
        }

        return false;
    }

    /// <summary>Whether a text names them.</summary>
    public bool IsIn(string? text) => text is { Length: > 0 } && person.IsIn(text);

    /// <summary>The lines of a text that name them.</summary>
    public IEnumerable<string> LinesIn(byte[] bytes) => Values(bytes).SelectMany(text => text.Split('\n')).Where(person.IsIn).Select(line => line.Trim());

    /// <summary>The text without them; null where it does not name them.</summary>
    public byte[]? Cut(byte[] bytes)
    {
        if (Parse(bytes) is { } json) return CutIn(json) ? Written(json) : null;
        var text = Encoding.UTF8.GetString(bytes);
        return person.Cut(text) is var cut && ReferenceEquals(cut, text) ? null : Encoding.UTF8.GetBytes(cut);
    }

    private static byte[] Written(JsonNode json)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Relaxed)) json.WriteTo(writer);
        return written.ToArray();
    }

    private static IEnumerable<string> Values(byte[] bytes) => Parse(bytes) is { } json ? ValuesOf(json) : [Encoding.UTF8.GetString(bytes)];

    private static IEnumerable<string> ValuesOf(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => ValuesOf(field.Value)),
        JsonArray items => items.SelectMany(ValuesOf),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private bool CutIn(JsonNode node)
    {
        var changed = false;
        switch (node)
        {
            case JsonObject fields:
                foreach (var name in fields.Select(field => field.Key).ToArray())
                    if (Replaced(fields[name], ref changed) is { } value) fields[name] = value;
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    if (Replaced(items[i], ref changed) is { } value) items[i] = value;
                break;
        }

        return changed;
    }

    private JsonValue? Replaced(JsonNode? node, ref bool changed)
    {
        if (node is JsonObject or JsonArray) changed |= CutIn(node);
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || person.Cut(text) is var cut && ReferenceEquals(cut, text)) return null;
        changed = true;
        return JsonValue.Create(cut);
    }

    private static JsonNode? Parse(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] is not ((byte)'{' or (byte)'[')) return null;
        try
        {
            return JsonNode.Parse(bytes, documentOptions: Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
