using System.Globalization;
using SiOne.Bot.Cards;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>What technicians click and type: one way to act, whoever asks for it, through the same checks as the local page.</summary>
/// <param name="parts">The engine.</param>
/// <param name="painter">Makes cards.</param>
/// <param name="posts">Keeps what buttons stand for.</param>
/// <param name="answers">Replaces a copy of a card.</param>
/// <param name="copies">Where a card stands too.</param>
/// <param name="channel">The language of the technicians' channel.</param>
internal sealed class TechnicianActs(
    EngineParts parts, TechnicianPainter painter, CardPosts posts, TurnAnswers answers, CardCopies copies, Language channel)
{
    private readonly PlanClicks _plans = new(parts.Plans.Desk);

    /// <summary>Takes a click; always answers.</summary>
    /// <param name="turn">The authenticated activity.</param>
    /// <param name="technician">Who clicked.</param>
    /// <param name="language">Their language.</param>
    /// <param name="reading">What came back. Hostile text.</param>
    /// <param name="forAll">The answer takes the place of the card for everybody who reads there: it keeps that card's language.</param>
    /// <param name="cancellationToken">Stops reading and acting.</param>
    public async Task<AdaptiveCardInvokeResponse> TakeAsync(
        VerifiedActivity turn, string technician, Language language, CardSubmitReading reading, bool forAll, CancellationToken cancellationToken)
    {
        if (await parts.Cards.FindPressedAsync(reading, CardReaders.Technicians, cancellationToken) is not var (submit, grant, verb, request, card)
            || card.Chat != ChatKey.Technicians || await parts.Store.FindRequestAsync(request, cancellationToken) is not { } document)
            return AdaptiveCardInvokeResponse.BadRequest(TeamsWords.UnknownCard.Say(language));
        (card, var isCopy) = await copies.SeenAsync(turn.Activity, card, cancellationToken);
        if (forAll) language = card.Language;
        var shown = verb is CardVerb.Show ? CardOf(document, channel) : card;
        if (submit.IsAutomatic || verb is CardVerb.Show or CardVerb.Refresh) return await FreshAsync(shown, document, language, null, cancellationToken);
        if (verb.IsAboutPlan())
        {
            var done = TeamsPerson.AccountOf(turn) is { } account
                ? await _plans.DoAsync(new PressedButton(submit, grant, verb, request, card), document, new Actor(ActorKind.Technician, technician), account, cancellationToken)
                : PlanResult.Refused(Refusal.NotTheirs);
            return await ShowAsync(turn, card, done?.Document ?? document, language, PlanClicks.BannerOf(done, language), isCopy, cancellationToken, done?.Plan is { CanRun: false } plan ? plan : null);
        }

        if (WishOf(Enum.Parse<ActVerb>(verb.ToString()), submit, grant.Revision) is not { } wish)
            return await FreshAsync(card, document, language, CardBanner.Refused(TeamsWords.Incomplete.Say(language)), cancellationToken);
        var result = await parts.Desk.DoAsync(document.State.Reference, technician, wish, cancellationToken);
        return await ShowAsync(turn, card, result.Document ?? document, language, BannerOf(result, language), isCopy, cancellationToken);
    }

    /// <summary>Shown on the device that clicked; the copy itself is made true for all others.</summary>
    private async Task<AdaptiveCardInvokeResponse> ShowAsync(
        VerifiedActivity turn, ShownCard card, RequestDocument document, Language language, CardBanner banner, bool isCopy, CancellationToken cancellationToken, Plan? blocked = null)
    {
        if (isCopy) answers.Replace(turn, await painter.RequestAsync(card, document, card.Language, banner: null, cancellationToken));
        return await FreshAsync(card, document, language, banner, cancellationToken, blocked);
    }

    /// <summary>A typed act, checked like a click; gives the request as it stands in the technician's language, with what became of it.</summary>
    public async Task<(ShownCard Card, PaintedCard Painted)?> ActAsync(
        string technician, Language language, RequestReference reference, ActWish? wish, CancellationToken cancellationToken)
    {
        if (await parts.Store.FindRequestsByReferenceAsync(reference, cancellationToken) is not [var document]) return null;
        var result = wish is null ? null : await parts.Desk.DoAsync(reference, technician, wish, cancellationToken);
        // Asked for beside the channel's own card: one of its own, which that keeper leaves alone.
        var card = new ShownCard { Id = $"technicians-show/{document.Id}", Chat = ChatKey.Technicians, Language = language, Requests = [document.Id] };
        return (card, await painter.RequestAsync(card, result?.Document ?? document, language, result is null ? null : BannerOf(result, language), cancellationToken));
    }

    /// <summary>The channel's card of a request, before it was posted.</summary>
    /// <param name="document">The request.</param>
    /// <param name="channel">The channel's language.</param>
    public static ShownCard CardOf(RequestDocument document, Language channel) =>
        new() { Id = ShownCard.IdForTechnicians(document.Id), Chat = ChatKey.Technicians, Language = channel, Requests = [document.Id] };

    private async Task<AdaptiveCardInvokeResponse> FreshAsync(
        ShownCard card, RequestDocument document, Language language, CardBanner? banner, CancellationToken cancellationToken, Plan? blocked = null)
    {
        var painted = await painter.RequestAsync(card, document, language, banner, cancellationToken, blocked);
        await posts.KeepAsync(card, painted, cancellationToken);
        return AdaptiveCardInvokeResponse.Card(painted.ToJson());
    }

    private static CardBanner BannerOf(StepResult result, Language language) => result switch
    {
        { OutOfDate: true, Document: { } document } => Earlier(document) is var (by, at) ? CardBanner.AlreadyDone(by, at, language) : CardBanner.Stale(language),
        { Incomplete: true } => CardBanner.Refused(RefusalWords.Incomplete.Say(language)),
        { Contended: true } => CardBanner.Refused(RefusalWords.Contended.Say(language)),
        { Refusal: { } refusal } => CardBanner.Refused(refusal.Say().Say(language)),
        _ => CardBanner.Heard(language),
    };

    /// <summary>Which technician was faster.</summary>
    private static (string By, DateTimeOffset At)? Earlier(RequestDocument document) => document.Journal.Reverse()
        .Select(line => (By: line.Event switch
        {
            RequestEvent.Taken e => e.By,
            RequestEvent.Moved e => e.By,
            RequestEvent.Corrected e => e.By,
            RequestEvent.Approved e => e.By,
            RequestEvent.DetailsAsked e => e.By,
            RequestEvent.IdentityProven e => e.By,
            RequestEvent.Breach { What: BreachEvent.Started e } => e.By,
            RequestEvent.Breach { What: BreachEvent.Dismissed e } => e.By,
            RequestEvent.Breach { What: BreachEvent.NoticeSent e } => e.By,
            RequestEvent.Breach { What: BreachEvent.NoticeReleased e } => e.By,
            RequestEvent.Breach { What: BreachEvent.NoticeDropped e } => e.By,
            RequestEvent.Breach { What: BreachEvent.NoticeNoted e } => e.By,
            RequestEvent.Right { What: RightsEvent.Marked e } => e.By,
            RequestEvent.Right { What: RightsEvent.PassedOn e } => e.By,
            RequestEvent.Right { What: RightsEvent.PassingOnReleased e } => e.By,
            RequestEvent.Right { What: RightsEvent.PassingOnDropped e } => e.By,
            _ => null,
        }, line.At))
        .Where(line => line.By is { Kind: ActorKind.Technician }).Select(line => ((string, DateTimeOffset)?)(line.By!.Id, line.At)).FirstOrDefault();

    /// <summary>What was filled in, by what the verb needs; null when a date, an hour or a reason is none.</summary>
    private static ActWish? WishOf(ActVerb verb, CardSubmit submit, int revision)
    {
        var date = DateOnly.TryParseExact(submit[CardInput.Date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null as DateOnly?;
        var time = TimeOnly.TryParseExact(submit[CardInput.Time], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null as TimeOnly?;
        var reason = Enum.GetNames<DueReason>().FirstOrDefault(name => name == submit[CardInput.Reason]);
        if ((submit[CardInput.Date] is not null && date is null) || (submit[CardInput.Time] is not null && time is null) || (submit[CardInput.Reason] is not null && reason is null)) return null;
        // Half an instant is no instant that somebody has left out.
        if (verb is ActVerb.StartBreach or ActVerb.NoteNotice && date is null != time is null) return null;
        return new ActWish(verb)
        {
            Revision = revision,
            Key = submit.Id,
            Text = submit[CardInput.Text],
            PersonId = submit[CardInput.Person],
            NumberId = submit[CardInput.Number],
            OperationId = submit[CardInput.Operation],
            Date = verb is ActVerb.Correct ? date : null,
            At = date is { } on && time is { } at ? ParisTime.At(on, at).ToUniversalTime() : null,
            Reason = reason is null ? null : Enum.Parse<DueReason>(reason),
        };
    }
}
