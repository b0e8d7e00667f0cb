using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>The people: who they are, what they write and click.</summary>
public sealed partial class FakeTeams
{
    private const int LargestUnasked = 16 * 1024;

    private readonly ConcurrentDictionary<string, FakeUser> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _left = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeConversation> _said = new(StringComparer.Ordinal);

    /// <summary>Activities come without a token, as the Microsoft 365 Agents Playground sends them.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>The language of the people's clients.</summary>
    public string Locale { get; set; } = "fr-FR";

    /// <summary>Who takes part is answered when this ends.</summary>
    public Task RosterHold { get; set; } = Task.CompletedTask;

    /// <summary>Somebody leaves the technicians' team; the bot is told by an activity of its own, or not at all.</summary>
    public void Leave(FakeUser user) => _left[user.Id] = true;

    /// <summary>A new tenant's id.</summary>
    public static string NewTenant() => Guid.NewGuid().ToString("D");

    /// <summary>A customer's tenant with one person, who has the customers' bot.</summary>
    public FakeUser AddCustomerTenant(string tenantId, string email, string? name = null) => AddUser(tenantId, email, name);

    /// <summary>A technician of the team.</summary>
    public FakeUser AddTechnician(string email, string? name = null, string role = "user") => AddUser(TechnicianTenant, email, name, role);

    /// <summary>A person.</summary>
    public FakeUser AddUser(string tenantId, string email, string? name = null, string role = "user")
    {
        var user = new FakeUser($"29:{Guid.NewGuid():N}", Guid.NewGuid().ToString("D"), tenantId, name ?? email.Split('@')[0], email, role);
        return _users[user.Id] = user;
    }

    /// <summary>The personal chat of somebody with a bot.</summary>
    public FakeConversation PersonalOf(FakeUser user, FakeApp? app = null)
    {
        var id = $"a:{(app ?? Customers).AppId[..8]}-{user.Id[3..]}";
        return _conversations.GetOrAdd(id, new FakeConversation(id, app ?? Customers, user.TenantId, "personal"));
    }

    /// <summary>The technicians' channel.</summary>
    public FakeConversation Channel => _conversations[ChannelId];

    /// <summary>Somebody writes to the customers' bot.</summary>
    public Task<FakeAnswer> SayAsync(FakeUser user, string text, params JsonObject[] attachments) => SayInAsync(PersonalOf(user), user, text, attachments);

    /// <summary>Somebody writes in a conversation; in a channel the bot is mentioned, since it hears nothing else there.</summary>
    public Task<FakeAnswer> SayInAsync(FakeConversation conversation, FakeUser user, string text, params JsonObject[] attachments)
    {
        var message = Activity("message", conversation, user);
        message["text"] = text;
        message["textFormat"] = "plain";
        if (attachments.Length > 0) message["attachments"] = new JsonArray([.. attachments.Select(attachment => attachment.DeepClone())]);
        if (conversation.Kind == "channel")
        {
            message["text"] = $"<at>SI-ONE</at> {text}";
            message["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>SI-ONE</at>",
                ["mentioned"] = new JsonObject { ["id"] = conversation.App.AccountId, ["name"] = "SI-ONE" },
            });
        }

        return PostToBotAsync(conversation.App, message);
    }

    /// <summary>Somebody clicks on a card (<c>Action.Execute</c>).</summary>
    public Task<FakeAnswer> ClickAsync(FakeUser user, FakePost post, string verb, JsonNode? data = null, string trigger = "manual")
    {
        var click = Activity("invoke", ConversationOf(post), user);
        click["name"] = "adaptiveCard/action";
        click["replyToId"] = post.Id;
        click["conversation"]!["id"] = post.ConversationId;
        var action = new JsonObject { ["type"] = "Action.Execute", ["id"] = verb, ["verb"] = verb, ["data"] = data?.DeepClone() ?? new JsonObject() };
        click["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return PostToBotAsync(post.App, click);
    }

    /// <summary>Somebody submits a card in a client that knows only <c>Action.Submit</c>.</summary>
    public Task<FakeAnswer> SubmitAsync(FakeUser user, FakePost post, JsonNode value)
    {
        var message = Activity("message", ConversationOf(post), user);
        message["replyToId"] = post.Id;
        message["conversation"]!["id"] = post.ConversationId;
        message["value"] = value.DeepClone();
        return PostToBotAsync(post.App, message);
    }

    /// <summary>Somebody adds the app: both activities at once, as Teams sends them.</summary>
    public async Task InstallAsync(FakeUser user, FakeApp? app = null)
    {
        var conversation = PersonalOf(user, app);
        var installation = Activity("installationUpdate", conversation, user);
        installation["action"] = "add";
        var update = Activity("conversationUpdate", conversation, user);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = user.Id, ["aadObjectId"] = user.ObjectId }, new JsonObject { ["id"] = conversation.App.AccountId });
        await Task.WhenAll(PostToBotAsync(conversation.App, installation), PostToBotAsync(conversation.App, update));
    }

    /// <summary>An activity as Teams writes it.</summary>
    public JsonObject Activity(string type, FakeConversation conversation, FakeUser user)
    {
        var id = NewId();
        _said[id] = conversation;
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = _clock.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["serviceUrl"] = ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = user.Id, ["name"] = user.Name, ["aadObjectId"] = user.ObjectId },
            ["conversation"] = new JsonObject { ["id"] = conversation.Id, ["conversationType"] = conversation.Kind, ["tenantId"] = conversation.TenantId },
            ["recipient"] = new JsonObject { ["id"] = conversation.App.AccountId, ["name"] = "SI-ONE" },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = conversation.TenantId } },
            ["locale"] = Locale,
        };
        if (conversation.TeamId is not { } team) return activity;
        activity["conversation"]!["isGroup"] = true;
        activity["conversation"]!["id"] = $"{conversation.Id}{ThreadMark}{id}";
        activity["channelData"]!["team"] = new JsonObject { ["id"] = team };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = conversation.Id };
        return activity;
    }

    /// <summary>Posts an activity to a bot, signed unless <see cref="IsAnonymous"/>.</summary>
    public Task<FakeAnswer> PostToBotAsync(FakeApp app, JsonObject activity) =>
        PostToBotAsync(app, Encoding.UTF8.GetBytes(activity.ToJsonString()), IsAnonymous ? null : $"Bearer {Token(app)}");

    /// <summary>Posts any bytes with any Authorization header.</summary>
    public async Task<FakeAnswer> PostToBotAsync(FakeApp app, byte[] body, string? authorization, string contentType = "application/json; charset=utf-8")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(BotUrl ?? throw new InvalidOperationException("BotUrl is not set"), app.Path));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        // A bot that refuses by the header leaves the body unread and cuts; a large one is only sent once it is asked for.
        request.Headers.ExpectContinue = body.Length > LargestUnasked;
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await _http.SendAsync(request).WithinAsync();
        var answer = await response.Content.ReadAsStringAsync();
        return new FakeAnswer(response.StatusCode, IsJson(response.Content.Headers.ContentType) ? JsonNode.Parse(answer) : null);
    }

    private static bool IsJson(MediaTypeHeaderValue? type) => type?.MediaType == "application/json";

    private FakeConversation ConversationOf(FakePost post) => _conversations[RootOf(post.ConversationId)];

    private FakeUser? UserOf(string? id) => id is null ? null : _users.Values.FirstOrDefault(user => user.Id == id || user.ObjectId == id || user.Email == id);

    private bool TakesPart(FakeUser user, FakeConversation conversation) => !(conversation.Kind == "channel" && _left.ContainsKey(user.Id)) && (
        conversation.Kind == "channel" ? user.TenantId == conversation.TenantId : conversation == PersonalOf(user, conversation.App));

    private async Task MemberAsync(HttpContext context, string conversationId, string memberId)
    {
        if (await ConversationOfAsync(context, conversationId) is not { } conversation) return;
        await RosterHold.WaitAsync(context.RequestAborted);
        if (UserOf(memberId) is { } user && TakesPart(user, conversation)) await WriteAsync(context, StatusCodes.Status200OK, MemberJson(user, "aadObjectId"));
        else await RefuseAsync(context, 404, "MemberNotFoundInConversation", "no such member");
    }

    private async Task MembersAsync(HttpContext context, string conversationId)
    {
        if (await ConversationOfAsync(context, conversationId) is not { } conversation) return;
        var size = int.TryParse(context.Request.Query["pageSize"], out var asked) ? asked : 200;
        var from = int.TryParse(context.Request.Query["continuationToken"], out var at) ? at : 0;
        if (size is < 50 or > 500)
        {
            await RefuseAsync(context, 400, "BadArgument", "pageSize is 50 to 500");
            return;
        }

        var all = _users.Values.Where(user => TakesPart(user, conversation)).OrderBy(user => user.Id, StringComparer.Ordinal).ToArray();
        var page = new JsonObject { ["members"] = new JsonArray([.. all.Skip(from).Take(size).Select(user => MemberJson(user, "objectId"))]) };
        if (from + size < all.Length) page["continuationToken"] = (from + size).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(context, StatusCodes.Status200OK, page);
    }

    /// <summary>The object id has another name at each endpoint, as seen in a real client.</summary>
    private static JsonObject MemberJson(FakeUser user, string objectIdName) => new()
    {
        ["id"] = user.Id,
        ["name"] = user.Name,
        [objectIdName] = user.ObjectId,
        ["tenantId"] = user.TenantId,
        ["userRole"] = user.Role,
        ["email"] = user.Role == "anonymous" ? null : user.Email,
        ["userPrincipalName"] = user.Role == "anonymous" ? null : user.Email,
    };
}
