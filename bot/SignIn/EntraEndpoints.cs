using Microsoft.AspNetCore.Authentication;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.SignIn;

/// <summary>The page that leads to Entra ID, and says what came of it.</summary>
internal static class EntraEndpoints
{
    /// <summary>Maps it.</summary>
    /// <param name="app">The host.</param>
    /// <param name="publicUrl">The only place where one signs in, where there is one.</param>
    public static void Map(WebApplication app, Uri? publicUrl)
    {
        app.MapGet(SignInPaths.Page, (HttpContext context, string? why) => IsElsewhere(context)
            ? Results.Redirect($"{publicUrl!.GetLeftPart(UriPartial.Authority)}{SignInPaths.Page}")
            : SignInPage.Show(context, "/signin-entra.html", why is "refused" ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK));
        app.MapGet(SignInPaths.Start, (HttpContext context, string? returnUrl) => IsElsewhere(context)
            ? Results.Redirect($"{publicUrl!.GetLeftPart(UriPartial.Authority)}{SignInPaths.Page}")
            : Results.Challenge(new AuthenticationProperties { RedirectUri = ReturnPath.Of(returnUrl) }, [EntraSignIn.Scheme]));

        // The flow's cookies would be set here and asked for there.
        bool IsElsewhere(HttpContext context) => publicUrl is not null && !LocalOnly.IsAt(context.Request, publicUrl);
    }
}

/// <summary>A page for people who are not signed in yet.</summary>
internal static class SignInPage
{
    /// <summary>Shows it, to be kept by nobody.</summary>
    public static IResult Show(HttpContext context, string file, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(PageFiles.Read(file), "text/html; charset=utf-8", status);
    }
}
