using System.Buffers;
using System.Collections.Immutable;

namespace SiOne.Bot.Host.Connector;

/// <summary>
/// A list of hosts that are spoken to. An address is compared as text before anything interprets it, so that no two readers of it can
/// disagree on where it leads: no user info, port, trailing dot, escaped or foreign letter gets past.
/// </summary>
public sealed class TrustedHosts
{
    private const int LongestAddress = 2_048;
    private const string Https = "https://";

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> ServicePathLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/");

    private readonly ImmutableArray<string> _origins;
    private readonly ImmutableArray<string> _suffixes;

    private TrustedHosts(ImmutableArray<string> origins, ImmutableArray<string> suffixes)
    {
        _origins = origins;
        _suffixes = suffixes;
    }

    /// <summary>Reads a list separated by commas; null when an entry is no host name.</summary>
    /// <param name="list">Host names, reached by https; with <paramref name="wildcards"/> also <c>*.name</c>.</param>
    /// <param name="loopback">Also origins of this machine, such as http://127.0.0.1:5000.</param>
    /// <param name="wildcards">Whether <c>*.name</c> is an entry.</param>
    public static TrustedHosts? Parse(string list, bool loopback, bool wildcards)
    {
        var origins = ImmutableArray.CreateBuilder<string>();
        var suffixes = ImmutableArray.CreateBuilder<string>();
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.ToLowerInvariant()))
        {
            if (wildcards && entry.StartsWith("*.", StringComparison.Ordinal) && IsHost(entry[2..])) suffixes.Add(entry[1..]);
            else if (IsHost(entry)) origins.Add(Https + entry);
            else if (loopback && LoopbackOrigin(entry) is { } origin) origins.Add(origin);
            else return null;
        }

        return origins.Count + suffixes.Count > 0 ? new TrustedHosts(origins.ToImmutable(), suffixes.ToImmutable()) : null;
    }

    /// <summary>The service address, if its host is on the list and it is written plainly; null otherwise.</summary>
    public Uri? Service(string? address) =>
        PathOf(address) is { } path && !path.AsSpan().ContainsAnyExcept(ServicePathLetters) && !path.Contains("..", StringComparison.Ordinal)
            ? new Uri(address!, UriKind.Absolute)
            : null;

    /// <summary>An address below a host of the list, whatever its path and query; null otherwise.</summary>
    public Uri? Resource(string? address) => PathOf(address) is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>What follows a trusted origin; null when the address does not begin with one.</summary>
    private string? PathOf(string? address)
    {
        if (address is null || address.Length > LongestAddress || address.Any(letter => letter is <= ' ' or > '~' or '\\')) return null;
        foreach (var origin in _origins)
        {
            if (address.StartsWith(origin, StringComparison.OrdinalIgnoreCase) && EndsAt(address, origin.Length)) return address[origin.Length..];
        }

        if (_suffixes.IsEmpty || !address.StartsWith(Https, StringComparison.OrdinalIgnoreCase)) return null;
        var end = address.IndexOf('/', Https.Length);
        var host = (end < 0 ? address[Https.Length..] : address[Https.Length..end]).ToLowerInvariant();
        return IsHost(host) && _suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.Ordinal) && host.Length > suffix.Length) ? address[(Https.Length + host.Length)..] : null;
    }

    private static bool EndsAt(string address, int at) => address.Length == at || address[at] == '/';

    private static bool IsHost(string text) =>
        text.Length is > 0 and <= 253 && !text.AsSpan().ContainsAnyExcept(HostLetters) && text.Contains('.', StringComparison.Ordinal)
        && text.Split('.').All(label => label is [not '-', ..] and [.., not '-']) && !char.IsAsciiDigit(text[^1]);

    private static string? LoopbackOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.IsLoopback && uri is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? $"{uri.Scheme}://{uri.Authority}"
            : null;
}
