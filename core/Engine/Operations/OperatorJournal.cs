using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// Who opened, replayed or copied what outside of requests' own journals: one line an act, each bearing a MAC over itself and the line before, so
/// that a line changed, added or taken out of the middle shows. Lines cut off the end do not show here, but against a backup.
/// </summary>
/// <param name="path">The file; made at the first act, for its owner alone.</param>
/// <param name="master">The installation's secret.</param>
/// <param name="clock">The clock.</param>
public sealed class OperatorJournal(string path, MasterKey master, TimeProvider clock)
{
    private const int MaxText = 500;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly byte[] _key = master.Derive("operator-journal");
    private readonly Lock _gate = new();

    /// <summary>Writes an act down and waits for the disk. What is not written down must not be done.</summary>
    /// <param name="who">Who acts.</param>
    /// <param name="act">What, for example <c>raw-show</c>.</param>
    /// <param name="key">What it was done to.</param>
    /// <param name="reason">Why; null where none is asked.</param>
    /// <exception cref="IOException">It could not be written, or another process writes at this moment.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write it.</exception>
    public void Append(string who, string act, string key, string? reason = null)
    {
        lock (_gate)
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var (number, last) = Last(Utf8.GetString(bytes));
            var line = new JournalLine
            {
                Number = number + 1,
                At = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                Who = OneLine(who),
                Act = act,
                Key = OneLine(key),
                Reason = reason is null ? null : OneLine(reason),
            };
            line = line with { Mac = MacOf(line, last) };
            // A line that a killed process left unfinished stays as it is, and shows.
            var cut = bytes.Length > 0 && bytes[^1] != '\n' ? "\n" : "";
            file.Write(Utf8.GetBytes($"{cut}{JsonSerializer.Serialize(line, JournalJson.Relaxed.JournalLine)}\n"));
            FileSync.Flush(file);
        }
    }

    /// <summary>Checks every line against the one before it.</summary>
    /// <returns>How many lines there are, and which are not as they were written.</returns>
    public (int Lines, IReadOnlyList<int> Wrong) Verify()
    {
        if (!File.Exists(path)) return (0, []);
        var (number, last, wrong) = (0, "", new List<int>());
        var lines = Lines(File.ReadAllText(path, Utf8));
        foreach (var text in lines)
        {
            number++;
            var line = Parse(text);
            if (line is null || line.Number != number || !CryptographicOperations.FixedTimeEquals(Utf8.GetBytes(line.Mac), Utf8.GetBytes(MacOf(line, last)))) wrong.Add(number);
            last = line?.Mac ?? last;
        }

        return (lines.Length, wrong);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static (int Number, string Mac) Last(string text)
    {
        var lines = Lines(text);
        return (lines.Length, lines.Select(Parse).LastOrDefault(line => line is not null)?.Mac ?? "");
    }

    private static JournalLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, JournalJson.Relaxed.JournalLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string MacOf(JournalLine line, string last) => Convert.ToHexStringLower(HMACSHA256.HashData(
        _key, Utf8.GetBytes($"{last}\n{JsonSerializer.Serialize(line with { Mac = "" }, JournalJson.Relaxed.JournalLine)}")));

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))).Trim();
        return line.Length <= MaxText ? line : line[..MaxText];
    }
}

/// <summary>One act.</summary>
internal sealed record JournalLine
{
    /// <summary>From 1.</summary>
    [JsonPropertyName("n")]
    public required int Number { get; init; }

    /// <summary>When, UTC.</summary>
    [JsonPropertyName("at")]
    public required string At { get; init; }

    [JsonPropertyName("who")]
    public required string Who { get; init; }

    [JsonPropertyName("act")]
    public required string Act { get; init; }

    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>HMAC-SHA-256 over the MAC of the line before and this line without it.</summary>
    [JsonPropertyName("mac")]
    public string Mac { get; init; } = "";
}

/// <summary>Source-generated JSON of the journal.</summary>
[JsonSerializable(typeof(JournalLine))]
internal sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>Letters as they are: people read it.</summary>
    public static JournalJson Relaxed { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
