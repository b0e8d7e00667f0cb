using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.MailWatcher.Handing;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The intake door: the program <c>mailwatcher</c> leases mailboxes and hands raw mails in, with a key of its own. A mail is answered with 204 only after
/// the barrier; 409 says that somebody else has the mailbox now. Closed unless a key is set.
/// </summary>
internal static class IntakeEndpoints
{
    /// <summary>Below this path.</summary>
    public const string Root = "/intake";

    /// <summary>The largest mail that is taken whole, as large as the reader takes.</summary>
    public const int MostMailBytes = 25 << 20;

    /// <summary>A million UIDs in digits.</summary>
    private const int MostListBytes = 12 << 20;

    public static void MapIntake(this WebApplication app, EngineParts parts)
    {
        var door = parts.Door;
        Map("lease", IntakeJson.Default.LeaseAsked, async (call, asked, stop) =>
            asked.Holder.Length is > 0 and <= 100 && await door.LeaseAsync(call.Mailbox, asked.Holder, call.Fence, stop) is { } lease
                ? Results.Json(new LeaseGiven(lease.Fence, lease.For.TotalSeconds), IntakeJson.Default.LeaseGiven)
                : Stale());
        Map("open", IntakeJson.Default.FolderOpened, async (call, opened, stop) => opened.UidValidity == 0
            ? Expected("a UIDVALIDITY above 0")
            : Results.Json(await door.OpenAsync(call.Mailbox, opened.UidValidity, opened.UidNext, call.Fence, stop), IntakeJson.Default.MailboxPosition));
        Map("missing", IntakeJson.Default.UidList, async (call, present, stop) => present.Uids.IsDefault || !IsAscending(present)
            ? Expected("UIDs, ascending")
            : Results.Json(
                present with { Uids = await door.MissingAsync(call.Mailbox, present.UidValidity, present.Uids, call.Fence, stop) }, IntakeJson.Default.UidList));
        app.MapPost($"{Root}/{{mailbox}}/release", (HttpContext context, string mailbox) => GuardAsync(context, parts, mailbox, async call =>
        {
            await door.ReleaseAsync(call.Mailbox, call.Fence, context.RequestAborted);
            return Results.NoContent();
        }));
        app.MapPut($"{Root}/{{mailbox}}/{{uidValidity}}/{{uid}}", (HttpContext context, string mailbox, uint uidValidity, uint uid) =>
            GuardAsync(context, parts, mailbox, call => PutAsync(context, door, call, uidValidity, uid)));

        void Map<T>(string verb, JsonTypeInfo<T> type, Func<Call, T, CancellationToken, Task<IResult>> answer) => app.MapPost(
            $"{Root}/{{mailbox}}/{verb}", (HttpContext context, string mailbox) => GuardAsync(context, parts, mailbox, async call =>
            {
                context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostListBytes;
                return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } asked
                    ? await answer(call, asked, context.RequestAborted)
                    : Expected("a JSON object");
            }));
    }

    /// <summary>Whether who calls may, and says a mailbox; what the door throws becomes an answer.</summary>
    private static async Task<IResult> GuardAsync(HttpContext context, EngineParts parts, string mailbox, Func<Call, Task<IResult>> answer)
    {
        if (parts.Settings.Host.IntakeKey is not { } key || !BearerKey.IsShown(context.Request, key))
            return JsonBody.Problem(StatusCodes.Status401Unauthorized, "a bearer key was expected, as set in SiOne:IntakeKey");
        if (IntakeHeaders.Read(context.Request.Headers[IntakeHeaders.Mailbox]) is not { } identity || IntakeKeys.MailboxId(identity) != mailbox
            || !long.TryParse(context.Request.Headers[IntakeHeaders.Fence], NumberStyles.None, CultureInfo.InvariantCulture, out var fence))
            return Expected($"the header fields {IntakeHeaders.Mailbox}, of the mailbox in the path, and {IntakeHeaders.Fence}");
        try
        {
            return await answer(new Call(identity, fence));
        }
        catch (StaleLeaseException)
        {
            return Stale();
        }
        catch (JsonException)
        {
            return Expected("a JSON object");
        }
        catch (BadHttpRequestException refused)
        {
            return JsonBody.Problem(refused.StatusCode, "a whole body of the size allowed was expected");
        }
    }

    private static async Task<IResult> PutAsync(HttpContext context, IntakeDoor door, Call call, uint uidValidity, uint uid)
    {
        var headers = context.Request.Headers;
        if (uidValidity == 0 || uid == 0 || !DateTimeOffset.TryParseExact(
                headers[IntakeHeaders.InternalDate], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var receivedAt))
            return Expected($"UIDVALIDITY and UID above 0, and the header field {IntakeHeaders.InternalDate} in ISO 8601");
        if (context.Request.ContentLength is not { } length) return JsonBody.Problem(StatusCodes.Status411LengthRequired, "a Content-Length was expected");
        if (length > MostMailBytes) return JsonBody.Problem(StatusCodes.Status413PayloadTooLarge, "at most 25 MiB; of a larger mail the header alone");
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MostMailBytes;

        // A body that ends before its length throws: half a mail is never kept.
        var bytes = new byte[length];
        await context.Request.Body.ReadExactlyAsync(bytes, context.RequestAborted);
        var mail = new RawMail(call.Mailbox, uidValidity, uid, receivedAt, bytes, headers[IntakeHeaders.TooLarge] == "1");
        await door.KeepAsync([mail], call.Fence, context.RequestAborted);
        return Results.NoContent();
    }

    private static bool IsAscending(UidList list)
    {
        for (var i = 1; i < list.Uids.Length; i++)
            if (list.Uids[i] <= list.Uids[i - 1]) return false;
        return true;
    }

    private static IResult Expected(string what) => JsonBody.Problem(StatusCodes.Status400BadRequest, $"{what} was expected");

    private static IResult Stale() => JsonBody.Problem(StatusCodes.Status409Conflict, "the mailbox's newest lease was expected: somebody else watches it");

    private sealed record Call(MailboxIdentity Mailbox, long Fence);
}
