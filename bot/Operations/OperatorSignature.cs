using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// Whoever can read the master key may do what operators do. The key itself never travels: a call bears a MAC over its body, the host's start, the time
/// and a number used once, so that whoever else listens on that port learns nothing, and what was overheard opens nothing.
/// </summary>
/// <param name="master">The installation's secret.</param>
/// <param name="start">The host's start.</param>
/// <param name="clock">The clock.</param>
internal sealed class OperatorSignature(MasterKey master, string start, TimeProvider clock)
{
    private const string Scheme = "SiOne-Operator ";
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);
    private readonly byte[] _key = master.Derive("operator");
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <summary>The Authorization header of a call.</summary>
    public string Sign(ReadOnlySpan<byte> body)
    {
        var (time, once) = (clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32, lowercase: true));
        return $"{Scheme}{time}.{once}.{Mac(time, once, body)}";
    }

    /// <summary>Whether a call is an operator's, made now and for the first time.</summary>
    /// <param name="header">Hostile text.</param>
    /// <param name="body">What came with it.</param>
    public bool Verify(string? header, ReadOnlySpan<byte> body)
    {
        if (header is not { Length: < 200 } || !header.StartsWith(Scheme, StringComparison.Ordinal) || header[Scheme.Length..].Split('.') is not [var time, { Length: 32 } once, var mac]) return false;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(time, once, body)), Encoding.UTF8.GetBytes(mac))) return false;
        var now = clock.GetUtcNow();
        var made = DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture)); // Ours: it bears our MAC.
        if ((now - made).Duration() > Holds) return false;
        lock (_gate)
        {
            foreach (var old in _used.Where(use => use.Value < now - (2 * Holds)).Select(use => use.Key).ToArray()) _used.Remove(old);
            return _used.TryAdd(once, now);
        }
    }

    private string Mac(string time, string once, ReadOnlySpan<byte> body) => Convert.ToHexStringLower(
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{start}\n{time}\n{once}\n{Convert.ToHexStringLower(SHA256.HashData(body))}")));
}
