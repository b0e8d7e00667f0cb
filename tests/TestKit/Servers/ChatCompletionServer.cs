using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace SiOne.Bot.TestKit.Servers;

/// <summary>
/// A language model's server of the OpenAI protocol on 127.0.0.1, strict: another path, method, key, body or schema than the product may send, a tool
/// or a word that must not be told is refused and noted. What it answers is the test's, faults included.
/// </summary>
public sealed class ChatCompletionServer : IAsyncDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly string[] Keys = ["messages", "model", "temperature", "response_format"];

    private readonly WebApplication _app;
    private int _asked;

    private ChatCompletionServer(WebApplication app)
    {
        _app = app;
        app.Run(TakeAsync);
    }

    /// <summary>The setting that leads here.</summary>
    public string Endpoint => $"{_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/v1";

    /// <summary>The one key that opens it.</summary>
    public string Key { get; } = $"sk-{Guid.NewGuid():N}";

    /// <summary>The one model that it has.</summary>
    public const string Model = "petit-modele";

    /// <summary>Words that must never come in here.</summary>
    public ConcurrentBag<string> MustNotBeTold { get; } = [];

    /// <summary>What it was asked against the rules.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    /// <summary>The messages that it was given to sort, in order.</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    /// <summary>How often it was asked, refusals included.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>What it does with a good question: the message in, a whole answer out.</summary>
    public Func<HttpContext, string, Task> Answer { get; set; } = (context, _) => WriteAsync(context, Completion("""{"requests":[]}"""));

    /// <summary>Listens.</summary>
    public static async Task<ChatCompletionServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        // A test that lets an answer drip must not wait for the server's own patience.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MinResponseDataRate = null);
        var server = new ChatCompletionServer(builder.Build());
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Sorts every message so.</summary>
    public void Says(string content) => Answer = (context, _) => WriteAsync(context, Completion(content));

    /// <summary>A completion of the protocol that holds these words.</summary>
    public static string Completion(string? content, string finish = "stop", JsonNode? tools = null)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = null };
        if (tools is not null) message["tool_calls"] = tools;
        return new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_790_000_000,
            ["model"] = Model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish, ["logprobs"] = null }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 900, ["completion_tokens"] = 40, ["total_tokens"] = 940 },
        }.ToJsonString();
    }

    /// <summary>Writes a body with status 200.</summary>
    public static Task WriteAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _asked);
        var (violation, message) = await ExamineAsync(context);
        if (violation is null)
        {
            Told.Enqueue(message!);
            await Answer(context, message!);
            return;
        }

        Violations.Enqueue(violation);
        context.Response.StatusCode = violation == "key" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        await WriteAsync(context, new JsonObject { ["error"] = new JsonObject { ["message"] = violation, ["type"] = "invalid_request_error" } }.ToJsonString());
    }

    private async Task<(string? Violation, string? Message)> ExamineAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path != "/v1/chat/completions" || request.QueryString.HasValue) return ("path", null);
        if (!HttpMethods.IsPost(request.Method)) return ("method", null);
        if (request.Headers.Authorization != $"Bearer {Key}") return ("key", null);
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true) return ("content-type", null);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (body.Length > MostBytes) return ("size", null);
        if (MustNotBeTold.FirstOrDefault(word => Decoded(body).Contains(word, StringComparison.OrdinalIgnoreCase)) is not null) return ("told", null);
        try
        {
            return Examine(JsonNode.Parse(body)!.AsObject());
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NullReferenceException)
        {
            return ("body", null);
        }
    }

    private static (string? Violation, string? Message) Examine(JsonObject body)
    {
        if (body.Select(pair => pair.Key).Except(Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown) return ($"key {unknown}", null);
        if ((string?)body["model"] != Model) return ("model", null);
        if (body["messages"]!.AsArray() is not [{ } system, { } user]) return ("messages", null);
        if ((string?)system["role"] != "system" || (string?)user["role"] != "user") return ("roles", null);
        if (body["response_format"] is not { } format || (string?)format["type"] != "json_schema") return ("no schema", null);
        if (SchemaTrouble(format["json_schema"]!) is { } trouble) return (trouble, null);
        var message = (string?)JsonNode.Parse((string)user["content"]!)!["message"];
        return message is null ? ("no message", null) : (null, message);
    }

    // As the protocol's strict mode wants it, on every level.
    private static string? SchemaTrouble(JsonNode schema)
    {
        if ((bool?)schema["strict"] is not true || (string?)schema["name"] is not { Length: > 0 and <= 64 }) return "schema not strict";
        var item = schema["schema"]!["properties"]!["requests"]!["items"]!;
        foreach (var level in new[] { schema["schema"]!, item })
            if ((bool?)level["additionalProperties"] is not false || level["required"]!.AsArray().Count != level["properties"]!.AsObject().Count) return "schema open";
        return item["properties"]!["operation"]!["enum"]!.AsArray().Count > 30 ? null : "schema without the closed list";
    }

    // What is escaped twice in a body is told all the same.
    private static string Decoded(string body) => string.Join('\n', [body, Unescaped(body), Unescaped(Unescaped(body))]);

    private static string Unescaped(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, @"\\u(?<x>[0-9a-fA-F]{4})", match => ((char)Convert.ToInt32(match.Groups["x"].Value, 16)).ToString(), default, TimeSpan.FromSeconds(5))
        .Replace(@"\\", @"\", StringComparison.Ordinal);
}
