using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Why a file of a message will never be here.</summary>
public enum FileTrouble
{
    /// <summary>It is larger than what is taken.</summary>
    TooLarge,

    /// <summary>Its address is no longer good, or the file was deleted.</summary>
    Gone,

    /// <summary>It lies at an address from which nothing is fetched.</summary>
    NotAllowed,

    /// <summary>Whoever holds it did not answer, however often it was asked.</summary>
    NoAnswer,
}

/// <summary>
/// Files of messages that arrive without their bytes: fetched later, each sealed under a key of its own like a message of the spool, and what could not be
/// fetched with its reason. The parts of a mail are none of them: they lie in the spool with the mail.
/// </summary>
/// <param name="root">The folder, made when missing.</param>
/// <param name="master">Seals.</param>
/// <param name="vault">Where reasons lie.</param>
/// <param name="store">Commits them.</param>
public sealed class KeptFiles(string root, MasterKey master, TextVault vault, IStore store) : IDisposable
{
    /// <summary>More files than any channel takes of one message.</summary>
    public const int Most = 32;
    private readonly MessageSpool _files = new(root, master);

    /// <summary>Whether a file is here.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">Which of its files, from 0.</param>
    /// <param name="receivedAt">When the message came in.</param>
    public bool Holds(IntakeKey message, int number, DateTimeOffset receivedAt) => _files.Holds(KeyOf(message, number), receivedAt);

    /// <summary>A file's bytes; null when it is not here.</summary>
    /// <inheritdoc cref="Holds"/>
    public byte[]? Read(IntakeKey message, int number, DateTimeOffset receivedAt) =>
        Holds(message, number, receivedAt) ? _files.Read(KeyOf(message, number), receivedAt) : null;

    /// <summary>Keeps a file: durable when this returns. Keeping it again replaces it by the same.</summary>
    /// <param name="message">The message.</param>
    /// <param name="number">Which of its files, from 0.</param>
    /// <param name="channel">The message's channel.</param>
    /// <param name="receivedAt">When the message came in.</param>
    /// <param name="bytes">The bytes.</param>
    public void Keep(IntakeKey message, int number, string channel, DateTimeOffset receivedAt, ReadOnlySpan<byte> bytes) =>
        _files.Settle([_files.Write(KeyOf(message, number), channel, null, receivedAt, bytes)]);

    /// <summary>How many files of a message are here.</summary>
    public int CountOf(IntakeKey message, DateTimeOffset receivedAt) => Numbers(message, receivedAt).Count();

    /// <summary>Destroys every file of a message for good, its key first.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public int Destroy(IntakeKey message, DateTimeOffset receivedAt)
    {
        int[] numbers = [.. Numbers(message, receivedAt)];
        foreach (var number in numbers) _files.Destroy(KeyOf(message, number), receivedAt);
        return numbers.Length;
    }

    /// <summary>Why files of a message will never be here, by number.</summary>
    public async Task<IReadOnlyDictionary<int, FileTrouble>> TroublesAsync(IntakeKey message, CancellationToken cancellationToken) =>
        await ReadTroublesAsync(message, cancellationToken);

    /// <summary>Remembers that a file will never be here. Of one message one caller at a time.</summary>
    public async Task GiveUpAsync(IntakeKey message, int number, FileTrouble trouble, CancellationToken cancellationToken)
    {
        var troubles = await ReadTroublesAsync(message, cancellationToken);
        troubles[number] = trouble;
        var row = vault.Seal(TroublesKey(message), JsonSerializer.SerializeToUtf8Bytes(troubles, KeptFilesJson.Default.DictionaryInt32FileTrouble));
        await store.CommitAsync(new StoreUnit { Texts = [row] }, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private IEnumerable<int> Numbers(IntakeKey message, DateTimeOffset receivedAt) => Enumerable.Range(0, Most).Where(number => Holds(message, number, receivedAt));

    private async Task<Dictionary<int, FileTrouble>> ReadTroublesAsync(IntakeKey message, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(TroublesKey(message), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, KeptFilesJson.Default.DictionaryInt32FileTrouble) ?? []
            : [];

    private static IntakeKey KeyOf(IntakeKey message, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{message}.{number}"));

    private static string TroublesKey(IntakeKey message) => $"intake/{message}/files";
}

/// <summary>Source-generated JSON of what could not be fetched.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<int, FileTrouble>))]
internal sealed partial class KeptFilesJson : JsonSerializerContext;
