using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Host.Api;

/// <summary>While the store cannot be used (a full disk, a broken file), whoever asks is told so and when to ask again, rather than that the program is at fault.</summary>
/// <param name="next">The rest of the pipeline.</param>
internal sealed class StoreTrouble(RequestDelegate next)
{
    private const string AskAgainAfter = "30"; // Seconds: the store tries to open its file as often.

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        // A request that is too large or ends too soon is an IOException as well, and its sender's matter.
        catch (Exception failure) when (failure is StoreUnavailableException or (IOException and not BadHttpRequestException)
            && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            context.Response.Headers.RetryAfter = AskAgainAfter;
            await JsonBody.Problem(
                StatusCodes.Status503ServiceUnavailable, "a store that takes writes: see the log and /health/ready",
                "Le stockage n’est pas disponible pour le moment. Réessayez dans un instant.").ExecuteAsync(context);
        }
    }
}
