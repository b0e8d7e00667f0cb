using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Api;

/// <summary>In safe mode pages are read and nothing else: whoever hands something in, acts, or writes in Teams is told to come back, before any byte is kept.</summary>
/// <param name="next">The rest of the pipeline.</param>
internal sealed class SafeModeGate(RequestDelegate next)
{
    private const string AskAgainAfter = "300"; // Seconds: a person has to act first.

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !LinkPages.Holds(request);
        if (reads || request.Path.StartsWithSegments(SignInPaths.Page, StringComparison.OrdinalIgnoreCase)) return next(context);
        context.Response.Headers.RetryAfter = AskAgainAfter;
        return JsonBody.Problem(StatusCodes.Status503ServiceUnavailable, SafeModeWords.Refused.En, Typography.Set(SafeModeWords.Refused, Language.French)).ExecuteAsync(context);
    }
}
