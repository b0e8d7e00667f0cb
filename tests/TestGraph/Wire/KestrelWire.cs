using System.Text;
using Microsoft.AspNetCore.Http;

namespace SiOne.Bot.TestGraph.Wire;

/// <summary>Carries requests and answers between Kestrel and the server.</summary>
internal static class KestrelWire
{
    public static async Task ServeAsync(HttpContext context, GraphServer server)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        var request = new GraphRequest(context.Request.Method, context.Request.Path.Value ?? "/", context.Request.QueryString.Value ?? "", headers, body, origin);
        var answer = await AnswerAsync(request, server, context.RequestAborted);
        if (answer.IsCut)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (answer.Body is null) return;
        context.Response.ContentType = AnswerText.ContentType;
        await context.Response.WriteAsync(answer.Body.ToJsonString(), CancellationToken.None);
    }

    // A caller that has gone while an answer is held back gets none; what was done stays done.
    private static async Task<GraphAnswer> AnswerAsync(GraphRequest request, GraphServer server, CancellationToken aborted)
    {
        try
        {
            return await server.AnswerAsync(request, aborted);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return GraphAnswer.Cut;
        }
    }
}
