using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>The Bot Connector service: posts, edits, new conversations, who takes part.</summary>
public sealed partial class FakeTeams
{
    private const int LargestPost = 100 * 1024;
    private const string ThreadMark = ";messageid=";
    private static readonly string[] NotTheBots = ["id", "serviceUrl", "recipient", "timestamp"];

    private readonly ConcurrentDictionary<string, FakeConversation> _conversations = new(StringComparer.Ordinal);
    private readonly List<FakePost> _posts = [];
    private readonly List<(Func<FakePost, bool> Is, TaskCompletionSource<FakePost> Told)> _waiting = [];
    private readonly List<FakeFault> _faults = [];
    private readonly Lock _lock = new();

    /// <summary>Everything that the bots posted, as it stands now, oldest first.</summary>
    public IReadOnlyList<FakePost> Posts
    {
        get
        {
            lock (_lock) return [.. _posts];
        }
    }

    /// <summary>The next request to the service goes wrong; several wait in line.</summary>
    public void Fail(FakeFault fault, int times = 1)
    {
        lock (_lock) _faults.AddRange(Enumerable.Repeat(fault, times));
    }

    /// <summary>What was to go wrong and has not yet is forgotten.</summary>
    public void Heal()
    {
        lock (_lock) _faults.Clear();
    }

    /// <summary>Makes a conversation known.</summary>
    public FakeConversation AddConversation(FakeConversation conversation) => _conversations[conversation.Id] = conversation;

    /// <summary>Makes it unknown: the app was removed.</summary>
    public void Forget(FakeConversation conversation) => _conversations.TryRemove(conversation.Id, out _);

    /// <summary>What was posted into a conversation or its threads, as it stands now.</summary>
    public IReadOnlyList<FakePost> PostedTo(FakeConversation conversation) => [.. Posts.Where(post => RootOf(post.ConversationId) == conversation.Id)];

    /// <summary>The first post, there already or to come, that is so; posts and edits count.</summary>
    public Task<FakePost> WaitForAsync(Func<FakePost, bool> isSo)
    {
        var told = new TaskCompletionSource<FakePost>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_posts.FirstOrDefault(isSo) is { } there) return Task.FromResult(there);
            _waiting.Add((isSo, told));
        }

        return told.Task.WithinAsync(what: "a post that is so");
    }

    private void MapService()
    {
        var service = _app.MapGroup("/emea/v3/conversations");
        service.AddEndpointFilter(async (call, next) => await IsLetInAsync(call.HttpContext) ? await next(call) : Results.Empty);
        service.MapPost("", (HttpContext context) => CreateAsync(context));
        service.MapPost("/{conversation}/activities", (HttpContext context, string conversation) => PostAsync(context, conversation, null));
        service.MapPost("/{conversation}/activities/{activity}", (HttpContext context, string conversation, string activity) => PostAsync(context, conversation, activity));
        service.MapPut("/{conversation}/activities/{activity}", (HttpContext context, string conversation, string activity) => EditAsync(context, conversation, activity));
        service.MapGet("/{conversation}/members/{member}", (HttpContext context, string conversation, string member) => MemberAsync(context, conversation, member));
        service.MapGet("/{conversation}/pagedmembers", (HttpContext context, string conversation) => MembersAsync(context, conversation));
        MapFiles();
    }

    /// <summary>First what a test ordered, then the token.</summary>
    private async Task<bool> IsLetInAsync(HttpContext context)
    {
        var at = context.Request.RouteValues["conversation"] as string;
        var isCard = (await BodyOfAsync(context)).Contains("AdaptiveCard", StringComparison.Ordinal);
        FakeFault? fault;
        lock (_lock)
        {
            fault = _faults.FirstOrDefault(one => (one.Method is null || one.Method == context.Request.Method)
                && (one.In is null || (at is not null && RootOf(at) == one.In)) && (!one.Cards || isCard));
            if (fault is not null) _faults.Remove(fault);
        }

        if (fault is { LoseAnswer: false })
        {
            if (fault.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait;
            if (fault.Location is { } elsewhere) context.Response.Headers.Location = elsewhere;
            await RefuseAsync(context, fault.Status, fault.Code ?? "Scripted", fault.Message ?? "as the test ordered");
            return false;
        }

        context.Items["lose"] = fault is { LoseAnswer: true };
        if (AppOf(context) is not null) return true;
        await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", "Authorization has been denied for this request.");
        return false;
    }

    private static async Task<string> BodyOfAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Request.Body.Position = 0;
        return body;
    }

    private FakeApp? AppOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? _issued.GetValueOrDefault(header["Bearer ".Length..])
            : null;

    private async Task PostAsync(HttpContext context, string conversationId, string? replyTo)
    {
        if (await ConversationOfAsync(context, conversationId) is not { } conversation) return;
        if (replyTo is not null && !Posts.Any(post => post.Id == replyTo) && !_said.ContainsKey(replyTo))
        {
            await RefuseAsync(context, 404, "ActivityNotFoundInConversation", "no such activity");
            return;
        }

        if (await ActivityOfAsync(context, conversation.App, conversationId) is not { } activity) return;
        if ((string?)activity["type"] == "typing")
        {
            if (!IsLost(context)) context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        var post = Keep(new FakePost(NewId(), conversationId, conversation.App, activity));
        if (!IsLost(context)) await WriteAsync(context, StatusCodes.Status201Created, new JsonObject { ["id"] = post.Id });
    }

    private async Task EditAsync(HttpContext context, string conversationId, string activityId)
    {
        if (await ConversationOfAsync(context, conversationId) is not { } conversation) return;
        if (Posts.FirstOrDefault(post => post.Id == activityId && RootOf(post.ConversationId) == conversation.Id) is not { } post)
        {
            await RefuseAsync(context, 404, "ActivityNotFoundInConversation", "no such activity");
            return;
        }

        if (await ActivityOfAsync(context, conversation.App, conversationId) is not { } activity) return;
        Keep(post with { Activity = activity, Edits = post.Edits + 1 });
        if (!IsLost(context)) await WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["id"] = activityId });
    }

    private async Task CreateAsync(HttpContext context)
    {
        var app = AppOf(context)!;
        if (await JsonOfAsync(context) is not { } asked) return;
        if ((string?)asked["bot"]?["id"] != app.AccountId) await RefuseAsync(context, 400, "BadSyntax", "bot must be the caller");
        else if ((bool?)asked["isGroup"] == true) await CreateThreadAsync(context, app, asked);
        else if (asked["members"] is not JsonArray { Count: 1 } members || UserOf((string?)members[0]!["id"]) is not { } user)
            await RefuseAsync(context, 400, "BadSyntax", "one member who is known must be given");
        else if ((string?)asked["channelData"]?["tenant"]?["id"] != user.TenantId || (string?)asked["tenantId"] != user.TenantId)
            await RefuseAsync(context, 400, "BadSyntax", "the tenant must be the member's");
        else if (!IsLost(context)) await WriteAsync(context, StatusCodes.Status201Created, new JsonObject { ["id"] = PersonalOf(user, app).Id });
    }

    private async Task CreateThreadAsync(HttpContext context, FakeApp app, JsonObject asked)
    {
        var id = (string?)asked["channelData"]?["channel"]?["id"];
        if (id is null || asked["activity"] is not JsonObject first) await RefuseAsync(context, 400, "BadSyntax", "channel and activity must be given");
        else if (!_conversations.TryGetValue(id, out var channel) || channel.App != app) await RefuseAsync(context, 404, "ConversationNotFound", "no such channel");
        else if (MistakeIn(first, app, null) is { } mistake) await RefuseAsync(context, 400, "BadSyntax", mistake);
        else
        {
            var activityId = NewId();
            Keep(new FakePost(activityId, $"{id}{ThreadMark}{activityId}", app, (JsonObject)first.DeepClone()));
            if (!IsLost(context))
                await WriteAsync(context, StatusCodes.Status201Created, new JsonObject { ["id"] = $"{id}{ThreadMark}{activityId}", ["activityId"] = activityId });
        }
    }

    private async Task<FakeConversation?> ConversationOfAsync(HttpContext context, string id)
    {
        if (!_conversations.TryGetValue(RootOf(id), out var conversation)) await RefuseAsync(context, 404, "ConversationNotFound", "no such conversation");
        else if (conversation.App != AppOf(context)) await RefuseAsync(context, 403, "BotNotInConversationRoster", "the bot takes no part");
        else return conversation;
        return null;
    }

    private static async Task<JsonObject?> JsonOfAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        try
        {
            if (body.Length > LargestPost) await RefuseAsync(context, 413, "MessageSizeTooBig", "too big");
            else if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true && JsonNode.Parse(body) is JsonObject json) return json;
            else await RefuseAsync(context, 400, "BadSyntax", "a JSON object was expected");
        }
        catch (JsonException)
        {
            await RefuseAsync(context, 400, "BadSyntax", "JSON was expected");
        }

        return null;
    }

    private static async Task<JsonObject?> ActivityOfAsync(HttpContext context, FakeApp app, string conversationId)
    {
        if (await JsonOfAsync(context) is not { } activity) return null;
        if (MistakeIn(activity, app, conversationId) is not { } mistake) return activity;
        await RefuseAsync(context, 400, "BadSyntax", mistake);
        return null;
    }

    private static string? MistakeIn(JsonObject activity, FakeApp app, string? conversationId)
    {
        if (NotTheBots.FirstOrDefault(activity.ContainsKey) is { } set) return $"{set} is the service's to set";
        if ((string?)activity["from"]?["id"] != app.AccountId) return "from must be the bot";
        if (conversationId is not null && (string?)activity["conversation"]?["id"] != conversationId) return "conversation must be the address's";
        if ((string?)activity["type"] == "typing") return null;
        if ((string?)activity["type"] != "message") return "type must be message or typing";
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (string.IsNullOrEmpty((string?)activity["text"]) && attachments.Count == 0) return "text or attachments must be given";
        return attachments.Any(attachment => (string?)attachment?["contentType"] == "application/vnd.microsoft.card.adaptive"
            && ((string?)attachment["content"]?["type"] != "AdaptiveCard" || attachment["content"]?["version"] is null))
            ? "a card has type AdaptiveCard and a version"
            : null;
    }

    private FakePost Keep(FakePost post)
    {
        lock (_lock)
        {
            var at = _posts.FindIndex(known => known.Id == post.Id);
            if (at < 0) _posts.Add(post);
            else _posts[at] = post;
            foreach (var waiter in _waiting.Where(waiter => waiter.Is(post)).ToArray())
            {
                _waiting.Remove(waiter);
                waiter.Told.SetResult(post);
            }
        }

        return post;
    }

    private static bool IsLost(HttpContext context)
    {
        if (context.Items["lose"] is not true) return false;
        context.Abort();
        return true;
    }

    private static string RootOf(string id) => id.Split(ThreadMark)[0];
}
