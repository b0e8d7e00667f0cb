using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Intake;

/// <summary>The keys of messages: growing inside a mailbox, safe as file names, never made from a Message-ID.</summary>
public static class IntakeKeys
{
    /// <summary>A mail's key: mailbox, UIDVALIDITY and UID, zero-padded.</summary>
    public static IntakeKey Of(RawMail mail) => new($"m.{MailboxId(mail.Mailbox)}.{mail.UidValidity:D10}.{mail.Uid:D10}");

    /// <summary>A mailbox's short id: 12 hex digits.</summary>
    public static string MailboxId(MailboxIdentity mailbox) => Hex(Encoding.UTF8.GetBytes($"{mailbox.Host}|{mailbox.User}|{mailbox.Folder}"), 6);

    /// <summary>The key of a mail from a folder mailbox: its content, since files carry no number. The same file twice is one message.</summary>
    public static IntakeKey OfFile(ReadOnlySpan<byte> raw) => new($"f.{Hex(raw, 12)}");

    /// <summary>The key of a message from the HTTP door, under the caller's own idempotency key.</summary>
    public static IntakeKey OfApplication(string idempotencyKey) => new($"a.{Hex(Encoding.UTF8.GetBytes(idempotencyKey), 12)}");

    /// <summary>The key of a call that a technician wrote down; never that of an application message, whatever the caller's keys.</summary>
    public static IntakeKey OfCall(string idempotencyKey) => new($"c.{Hex(Encoding.UTF8.GetBytes(idempotencyKey), 12)}");

    /// <summary>The key of a chat activity. An edit or a deletion bears the id of what it changes: its kind and instant tell it apart.</summary>
    /// <param name="place">Conversation and activity id, which together are unique.</param>
    /// <param name="kind">The activity's type.</param>
    /// <param name="timestamp">When the service says that it happened; empty for a new message.</param>
    public static IntakeKey OfActivity(string place, string kind, string timestamp) => new($"t.{Hex(Encoding.UTF8.GetBytes($"{kind}|{timestamp}|{place}"), 12)}");

    /// <summary>The key of a click on a card: the same click again is the same key.</summary>
    public static IntakeKey OfClick(string click) => new($"k.{Hex(Encoding.UTF8.GetBytes(click), 12)}");

    /// <summary>SHA-256 of raw bytes, lower-case hex.</summary>
    public static string ContentHash(ReadOnlySpan<byte> raw) => Hex(raw, 32);

    private static string Hex(ReadOnlySpan<byte> bytes, int take) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, take));
}
