using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>The bot's token, or why there is none.</summary>
/// <param name="Value">The token; null also where anonymous access is allowed and the bot has no credential.</param>
/// <param name="Failure">Why there is none; null when it can be gone on.</param>
internal readonly record struct BotToken(string? Value, ConnectorOutcome? Failure);

/// <summary>
/// The bots' tokens for the service: asked for by MSAL, kept in memory until shortly before they end, one request at a time. Who calls here
/// has checked that the token's destination is on the list.
/// </summary>
internal sealed class BotTokens : IDisposable
{
    private const string DefaultScope = "/.default";
    private readonly Dictionary<BotKey, Source> _sources;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="settings">Who the bots are.</param>
    /// <param name="http">A client that follows no redirect.</param>
    public BotTokens(TeamsSettings settings, HttpClient http)
    {
        var clients = new OneClient(http);
        _sources = Enum.GetValues<BotKey>().ToDictionary(bot => bot, bot => new Source(() => Asking(settings, settings.Of(bot), clients)));
    }

    /// <summary>The token.</summary>
    public async Task<BotToken> GetAsync(BotKey bot, CancellationToken cancellationToken)
    {
        var source = _sources[bot];
        if (source.Ask.Value is not { } ask) return default;
        await source.One.WaitAsync(cancellationToken);
        try
        {
            var token = await ask(source.Doubted, cancellationToken);
            source.Doubted = false;
            return new BotToken(token.AccessToken, null);
        }
        catch (MsalServiceException refused)
        {
            return new BotToken(null, OutcomeOf(refused));
        }
        catch (Exception failed) when (failed is HttpRequestException or MsalClientException or IOException || IsTimeout(failed, cancellationToken))
        {
            return new BotToken(null, new ConnectorOutcome.Unreachable(UnreachableKind.NoSignIn));
        }
        finally
        {
            source.One.Release();
        }
    }

    /// <summary>The service did not accept the token: the next one is fetched anew.</summary>
    public void Doubt(BotKey bot) => _sources[bot].Doubted = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in _sources.Values) source.One.Dispose();
    }

    private static bool IsTimeout(Exception failed, CancellationToken cancellationToken) =>
        failed is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static ConnectorOutcome OutcomeOf(MsalServiceException refused)
    {
        var code = Codes.OfCode(refused.ErrorCode) ?? "sign-in";
        return refused.StatusCode is 408 or 429 or >= 500
            ? new ConnectorOutcome.TryLater(code, refused.Headers?.RetryAfter?.Delta)
            : refused.StatusCode == 0 ? new ConnectorOutcome.Unreachable(UnreachableKind.NoSignIn) : new ConnectorOutcome.Refused(code);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>>? Asking(TeamsSettings settings, BotSettings bot, IMsalHttpClientFactory clients)
    {
        if (bot.Credential is BotCredential.ManagedIdentity identity)
        {
            var machine = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(identity.ClientId)).WithHttpClientFactory(clients, retryOnceOn5xx: false).Build();
            var resource = settings.Scope[..^DefaultScope.Length];
            return (anew, cancel) => machine.AcquireTokenForManagedIdentity(resource).WithForceRefresh(anew).ExecuteAsync(cancel);
        }

        // MSAL insists on https; PlainLogin goes back to http for an address of this machine, which only Development allows.
        var authority = new UriBuilder(settings.LoginHost) { Scheme = Uri.UriSchemeHttps, Path = bot.TenantId }.Uri;
        var builder = ConfidentialClientApplicationBuilder.Create(bot.AppId).WithAuthority(authority.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false).WithHttpClientFactory(clients, retryOnceOn5xx: false);
        if (bot.Credential is BotCredential.Secret secret) builder.WithClientSecret(secret.Value);
        else if (bot.Credential is BotCredential.Certificate certificate) builder.WithCertificate(certificate.Value, sendX5C: true);
        else return null;
        var app = builder.Build();
        return (anew, cancel) => app.AcquireTokenForClient([settings.Scope]).WithForceRefresh(anew).ExecuteAsync(cancel);
    }

    private sealed class Source(Func<Func<bool, CancellationToken, Task<AuthenticationResult>>?> asking)
    {
        /// <summary>Made when first needed, not at the start.</summary>
        public Lazy<Func<bool, CancellationToken, Task<AuthenticationResult>>?> Ask { get; } = new(asking);

        public SemaphoreSlim One { get; } = new(1);

        public bool Doubted { get; set; }
    }
}
