using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Chats;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Short keyed hashes that stand for an address or a chat in logs, keys and caps.</summary>
/// <param name="master">The installation's secret.</param>
public sealed class Pseudonyms(MasterKey master)
{
    private readonly byte[] _key = master.Derive("pseudonyms");

    /// <summary>12 hex digits, the same for every spelling of an address.</summary>
    public string Of(MailAddress address) => Of(address.Value.ToLowerInvariant());

    /// <summary>The same for a chat.</summary>
    public string Of(ChatKey chat) => Of($"chat/{chat}");

    private string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
