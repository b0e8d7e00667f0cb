using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>Makes the technicians' cards out of what the local page shows, so that neither offers what the other does not.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">What is left of a time counts from now.</param>
internal sealed class TechnicianPainter(EngineParts parts, TimeProvider clock)
{
    private const int LaterMessages = 20;
    private static readonly Label NotInTheFiles = new("hors des fichiers", "not in the files");
    private static readonly Label Colon = new("\u00a0: ", ": ");

    private readonly RequestView _view = new(parts, clock);
    private readonly TechnicianPlans _plans = new(parts);
    private readonly ReservedTexts _reserved = new(parts);

    /// <summary>One request.</summary>
    /// <param name="card">The card.</param>
    /// <param name="document">The request.</param>
    /// <param name="language">Of who reads it.</param>
    /// <param name="banner">What became of the last click.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="blocked">A plan that was drawn up just now and cannot run; null: the one that is kept, if there is one.</param>
    public async Task<PaintedCard> RequestAsync(
        ShownCard card, RequestDocument document, Language language, CardBanner? banner, CancellationToken cancellationToken, Plan? blocked = null)
    {
        var state = document.State;
        var now = clock.GetUtcNow();
        var customer = parts.Directory.Find(state.CustomerId, now);
        var details = await RequestDetails.ReadAsync(parts.Vault, document.Id, cancellationToken);
        var about = ConcernedPerson.Of(details, customer);
        var findings = parts.Cases.FindingsOf(document, details, now).GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var text = await KeptText.ReadAsync(parts.Vault, state.Intake, cancellationToken);
        // Art. 25: everybody reads in the channel.
        var reserved = await _reserved.HoldsMessageOfAsync(state, cancellationToken);
        var life = await _view.LifeAsync(document, details, findings, text?.Flags ?? Domain.Intake.ReadingFlags.None, language, cancellationToken, withheld: reserved);
        var grants = life.Acts.Select(act => (Act: act, Grant: CardButtons.GrantOf(card, document, Enum.Parse<CardVerb>(act.Verb)))).ToArray();
        var plan = await _plans.OfAsync(card, document, blocked, language, cancellationToken);
        var view = new TechnicianCardView
        {
            Language = language,
            Reference = state.Reference.Value,
            Title = RequestView.NameOf(AllOperations.Get(state.OperationId), language),
            Abstained = state.Abstained,
            Emergency = TechnicianQueues.IsEmergency(state),
            Customer = customer?.Name ?? state.CustomerId,
            Level = LevelOf(customer, language),
            AskedBy = customer?.FindPerson(state.PersonId)?.Name ?? details?.AskedBy,
            Proven = state.Proven,
            About = about.Name,
            Account = about.Account,
            Channel = Typography.Set(state.Channel.Way(), language),
            ReceivedAt = Instants.Say(state.ReceivedAt, language),
            Due = DueOf(state, language),
            Left = LeftOf(state, customer, now, language),
            State = Typography.Set(state.State.Name(), language),
            Tone = ToneOf(state.State),
            TakenBy = state.TakenBy,
            Facts = [.. life.Facts.Where(fact => fact.Id is not ("taken" or "about")).Select(fact => new CardFact(fact.Name, fact.Text))],
            Findings = [.. life.Findings.Select(finding => new CardFinding(finding.Article, finding.Text, finding.OnlyFor))],
            Excerpt = reserved ? ReservedTexts.Instead.Say(language) : text?.Words(),
            Attachments = reserved ? [] : await AttachmentsAsync(state, cancellationToken),
            History = [.. life.Journal.Select(line => new CardHistory(line.At, line.Text)), .. life.Written.Select(written => new CardHistory(written.At, $"{written.Kind} ({written.By}){Colon.In(language)}{written.Text}"))],
            Plan = plan.View,
            Acts = [.. plan.Acts, .. grants.Select(item => ActOf(item.Act, parts.Cards.ActionOf(item.Grant), life.Approvers, RequestView.NumbersOf(customer, state, now, language, masked: true), language))],
            Banner = banner,
        };
        return new PaintedCard(TechnicianCards.Request(view), [.. plan.Grants, .. grants.Select(item => item.Grant)], [document]);
    }

    /// <summary>A list, in the order in which things are due, in the card's language.</summary>
    public PaintedCard List(ShownCard card, QueueKind kind, ImmutableArray<RequestDocument> documents, int total)
    {
        var now = clock.GetUtcNow();
        var lines = documents.Select(document => (Document: document, Grant: CardButtons.GrantOf(card, document, CardVerb.Show))).ToArray();
        return new PaintedCard(
            TechnicianCards.Queue(new QueueCardView(kind, [.. lines.Select(line => LineOf(line.Document, parts.Cards.ActionOf(line.Grant), now, card.Language))]) { Language = card.Language, Total = total }),
            [.. lines.Select(line => line.Grant)], documents);
    }

    private QueueLine LineOf(RequestDocument document, CardAction show, DateTimeOffset now, Language language)
    {
        var state = document.State;
        var customer = parts.Directory.Find(state.CustomerId, now);
        return new QueueLine(
            state.Reference.Value, RequestView.NameOf(AllOperations.Get(state.OperationId), language), customer?.Name ?? state.CustomerId,
            Typography.Set(state.State.Name(), language), ToneOf(state.State))
        {
            Due = DueOf(state, language),
            Left = LeftOf(state, customer, now, language),
            TakenBy = state.TakenBy,
            Emergency = TechnicianQueues.IsEmergency(state),
            Show = show,
        };
    }

    /// <summary>Those of the message that asked, then those of what was written later.</summary>
    private async Task<ImmutableArray<string>> AttachmentsAsync(Request state, CancellationToken cancellationToken)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var message in state.FollowUps.TakeLast(LaterMessages).Prepend(state.Intake))
            names.AddRange((await KeptText.ReadAsync(parts.Vault, message, cancellationToken))?.Attachments ?? []);
        return names.DrainToImmutable();
    }

    private static CardAct ActOf(BoardAct act, CardAction action, IReadOnlyList<BoardChoice> approvers, IReadOnlyList<BoardChoice> numbers, Language language) => new(action, act.Name, act.Hint)
    {
        Text = act.Text,
        Value = act.Value,
        AtOptional = act.AtOptional,
        At = ActWords.Of(action.Verb).Day is { } day ? Typography.Set(day, language) : null,
        Persons = act.Person ? [.. approvers.Select(person => new CardChoice(person.Id, person.Name))] : [],
        Numbers = act.Number ? [.. numbers.Select(number => new CardChoice(number.Id, number.Name))] : [],
        Operations = act.Operation ? Operations(language) : [],
        Reasons = act.Reason ? Reasons(language) : [],
    };

    private static ImmutableArray<CardChoice> Operations(Language language) =>
        [.. AllOperations.List.Select(operation => new CardChoice(operation.Id, RequestView.NameOf(operation, language)))];

    private static ImmutableArray<CardChoice> Reasons(Language language) =>
        [.. Enum.GetValues<DueReason>().Select(reason => new CardChoice(reason.ToString(), RequestView.NameOf(reason, language)))];

    private static string LevelOf(Customer? customer, Language language) => customer?.Subscription.Level switch
    {
        null => Typography.Set(NotInTheFiles, language),
        Level.Serenite => "Sérénité",
        var level => level.Value.ToString(),
    };

    private static string? DueOf(Request state, Language language) =>
        state.Due is { } due && !state.State.IsEnded() ? Instants.Say(due.Earliest, language) : null;

    /// <summary>What is left, in hours during which somebody is there.</summary>
    private string? LeftOf(Request state, Customer? customer, DateTimeOffset now, Language language)
    {
        if (!state.ClockRuns || state.Due is not { } due) return null;
        return Typography.Set(
            due.Earliest <= now
                ? LeftWords.Overdue
                : LeftWords.Of(new ServiceHours(customer?.Subscription.Weekend, parts.Settings.Engine.Readings.ServiceHours).Between(now, due.Earliest)),
            language);
    }

    private static StateTone ToneOf(RequestState state) => RequestView.ToneOf(state) switch
    {
        "good" => StateTone.Good,
        "wait" => StateTone.Wait,
        "stop" => StateTone.Stop,
        _ => StateTone.None,
    };
}
