using System.Globalization;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Teams;

namespace SiOne.Bot.Host.Api;

/// <summary>Where somebody who must ask in the application (Art. 9), and asked by mail, makes the request valid by one click.</summary>
internal static class ConfirmationEndpoints
{
    public static void MapConfirmations(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        var requests = new ReadableRequests(parts, clock);
        app.MapGet($"{LinkPages.Confirmations}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            LinkPages.KeepPrivate(context);
            return await FindAsync(parts, requests, token, clock, cancellationToken) is var (read, _) ? Shown(read) : LinkPages.Unknown;
        });
        app.MapPost($"{LinkPages.Confirmations}{{token}}", async (string token, HttpContext context, CancellationToken cancellationToken) =>
        {
            if (!LinkPages.IsFromAPage(context.Request)) return LinkPages.FromNoPage;
            if (await FindAsync(parts, requests, token, clock, cancellationToken) is not var (read, asker)) return LinkPages.Unknown;
            return Words(read).Link is null ? Shown(read) : await ConfirmAsync(parts, read, asker, clock, cancellationToken);
        });
    }

    /// <summary>The request behind a token and who made it; null where the token is not ours, or they are no longer who they were. Deny by default.</summary>
    private static async Task<(ReadRequest Read, MailAddress Asker)?> FindAsync(
        EngineParts parts, ReadableRequests requests, string token, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (parts.Links.Verify(token) is not { } id || await parts.Store.FindRequestAsync(id, cancellationToken) is not { } document) return null;
        var now = clock.GetUtcNow();
        if (await parts.Cases.OfAsync(document, now, cancellationToken) is not { Sender: { } sender }) return null;
        // What was noted on the phone proves nobody; the link to confirm it went to the caller's mailbox alone.
        if (!sender.Proven && document.State.Channel is not Channel.Phone) return null;
        var language = sender.Person?.Language ?? Language.French;
        if ((sender.Person?.Addresses[0] ?? sender.Address) is not { } address) return null;
        return await requests.ReadAsync(document, sender with { Proven = true }, language, cancellationToken) is { Reader: ActorKind.Requester } read ? (read, address) : null;
    }

    private static Task<IResult> ConfirmAsync(EngineParts parts, ReadRequest read, MailAddress asker, TimeProvider clock, CancellationToken cancellationToken)
    {
        var state = read.Document.State;
        return LinkPages.TakeAsync(
            parts, string.Create(CultureInfo.InvariantCulture, $"confirm/{read.Document.Id}/{state.Revision}"),
            new ApplicationMessage { From = asker.Value, Subject = state.Reference.Value, Text = "Je confirme." }, clock, cancellationToken);
    }

    private static IResult Shown(ReadRequest read)
    {
        var words = Words(read);
        return Results.Json(
            new ConfirmationAnswer(read.Standing.Language is Language.English ? "en" : "fr", words.Tone.ToString(), words, words.Link?.Text), ApiJson.Default.ConfirmationAnswer);
    }

    /// <summary>As the mail said it; the link in the words only tells that there is something to confirm.</summary>
    private static WordedRequest Words(ReadRequest read) =>
        (read.Standing with { Request = read.Standing.Request with { ConfirmAt = read.Document.State.State is RequestState.Draft ? LinkPages.Confirmations : null } }).Line()!;
}
