using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>What the chat page asks: it stands for the Teams windows of everybody in the demo.</summary>
/// <param name="chats">The conversations.</param>
/// <param name="hands">What people do.</param>
/// <param name="files">What they attach.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoChatEndpoints(DemoChats chats, DemoHands hands, DemoFiles files, TimeProvider clock)
{
    private const int LongestText = 20_000;
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    /// <summary>Maps it.</summary>
    public void Map(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.MapFiles(PageFiles.Demo);
        app.MapGet("/demo/chat/people", () => Results.Json<IReadOnlyList<PersonAnswer>>([.. chats.People.Select(Answer)], DemoJson.Default.IReadOnlyListPersonAnswer));
        app.MapGet("/demo/chat/messages", (string person, string chat, long? after) => ReadAsync(person, chat, after, stopping));
        app.MapPost("/demo/chat/file", (HttpContext context, string name, CancellationToken c) => TakeAsync(context, name, c));
        app.MapPost("/demo/chat/say", (HttpContext context, CancellationToken c) => SayAsync(context, c));
        app.MapPost("/demo/chat/edit", (HttpContext context, CancellationToken c) => EditAsync(context, c));
        app.MapPost("/demo/chat/click", (HttpContext context, CancellationToken c) => ClickAsync(context, c));
    }

    /// <summary>Answers at once when something is newer than what the page has, else at the next change or when the time is over.</summary>
    private async Task<IResult> ReadAsync(string personId, string chatId, long? after, CancellationToken stopping)
    {
        if (Taking(personId, chatId) is not var (person, chat)) return NotThere();
        var changed = chats.Changed;
        if (after >= chats.Revision) await Task.WhenAny(changed, Task.Delay(LongPoll, clock, stopping));
        var revision = chats.Revision;
        var (messages, isTyping, _) = chats.Read(chat);
        var news = chats.People.SelectMany(DemoChats.ChatsOf).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => chats.Read(one).BotChangedAt, StringComparer.Ordinal);
        return Results.Json(new ReadingAnswer(revision, isTyping, news, [.. messages.Select(message => Seen(message, person, chat))]), DemoJson.Default.ReadingAnswer);
    }

    private async Task<IResult> SayAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(context.Request, DemoJson.Default.SayAsked, cancellationToken) is not { } said || said.Text.Length > LongestText) return Malformed();
        if (Taking(said.Person, said.Chat) is not var (person, chat)) return NotThere();
        var file = said.File is { } id ? files.Find(id) : null;
        // As in Teams: bots get files in personal chats alone.
        if (said.File is not null && (file is null || chat.IsChannel)) return NotThere();
        if (string.IsNullOrWhiteSpace(said.Text) && file is null) return Malformed();
        if (said.Thread is not null && chats.Message(chat, said.Thread) is null) return NotThere();
        await hands.SayAsync(chat, person, said, file, cancellationToken);
        return Results.StatusCode(StatusCodes.Status204NoContent);
    }

    private async Task<IResult> TakeAsync(HttpContext context, string name, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = DemoFiles.MaxBytes + 1;
        return await CappedBody.ReadAsync(context.Request.Body, DemoFiles.MaxBytes, cancellationToken) is { Length: > 0 } bytes
            ? Results.Json(new FileAnswer(files.Add(name, bytes).Id), DemoJson.Default.FileAnswer)
            : JsonBody.Problem(StatusCodes.Status400BadRequest, "a file of at most 2 MiB", "Dans la démonstration, un fichier pèse au plus 2 Mo et n’est pas vide.");
    }

    private async Task<IResult> EditAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(context.Request, DemoJson.Default.EditAsked, cancellationToken) is not { } asked || asked.Text?.Length > LongestText) return Malformed();
        return Taking(asked.Person, asked.Chat) is var (person, chat) && await hands.EditAsync(chat, person, asked, cancellationToken)
            ? Results.StatusCode(StatusCodes.Status204NoContent)
            : NotThere();
    }

    private async Task<IResult> ClickAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(context.Request, DemoJson.Default.ClickAsked, cancellationToken) is not { Data.ValueKind: JsonValueKind.Object } click) return Malformed();
        if (Taking(click.Person, click.Chat) is not var (person, chat)) return NotThere();
        if (chats.Message(chat, click.Message) is not { From: null } card || click.Card < 0 || click.Card >= card.Cards.Length) return NotThere();
        await hands.ClickAsync(chat, person, card, click, cancellationToken);
        return Results.StatusCode(StatusCodes.Status204NoContent);
    }

    private (DemoPerson Person, DemoChat Chat)? Taking(string personId, string chatId) =>
        chats.Person(personId) is { } person && chats.Chat(chatId) is { } chat && chat.Holds(person) ? (person, chat) : null;

    private PersonAnswer Answer(DemoPerson person) => new(
        person.ObjectId, person.Id, person.Name, person.Address, RoleOf(person), person.Customer?.Name, person.Customer?.Subscription.Level.ToString(),
        [.. DemoChats.ChatsOf(person).Select(chat => new ChatAnswer(chat.Id, chat.Bot.Name, chat.IsChannel))]);

    private static string RoleOf(DemoPerson person) => person switch
    {
        { Technician: TechnicianRole.Lead } => "responsable",
        { Technician: TechnicianRole.Technician } => "technicien",
        { Role: Role.Direction } => "direction",
        { Role: Role.Administrator } => "administrateur",
        { Role: Role.ThirdParty } => "tiers",
        _ => "employé",
    };

    private static MessageAnswer Seen(DemoMessage message, DemoPerson person, DemoChat chat) => new(
        message.Id, message.Thread, message.From?.Name ?? chat.Bot.Name, message.From is null, message.From == person, message.At, message.Text,
        message.ReplyTo, message.Edits, message.IsDeleted, message.Notes.GetValueOrDefault(person.ObjectId),
        [.. message.Cards.Select((card, index) => message.Views.TryGetValue((person.ObjectId, index), out var view) ? view : card)],
        message.File);

    private static IResult Malformed() => JsonBody.Problem(StatusCodes.Status400BadRequest, "person, chat and what is done", "La demande est incomplète ou trop longue.");

    private static IResult NotThere() => JsonBody.Problem(StatusCodes.Status404NotFound, "a person, a conversation of theirs and a message of it", "Ce message n’existe plus.");
}
