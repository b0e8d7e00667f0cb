namespace SiOne.Bot.Host.Connector.Outbound;

/// <summary>Speaks http to a sign-in service on this machine, where a library insists on writing https. Only Development allows such an address.</summary>
/// <param name="login">The address, http.</param>
internal sealed class PlainLogin(Uri login) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (login is { IsLoopback: true, Scheme: "http" } && request.RequestUri is { } uri && uri.Authority == login.Authority)
            request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
