using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// The HTTP door: the application hands requests in (Art. 9; Reading) with <c>POST /api/requests</c>, a bearer key and an Idempotency-Key.
/// 202 only after the barrier. Closed unless a key is set; in the demo the local page may use it.
/// </summary>
internal static class DoorEndpoints
{
    private const int MaxText = 50_000;

    public static void MapDoor(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        app.MapPost("/api/requests", (HttpContext context, CancellationToken cancellationToken) => TakeAsync(context, parts, clock, cancellationToken));
    }

    private static async Task<IResult> TakeAsync(HttpContext context, EngineParts parts, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!MayEnter(context.Request, parts)) return JsonBody.Problem(StatusCodes.Status401Unauthorized, "a bearer key was expected, as set in SiOne:ApiKey");
        if (context.Request.Headers["Idempotency-Key"] is not [{ Length: >= 8 and <= 200 } idempotencyKey])
            return JsonBody.Problem(StatusCodes.Status400BadRequest, "an Idempotency-Key header of 8 to 200 characters was expected");
        ApplicationMessage? message;
        try
        {
            message = await JsonBody.ReadAsync(context.Request, ApplicationJson.Default.ApplicationMessage, cancellationToken);
        }
        catch (BadHttpRequestException refused)
        {
            return JsonBody.Problem(refused.StatusCode, "at most 256 KiB");
        }

        if (message is null or { Decision: not null } || !MailAddress.TryParse(message.From, out _) || string.IsNullOrWhiteSpace(message.Text)
            || message.Text.Length > MaxText || message.Subject?.Length > 1_000)
            return JsonBody.Problem(StatusCodes.Status400BadRequest, "a JSON object with from (a mail address), text (1 to 50000 characters) and subject (at most 1000) was expected");
        var raw = JsonSerializer.SerializeToUtf8Bytes(message, ApplicationJson.Default.ApplicationMessage);
        if (await parts.Door.KeepHandedAsync(Channel.Application, idempotencyKey, raw, clock.GetUtcNow(), cancellationToken) is not { } key)
            return JsonBody.Problem(StatusCodes.Status422UnprocessableEntity, "a fresh Idempotency-Key: this one belongs to another message");
        return Results.Json(new DoorAnswer(key.Value), ApiJson.Default.DoorAnswer, statusCode: StatusCodes.Status202Accepted);
    }

    private static bool MayEnter(HttpRequest request, EngineParts parts)
    {
        if (parts.Settings.Host.ApiKey is not { } expected) return parts.Settings.Demo;
        return BearerKey.IsShown(request, expected);
    }
}
