using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Teams;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The page where somebody who must ask in the application (Art. 9), and asked by mail, makes the request valid by one click. Opening it changes
/// nothing, since mail programs open links on their own; the click is a message of the application, and passes the same eight stops.
/// </summary>
internal static class ConfirmationEndpoints
{
    private const string Data = "/api/confirmations/";
    private static readonly HashSet<string> Files = [.. PageFiles.Confirmation.Keys, "/page.css", "/dom.js", "/icon.svg"];

    /// <summary>What is answered to customers' people.</summary>
    public static bool Holds(HttpRequest request) => Files.Contains(request.Path.Value ?? "") || SubscriptionEndpoints.Holds(request)
        || request.Path.StartsWithSegments(ConfirmationLinks.Path.TrimEnd('/'), StringComparison.Ordinal)
        || request.Path.StartsWithSegments(Data.TrimEnd('/'), StringComparison.Ordinal);

    public static void MapConfirmations(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        if (parts.Settings.ConfirmationUrl is null) return;
        var requests = new CustomerRequests(parts, clock);
        app.MapFiles(PageFiles.Confirmation);
        app.MapGet($"{ConfirmationLinks.Path}{{token}}", (HttpContext context) => Page(context));
        app.MapGet($"{Data}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return await FindAsync(parts, requests, token, clock, cancellationToken) is var (read, _) ? Shown(read) : Unknown;
        });
        app.MapPost($"{Data}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            // LocalOnly has compared it: only a person at our page confirms.
            if (context.Request.Headers.Origin.Count == 0) return JsonBody.Problem(StatusCodes.Status403Forbidden, "an Origin header, as browsers send it");
            if (await FindAsync(parts, requests, token, clock, cancellationToken) is not var (read, asker)) return Unknown;
            return Words(read).Link is null ? Shown(read) : await ConfirmAsync(parts, read, asker, clock, cancellationToken);
        });
    }

    private static IResult Page(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Bytes(PageFiles.Read("/confirm.html"), "text/html; charset=utf-8");
    }

    /// <summary>The request behind a token and who made it; null where the token is not ours, or they are no longer who they were. Deny by default.</summary>
    private static async Task<(ReadRequest Read, MailAddress Asker)?> FindAsync(
        EngineParts parts, CustomerRequests requests, string token, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (parts.Links.Verify(token) is not { } id || await parts.Store.FindRequestAsync(id, cancellationToken) is not { } document) return null;
        var now = clock.GetUtcNow();
        if (await parts.Cases.OfAsync(document, now, cancellationToken) is not { Sender: { Proven: true } sender }) return null;
        var language = sender.Person?.Language ?? Language.French;
        if ((sender.Person?.Addresses[0] ?? sender.Address) is not { } address) return null;
        return await requests.ReadAsync(document, sender, language, cancellationToken) is { Reader: ActorKind.Requester } read ? (read, address) : null;
    }

    /// <summary>Taken in like every message; the page looks again until it is decided. A second click is the same message.</summary>
    private static async Task<IResult> ConfirmAsync(EngineParts parts, ReadRequest read, MailAddress asker, TimeProvider clock, CancellationToken cancellationToken)
    {
        var state = read.Document.State;
        var message = new ApplicationMessage { From = asker.Value, Subject = state.Reference.Value, Text = "Je confirme." };
        var raw = JsonSerializer.SerializeToUtf8Bytes(message, ApplicationJson.Default.ApplicationMessage);
        var key = string.Create(CultureInfo.InvariantCulture, $"confirm/{read.Document.Id}/{state.Revision}");
        await parts.Door.KeepHandedAsync(Channel.Application, key, raw, clock.GetUtcNow(), cancellationToken);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Shown(ReadRequest read)
    {
        var words = Words(read);
        return Results.Json(
            new ConfirmationAnswer(read.Standing.Language is Language.English ? "en" : "fr", words.Tone.ToString(), words, words.Link?.Text), ApiJson.Default.ConfirmationAnswer);
    }

    /// <summary>As the mail said it; the link in the words only tells that there is something to confirm.</summary>
    private static WordedRequest Words(ReadRequest read) =>
        (read.Standing with { Request = read.Standing.Request with { ConfirmAt = read.Document.State.State is RequestState.Draft ? Data : null } }).Line()!;

    private static IResult Unknown => JsonBody.Problem(
        StatusCodes.Status404NotFound, "a link out of one of our mails",
        "Ce lien n’ouvre aucune demande. Répondez au mail qui le contenait : nous verrons cela avec vous.");
}
