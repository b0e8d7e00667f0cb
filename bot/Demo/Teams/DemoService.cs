using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>The Bot Connector service: what bots post, edit and ask. Each call shows a bot's token, and reaches that bot's conversations alone.</summary>
/// <param name="chats">The conversations.</param>
/// <param name="signIn">Whose token it is.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoService(DemoChats chats, DemoSignIn signIn, TimeProvider clock)
{
    /// <summary>Below the stand-in's address.</summary>
    public const string Path = "/teams/";

    /// <summary>Maps it.</summary>
    public void Map(WebApplication app)
    {
        var calls = app.MapGroup($"{Path}v3/conversations");
        calls.MapPost("", CreateAsync);
        calls.MapPost("/{chat}/activities", context => PostAsync(context, null));
        calls.MapPost("/{chat}/activities/{activity}", context => PostAsync(context, Route(context, "activity")));
        calls.MapPut("/{chat}/activities/{activity}", EditAsync);
        calls.MapDelete("/{chat}/activities/{activity}", context => RefuseAsync(context, StatusCodes.Status501NotImplemented, "DeleteActivityAPINotImplemented"));
        calls.MapGet("/{chat}/members/{member}", MemberAsync);
        calls.MapGet("/{chat}/pagedmembers", MembersAsync);
    }

    private async Task PostAsync(HttpContext context, string? replyTo)
    {
        if (await ChatOfAsync(context) is not { } chat || await ReadAsync(context, ConnectorJson.Default.Activity) is not { } activity) return;
        var thread = DemoChat.Parts(Route(context, "chat")).Thread;
        if (activity.Type == ActivityTypes.Typing)
        {
            chats.Type(chat);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        if (replyTo is not null && chats.Message(chat, replyTo) is null) await RefuseAsync(context, StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");
        else await AnswerAsync(context, new ResourceResponse(Post(chat, thread, activity).Id), ConnectorJson.Default.ResourceResponse, StatusCodes.Status201Created);
    }

    private async Task EditAsync(HttpContext context)
    {
        if (await ChatOfAsync(context) is not { } chat || await ReadAsync(context, ConnectorJson.Default.Activity) is not { } activity) return;
        var id = Route(context, "activity");
        var edited = chats.Message(chat, id) is not { From: null } ? null : chats.Change(chat, id, message => Filled(message, activity) with
        {
            Edits = message.Edits + 1,
            Views = message.Views.Clear(),
            Notes = message.Notes.Clear(),
        }, byBot: true);
        if (edited is null) await RefuseAsync(context, StatusCodes.Status404NotFound, "ActivityNotFoundInConversation");
        else await AnswerAsync(context, new ResourceResponse(id), ConnectorJson.Default.ResourceResponse);
    }

    private async Task CreateAsync(HttpContext context)
    {
        if (await BotOfAsync(context) is not { } bot || await ReadAsync(context, ConnectorJson.Default.ConversationParameters) is not { } asked) return;
        if (asked is { IsGroup: true, Activity: { } first, ChannelData.Channel.Id: DemoChat.ChannelId } && bot == DemoChat.Channel.Bot)
        {
            var begun = Post(DemoChat.Channel, null, first);
            var made = new ConversationResourceResponse(DemoChat.Channel.ThreadId(begun.Id), begun.Id);
            await AnswerAsync(context, made, ConnectorJson.Default.ConversationResourceResponse, StatusCodes.Status201Created);
        }
        else if (asked is { IsGroup: false, Members: [{ Id: { } id }] } && chats.Person(id) is { } person && person.Bot == bot.Key && asked.TenantId == person.TenantId)
        {
            var made = new ConversationResourceResponse(DemoChat.Of(person).Id);
            await AnswerAsync(context, made, ConnectorJson.Default.ConversationResourceResponse, StatusCodes.Status201Created);
        }
        else await RefuseAsync(context, StatusCodes.Status400BadRequest, "BadSyntax");
    }

    private async Task MemberAsync(HttpContext context)
    {
        if (await ChatOfAsync(context) is not { } chat) return;
        if (chats.Person(Route(context, "member")) is { } person && chat.Holds(person)) await AnswerAsync(context, MemberOf(person), ConnectorJson.Default.ChannelAccount);
        else await RefuseAsync(context, StatusCodes.Status404NotFound, "MemberNotFoundInConversation");
    }

    private async Task MembersAsync(HttpContext context)
    {
        if (await ChatOfAsync(context) is not { } chat) return;
        var members = new PagedMembersResult([.. chats.People.Where(chat.Holds).Select(MemberOf)], null);
        await AnswerAsync(context, members, ConnectorJson.Default.PagedMembersResult);
    }

    private DemoMessage Post(DemoChat chat, string? thread, Activity activity) => chats.Add(chat, id =>
        Filled(new DemoMessage(id, chat.IsChannel ? thread ?? id : null, null, clock.GetUtcNow()) { ReplyTo = activity.ReplyToId }, activity));

    private static DemoMessage Filled(DemoMessage message, Activity activity) => message with
    {
        Text = activity.Text ?? "",
        Cards = [.. (activity.Attachments ?? []).Where(part => part.ContentType == Attachment.AdaptiveCard).Select(part => part.Content).OfType<JsonElement>()],
    };

    private static ChannelAccount MemberOf(DemoPerson person) => new()
    {
        Id = person.Id,
        Name = person.Name,
        AadObjectId = person.ObjectId,
        Email = person.Address,
        UserPrincipalName = person.Address,
        TenantId = person.TenantId,
        UserRole = "user",
    };

    private async Task<DemoBot?> BotOfAsync(HttpContext context)
    {
        if (signIn.BotOf(context.Request) is { } bot) return bot;
        await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized");
        return null;
    }

    private async Task<DemoChat?> ChatOfAsync(HttpContext context)
    {
        if (await BotOfAsync(context) is not { } bot) return null;
        if (chats.Chat(Route(context, "chat")) is { } chat && chat.Bot == bot) return chat;
        await RefuseAsync(context, StatusCodes.Status404NotFound, "ConversationNotFound");
        return null;
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } read) return read;
        }
        catch (JsonException)
        {
            // Answered as what is no object.
        }

        await RefuseAsync(context, StatusCodes.Status400BadRequest, "BadSyntax");
        return null;
    }

    private static string Route(HttpContext context, string name) => (string?)context.Request.RouteValues[name] ?? "";

    private static Task AnswerAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(answer, type, cancellationToken: context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string code) =>
        DemoJson.WriteAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } });
}
