using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Rights;

/// <summary>How far the retention job has come, so that it does not look for what it erased years ago: no personal data.</summary>
/// <param name="At">What was due by then was erased, UTC.</param>
/// <param name="Limits">Under these limits; under others everything is looked at anew.</param>
/// <param name="Open">But for what belonged to these requests, which were open then.</param>
public sealed record RetentionMark(DateTimeOffset At, string Limits, ImmutableHashSet<string> Open)
{
    private const int MostOpen = 5_000; // A row holds 256 KiB.

    /// <summary>The limits in force.</summary>
    public static string LimitsOf(EngineOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"{options.RawFor.TotalDays} {options.Readings.KeepUnansweredDays} {options.Readings.KeepSentMailsDays} {options.Readings.KeepSentWordsDays}");

    /// <summary>The mark after a look; null where too much is open to be written down.</summary>
    public static RetentionMark? After(DateTimeOffset at, EngineOptions options, IReadOnlyCollection<RequestId> open) =>
        open.Count > MostOpen ? null : new RetentionMark(at, LimitsOf(options), [.. open.Select(id => id.Value)]);

    /// <summary>Whether what fell due at an instant was erased.</summary>
    /// <param name="due">When it fell due, UTC.</param>
    /// <param name="about">The requests that kept it while they were open.</param>
    public bool Covers(DateTimeOffset due, ImmutableArray<RequestId> about) => due <= At && !about.Any(id => Open.Contains(id.Value));
}

/// <summary>Keeps the mark in the store, whose past it tells of: a copy that is restored has its own.</summary>
/// <param name="vault">Seals it.</param>
/// <param name="store">The durable memory.</param>
public sealed class RetentionMarks(TextVault vault, IStore store)
{
    private const string Key = "retention/mark";

    /// <summary>The mark; null before the first look, and where it was taken under other limits.</summary>
    public async Task<RetentionMark?> ReadAsync(EngineOptions options, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(Key, cancellationToken) is { } bytes && JsonSerializer.Deserialize(bytes, RetentionMarkJson.Default.RetentionMark) is { } mark
        && string.Equals(mark.Limits, RetentionMark.LimitsOf(options), StringComparison.Ordinal)
            ? mark
            : null;

    /// <summary>Keeps it.</summary>
    public Task KeepAsync(RetentionMark mark, CancellationToken cancellationToken) =>
        store.CommitAsync(new StoreUnit { Texts = [vault.Seal(Key, JsonSerializer.SerializeToUtf8Bytes(mark, RetentionMarkJson.Default.RetentionMark))] }, cancellationToken);
}

/// <summary>Source-generated JSON of the mark.</summary>
[JsonSerializable(typeof(RetentionMark))]
internal sealed partial class RetentionMarkJson : JsonSerializerContext;
