using System.Globalization;
using SiOne.Bot.Cards;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// What a customer's people click. Who acts comes from the activity, what it means from the store; the payload names a button and no more, and a
/// button works in the chat in which its card stands.
/// </summary>
/// <param name="parts">The engine.</param>
/// <param name="painter">Makes the card that takes the place of the clicked one.</param>
/// <param name="posts">Keeps what its buttons stand for.</param>
/// <param name="answers">Replaces the card where it stands.</param>
/// <param name="copies">Where else it stands.</param>
internal sealed class CustomerClicks(EngineParts parts, CustomerPainter painter, CardPosts posts, TurnAnswers answers, CardCopies copies)
{
    /// <summary>Takes a click; always answers.</summary>
    public async Task<AdaptiveCardInvokeResponse> TakeAsync(
        VerifiedActivity turn, TeamsPerson person, CardSubmitReading reading, CancellationToken cancellationToken)
    {
        if (await parts.Cards.FindPressedAsync(reading, CardReaders.Customers, cancellationToken) is not var (submit, grant, verb, request, card))
            return AdaptiveCardInvokeResponse.BadRequest(TeamsWords.UnknownCard.Say(person.Language));
        if (person.Sender.Customer is null || person.Guest is true || card.Chat != person.Chat)
            return AdaptiveCardInvokeResponse.BadRequest(TeamsWords.NotYours.Say(person.Language));
        (card, var isCopy) = await copies.SeenAsync(turn.Activity, card, cancellationToken);
        var answer = await DoAsync(turn, person, new PressedButton(submit, grant, verb, request, card), cancellationToken);
        // Shown on the device that clicked; the copy itself is made true for all others.
        if (isCopy && !submit.IsAutomatic && verb is not CardVerb.Show && await painter.RequestsAsync(card, person, words: null, banner: null, cancellationToken) is { } painted)
            answers.Replace(turn, painted);
        return answer;
    }

    private async Task<AdaptiveCardInvokeResponse> DoAsync(VerifiedActivity turn, TeamsPerson person, PressedButton pressed, CancellationToken cancellationToken)
    {
        var (submit, grant, verb, request, card) = pressed;
        if (CustomerVerbOf(verb) is not { } wanted || submit.IsAutomatic)
            return await FreshAsync(verb is CardVerb.Show ? ShownCard.OfStatus(person.Chat, request) : card, person, null, cancellationToken);
        var result = await parts.CustomerDesk.DoAsync(
            new CustomerClick(KeyOf(turn, submit, wanted), request, grant.Revision, person.Sender, wanted, turn.ReceivedAt, KeptActivity.Of(person, turn))
            {
                Text = TextOf(submit, person.Language),
                Details = wanted is CustomerVerb.GiveDetails ? DetailsOf(submit, person.Sender.Customer!) : null,
            },
            cancellationToken);
        return result.Outcome switch
        {
            ClickOutcome.Done => await DoneAsync(turn, card, person, cancellationToken),
            ClickOutcome.AlreadyDone => await FreshAsync(card, person, CardBanner.Heard(person.Language), cancellationToken),
            ClickOutcome.OutOfDate => await FreshAsync(card, person, CardBanner.Stale(person.Language), cancellationToken),
            ClickOutcome.NotTheirs => await FreshAsync(card, person, CardBanner.Refused(TeamsWords.NotNow.Say(person.Language)), cancellationToken),
            ClickOutcome.Contended => await FreshAsync(card, person, CardBanner.Refused(TeamsWords.Contended.Say(person.Language)), cancellationToken),
            ClickOutcome.StillOwed => await FreshAsync(card, person, CardBanner.Refused(TeamsWords.StillOwed.Say(person.Language)), cancellationToken),
            ClickOutcome.NothingGiven => await FreshAsync(card, person, CardBanner.Refused(TeamsWords.Incomplete.Say(person.Language)), cancellationToken),
            ClickOutcome.NoSuchRequest => AdaptiveCardInvokeResponse.BadRequest(TeamsWords.NotYours.Say(person.Language)),
        };
    }

    /// <summary>The answer shows on the device that clicked; the card itself is replaced too, for all others.</summary>
    private async Task<AdaptiveCardInvokeResponse> DoneAsync(VerifiedActivity turn, ShownCard card, TeamsPerson person, CancellationToken cancellationToken)
    {
        if (card.Place is not null && await painter.RequestsAsync(card, person, words: null, banner: null, cancellationToken) is { } painted)
            answers.Show(turn, card, painted);
        return await FreshAsync(card, person, CardBanner.Heard(person.Language), cancellationToken);
    }

    private async Task<AdaptiveCardInvokeResponse> FreshAsync(ShownCard card, TeamsPerson person, CardBanner? banner, CancellationToken cancellationToken)
    {
        if (await painter.RequestsAsync(card, person, words: null, banner, cancellationToken) is not { } painted)
            return AdaptiveCardInvokeResponse.BadRequest(TeamsWords.NotYours.Say(person.Language));
        await posts.KeepAsync(card, painted, cancellationToken);
        return AdaptiveCardInvokeResponse.Card(painted.ToJson());
    }

    /// <summary>
    /// Teams repeats an activity under its id; the same button in another activity is another click, and finds the card out of date. What is only
    /// told moves nothing, so the card stays up to date: there the same words on the same button are the same click.
    /// </summary>
    private static Domain.Requests.IntakeKey KeyOf(VerifiedActivity turn, CardSubmit submit, CustomerVerb wanted) => IntakeKeys.OfClick(wanted is CustomerVerb.Tell
        ? $"{submit.Id}|{submit[CardInput.Text]}"
        : $"{ActivityPlace.Of(turn.Activity) ?? turn.Activity.ReplyToId}|{submit.Id}");

    private static CustomerVerb? CustomerVerbOf(CardVerb verb) => verb switch
    {
        CardVerb.Confirm => CustomerVerb.Confirm,
        CardVerb.Withdraw => CustomerVerb.Withdraw,
        CardVerb.GiveDetails => CustomerVerb.GiveDetails,
        CardVerb.CorrectRequest => CustomerVerb.Tell,
        CardVerb.ApproveRequest => CustomerVerb.Approve,
        CardVerb.RefuseRequest => CustomerVerb.Refuse,
        CardVerb.StillBroken => CustomerVerb.StillBroken,
        CardVerb.Settled => CustomerVerb.Settled,
        _ => null,
    };

    /// <summary>What was written, and what was chosen out of our own list.</summary>
    private static string? TextOf(CardSubmit submit, Language language)
    {
        string?[] said = [submit[CardInput.Text], submit[CardInput.Mailbox] is { } box && !MailAddress.TryParse(box, out _) ? box : null, FateOf(submit, language)];
        return string.Join('\n', said.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private static string? FateOf(CardSubmit submit, Language language) => submit[CardInput.Fate] switch
    {
        "close" => Typography.Set(new Label("La boîte mail est à fermer.", "The mailbox is to be closed."), language),
        "share" => Typography.Set(new Label("La boîte mail est à transformer en boîte partagée.", "The mailbox is to be turned into a shared one."), language),
        _ => null,
    };

    /// <summary>
    /// Somebody picked in the tenant's directory comes as an account; a listed one has a name here, for any other the form has a field. The account
    /// is kept in any case: technicians find the person by it.
    /// </summary>
    private static GivenDetails DetailsOf(CardSubmit submit, Customer customer) => new()
    {
        Person = submit[CardInput.Name]
            ?? (Guid.TryParse(submit[CardInput.Person], out var account) ? customer.People.FirstOrDefault(listed => listed.EntraId == account)?.Name : null),
        Account = submit[CardInput.Person] is not { } picked ? null : Guid.TryParse(picked, out var id) ? id.ToString("D") : Typography.OneLine(picked),
        Address = MailAddress.TryParse(submit[CardInput.Mailbox], out var address) ? address.Value : null,
        Date = DateOnly.TryParseExact(submit[CardInput.Date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };
}
