namespace SiOne.Bot.Mail.Transport;

/// <summary>Speaks http to a sign-in service on this machine, where a library insists on writing https. Whether such an address is allowed is the settings' to say.</summary>
/// <param name="login">The address, http.</param>
public sealed class PlainLogin(Uri login) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (login is { IsLoopback: true, Scheme: "http" } && request.RequestUri is { } uri && uri.Authority == login.Authority)
            request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
