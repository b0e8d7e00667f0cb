using System.Text.Json.Serialization;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Spool;

/// <summary>What stands unsealed before a spooled message: enough to rebuild the intake from the spool alone.</summary>
public sealed record SpoolHeader
{
    /// <summary>The intake key.</summary>
    public required string Key { get; init; }

    /// <summary>How it came in: <c>Mail</c> or <c>Application</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Where it lay; null for the HTTP door.</summary>
    public MailboxIdentity? Mailbox { get; init; }

    /// <summary>UIDVALIDITY; 0 where there is none.</summary>
    public uint UidValidity { get; init; }

    /// <summary>UID; 0 where there is none.</summary>
    public uint Uid { get; init; }

    /// <summary>INTERNALDATE, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Only the header block follows.</summary>
    public bool TooLarge { get; init; }

    /// <summary>The message's own key, sealed under the master key. Destroying it destroys the message.</summary>
    public required string WrappedKey { get; init; }
}

/// <summary>Source-generated JSON of the spool.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SpoolHeader))]
internal sealed partial class SpoolJson : JsonSerializerContext;
