using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>Makes the cards of a customer's people: the domain's words, and the buttons that where it stands and who reads allow.</summary>
/// <param name="parts">The engine.</param>
/// <param name="requests">What the reader may read.</param>
internal sealed class CustomerPainter(EngineParts parts, ReadableRequests requests)
{
    private const int Listed = 12;

    /// <summary>One or several requests as they stand for this reader.</summary>
    /// <param name="card">The card.</param>
    /// <param name="reader">Whose chat it stands in.</param>
    /// <param name="words">The words with which it is first told; null: as it stands.</param>
    /// <param name="banner">What became of the last click.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Null where none of them is the reader's to see.</returns>
    public async Task<PaintedCard?> RequestsAsync(
        ShownCard card, TeamsPerson reader, WordedAnswer? words, CardBanner? banner, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<ReadRequest>();
        foreach (var id in card.Requests)
            if (await requests.FindAsync(id, reader, cancellationToken) is { } one) read.Add(one);
        if (read.Count == 0) return null;
        var buttons = read.Select(one => (Request: one, Grants: Verbs(one, reader).Select(verb => CardButtons.GrantOf(card, one.Document, verb)).ToImmutableArray())).ToArray();
        var refresh = CardButtons.GrantOf(card, read[0].Document, CardVerb.Refresh);
        var view = new AnswerCardView(words ?? StandingWords.Say([.. read.Select(one => one.Standing)]))
        {
            Banner = banner,
            Buttons = [.. buttons.Select(of => Buttons(of.Request, of.Grants, reader))],
            // A convenience for whoever scrolls back: safety rests on the revision behind each button.
            Refresh = reader.UserId is { } user ? new CardRefresh(parts.Cards.ActionOf(refresh), [user]) : null,
        };
        return new PaintedCard(CustomerCards.Answer(view), [refresh, .. buttons.SelectMany(of => of.Grants)], [.. read.Select(one => one.Document)]);
    }

    /// <summary>"Mes demandes".</summary>
    public async Task<PaintedCard> ListAsync(ShownCard card, TeamsPerson reader, CancellationToken cancellationToken)
    {
        var all = await requests.MineAsync(reader, cancellationToken);
        var lines = all.Take(Listed)
            .Select(one => (one.Document, Words: one.Standing.Line(), Grant: CardButtons.GrantOf(card, one.Document, CardVerb.Show)))
            .Where(line => line.Words is not null).ToArray();
        return new PaintedCard(
            CustomerCards.StatusList(new StatusListView(reader.Language, [.. lines.Select(line => StatusLine.Of(line.Words!, parts.Cards.ActionOf(line.Grant)))]) { Total = all.Length }),
            [.. lines.Select(line => line.Grant)], [.. lines.Select(line => line.Document)]);
    }

    /// <summary>
    /// A customer's week. Each request that waits has its buttons, which belong to the request's own card: the week stays as it was told.
    /// </summary>
    /// <param name="sent">The week.</param>
    /// <param name="reader">Whose chat it stands in.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The card, and the cards that its buttons belong to.</returns>
    public async Task<(PaintedCard Painted, ImmutableArray<ShownCard> Opened)> DigestAsync(SentDigest sent, TeamsPerson reader, CancellationToken cancellationToken)
    {
        var (opened, buttons) = (ImmutableArray.CreateBuilder<ShownCard>(), ImmutableArray.CreateBuilder<RequestButtons>());
        var grants = ImmutableArray.CreateBuilder<Grant>();
        foreach (var waiting in sent.Facts.Waiting)
        {
            if (await requests.FindAsync(waiting.Request, reader, cancellationToken) is not { } read) continue;
            var own = ShownCard.OfStatus(reader.Chat, waiting.Request);
            ImmutableArray<Grant> pressed = [.. AtOnce(Verbs(read, reader)).Select(verb => CardButtons.GrantOf(own, read.Document, verb))];
            opened.Add(own);
            grants.AddRange(pressed);
            buttons.Add(Buttons(read, pressed, reader));
        }

        var view = new DigestCardView(sent.Facts.Say(reader.Language)) { Buttons = buttons.ToImmutable() };
        return (new PaintedCard(CustomerCards.Digest(view), grants.ToImmutable(), []), opened.ToImmutable());
    }

    /// <summary>What needs no form on the card; all else is done on the request's own.</summary>
    private static ImmutableArray<CardVerb> AtOnce(IEnumerable<CardVerb> verbs) =>
        [.. verbs.Where(verb => verb is CardVerb.ApproveRequest or CardVerb.RefuseRequest or CardVerb.Confirm).DefaultIfEmpty(CardVerb.Show)];

    /// <summary>What the reader may press, in the order to be shown.</summary>
    private static IEnumerable<CardVerb> Verbs(ReadRequest read, TeamsPerson reader)
    {
        var (state, who) = (read.Document.State, read.Reader);
        if (who is ActorKind.Administrator && state.State is RequestState.WaitingForApproval && reader.Sender.Person?.Id != state.PersonId)
            return [CardVerb.ApproveRequest, CardVerb.RefuseRequest];
        if (who is not (ActorKind.Requester or ActorKind.Administrator)) return [];
        return state.State switch
        {
            // Art. 3: with Standard the mail is what makes it valid; the card brings it ready.
            RequestState.Draft => IsByMail(reader) ? [CardVerb.Withdraw] : [CardVerb.Confirm, CardVerb.CorrectRequest, CardVerb.Withdraw],
            RequestState.WaitingForDetails => [CardVerb.GiveDetails, CardVerb.Withdraw],
            RequestState.WaitingForTechnician when state.Verdict is Domain.Contract.Verdict.ProveIdentity && who is ActorKind.Requester =>
                [CardVerb.Confirm, CardVerb.CorrectRequest, CardVerb.Withdraw],
            RequestState.InProgress => [CardVerb.CorrectRequest],
            RequestState.Done => [CardVerb.Settled, CardVerb.StillBroken],
            RequestState.Declined or RequestState.Withdrawn or RequestState.Closed => [],
            _ => [CardVerb.CorrectRequest, CardVerb.Withdraw],
        };
    }

    private static bool IsByMail(TeamsPerson reader) => reader.Sender.Customer?.Subscription.Level is Level.Standard;

    private RequestButtons Buttons(ReadRequest read, ImmutableArray<Grant> grants, TeamsPerson reader)
    {
        var reference = read.Document.State.Reference.Value;
        return new RequestButtons(reference, [.. grants.Select(parts.Cards.ActionOf)])
        {
            Fields = read.Document.State.State is RequestState.WaitingForDetails ? FormFields.Of(read.Standing.Request) : [],
            Mail = read.Document.State.State is RequestState.Draft && IsByMail(reader) ? Mail(read, reader.Language) : null,
        };
    }

    /// <summary>The ready mail: its subject carries the reference, so that sending it is confirmation enough.</summary>
    private ReadyMail Mail(ReadRequest read, Language language)
    {
        var line = read.Standing.Line();
        return new ReadyMail(
            parts.Settings.Engine.SupportAddress.Value, $"[{read.Document.State.Reference}] {line?.Title}",
            Typography.Set(new Label("Je confirme cette demande.", "I confirm this request."), language));
    }
}
