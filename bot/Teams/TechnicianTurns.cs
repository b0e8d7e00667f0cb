using System.Text.Json;
using SiOne.Bot.Cards;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.SignIn;

namespace SiOne.Bot.Host.Teams;

/// <summary>The technicians' bot: members of SI-ONE's tenant who bear a role, and nobody else; a name or a card proves nothing.</summary>
/// <param name="parts">The engine.</param>
/// <param name="settings">Who is a technician.</param>
/// <param name="people">Who writes.</param>
/// <param name="team">Who is in the team.</param>
/// <param name="acts">What they do.</param>
/// <param name="lists">What they ask for.</param>
/// <param name="answers">Shows it.</param>
internal sealed class TechnicianTurns(
    EngineParts parts, TeamsSettings settings, TeamsPeople people, TechnicianTeam team, TechnicianActs acts, TechnicianLists lists, TurnAnswers answers)
{
    /// <summary>One activity.</summary>
    public async Task<InvokeResponse?> TurnAsync(VerifiedActivity turn, CancellationToken cancellationToken)
    {
        await RememberChannelAsync(turn, cancellationToken);
        foreach (var gone in turn.Activity.MembersRemoved ?? []) team.Forget(gone.PersonId());
        if (turn.Activity.Type is not (ActivityTypes.Message or ActivityTypes.Invoke)) return InvokeResponse.Empty;
        if (await people.OfAsync(turn, cancellationToken) is not { } person) return InvokeResponse.Empty;
        if (!HasRole(person)) return Denied(turn, TeamsWords.TechniciansOnly);
        // Whoever bears a role and could not be looked up in time is told so; nothing is done, and asking twice would outlast the turn.
        if (person is { Guest: null, Unheard: true }) return Denied(turn, TeamsWords.NotLookedUp);
        if (person.Guest is not false) return Denied(turn, TeamsWords.TechniciansOnly);
        switch (await team.OfAsync(person.Account, turn.Activity.From?.Id, cancellationToken))
        {
            case Membership.Out: return Denied(turn, TeamsWords.TechniciansOnly);
            case Membership.Unheard: return Denied(turn, TeamsWords.NotLookedUp);
        }

        var technician = TechnicianName.Of(person.Name, person.Account.AccountId.ToString("D"));
        return turn.Activity.Type is ActivityTypes.Invoke
            ? await InvokeAsync(turn, technician, LanguageOf(turn.Activity), cancellationToken)
            : await MessageAsync(turn, technician, LanguageOf(turn.Activity), cancellationToken);
    }

    /// <summary>An account of SI-ONE's tenant that the settings name; whether it is a member's, and still in the team, is Teams' to say.</summary>
    private bool HasRole(TeamsPerson person) =>
        person.Account.TenantId.ToString("D") == settings.TechnicianTenantId && settings.TechnicianRoles.ContainsKey(person.Account.AccountId.ToString("D"));

    /// <summary>That of who asks or clicks; the channel's where their client does not say.</summary>
    private Language LanguageOf(Activity activity) => activity.Locale is { Length: > 0 } locale ? TeamsChat.LanguageOf(locale) : settings.TechnicianLanguage;

    private InvokeResponse? Denied(VerifiedActivity turn, Label why)
    {
        var sentence = why.Say(LanguageOf(turn.Activity));
        return turn.Activity.Type is ActivityTypes.Invoke ? AdaptiveCardInvokeResponse.BadRequest(sentence).ToInvokeResponse() : answers.Say(turn, sentence);
    }

    private async Task<InvokeResponse?> InvokeAsync(VerifiedActivity turn, string technician, Language language, CancellationToken cancellationToken) => turn.Activity switch
    {
        { Name: InvokeNames.CardAction, Value: { } value } =>
            (await acts.TakeAsync(turn, technician, language, CardSubmitReader.ReadExecute(value), forAll: false, cancellationToken)).ToInvokeResponse(),
        { Name: InvokeNames.CardAction } => AdaptiveCardInvokeResponse.BadRequest(TeamsWords.UnknownCard.Say(language)).ToInvokeResponse(),
        { Name: InvokeNames.Query } => Found(CustomerCommand.Plain(MessageExtensions.Typed(turn.Activity)), language),
        _ => null,
    };

    private async Task<InvokeResponse?> MessageAsync(VerifiedActivity turn, string technician, Language language, CancellationToken cancellationToken)
    {
        if (turn.Activity.Value is { } value)
            return answers.Show(turn, await acts.TakeAsync(turn, technician, language, CardSubmitReader.ReadSubmit(value), forAll: true, cancellationToken));
        switch (TechnicianCommand.Of(ActivityText.Of(turn.Activity)))
        {
            case TechnicianCommand.Queue: return List(turn, QueueKind.Queue, technician, language);
            case TechnicianCommand.Mine: return List(turn, QueueKind.Mine, technician, language);
            case TechnicianCommand.DueSoon: return List(turn, QueueKind.DueSoon, technician, language);
            case TechnicianCommand.Show show: return Show(turn, language, await acts.ActAsync(technician, language, show.Reference, null, cancellationToken));
            case TechnicianCommand.Act act:
                var wish = new ActWish(act.Verb) { Text = act.Text, Key = act.Text is null ? null : IntakeKeys.OfClick(ActivityPlace.Of(turn.Activity) ?? "").Value };
                return Show(turn, language, await acts.ActAsync(technician, language, act.Reference, wish, cancellationToken));
            case TechnicianCommand.Call call: return await WriteDownAsync(turn, language, call, cancellationToken);
            default: return answers.Say(turn, TeamsWords.TechnicianHelp.Say(language));
        }
    }

    private InvokeResponse List(VerifiedActivity turn, QueueKind kind, string technician, Language language)
    {
        var (card, painted) = lists.Of(kind, technician, language);
        return answers.Show(turn, card, painted);
    }

    private InvokeResponse Show(VerifiedActivity turn, Language language, (Engine.Cards.ShownCard Card, PaintedCard Painted)? found) => found is var (card, painted)
        ? answers.Show(turn, card, painted)
        : answers.Say(turn, TeamsWords.NoSuchRequest.Say(language));

    /// <summary>A call about an incident counts as a request (Art. 8); about anything else it is a draft that the caller confirms in writing.</summary>
    private async Task<InvokeResponse> WriteDownAsync(VerifiedActivity turn, Language language, TechnicianCommand.Call call, CancellationToken cancellationToken)
    {
        if (ActivityPlace.Of(turn.Activity) is not { } place) return InvokeResponse.Empty;
        var text = call.Text.Length <= RequestDesk.MaxText ? call.Text : call.Text[..RequestDesk.MaxText];
        var raw = JsonSerializer.SerializeToUtf8Bytes(new ApplicationMessage { From = call.From.Value, Text = text }, ApplicationJson.Default.ApplicationMessage);
        await parts.Door.KeepHandedAsync(Channel.Phone, place, raw, turn.ReceivedAt, cancellationToken);
        return answers.Say(turn, TeamsWords.CallKept.Say(language));
    }

    private InvokeResponse Found(string typed, Language language) => MessageExtensions.List(lists.Search(typed).Select(document =>
    {
        var (reference, customer) = (document.State.Reference.Value, lists.CustomerOf(document));
        var (name, state) = (RequestView.NameOf(AllOperations.Get(document.State.OperationId), language), Typography.Set(document.State.State.Name(), language));
        return (reference, $"{customer} · {name} · {state}",
            TechnicianCards.Queue(new QueueCardView(QueueKind.Queue, [new QueueLine(reference, name, customer, state, StateTone.None)]) { Language = language }));
    }));

    /// <summary>Where requests are posted: known once anything was heard of the team that the settings name.</summary>
    private async Task RememberChannelAsync(VerifiedActivity turn, CancellationToken cancellationToken)
    {
        if (ConversationReference.Of(turn.Bot, turn.Activity) is not { } reference) return;
        if (reference.TenantId != settings.TechnicianTenantId || (reference.TeamId != settings.TechnicianTeamId && reference.RootId != settings.TechnicianChannelId)) return;
        var channel = reference with
        {
            ConversationId = settings.TechnicianChannelId,
            ChannelId = settings.TechnicianChannelId,
            TeamId = settings.TechnicianTeamId,
            ConversationType = "channel",
            UserId = null,
            UserObjectId = null,
            Locale = null,
        };
        await parts.Chats.RememberAsync(ChatKey.Technicians, new TeamsChat(channel, null, null, null).ToChat(), sender: null, cancellationToken);
    }
}
