using System.Net;
using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The local page shows customers' requests: it answers this machine alone, under a name of this machine (a foreign name that resolves here is DNS
/// rebinding), and changes something only when asked by its own page. Where technicians sign in it may have one name more, under which a reverse proxy
/// on this machine shows it by https. Customers' people confirm their requests under a name of their own, where nothing else is answered.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="publicUrl">The technicians' name; null for none.</param>
/// <param name="confirmationUrl">The customers' name; null for none.</param>
public sealed class LocalOnly(RequestDelegate next, Uri? publicUrl = null, Uri? confirmationUrl = null)
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Lets a request through, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        // Teams speaks to the bots from outside, through a reverse proxy, and shows its token.
        if (context.Request.Path.Value is ActivityEndpoints.CustomersPath or ActivityEndpoints.TechniciansPath) return next(context);
        var isTechnicians = publicUrl is not null && IsAt(context.Request, publicUrl);
        var isCustomers = confirmationUrl is not null && IsAt(context.Request, confirmationUrl);
        if (isTechnicians || isCustomers) context.Request.Scheme = Uri.UriSchemeHttps; // As the browser sees it: the proxy ends TLS.
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)
            || !(isTechnicians || isCustomers
                ? (isTechnicians && IsForPeople(context.Request)) || (isCustomers && LinkPages.Holds(context.Request))
                : IsOwnName(context.Request.Host.Host))
            || (!HttpMethods.IsGet(context.Request.Method) && !IsOwnOrigin(context.Request)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>Whether a request was made to that address.</summary>
    internal static bool IsAt(HttpRequest request, Uri address) =>
        string.Equals(request.Host.Value, address.Authority, StringComparison.OrdinalIgnoreCase)
        || string.Equals(request.Host.Value, $"{address.Host}:{address.Port}", StringComparison.OrdinalIgnoreCase);

    /// <summary>The HTTP door, the operator's verbs and the health pages are for programs of this machine.</summary>
    private static bool IsForPeople(HttpRequest request) => !OpenPaths.IsDoor(request) && !OperatorEndpoint.Holds(request) && !request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnName(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A browser always sends Origin with a POST; a program at the HTTP door sends none, and shows its key.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
            ? request.Headers.Origin.Count == 0
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
