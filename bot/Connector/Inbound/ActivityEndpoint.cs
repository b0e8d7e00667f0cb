using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>
/// Where Teams posts: <c>/api/messages</c> to the customers' bot, <c>/api/technicians/messages</c> to the technicians'. Authenticated, read,
/// compared, and only then handed on. Nothing of a token or a body is logged.
/// </summary>
internal sealed partial class ActivityEndpoint(InboundAuthentication authentication, ITurns turns, TimeProvider clock, ILogger<ActivityEndpoint> log)
{
    /// <summary>Takes one request.</summary>
    public async Task TakeAsync(BotKey bot, HttpContext context)
    {
        if (await VerifyAsync(bot, context) is not { } turn) return;
        if (!ActivityTypes.Known.Contains(turn.Activity.Type!)) return;
        InvokeResponse? answer;
        try
        {
            answer = await turns.TurnAsync(turn, context.RequestAborted);
        }
        catch (Exception failed) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Its message may hold what a person wrote.
            LogFailure(log, bot, failed.GetType().Name);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        answer ??= turn.Activity.Type == ActivityTypes.Invoke ? InvokeResponse.NotImplemented : InvokeResponse.Empty;
        context.Response.StatusCode = answer.Status;
        if (answer.Body is not { } body) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        body.WriteTo(writer);
    }

    private async Task<VerifiedActivity?> VerifyAsync(BotKey bot, HttpContext context)
    {
        var shown = await authentication.AskAsync(bot, context);
        if (shown is Shown.Nothing nothing) return Refuse(bot, context, nothing.Refusal);
        var (bytes, unread) = await ActivityBody.ReadAsync(context.Request, context.RequestAborted);
        if (bytes is null) return Refuse(bot, context, unread!);
        var receivedAt = clock.GetUtcNow();
        if (ActivityBody.Parse(bytes) is not { } activity) return Refuse(bot, context, new Refusal(StatusCodes.Status400BadRequest, RefusalReason.Malformed));
        return authentication.Check(bot, shown, activity) is { } refusal
            ? Refuse(bot, context, refusal)
            : new VerifiedActivity(bot, activity, activity.TenantId!, bytes, receivedAt);
    }

    private VerifiedActivity? Refuse(BotKey bot, HttpContext context, Refusal refusal)
    {
        LogRefusal(log, bot, refusal.Reason);
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An activity for the bot {Bot} was refused: {Reason}")]
    private static partial void LogRefusal(ILogger log, BotKey bot, RefusalReason reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of the bot {Bot} failed: {Failure}")]
    private static partial void LogFailure(ILogger log, BotKey bot, string failure);
}

/// <summary>Maps the endpoints.</summary>
public static partial class ActivityEndpoints
{
    /// <summary>The customers' bot.</summary>
    public const string CustomersPath = "/api/messages";

    /// <summary>The technicians' bot.</summary>
    public const string TechniciansPath = "/api/technicians/messages";

    /// <summary>Maps both; says so when they take activities without a token.</summary>
    /// <param name="app">The application.</param>
    /// <param name="connector">Checks what comes.</param>
    /// <param name="turns">What is done with it.</param>
    /// <param name="clock">The clock.</param>
    public static void MapActivities(this WebApplication app, TeamsConnector connector, ITurns turns, TimeProvider clock)
    {
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        var log = logs.CreateLogger<ActivityEndpoint>();
        if (connector.Settings.AllowAnonymous) LogAnonymous(log, nameof(TeamsOptions.AllowAnonymous));
        var endpoint = new ActivityEndpoint(connector.Authentication, turns, clock, log);
        app.MapPost(CustomersPath, context => endpoint.TakeAsync(BotKey.Customers, context)).WithMetadata(new BodyLimit());
        app.MapPost(TechniciansPath, context => endpoint.TakeAsync(BotKey.Technicians, context)).WithMetadata(new BodyLimit());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "SiOne:Teams:{Setting} is on: programs on this machine speak to the bots without a token")]
    private static partial void LogAnonymous(ILogger log, string setting);

    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => ActivityBody.MaxBytes;
    }
}
