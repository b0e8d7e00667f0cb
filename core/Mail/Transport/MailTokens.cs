using Microsoft.Identity.Client;

namespace SiOne.Bot.Mail.Transport;

/// <summary>
/// The tokens by which one sign-in proves itself to a mail server, asked for by MSAL, which keeps one in memory until 5 minutes before its end.
/// After a failure the sign-in service is left alone for most of a minute, however many mails wait. Thread-safe.
/// </summary>
public sealed class MailTokens : IDisposable
{
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(55);
    private readonly OAuthOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly Lazy<IConfidentialClientApplication> _app;
    private readonly SemaphoreSlim _one = new(1);
    private volatile bool _doubted;
    private TokenException? _failed;
    private long _failedAt;

    private MailTokens(OAuthOptions options, TimeSpan timeout, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _http = new HttpClient(new PlainLogin(options.Address!) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { Timeout = timeout };
        _app = new Lazy<IConfidentialClientApplication>(Build);
    }

    /// <summary>The tokens of a server's settings; null where a password, or nothing, signs in. Asks nothing yet.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="clock">Time for leaving a failed service alone.</param>
    public static MailTokens? Of(MailServerOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.OAuth is { } oauth ? new MailTokens(oauth, options.CommandTimeout, clock) : null;
    }

    /// <summary>A token for one connection.</summary>
    /// <exception cref="TokenException">There is none.</exception>
    internal async Task<MailToken> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_failed is { } before && _clock.GetElapsedTime(_failedAt) < LeftAlone) throw new TokenException(before.Refused, before.InnerException!);
            var found = await _app.Value.AcquireTokenForClient([_options.Scope]).WithForceRefresh(_doubted).ExecuteAsync(cancellationToken);
            (_failed, _doubted) = (null, false);
            return new MailToken(found.AccessToken, found.AuthenticationResultMetadata.TokenSource is TokenSource.IdentityProvider);
        }
        catch (Exception e) when (e is MsalException or HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            (_failed, _failedAt) = (new TokenException(e is MsalServiceException { StatusCode: >= 400 and < 500 and not 408 and not 429 }, e), _clock.GetTimestamp());
            throw _failed;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The mail server refused the token: the next one is fetched anew.</summary>
    internal void Doubt() => _doubted = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private IConfidentialClientApplication Build()
    {
        // MSAL insists on https; PlainLogin goes back to http for an address of this machine.
        var authority = new UriBuilder(_options.Address!) { Scheme = Uri.UriSchemeHttps }.Uri;
        var builder = ConfidentialClientApplicationBuilder.Create(_options.ClientId).WithAuthority(authority.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false).WithHttpClientFactory(new OneClient(_http), retryOnceOn5xx: false);
        return (_options.ClientSecret is { Length: > 0 } secret
            ? builder.WithClientSecret(secret)
            : builder.WithCertificate(_options.LoadCertificate()!, sendX5C: true)).Build();
    }
}

/// <summary>A token. Its text is a secret: a type whose own text does not show it.</summary>
/// <param name="value">The token.</param>
/// <param name="fresh">It was fetched for this call: the server has never refused it.</param>
internal sealed class MailToken(string value, bool fresh)
{
    public string Value => value;

    public bool Fresh => fresh;
}

/// <summary>The sign-in service gave no token. What it said stays in the inner exception, which is never logged.</summary>
/// <param name="refused">It refused the app; else it could not be reached, or asked to come back later.</param>
/// <param name="inner">The cause.</param>
public sealed class TokenException(bool refused, Exception inner) : Exception("The sign-in service gave no token.", inner)
{
    /// <summary>It refused the app: an administrator has to act.</summary>
    public bool Refused => refused;
}
