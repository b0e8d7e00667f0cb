namespace SiOne.Bot.Graph.Tokens;

/// <summary>MSAL speaks https only; an authority of this machine (a test, the demo) is spoken to as the settings say.</summary>
internal sealed class LoginHandler(Uri login) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (login is { IsLoopback: true, Scheme: "http" } && request.RequestUri is { } uri && uri.Authority == login.Authority)
            request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
