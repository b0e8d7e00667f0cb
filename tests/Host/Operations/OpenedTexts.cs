using System.Text;
using System.Text.Json;
using MimeKit;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>Everything that the master key opens in an installation, as text in which something can be looked for: JSON without its escapes, mails decoded.</summary>
internal static class OpenedTexts
{
    /// <summary>Every sealed text by key.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(EngineParts parts)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in parts.Store.AllTextsAsync(CancellationToken.None)) texts.Add(row.Key, Readable(parts.Vault.Open(row)));
        return texts;
    }

    /// <summary>Every raw message and attached file by path.</summary>
    public static IReadOnlyDictionary<string, string> RawOf(EngineParts parts, string attachments)
    {
        using var files = new Engine.Spool.MessageSpool(attachments, parts.Master);
        return parts.Spool.Paths().Select(path => (path, Read: parts.Spool.TryRead(path))).Concat(files.Paths().Select(path => (path, Read: files.TryRead(path))))
            .ToDictionary(file => file.path, file => Readable(file.Read!.Value.Raw), StringComparer.Ordinal);
    }

    /// <summary>Files as they lie on the disk.</summary>
    public static string BytesOf(params string[] paths) => string.Concat(paths.Where(File.Exists).Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(path))));

    public static string Readable(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (bytes is [(byte)'{' or (byte)'[', ..])
        {
            using var json = JsonDocument.Parse(bytes);
            return $"{text}\n{string.Join('\n', Strings(json.RootElement))}";
        }

        if (!text.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return text;
        using var stream = new MemoryStream(bytes);
        var mail = MimeMessage.Load(stream);
        return $"{text}\n{mail.Subject}\n{mail.From}\n{mail.To}\n{string.Join('\n', mail.BodyParts.OfType<TextPart>().Select(part => $"{part.FileName} {part.Text}"))}";
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Strings(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
