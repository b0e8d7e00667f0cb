using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>
/// Our own Message-IDs: <c>sione.CONVERSATION.EFFECT.MAC@domain</c>. The MAC (HMAC-SHA-256, 128 bits) covers all of it and the recipient,
/// so an id that was never sent to that recipient proves nothing.
/// </summary>
/// <param name="master">The installation's secret.</param>
/// <param name="domain">The support address's domain.</param>
public sealed class MessageIds(MasterKey master, string domain)
{
    private const string Prefix = "sione";
    private readonly byte[] _key = master.Derive("message-ids");

    /// <summary>The id of one effect to one recipient; always the same.</summary>
    public string For(ConversationId conversation, string outboxKey, MailAddress recipient)
    {
        var effect = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outboxKey)).AsSpan(0, 8));
        return $"{Prefix}.{conversation}.{effect}.{Mac(conversation.Value, effect, recipient)}@{domain}";
    }

    /// <summary>Whether an id has the shape of ours, true or forged: a mail whose own id has it is one of ours coming back, or pretends to be.</summary>
    public bool LooksOurs([NotNullWhen(true)] string? messageId) =>
        messageId is not null && messageId.StartsWith($"{Prefix}.", StringComparison.Ordinal)
        && messageId.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The conversation of an id that we sent to that recipient; null for any other id.</summary>
    public ConversationId? Verify(string? messageId, MailAddress recipient)
    {
        if (!LooksOurs(messageId)) return null;
        var at = messageId.LastIndexOf('@');
        var parts = messageId[..at].Split('.');
        if (parts.Length != 4 || !messageId.AsSpan(at + 1).SequenceEqual(domain)) return null;
        var expected = Encoding.ASCII.GetBytes(Mac(parts[1], parts[2], recipient));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(parts[3])) ? new ConversationId(parts[1]) : null;
    }

    private string Mac(string conversation, string effect, MailAddress recipient) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{conversation}|{effect}|{recipient.Value.ToLowerInvariant()}")).AsSpan(0, 16));
}
