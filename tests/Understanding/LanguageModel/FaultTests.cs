using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Network;
using SiOne.Bot.TestKit.Servers;
using SiOne.Bot.Understanding.LanguageModel;
using static SiOne.Bot.Understanding.Tests.LanguageModel.ModelScene;

namespace SiOne.Bot.Understanding.Tests.LanguageModel;

/// <summary>Whatever the provider does, the embedded answer stands, in time, and neither key nor text is in a log.</summary>
public sealed class FaultTests
{
    private const string Asked = "Le planning partagé ne suit plus depuis lundi, on fait quoi ?";
    private const string Quote = "Le planning partagé";
    private static readonly string Good = Says("incident.software", Quote);

    public static TheoryData<string, string> WrongContents => new()
    {
        { "", "Malformed" },
        { "null", "Malformed" },
        { "Bonjour ! Voici le tri demandé.", "Malformed" },
        { $"```json\n{Good}\n```", "Malformed" },
        { Good + Good, "Malformed" },
        { Good[..^3], "Malformed" },
        { """{"requests":null}""", "Malformed" },
        { """{"requests":[null]}""", "Malformed" },
        { """{"requests":[]}""", "Malformed" },
        { """{"requests":{}}""", "Malformed" },
        { """[]""", "Malformed" },
        { Good.Replace("{\"requests\"", "{\"approved\":true,\"requests\"", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("{\"operation\"", "{\"person\":\"Yann Le Goff\",\"operation\"", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("{\"operation\"", "{\"operation\":\"phone.help\",\"operation\"", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("\"date\":null,", "", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "\"0.95\"", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "NaN", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "1.5", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "-1", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "1e999", StringComparison.Ordinal), "Malformed" },
        { Good.Replace("0.95", "0.4", StringComparison.Ordinal), "Unsure" },
        { Nested(2_000), "Malformed" },
        { Many(9), "Malformed" },
        { Says("licence.admin", Quote), "UnknownOperation" },
        { Says("Incident.Software", Quote), "UnknownOperation" },
        { Says("", Quote), "UnknownOperation" },
        { Says("incident.software", "ce qui n'y est pas"), "NotInText" },
        { Says("incident.software", ""), "NotInText" },
        { Says("incident.software", " "), "NotInText" },
        { Says("incident.software", Quote, date: "le 1er avril"), "NotInText" },
        { Says("incident.software", Quote, urgent: "URGENT"), "NotInText" },
        { Says("other.none", Quote), "NothingNew" },
    };

    [Theory]
    [MemberData(nameof(WrongContents))]
    public async Task An_answer_that_is_not_of_the_schema_to_the_letter_is_not_used(string content, string fault) =>
        await KeepsAsync(context => ChatCompletionServer.WriteAsync(context, ChatCompletionServer.Completion(content)), fault);

    public static TheoryData<string> WrongBodies =>
    [
        "", "null", "{}", "[]", "<html>502</html>", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":{}}", "{\"id\":\"x\",\"choices\":[{\"message\":null}]}",
        ChatCompletionServer.Completion(null), ChatCompletionServer.Completion(Good)[..100], "{\"error\":{\"message\":\"overloaded\"}}", new string('[', 60_000), "\0\u0001\uFFFD",
    ];

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task A_body_that_is_not_of_the_protocol_is_not_used(string body) => await KeepsAsync(context => ChatCompletionServer.WriteAsync(context, body), "Malformed");

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(204)]
    public async Task Another_status_is_a_refusal_that_is_neither_tried_again_nor_followed(int status)
    {
        await using var elsewhere = await ChatCompletionServer.StartAsync();
        await KeepsAsync(
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.Location = $"{elsewhere.Endpoint}/chat/completions";
                context.Response.Headers.RetryAfter = "0";
                return status == 204 ? Task.CompletedTask : ChatCompletionServer.WriteAsync(context, ChatCompletionServer.Completion(Good));
            },
            "Refused");
        Assert.Equal(0, elsewhere.Asked);
    }

    [Fact]
    public async Task Ten_megabytes_are_not_read() => await KeepsAsync(
        async context =>
        {
            context.Response.ContentLength = 10_000_000;
            await PourAsync(context, 10_000_000);
        },
        "TooLarge");

    [Fact]
    public async Task An_answer_without_an_end_is_hung_up_on()
    {
        var cut = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await KeepsAsync(async context => cut.SetResult(await PourAsync(context, long.MaxValue)), "TooLarge");
        Assert.True(await cut.Task.WithinAsync());
    }

    [Fact]
    public async Task A_model_that_wants_a_tool_is_not_used() => await KeepsAsync(
        context => ChatCompletionServer.WriteAsync(context, ChatCompletionServer.Completion(Good, "tool_calls", new JsonArray(new JsonObject
        {
            ["id"] = "call_1",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = "approve", ["arguments"] = "{}" },
        }))),
        "WantsTool");

    [Fact]
    public async Task A_connection_that_breaks_is_not_used() => await KeepsAsync(
        async context =>
        {
            context.Response.ContentLength = 4_000;
            await context.Response.WriteAsync("{\"id\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        },
        "Unreachable");

    [Fact]
    public async Task A_refused_connection_is_not_used()
    {
        await using var scene = await StartAsync(endpoint: $"http://127.0.0.1:{FreePort.Some(1)[0].ToString(CultureInfo.InvariantCulture)}/v1");
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked)));
        Assert.Equal(["Unreachable"], scene.Faults);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_answer_within_five_seconds_is_not_waited_for(bool begun)
    {
        await using var scene = await StartAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scene.Server.Answer = async (context, _) =>
        {
            context.RequestAborted.Register(gone.SetResult);
            if (begun)
            {
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            arrived.SetResult();
            await gone.Task;
        };
        var reading = scene.ReadAsync(Message(Asked));
        await arrived.Task.WithinAsync();
        scene.Clock.Advance(LanguageModelUnderstanding.TimeLimit - TimeSpan.FromMilliseconds(1));
        Assert.False(reading.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(scene.Embedded.Requests, await reading.WithinAsync());
        Assert.Equal(["TimedOut"], scene.Faults);
        await gone.Task.WithinAsync();
    }

    [Fact]
    public async Task A_stop_of_the_service_is_no_fault_of_the_provider()
    {
        await using var scene = await StartAsync();
        using var stop = new CancellationTokenSource();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        scene.Server.Answer = async (context, _) =>
        {
            arrived.SetResult();
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };
        var reading = scene.Stage.UnderstandAsync(Message(Asked), stop.Token).AsTask();
        await arrived.Task.WithinAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(scene.Logger.Entries);
    }

    [Fact]
    public async Task The_strict_server_refuses_another_key()
    {
        await using var scene = await StartAsync(key: "sk-another");
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked)));
        Assert.Equal(["key"], scene.Server.Violations);
        Assert.Equal(["Refused"], scene.Faults);
    }

    private static async Task KeepsAsync(Func<HttpContext, Task> answer, string fault)
    {
        await using var scene = await StartAsync();
        scene.Server.Answer = (context, _) => answer(context);
        Assert.Equal(scene.Embedded.Requests, await scene.ReadAsync(Message(Asked)).WithinAsync());
        Assert.Empty(scene.Server.Violations);
        Assert.Equal([fault], scene.Faults);
        Assert.Equal(1, scene.Server.Asked);
        Assert.All(scene.Logger.Entries, entry => Assert.DoesNotContain(scene.Server.Key, entry.Text, StringComparison.Ordinal));
        Assert.All(scene.Logger.Entries, entry => Assert.DoesNotContain("planning", entry.Text, StringComparison.Ordinal));
    }

    /// <summary>Writes so many bytes; true when the other side has hung up before.</summary>
    private static async Task<bool> PourAsync(HttpContext context, long bytes)
    {
        var piece = Encoding.ASCII.GetBytes(new string(' ', 10_000));
        try
        {
            for (long written = 0; written < bytes; written += piece.Length) await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            return false;
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)
        {
            return true;
        }
    }

    private static string Nested(int depth) => $"{{\"requests\":{new string('[', depth)}{new string(']', depth)}}}";

    private static string Many(int count) =>
        $$"""{"requests":[{{string.Join(',', Enumerable.Repeat(Good["{\"requests\":[".Length..^2], count))}}]}""";
}
