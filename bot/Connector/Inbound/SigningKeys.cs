using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>A key of the service.</summary>
/// <param name="Key">The public key.</param>
/// <param name="Endorsements">The channels that it speaks for.</param>
internal sealed record SigningKey(SecurityKey Key, FrozenSet<string> Endorsements);

/// <summary>
/// The service's keys. Fetched when first asked for, again every 12 hours, and when a key is unknown, but for that once in 5 minutes at most.
/// While they cannot be fetched the last ones are believed for 24 hours; then nobody is. The library's own manager of such documents
/// believes them for ever and keeps its own clock.
/// </summary>
/// <param name="documents">Fetches.</param>
/// <param name="metadata">Where the keys are told.</param>
/// <param name="issuer">Whose they must be.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Told when fetching fails.</param>
internal sealed partial class SigningKeys(IDocumentRetriever documents, Uri metadata, string issuer, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    private const int FewestBits = 2_048;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly TimeSpan Believed = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);
    private volatile Fetched? _last;
    private volatile Failed? _failed;
    private DateTimeOffset? _soughtAt;
    private int _isRefreshing;

    /// <summary>The key of that id; null when there is none that may be believed. Nobody waits for a refresh who can do without.</summary>
    public async Task<SigningKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (Believable() is { } last && last.Keys.TryGetValue(id, out var known))
        {
            if (IsDue() && Interlocked.Exchange(ref _isRefreshing, 1) == 0) _ = RefreshAsync();
            return known;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            // A caller who waited finds here what the one before it fetched.
            var isDue = IsDue();
            if (isDue) await FetchAsync(cancellationToken);
            if (Believable() is not { } keys) return null;
            if (keys.Keys.TryGetValue(id, out var key)) return key;
            if (isDue || !MaySeek()) return null;
            await FetchAsync(cancellationToken);
            return Believable()?.Keys.GetValueOrDefault(id);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Fetches them, whatever is at hand: null when they were had, else why not.</summary>
    public async Task<string?> FetchNowAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await FetchAsync(cancellationToken);
            return _failed?.Why;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private Fetched? Believable() => _last is { } last && last.Age(clock) <= Believed ? last : null;

    private bool IsDue()
    {
        var sinceFailure = clock.GetUtcNow() - (_failed?.At ?? DateTimeOffset.MinValue);
        return _last is { } last ? last.Age(clock) >= Fresh && sinceFailure >= BetweenRefreshes : sinceFailure >= AfterFailure;
    }

    private async Task RefreshAsync()
    {
        await FetchAsync(CancellationToken.None);
        Volatile.Write(ref _isRefreshing, 0);
    }

    private bool MaySeek()
    {
        var now = clock.GetUtcNow();
        if (_soughtAt is { } sought && now - sought < BetweenRefreshes) return false;
        _soughtAt = now;
        return true;
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        // A refresh in the background may fail long after a later one: what counts is when it was begun.
        var began = clock.GetUtcNow();
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, either.Token);
            if (configuration.Issuer != issuer) throw new InvalidDataException("The metadata names another issuer.");
            var keys = configuration.JsonWebKeySet?.Keys.Where(IsUsable).GroupBy(key => key.Kid, StringComparer.Ordinal).Where(same => same.Count() == 1)
                .Select(same => same.Single()).ToFrozenDictionary(key => key.Kid, key => new SigningKey(key, EndorsementsOf(key)), StringComparer.Ordinal);
            if (keys is not { Count: > 0 }) throw new InvalidDataException("The metadata names no key.");
            _last = new Fetched(keys, clock.GetUtcNow());
            _failed = null;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested && failed is not OutOfMemoryException)
        {
            var why = (failed.InnerException ?? failed).GetType().Name;
            _failed = new Failed(began, why);
            LogFailure(log, why, _last is null ? "none" : $"{_last.Age(clock).TotalHours:0.#} hours old");
        }
    }

    private static bool IsUsable(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, KeySize: >= FewestBits } && key.Use is null or "" or "sig";

    private static FrozenSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToFrozenSet(StringComparer.Ordinal)
            : [];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the Teams service could not be fetched ({Failure}); those at hand: {AtHand}")]
    private static partial void LogFailure(ILogger log, string failure, string atHand);

    private sealed record Fetched(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At)
    {
        public TimeSpan Age(TimeProvider clock) => clock.GetUtcNow() - At;
    }

    private sealed record Failed(DateTimeOffset At, string Why);
}
