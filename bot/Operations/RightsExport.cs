using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Rights;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// Writes what is held about somebody into a new folder for this account alone: an index and the requests in French, to be read; all of it as JSON; and the
/// raw messages and files that are still kept. Of others' texts there are the lines alone that name the person.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The day of the index.</param>
internal sealed class RightsExport(EngineParts parts, TimeProvider clock)
{
    // For people: apostrophes as they are, too. Nothing of it is put into a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string> _written = [];
    private string _folder = "";

    /// <summary>Why a folder cannot be written; null when it can.</summary>
    public static string? Refusal(string folder, string dataFolder)
    {
        if (Directory.Exists(folder) || File.Exists(folder)) return $"{folder} exists already: name a new folder.";
        var data = Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar;
        if ((folder + Path.DirectorySeparatorChar).StartsWith(data, StringComparison.Ordinal)) return $"{folder} lies in the data folder itself: name a folder elsewhere.";
        return Directory.Exists(Path.GetDirectoryName(folder)) ? null : $"{Path.GetDirectoryName(folder)}: no such folder.";
    }

    /// <summary>Writes it.</summary>
    /// <param name="held">What is held.</param>
    /// <param name="folder">A whole path; does not exist, its parent does.</param>
    /// <param name="cancellationToken">Stops; what was begun stays.</param>
    /// <returns>How many files.</returns>
    public async Task<int> WriteAsync(Holdings held, string folder, CancellationToken cancellationToken)
    {
        _folder = folder;
        OwnFile.MakeFolder(folder);
        var data = new JsonObject
        {
            ["fichier_client"] = RightsText.OfPerson(held.Subject),
            ["demandes"] = new JsonArray([.. held.Requests.Values.Select(RightsText.OfRequest)]),
            ["messages"] = new JsonArray([.. held.Messages.Values.Select(RightsText.OfMessage)]),
            ["textes"] = await TextsAsync(held, cancellationToken),
            ["mentions"] = await MentionsAsync(held, cancellationToken),
        };
        Write("donnees.json", Written(data));
        Write("demandes.txt", Encoding.UTF8.GetBytes(await RightsText.OfRequestsAsync(held, parts, cancellationToken)));
        if (held.Subject is { IsCustomer: true, Customer: { } customer })
            foreach (var version in parts.Rights.Archive.FilesOf(customer.Id, static _ => true)) Write(Path.Combine("fichier-client", Path.GetFileName(version)), await File.ReadAllBytesAsync(version, cancellationToken));
        foreach (var row in held.Raw) Write(Path.Combine("messages", $"{row.Key}{(row.Channel is Channel.Mail ? ".eml" : ".json")}"), parts.Spool.Read(row.Key, row.ReceivedAt));
        foreach (var key in held.Files.Keys) await WriteFilesAsync(held.Messages[key], cancellationToken);
        Write("LISEZMOI.txt", Encoding.UTF8.GetBytes(RightsText.Index(held, _written, clock.GetUtcNow())));
        return _written.Count;
    }

    private async Task<JsonArray> TextsAsync(Holdings held, CancellationToken cancellationToken)
    {
        var texts = new JsonArray();
        foreach (var (key, data) in held.Texts)
            if (await parts.Vault.ReadBytesAsync(key, cancellationToken) is { } bytes)
                texts.Add((JsonNode)new JsonObject { ["cle"] = key, ["classe"] = RightsReport.NameOf(data), ["contenu"] = ContentOf(bytes) });
        return texts;
    }

    private async Task<JsonArray> MentionsAsync(Holdings held, CancellationToken cancellationToken)
    {
        var (whole, byAddress, mentions) = (TextCut.Of(held.Subject, ofOtherCustomers: false), TextCut.Of(held.Subject, ofOtherCustomers: true), new JsonArray());
        foreach (var (key, data) in held.Naming)
        {
            if (await parts.Vault.ReadBytesAsync(key, cancellationToken) is not { } bytes) continue;
            var lines = (held.OfOtherCustomers.Contains(key) ? byAddress : whole).LinesIn(bytes).Distinct(StringComparer.Ordinal).Select(line => (JsonNode)line);
            mentions.Add((JsonNode)new JsonObject { ["classe"] = RightsReport.NameOf(data), ["lignes"] = new JsonArray([.. lines]) });
        }

        return mentions;
    }

    private async Task WriteFilesAsync(IntakeRow row, CancellationToken cancellationToken)
    {
        var names = (await KeptText.ReadAsync(parts.Vault, row.Key, cancellationToken))?.Attachments ?? [];
        for (var number = 0; number < Math.Max(names.Count, KeptFiles.Most); number++)
            if (parts.Files.Read(row.Key, number, row.ReceivedAt) is { } bytes)
                Write(Path.Combine("fichiers", row.Key.Value, string.Create(CultureInfo.InvariantCulture, $"{number}-{SafeName(number < names.Count ? names[number] : "fichier")}")), bytes);
    }

    /// <summary>As JSON where it is, as text where it is that, else as base64.</summary>
    private static JsonNode? ContentOf(byte[] bytes)
    {
        try
        {
            if (bytes is [(byte)'{' or (byte)'[', ..]) return JsonNode.Parse(bytes);
        }
        catch (JsonException)
        {
            // Then it is a text.
        }

        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains('\uFFFD', StringComparison.Ordinal) ? Convert.ToBase64String(bytes) : text;
    }

    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
        return safe.Length is > 0 and <= 80 ? safe : safe.Length == 0 ? "fichier" : safe[^80..];
    }

    private void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        MakeFolders(Path.GetDirectoryName(path)!);
        PrivateFile.WriteOnce(path, bytes);
        _written.Add(name);
    }

    private static void MakeFolders(string folder)
    {
        if (Directory.Exists(folder)) return;
        MakeFolders(Path.GetDirectoryName(folder)!);
        OwnFile.MakeFolder(folder);
    }

    private static byte[] Written(JsonObject data)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Readable)) data.WriteTo(writer);
        return written.ToArray();
    }
}
