using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.MailWatcher.Handing;

/// <summary>The header fields of the intake door, which <c>bot</c> and the program <c>mailwatcher</c> share.</summary>
public static class IntakeHeaders
{
    /// <summary>Which mailbox: host, user and folder.</summary>
    public const string Mailbox = "SiOne-Mailbox";

    /// <summary>The lease's number; 0 to take one.</summary>
    public const string Fence = "SiOne-Fence";

    /// <summary>When the mail server received the mail, ISO 8601.</summary>
    public const string InternalDate = "SiOne-InternalDate";

    /// <summary><c>1</c> when only the header block is handed in.</summary>
    public const string TooLarge = "SiOne-TooLarge";

    private const int LongestPart = 1_000;

    /// <summary>A mailbox as a header field.</summary>
    public static string Write(MailboxIdentity mailbox) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(mailbox, IntakeJson.Default.MailboxIdentity));

    /// <summary>The mailbox of a header field; null when it is none.</summary>
    public static MailboxIdentity? Read(string? field)
    {
        try
        {
            return field is { Length: > 0 and < 8 * LongestPart }
                && JsonSerializer.Deserialize(Base64Url.DecodeFromChars(field), IntakeJson.Default.MailboxIdentity) is { Host.Length: > 0 and < LongestPart, User.Length: < LongestPart, Folder.Length: > 0 and < LongestPart } mailbox
                    ? mailbox
                    : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Asks for a lease, or to keep one.</summary>
/// <param name="Holder">Who asks, the same after a restart.</param>
public sealed record LeaseAsked(string Holder);

/// <summary>A lease.</summary>
/// <param name="Fence">Its number.</param>
/// <param name="Seconds">How long it holds.</param>
public sealed record LeaseGiven(long Fence, double Seconds);

/// <summary>A folder was opened.</summary>
/// <param name="UidValidity">Its UIDVALIDITY.</param>
/// <param name="UidNext">Its UIDNEXT.</param>
public sealed record FolderOpened(uint UidValidity, uint UidNext);

/// <summary>UIDs that the server holds, or of them those that are missing, ascending.</summary>
/// <param name="UidValidity">UIDVALIDITY of the folder.</param>
/// <param name="Uids">The UIDs.</param>
public sealed record UidList(uint UidValidity, ImmutableArray<uint> Uids);

/// <summary>Source-generated JSON of the intake door.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MailboxIdentity))]
[JsonSerializable(typeof(LeaseAsked))]
[JsonSerializable(typeof(LeaseGiven))]
[JsonSerializable(typeof(FolderOpened))]
[JsonSerializable(typeof(MailboxPosition))]
[JsonSerializable(typeof(UidList))]
public sealed partial class IntakeJson : JsonSerializerContext;
