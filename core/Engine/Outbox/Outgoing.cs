using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>What an effect will say and to whom, fixed when it was decided; kept sealed beside its row.</summary>
public sealed record Outgoing
{
    /// <summary>The recipient's address: a stored contact, or the sender known by a domain. Null where only the chat is known.</summary>
    public string? To { get; init; }

    /// <summary>The chat that it goes to, a <see cref="Chats.ChatKey"/>; the address stands in for it when the chat takes nothing. Null for a mail.</summary>
    public string? Chat { get; init; }

    /// <summary>The Message-ID answered; null when it had none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The References of the message answered.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The answer; null for a notice or an alert.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The notice; null for an answer or an alert.</summary>
    public Notice? Notice { get; init; }

    /// <summary>The yes that the notice asks its reader for; null where it asks for none.</summary>
    public ApprovalAsk? Asks { get; init; }

    /// <summary>The alert; null for an answer or a notice.</summary>
    public TechnicianAlert? Alert { get; init; }

    /// <summary>A customer's weekly digest for one reader; null for anything else.</summary>
    public SentDigest? Digest { get; init; }

    /// <summary>SI-ONE's own weekly digest; null for anything else.</summary>
    public OwnDigest? OwnDigest { get; init; }

    /// <summary>The key of the sealed text.</summary>
    public static string TextKey(string outboxKey) => $"outbox/{outboxKey}/outgoing";

    /// <summary>What an effect will say; null when it was erased.</summary>
    public static async Task<Outgoing?> ReadAsync(TextVault vault, string outboxKey, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(TextKey(outboxKey), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, OutgoingJson.Default.Outgoing)
            : null;

    /// <summary>The key of the sealed bytes, frozen at the first attempt.</summary>
    public static string BytesKey(string outboxKey) => $"outbox/{outboxKey}/bytes";
}

/// <summary>A customer's digest as one reader gets it.</summary>
/// <param name="Facts">What it tells.</param>
/// <param name="Language">The reader's language.</param>
/// <param name="Name">The reader's name.</param>
/// <param name="SubscriptionAt">Where the reader ends it (RFC 8058); null where there is no such page.</param>
public sealed record SentDigest(CustomerDigest Facts, Language Language, string Name, Uri? SubscriptionAt)
{
    /// <summary>Where the reader decides what waits for them, by request.</summary>
    public ImmutableDictionary<string, Uri> Links { get; init; } = [];
}

/// <summary>Source-generated JSON of what is to be sent.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(IsoWeekJson)])]
[JsonSerializable(typeof(Outgoing))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
