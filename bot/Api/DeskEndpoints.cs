using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// What a technician does on the local page: acts on requests, and writes calls down. The journal names them by their session; where the page asks for no
/// sign-in it answers this machine alone, and whoever reaches it acts under the name that they give.
/// </summary>
internal static class DeskEndpoints
{
    private const int YearsAhead = 3;

    public static void MapDesk(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        app.MapPost("/api/requests/{reference}/acts", (HttpContext context, string reference, CancellationToken c) => WithinLimitAsync(() => ActAsync(context, parts, clock, reference, c)));
        app.MapPost("/api/calls", (HttpContext context, CancellationToken c) => WithinLimitAsync(() => WriteDownAsync(context, parts, clock, c)));
    }

    private static async Task<IResult> WithinLimitAsync(Func<Task<IResult>> take)
    {
        try
        {
            return await take();
        }
        catch (BadHttpRequestException refused)
        {
            return JsonBody.Problem(refused.StatusCode, "at most 256 KiB");
        }
    }

    private static async Task<IResult> ActAsync(HttpContext context, EngineParts parts, TimeProvider clock, string reference, CancellationToken cancellationToken)
    {
        if (RequestReference.FindIn(reference) is not { } known || known.Value.Length != reference.Length) return JsonBody.Problem(StatusCodes.Status404NotFound, "a reference such as SI-1234-5678");
        var asked = await JsonBody.ReadAsync(context.Request, ApiJson.Default.DeskAct, cancellationToken);
        if (asked is null || new ActingTechnician(parts.Settings).NameOf(context, asked.Technician) is not { } technician || Named<ActVerb>(asked.Verb) is not { } verb)
            return JsonBody.Problem(StatusCodes.Status400BadRequest, $"a JSON object with technician and verb, one of {string.Join(", ", Enum.GetNames<ActVerb>())}");
        if (asked.Text?.Length > RequestDesk.MaxText) return JsonBody.Problem(StatusCodes.Status400BadRequest, $"a text of at most {RequestDesk.MaxText} characters");
        if (Wish(asked, verb, clock.GetUtcNow()) is not { } wish)
            return JsonBody.Problem(StatusCodes.Status400BadRequest, $"date as 2026-11-30, at as 2026-11-30T14:00:00+01:00, both within {YearsAhead} years, reason one of {string.Join(", ", Enum.GetNames<DueReason>())}");
        var result = await parts.Desk.DoAsync(known, technician, wish, cancellationToken);
        return result switch
        {
            { Refusal: Refusal.NoSuchRequest } => JsonBody.Problem(StatusCodes.Status404NotFound, "the reference of one request", InFrench(Refusal.NoSuchRequest.Say())),
            { Incomplete: true } => JsonBody.Problem(
                StatusCodes.Status400BadRequest, "what the verb needs: a text, a person who may say yes, a number called back, an operation, an instant, a reason", InFrench(RefusalWords.Incomplete)),
            { Contended: true } => JsonBody.Problem(StatusCodes.Status409Conflict, "a request that nobody else changes at this moment: try again", InFrench(RefusalWords.Contended)),
            { Refusal: { } refusal } => JsonBody.Problem(StatusCodes.Status409Conflict, $"what this request allows now ({refusal})", InFrench(refusal.Say())),
            _ => Results.Json(new DeskAnswer(result.Document!.State.State.ToString(), result.Document.Version), ApiJson.Default.DeskAnswer),
        };
    }

    /// <summary>The page's language.</summary>
    private static string InFrench(Label words) => Typography.Set(words, Language.French);

    private static ActWish? Wish(DeskAct asked, ActVerb verb, DateTimeOffset now)
    {
        var date = DateOnly.TryParseExact(asked.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null as DateOnly?;
        var at = Commands.InstantText.TryParse(asked.At ?? "", out var instant) ? instant : null as DateTimeOffset?;
        var reason = Named<DueReason>(asked.Reason);
        var last = now.AddYears(YearsAhead);
        if (at > last || date > DateOnly.FromDateTime(last.Date) || date < DateOnly.FromDateTime(now.AddYears(-YearsAhead).Date)) return null;
        if ((asked.Date is not null && date is null) || (asked.At is not null && at is null) || (asked.Reason is not null && reason is null)) return null;
        return new ActWish(verb)
        {
            Text = asked.Text?.Trim(),
            PersonId = asked.Person,
            NumberId = asked.Number,
            OperationId = asked.Operation,
            Date = date,
            At = at?.ToUniversalTime(),
            Reason = reason,
        };
    }

    /// <summary>A call about an incident counts as a request (Art. 8); about anything else it is a draft that the caller confirms in writing.</summary>
    private static async Task<IResult> WriteDownAsync(HttpContext context, EngineParts parts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var call = await JsonBody.ReadAsync(context.Request, ApiJson.Default.DeskCall, cancellationToken);
        if (call is null || !MailAddress.TryParse(call.From, out _) || string.IsNullOrWhiteSpace(call.Text) || call.Text.Length > RequestDesk.MaxText
            || call.Key is not { Length: >= 8 and <= 200 })
            return JsonBody.Problem(StatusCodes.Status400BadRequest, $"a JSON object with key (8 to 200 characters, one a call), from (the caller's mail address) and text (1 to {RequestDesk.MaxText} characters)");
        var raw = JsonSerializer.SerializeToUtf8Bytes(new ApplicationMessage { From = call.From, Text = call.Text }, ApplicationJson.Default.ApplicationMessage);
        return await parts.Door.KeepHandedAsync(Channel.Phone, call.Key, raw, clock.GetUtcNow(), cancellationToken) is { } key
            ? Results.Json(new DoorAnswer(key.Value), ApiJson.Default.DoorAnswer, statusCode: StatusCodes.Status202Accepted)
            : JsonBody.Problem(StatusCodes.Status422UnprocessableEntity, "a fresh key: this one belongs to another call");
    }

    /// <summary>By name alone: a number or a list of names is none.</summary>
    private static T? Named<T>(string? name) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;
}
