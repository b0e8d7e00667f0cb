using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>The local page: what it is made of, what it reads, and what a technician decides on it.</summary>
internal static class BoardEndpoints
{
    /// <summary>Who decides where the page asks for no sign-in.</summary>
    internal const string Unnamed = "local-page";

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    public static void MapBoard(this WebApplication app, EngineParts parts, TimeProvider clock)
    {
        var reader = new BoardReader(parts, clock);
        var queue = new QueueReader(parts, clock);
        var acting = new ActingTechnician(parts.Settings);
        var preview = new AnswerPreview(parts);
        var reserved = new ReservedTexts(parts);
        app.MapFiles(PageFiles.All);
        app.MapGet("/api/board", (HttpContext context, long? after, string? also) => BoardAsync(context, after, also));
        app.MapGet("/api/queue", (HttpContext context, string? technician) => Results.Json(queue.Read(acting.NameOf(context, technician) ?? ""), ApiJson.Default.QueueAnswer));
        app.MapGet("/answers", (HttpContext context, string key, CancellationToken cancellationToken) => preview.WriteAsync(context, key, cancellationToken));
        app.MapPost("/api/outbox/release", (HttpContext context, CancellationToken c) => DecideAsync(context, key => parts.Held.ReleaseAsync(key, acting.NameOf(context, typed: null) ?? Unnamed, c), c));
        app.MapPost("/api/outbox/drop", (HttpContext context, CancellationToken c) => DecideAsync(context, key => parts.Held.DropAsync(key, acting.NameOf(context, typed: null) ?? Unnamed, c), c));
        if (parts.Settings.Demo) app.MapPost("/api/demo/mails", (HttpContext context, CancellationToken c) => DemoForm.TakeAsync(context, parts, clock, c));

        // Answers at once when something is newer than what the page has, else at the next change or when the time is over.
        async Task<IResult> BoardAsync(HttpContext context, long? after, string? also)
        {
            if (after is { } known && known >= parts.Board.Revision)
            {
                var changed = parts.Board.Changed;
                if (known >= parts.Board.Revision) await Task.WhenAny(changed, Task.Delay(LongPoll, clock, app.Lifetime.ApplicationStopping));
            }

            var board = await reader.ReadAsync(also, reserved.MayRead(context), app.Lifetime.ApplicationStopping);
            return Results.Json(board with { SignedIn = SignedIn.Of(context.User)?.Name, Stop = StopEndpoints.Read(parts, context) }, ApiJson.Default.BoardAnswer);
        }
    }

    private static async Task<IResult> DecideAsync(HttpContext context, Func<string, Task<bool>> decide, CancellationToken cancellationToken)
    {
        var decision = await JsonBody.ReadAsync(context.Request, ApiJson.Default.EffectDecision, cancellationToken);

        if (decision?.Key is not { Length: > 0 } key) return JsonBody.Problem(StatusCodes.Status400BadRequest, "a JSON object with a key");
        return await decide(key)
            ? Results.StatusCode(StatusCodes.Status204NoContent)
            : JsonBody.Problem(StatusCodes.Status409Conflict, "an effect that still waits: somebody else was first");
    }
}
