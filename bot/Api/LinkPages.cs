using System.Text.Json;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// What the pages behind the links of our mails have in common: opening one changes nothing, since mail programs open links on their own, and a click
/// comes in as a message of the application and passes the same eight stops.
/// </summary>
internal static class LinkPages
{
    /// <summary>Where what the pages show is read.</summary>
    public const string Confirmations = "/api/confirmations/";

    /// <summary>Where what waits for a yes is read and decided.</summary>
    public const string Approvals = "/api/approvals/";

    private static readonly HashSet<string> Files = [.. PageFiles.Confirmation.Keys, "/page.css", "/dom.js", "/icon.svg"];

    /// <summary>What is answered to customers' people.</summary>
    public static bool Holds(HttpRequest request) => Files.Contains(request.Path.Value ?? "") || SubscriptionEndpoints.Holds(request)
        || ((string[])[ConfirmationLinks.Path, ConfirmationLinks.ApprovalPath, Confirmations, Approvals])
            .Any(path => request.Path.StartsWithSegments(path.TrimEnd('/'), StringComparison.Ordinal));

    /// <summary>Serves the page under both kinds of addresses, and what each is about.</summary>
    public static void MapLinkPages(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        if (parts.Settings.ConfirmationUrl is null) return;
        app.MapFiles(PageFiles.Confirmation);
        foreach (var path in (string[])[ConfirmationLinks.Path, ConfirmationLinks.ApprovalPath])
            app.MapGet($"{path}{{token}}", (HttpContext context) => Page(context));
        app.MapConfirmations(parts, clock);
        app.MapApprovals(parts, clock);
    }

    /// <summary>Only a person at our page decides: LocalOnly has compared the Origin where there is one.</summary>
    public static bool IsFromAPage(HttpRequest request) => request.Headers.Origin.Count > 0;

    /// <summary>What they show belongs to one reader: nobody keeps it, and no search engine lists it.</summary>
    public static void KeepPrivate(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    /// <summary>Why a click from anywhere else does nothing.</summary>
    public static IResult FromNoPage => JsonBody.Problem(StatusCodes.Status403Forbidden, "an Origin header, as browsers send it");

    /// <summary>A token that is none of ours, or opens nothing any more.</summary>
    public static IResult Unknown => JsonBody.Problem(
        StatusCodes.Status404NotFound, "a link out of one of our mails",
        "Ce lien n’ouvre aucune demande. Répondez au mail qui le contenait : nous verrons cela avec vous.");

    /// <summary>Taken in like every message; the page looks again until it is decided. Under one key there is one message: a second click changes nothing.</summary>
    public static async Task<IResult> TakeAsync(EngineParts parts, string key, ApplicationMessage message, TimeProvider clock, CancellationToken cancellationToken)
    {
        var raw = JsonSerializer.SerializeToUtf8Bytes(message, ApplicationJson.Default.ApplicationMessage);
        await parts.Door.KeepHandedAsync(Channel.Application, key, raw, clock.GetUtcNow(), cancellationToken);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Page(HttpContext context)
    {
        KeepPrivate(context);
        return Results.Bytes(PageFiles.Read("/confirm.html"), "text/html; charset=utf-8");
    }
}
