using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>Somebody whom one can be on the page.</summary>
internal sealed record PersonAnswer(string Id, string TeamsId, string Name, string Address, string Role, string? Customer, string? Level, IReadOnlyList<ChatAnswer> Chats);

/// <summary>A conversation of somebody.</summary>
internal sealed record ChatAnswer(string Id, string Bot, bool Channel);

/// <summary>What stands in a conversation, as one person sees it.</summary>
/// <param name="Revision">To ask for what is newer.</param>
/// <param name="Typing">The bot is writing.</param>
/// <param name="News">At which revision each conversation was last changed by its bot.</param>
/// <param name="Messages">The messages, oldest first.</param>
internal sealed record ReadingAnswer(long Revision, bool Typing, IReadOnlyDictionary<string, long> News, IReadOnlyList<MessageAnswer> Messages);

/// <summary>A message as one person sees it.</summary>
internal sealed record MessageAnswer(
    string Id, string? Thread, string? Name, bool Bot, bool Mine, DateTimeOffset At, string Text, string? ReplyTo, int Edits, bool Deleted, string? Note,
    IReadOnlyList<JsonElement> Cards, string? File = null);

/// <summary>Somebody writes.</summary>
/// <param name="Person">Who, by object id.</param>
/// <param name="Chat">Where.</param>
/// <param name="Text">What.</param>
/// <param name="Thread">In the channel: the thread; null begins one.</param>
/// <param name="ReplyTo">The message that is quoted.</param>
/// <param name="File">The id of an attached file, taken in before.</param>
internal sealed record SayAsked(string Person, string Chat, string Text, string? Thread = null, string? ReplyTo = null, string? File = null);

/// <summary>A file was taken in.</summary>
internal sealed record FileAnswer(string Id);

/// <summary>Somebody edits a message of theirs, or without a text takes it back.</summary>
internal sealed record EditAsked(string Person, string Chat, string Message, string? Text = null);

/// <summary>Somebody clicks on a card.</summary>
/// <param name="Person">Who, by object id.</param>
/// <param name="Chat">Where.</param>
/// <param name="Message">The message with the card.</param>
/// <param name="Card">Which of its cards.</param>
/// <param name="Verb">The verb of an <c>Action.Execute</c>; null for an <c>Action.Submit</c>.</param>
/// <param name="Data">Data and inputs.</param>
/// <param name="Automatic">The card asked by itself to be shown afresh.</param>
internal sealed record ClickAsked(string Person, string Chat, string Message, int Card, JsonElement Data, string? Verb = null, bool Automatic = false);

/// <summary>Source-generated JSON of the chat page.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<PersonAnswer>))]
[JsonSerializable(typeof(ReadingAnswer))]
[JsonSerializable(typeof(SayAsked))]
[JsonSerializable(typeof(FileAnswer))]
[JsonSerializable(typeof(EditAsked))]
[JsonSerializable(typeof(ClickAsked))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class DemoJson : JsonSerializerContext
{
    /// <summary>Answers with a small document.</summary>
    public static Task WriteAsync(HttpContext context, int status, JsonNode body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }
}
