using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Sealing;

/// <summary>Short keyed hashes that stand for an address in logs, keys and caps.</summary>
/// <param name="master">The installation's secret.</param>
public sealed class Pseudonyms(MasterKey master)
{
    private readonly byte[] _key = master.Derive("pseudonyms");

    /// <summary>12 hex digits, the same for every spelling of an address.</summary>
    public string Of(MailAddress address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address.Value.ToLowerInvariant())).AsSpan(0, 6));
}
