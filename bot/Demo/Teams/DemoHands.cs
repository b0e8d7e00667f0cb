using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>What people do in Teams: add the app, write, edit, take back, quote, click.</summary>
/// <param name="chats">The conversations.</param>
/// <param name="sender">Tells the bots.</param>
/// <param name="url">Where files are read.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoHands(DemoChats chats, DemoSender sender, string url, TimeProvider clock)
{
    private const string NotHeard = "Le bot n’a pas répondu. Réessayez.";

    /// <summary>The app comes into somebody's personal chat, as when their company adds it for everybody: two activities at once, in no order.</summary>
    public Task InstallAsync(DemoPerson person, CancellationToken cancellationToken) => InstallAsync(DemoChat.Of(person), person, cancellationToken);

    /// <summary>The app comes into the technicians' team.</summary>
    public Task InstallTeamAsync(DemoPerson technician, CancellationToken cancellationToken) => InstallAsync(DemoChat.Channel, technician, cancellationToken);

    /// <summary>Somebody writes; in the channel to the bot by name, since it hears nothing else there.</summary>
    /// <param name="chat">Where.</param>
    /// <param name="person">Who.</param>
    /// <param name="said">What.</param>
    /// <param name="file">What is attached; null for nothing.</param>
    /// <param name="cancellationToken">Stops waiting for the bot.</param>
    public async Task SayAsync(DemoChat chat, DemoPerson person, SayAsked said, DemoFile? file, CancellationToken cancellationToken)
    {
        var message = chats.Add(chat, id => new DemoMessage(id, chat.IsChannel ? said.Thread ?? id : null, person, clock.GetUtcNow()) { Text = said.Text, ReplyTo = said.ReplyTo, File = file?.Name });
        var activity = Worded(sender.Activity(ActivityTypes.Message, message.Id, chat, person, message.Thread), chat, said.Text);
        if (said.ReplyTo is not null && chats.Message(chat, said.ReplyTo) is { } quoted)
            activity = activity with { ReplyToId = quoted.Id, Attachments = [Quote(quoted, said.Text)] };
        if (file is not null) activity = activity with { Attachments = [.. activity.Attachments ?? [], DemoFiles.AttachmentOf(file, url)] };
        await TellAsync(chat, person, message.Id, activity, cancellationToken);
    }

    /// <summary>Somebody edits a message of theirs, or takes it back; false where it is not theirs.</summary>
    public async Task<bool> EditAsync(DemoChat chat, DemoPerson person, EditAsked asked, CancellationToken cancellationToken)
    {
        if (chats.Message(chat, asked.Message) is not { IsDeleted: false } known || known.From != person) return false;
        var deletes = string.IsNullOrWhiteSpace(asked.Text);
        chats.Change(
            chat, known.Id, message => message with { Text = deletes ? "" : asked.Text!, IsDeleted = deletes, Edits = message.Edits + 1, Notes = message.Notes.Clear() }, byBot: false);
        var activity = sender.Activity(deletes ? ActivityTypes.MessageDelete : ActivityTypes.MessageUpdate, known.Id, chat, person, known.Thread);
        activity = activity with { ChannelData = activity.ChannelData! with { EventType = deletes ? "softDeleteMessage" : "editMessage" } };
        await TellAsync(chat, person, known.Id, deletes ? activity : Worded(activity, chat, asked.Text!), cancellationToken);
        return true;
    }

    /// <summary>Somebody clicks on a card: an <c>Action.Execute</c> as an invoke, an <c>Action.Submit</c> as a message with a value.</summary>
    public async Task ClickAsync(DemoChat chat, DemoPerson person, DemoMessage card, ClickAsked click, CancellationToken cancellationToken)
    {
        if (click.Verb is not { } verb)
        {
            var submit = sender.Activity(ActivityTypes.Message, chats.NewId(), chat, person, card.Thread) with { ReplyToId = card.Id, Value = click.Data };
            await TellAsync(chat, person, card.Id, submit, cancellationToken);
            return;
        }

        var value = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["id"] = verb, ["verb"] = verb, ["data"] = JsonObject.Create(click.Data) },
            ["trigger"] = click.Automatic ? "automatic" : "manual",
        };
        var invoke = sender.Activity(ActivityTypes.Invoke, chats.NewId(), chat, person, card.Thread) with
        {
            Name = "adaptiveCard/action",
            ReplyToId = card.Id,
            Value = JsonSerializer.SerializeToElement(value, DemoJson.Default.JsonObject),
        };
        var heard = await sender.SendAsync(chat.Bot, invoke, cancellationToken);
        var (shown, note) = heard.IsTaken && heard.Body is { ValueKind: JsonValueKind.Object } body ? AnswerIn(body) : (null, NotHeard);
        chats.Change(chat, card.Id, message => message with
        {
            // What the bot put in its place meanwhile is newer than what it answered.
            Views = shown is { } view && message.Edits == card.Edits ? message.Views.SetItem((person.ObjectId, click.Card), view) : message.Views,
            Notes = note is not null && !click.Automatic ? message.Notes.SetItem(person.ObjectId, note) : message.Notes.Remove(person.ObjectId),
        }, byBot: false);
    }

    private async Task InstallAsync(DemoChat chat, DemoPerson person, CancellationToken cancellationToken)
    {
        var installation = sender.Activity(ActivityTypes.InstallationUpdate, chats.NewId(), chat, person, null) with { Action = "add" };
        var update = sender.Activity(ActivityTypes.ConversationUpdate, chats.NewId(), chat, person, null) with { MembersAdded = [chat.Bot.Account] };
        if (chat.IsChannel) update = update with { ChannelData = update.ChannelData! with { EventType = "teamMemberAdded" } };
        await Task.WhenAll(sender.SendAsync(chat.Bot, installation, cancellationToken), sender.SendAsync(chat.Bot, update, cancellationToken));
    }

    private async Task TellAsync(DemoChat chat, DemoPerson person, string message, Activity activity, CancellationToken cancellationToken)
    {
        if ((await sender.SendAsync(chat.Bot, activity, cancellationToken)).IsTaken) return;
        chats.Change(chat, message, known => known with { Notes = known.Notes.SetItem(person.ObjectId, NotHeard) }, byBot: false);
    }

    private static Activity Worded(Activity activity, DemoChat chat, string text)
    {
        activity = activity with { Text = text, TextFormat = "plain" };
        if (!chat.IsChannel) return activity;
        var mention = $"<at>{chat.Bot.Name}</at>";
        return activity with { Text = $"{mention} {text}", Entities = [new Entity { Type = Entity.Mention, Mentioned = chat.Bot.Account, Text = mention }] };
    }

    /// <summary>Teams' copy of a message as HTML, in which alone a quotation is marked.</summary>
    private static Attachment Quote(DemoMessage quoted, string text)
    {
        var html = $"""<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="{quoted.Id}"><p>{WebUtility.HtmlEncode(quoted.Text)}</p></blockquote><p>{WebUtility.HtmlEncode(text)}</p>""";
        return new Attachment { ContentType = "text/html", Content = JsonSerializer.SerializeToElement(html, ConnectorJson.Default.String) };
    }

    /// <summary>The card that an answer to a click brings, or the sentence below the card.</summary>
    private static (JsonElement? Card, string? Note) AnswerIn(JsonElement answer)
    {
        if (!answer.TryGetProperty("statusCode", out var status) || !status.TryGetInt32(out var code) || !answer.TryGetProperty("value", out var value)) return (null, NotHeard);
        return (code, value.ValueKind) switch
        {
            (StatusCodes.Status200OK, JsonValueKind.Object) => (value, null),
            (StatusCodes.Status200OK, JsonValueKind.String) => (null, value.GetString()),
            (_, JsonValueKind.Object) when value.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => (null, message.GetString()),
            _ => (null, NotHeard),
        };
    }
}
