using SiOne.Bot.Cards;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// The customers' bot. A message is kept and answered later, by the same stops as a mail; what is asked of the bot itself is answered at once and
/// is no message of the ledger.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="people">Who writes.</param>
/// <param name="clicks">Clicks on cards.</param>
/// <param name="extensions">Message extensions.</param>
/// <param name="painter">Makes cards.</param>
/// <param name="requests">What may be read.</param>
/// <param name="answers">Shows what is asked for.</param>
/// <param name="attachments">Fetches files.</param>
internal sealed class CustomerTurns(
    EngineParts parts, TeamsPeople people, CustomerClicks clicks, MessageExtensions extensions, CustomerPainter painter, ReadableRequests requests, TurnAnswers answers,
    AttachmentKeeper attachments)
{
    /// <summary>One activity.</summary>
    public async Task<InvokeResponse?> TurnAsync(VerifiedActivity turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.Type is ActivityTypes.MessageReaction or ActivityTypes.Typing or ActivityTypes.Event) return InvokeResponse.Empty;
        if (await people.OfAsync(turn, cancellationToken) is not { } person) return InvokeResponse.Empty;
        return activity.Type switch
        {
            ActivityTypes.Invoke => await InvokeAsync(turn, person, cancellationToken),
            ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete => await MessageAsync(turn, person, cancellationToken),
            _ => await ArrivalAsync(turn, person, cancellationToken),
        };
    }

    private async Task<InvokeResponse?> InvokeAsync(VerifiedActivity turn, TeamsPerson person, CancellationToken cancellationToken) => turn.Activity.Name switch
    {
        InvokeNames.CardAction when turn.Activity.Value is { } value =>
            (await clicks.TakeAsync(turn, person, CardSubmitReader.ReadExecute(value), cancellationToken)).ToInvokeResponse(),
        InvokeNames.CardAction => AdaptiveCardInvokeResponse.BadRequest(TeamsWords.UnknownCard.Say(person.Language)).ToInvokeResponse(),
        InvokeNames.Query => await extensions.SearchAsync(turn.Activity, person, cancellationToken),
        InvokeNames.FetchTask => MessageExtensions.Form(turn.Activity, person),
        InvokeNames.SubmitAction => await KeepFormAsync(turn, person, cancellationToken),
        _ => null,
    };

    private async Task<InvokeResponse?> MessageAsync(VerifiedActivity turn, TeamsPerson person, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.Conversation?.ConversationType is not "personal") return answers.Say(turn, TeamsWords.PersonalOnly.Say(person.Language));
        if (person.Guest is true) return answers.Show(turn, CustomerCards.UnknownTenant(person.Language));
        // A button of a client that cannot do better arrives as a message.
        if (activity is { Type: ActivityTypes.Message, Value: { } value })
        {
            var clicked = await clicks.TakeAsync(turn, person, CardSubmitReader.ReadSubmit(value), cancellationToken);
            return answers.Show(turn, clicked);
        }

        var text = ActivityText.Of(activity);
        if (activity.Type == ActivityTypes.Message && person.Sender.Customer is { } customer)
        {
            if (text.Length == 0 && activity.Attachments?.Any(ActivityReader.IsFile) is not true) return answers.Show(turn, CustomerCards.Received(person.Language));
            if (CustomerCommand.Of(text) is { } command) return await CommandAsync(turn, person, customer, command, cancellationToken);
        }

        return await KeepAsync(turn, person, cancellationToken);
    }

    private async Task<InvokeResponse?> CommandAsync(
        VerifiedActivity turn, TeamsPerson person, Customer customer, CustomerCommand command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case CustomerCommand.Help: return answers.Show(turn, CustomerCards.Help(person.Language, customer.Subscription.Level));
            case CustomerCommand.Greeting: return answers.Show(turn, CustomerCards.Welcome(person.Language, customer.Subscription.Level));
            case CustomerCommand.MyRequests:
                var list = new ShownCard { Id = $"list/{person.Chat}", Chat = person.Chat };
                return answers.Show(turn, list, await painter.ListAsync(list, person, cancellationToken));
            case CustomerCommand.Status status:
                if (await requests.FindAsync(status.Reference, person, cancellationToken) is not { } read)
                    return answers.Say(turn, TeamsWords.NoSuchRequest.Say(person.Language));
                var card = new ShownCard { Id = $"status/{person.Chat}/{read.Document.Id}", Chat = person.Chat, Requests = [read.Document.Id] };
                return await painter.RequestsAsync(card, person, words: null, banner: null, cancellationToken) is { } painted
                    ? answers.Show(turn, card, painted)
                    : InvokeResponse.Empty;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Stop 2: kept, then answered; the rest comes from the workers.</summary>
    private async Task<InvokeResponse?> KeepAsync(VerifiedActivity turn, TeamsPerson person, CancellationToken cancellationToken)
    {
        if (ActivityPlace.Of(turn.Activity) is not { } place) return InvokeResponse.Empty;
        var changed = turn.Activity.Type is ActivityTypes.Message ? "" : turn.Activity.Timestamp?.ToString("o", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        var key = IntakeKeys.OfActivity(place, turn.Activity.Type!, changed);
        await parts.Door.KeepActivityAsync(key, KeptActivity.Of(person, turn), turn.ReceivedAt, cancellationToken);
        if (turn.Activity.Attachments?.Any(ActivityReader.IsFile) is true) attachments.Add(key);
        answers.Typing(turn);
        return InvokeResponse.Empty;
    }

    private async Task<InvokeResponse?> KeepFormAsync(VerifiedActivity turn, TeamsPerson person, CancellationToken cancellationToken)
    {
        if (person.Guest is not true && MessageExtensions.TextOf(turn.Activity).Length > 0) await KeepAsync(turn, person, cancellationToken);
        return MessageExtensions.Done(person);
    }

    /// <summary>The app was opened or installed: welcome, once for each chat.</summary>
    private async Task<InvokeResponse?> ArrivalAsync(VerifiedActivity turn, TeamsPerson person, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" })
        {
            await parts.Chats.CloseAsync(person.Chat, cancellationToken);
            return InvokeResponse.Empty;
        }

        var added = activity.Type is ActivityTypes.InstallationUpdate ? activity.Action is "add" : activity.MembersAdded?.Any(member => activity.IsBot(member.Id)) is true;
        if (!added || activity.Conversation?.ConversationType is not "personal") return InvokeResponse.Empty;
        AdaptiveCard welcome = person.Sender.Customer is { } customer && person.Guest is not true
            ? CustomerCards.Welcome(person.Language, customer.Subscription.Level)
            : CustomerCards.UnknownTenant(person.Language);
        // Both tellings of one arrival come at once, and again whenever the app is opened anew.
        var card = new ShownCard { Id = $"welcome/{person.Chat}", Chat = person.Chat };
        return await answers.ShowOnceAsync(turn, card, new PaintedCard(welcome, [], []), cancellationToken);
    }
}
