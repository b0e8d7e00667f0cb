using System.Collections.Concurrent;
using Microsoft.Identity.Client;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Tokens;

/// <summary>Tokens by MSAL. Each pair of tenant and class has an application object, and so a cache, of its own: no key can mix two tenants up.</summary>
internal sealed class MsalTokens(GraphSettings settings, HttpClient http, TimeProvider time) : ITenantTokens, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(Guid Tenant, PowerClass Power), Source> _sources = new();

    /// <inheritdoc/>
    public async Task<TenantToken> GetAsync(Guid tenant, PowerClass power, bool anew, CancellationToken cancellationToken)
    {
        var source = _sources.GetOrAdd((tenant, power), key => new Source(Build(key.Tenant, key.Power)));
        using var limit = new CancellationTokenSource(settings.CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await GetAsync(source, anew, either.Token);
        }
        catch (MsalServiceException refused)
        {
            throw FailureOf(refused);
        }
        catch (MsalClientException failed)
        {
            throw CallFailedException.Refused(GraphError.IsCode(failed.ErrorCode) ? failed.ErrorCode : "sign-in");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CallFailedException(new StepAnswer.Later(time.GetUtcNow() + settings.BackOff), code: "sign-in");
        }
    }

    /// <inheritdoc/>
    public void Doubt(Guid tenant, PowerClass power)
    {
        if (_sources.TryGetValue((tenant, power), out var source)) source.Doubted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in _sources.Values) source.One.Dispose();
    }

    private async Task<TenantToken> GetAsync(Source source, bool anew, CancellationToken cancellationToken)
    {
        await source.One.WaitAsync(cancellationToken);
        try
        {
            var held = source.Token;
            if (held is not null && !anew && !source.Doubted && held.EndsAt - time.GetUtcNow() > Margin) return held;
            var asked = await source.App.AcquireTokenForClient([settings.Scope])
                .WithForceRefresh(anew || source.Doubted || held is not null).ExecuteAsync(cancellationToken);
            source.Doubted = false;
            return source.Token = TenantToken.Of(asked.AccessToken);
        }
        finally
        {
            source.One.Release();
        }
    }

    private CallFailedException FailureOf(MsalServiceException refused)
    {
        if (refused.StatusCode is 0 or 408 or 429 or >= 500)
        {
            var said = refused.Headers?.RetryAfter;
            return new CallFailedException(new StepAnswer.Later(said?.Date ?? time.GetUtcNow() + (said?.Delta ?? settings.BackOff)), refused.StatusCode, "sign-in");
        }
        return CallFailedException.Refused(SignInCodes.Of(refused.ErrorCode, refused.Message));
    }

    private IConfidentialClientApplication Build(Guid tenant, PowerClass power)
    {
        if (!settings.Apps.TryGetValue(power, out var registration)) throw CallFailedException.Refused("not-configured");
        // MSAL insists on https; LoginHandler goes back to http for an address of this machine.
        var authority = new UriBuilder(settings.LoginHost) { Scheme = Uri.UriSchemeHttps, Path = tenant.ToString() }.Uri;
        var builder = ConfidentialClientApplicationBuilder.Create(registration.ClientId.ToString()).WithAuthority(authority.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(false).WithHttpClientFactory(new OneClient(http), retryOnceOn5xx: false);
        return (registration.Credential switch
        {
            GraphCredential.Certificate certificate => builder.WithCertificate(certificate.Value, sendX5C: true),
            GraphCredential.Assertion assertion => builder.WithClientAssertion(assertion.Make),
            GraphCredential.Secret secret => builder.WithClientSecret(secret.Value),
            _ => throw CallFailedException.Refused("not-configured"),
        }).Build();
    }

    private sealed class Source(IConfidentialClientApplication app)
    {
        public IConfidentialClientApplication App { get; } = app;

        public SemaphoreSlim One { get; } = new(1);

        public TenantToken? Token { get; set; }

        public bool Doubted { get; set; }
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
