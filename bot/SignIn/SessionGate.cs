using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.SignIn;

/// <summary>Shows the technicians' page, its data and its previews to signed-in technicians alone, and takes changes from its own page alone.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="publicUrl">The page's address outside, where there is one: the only place where one signs in then.</param>
internal sealed class SessionGate(RequestDelegate next, Uri? publicUrl)
{
    /// <summary>Lets a request through, sends a person to the sign-in, or refuses.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (OpenPaths.Holds(request)) return next(context);
        context.Response.Headers.CacheControl = "no-store"; // The browser's back button shows nothing after the sign-out.
        if (SignedIn.Of(context.User) is null) return RefuseAsync(context);
        // Browsers send Origin with every such request, and LocalOnly has compared it; whoever sends none is not the page.
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers.Origin.Count == 0)
            return JsonBody.Problem(StatusCodes.Status403Forbidden, "an Origin header, as browsers send it").ExecuteAsync(context);
        return next(context);
    }

    private Task RefuseAsync(HttpContext context)
    {
        if (!IsPage(context.Request))
            return JsonBody.Problem(StatusCodes.Status401Unauthorized, "a technician's session", "Votre session est terminée : connectez-vous à nouveau.").ExecuteAsync(context);
        var asked = Uri.EscapeDataString(ReturnPath.Of(context.Request.Path + context.Request.QueryString.ToUriComponent()));
        context.Response.Redirect($"{publicUrl?.GetLeftPart(UriPartial.Authority)}{SignInPaths.Page}?returnUrl={asked}");
        return Task.CompletedTask;
    }

    /// <summary>Opened in a window, rather than fetched by a script or framed.</summary>
    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (request.Headers["Sec-Fetch-Dest"] is [{ } destination] ? destination is "document"
            : request.Path == ReturnPath.Top || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
