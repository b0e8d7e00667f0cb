using System.IO.Compression;
using System.Text.Json;

namespace SiOne.Bot.Manifest;

/// <summary>Whose bot a package names.</summary>
public enum PackageState
{
    /// <summary>The running bot, everywhere.</summary>
    Matches,

    /// <summary>Another bot, in one place at least: what people write would go elsewhere.</summary>
    OtherBot,

    /// <summary>No bot at all.</summary>
    NoBot,

    /// <summary>It is no Teams app package.</summary>
    Unreadable,
}

/// <summary>Whether a package belongs to the bot that runs.</summary>
/// <param name="State">The kind of mismatch, or none.</param>
/// <param name="Message">One line for an operator, with the remedy. Quotes nothing of the package but ids.</param>
public sealed record PackageCheck(PackageState State, string Message)
{
    private const int MostManifestBytes = 256 * 1024;

    private const string Remedy = "upload the package that the verb manifest writes, or set the app id that the package was made for";

    /// <summary>Whether the package belongs to it.</summary>
    public bool Good => State is PackageState.Matches;

    /// <summary>Looks at a package as it lies in a folder, a zip file.</summary>
    /// <param name="package">The file, readable and seekable.</param>
    /// <param name="runningBotId">The app id under which the bot runs.</param>
    public static PackageCheck OfPackage(Stream package, Guid runningBotId)
    {
        ArgumentNullException.ThrowIfNull(package);
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            var manifests = zip.Entries.Where(entry => entry.FullName == AppPackage.ManifestName).ToArray();
            if (manifests is not [var manifest]) return Unreadable($"it holds {manifests.Length} files {AppPackage.ManifestName}");
            using var content = manifest.Open();
            // The length that an entry states is its maker's word: what is read is bounded all the same.
            var bytes = new byte[MostManifestBytes + 1];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MostManifestBytes
                ? Unreadable($"its {AppPackage.ManifestName} is larger than {MostManifestBytes} bytes")
                : OfManifest(bytes.AsMemory(0, length), runningBotId);
        }
        catch (InvalidDataException)
        {
            return Unreadable("it is no zip file");
        }
    }

    /// <summary>Looks at a package's <c>manifest.json</c>.</summary>
    /// <param name="manifestJson">Its bytes, UTF-8.</param>
    /// <param name="runningBotId">The app id under which the bot runs.</param>
    public static PackageCheck OfManifest(ReadOnlyMemory<byte> manifestJson, Guid runningBotId)
    {
        try
        {
            using var manifest = JsonDocument.Parse(WithoutByteOrderMark(manifestJson));
            return Compare([.. BotIds(manifest.RootElement, "bots")], [.. BotIds(manifest.RootElement, "composeExtensions")], runningBotId);
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException) // The latter for half a character in a text.
        {
            return Unreadable($"its {AppPackage.ManifestName} is no JSON");
        }
    }

    private static PackageCheck Compare(Guid?[] bots, Guid?[] extensions, Guid running)
    {
        if (bots.Length == 0) return new(PackageState.NoBot, $"The package names no bot: {Remedy}.");
        // An id of zeros is no bot's, so it matches nothing, not even a program without an app id.
        Guid?[] others = [.. bots.Concat(extensions).Where(id => id != running || id == Guid.Empty)];
        if (others is not [var other, ..]) return new(PackageState.Matches, $"The package belongs to the running bot {running:D}.");
        return new(PackageState.OtherBot, $"The package is for {(other is { } id ? $"the bot {id:D}" : "a bot whose id is no GUID")}, but {running:D} runs: {Remedy}.");
    }

    /// <summary>The bots' ids in one of the manifest's lists. Null for one that is no GUID.</summary>
    private static IEnumerable<Guid?> BotIds(JsonElement manifest, string list) =>
        manifest.ValueKind is JsonValueKind.Object && manifest.TryGetProperty(list, out var entries) && entries.ValueKind is JsonValueKind.Array
            ? entries.EnumerateArray().Select(BotId)
            : [];

    private static Guid? BotId(JsonElement entry) =>
        entry.ValueKind is JsonValueKind.Object && entry.TryGetProperty("botId", out var id) && id.ValueKind is JsonValueKind.String
        && Guid.TryParseExact(id.GetString(), "D", out var read)
            ? read
            : null;

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private static PackageCheck Unreadable(string why) => new(PackageState.Unreadable, $"This is no Teams app package: {why}.");
}
