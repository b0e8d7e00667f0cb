using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
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
    private readonly RequestView _view = new(parts, clock);

    /// <summary>One request.</summary>
    public async Task<PaintedCard> RequestAsync(ShownCard card, RequestDocument document, CardBanner? banner, CancellationToken cancellationToken)
    {
        var state = document.State;
        var now = clock.GetUtcNow();
        var customer = parts.Directory.Find(state.CustomerId, now);
        var details = await RequestDetails.ReadAsync(parts.Vault, document.Id, cancellationToken);
        var findings = parts.Cases.FindingsOf(document, details, now).GroupBy(finding => finding.Code, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var text = await KeptText.ReadAsync(parts.Vault, state.Intake, cancellationToken);
        var life = await _view.LifeAsync(document, findings, text?.Flags ?? Domain.Intake.ReadingFlags.None, cancellationToken);
        var grants = life.Acts.Select(act => (Act: act, Grant: CardButtons.GrantOf(card, document, Enum.Parse<CardVerb>(act.Verb)))).ToArray();
        var view = new TechnicianCardView
        {
            Reference = state.Reference.Value,
            Title = RequestView.NameOf(AllOperations.Get(state.OperationId)),
            Abstained = state.Abstained,
            Emergency = TechnicianQueues.IsEmergency(state),
            Customer = customer?.Name ?? state.CustomerId,
            Level = customer is null ? "hors des fichiers" : LevelOf(customer.Subscription.Level),
            AskedBy = customer?.FindPerson(state.PersonId)?.Name ?? details?.AskedBy,
            Proven = state.Proven,
            About = details?.Person ?? details?.Fields.GetValueOrDefault(Domain.Intake.FieldNames.Addresses),
            Channel = JournalWords.Way(state.Channel),
            ReceivedAt = Instants.Say(state.ReceivedAt, Language.French),
            Due = DueOf(state),
            Left = LeftOf(state, customer, now),
            State = StateWords.Name(state.State),
            Tone = ToneOf(state.State),
            TakenBy = state.TakenBy,
            Facts = [.. life.Facts.Where(fact => fact.Id is not "taken").Select(fact => new CardFact(fact.Name, fact.Text))],
            Findings = [.. life.Findings.Select(finding => new CardFinding(finding.Article, finding.Text, finding.OnlyFor))],
            Excerpt = text is null ? null : string.Join('\n', new[] { text.Subject, text.Text }.Where(part => part.Length > 0)),
            History = [.. life.Journal.Select(line => new CardHistory(line.At, line.Text)), .. life.Written.Select(written => new CardHistory(written.At, $"{written.Kind} ({written.By}) : {written.Text}"))],
            Acts = [.. grants.Select(item => ActOf(item.Act, parts.Cards.ActionOf(item.Grant), life.Approvers))],
            Banner = banner,
        };
        return new PaintedCard(TechnicianCards.Request(view), [.. grants.Select(item => item.Grant)], [document]);
    }

    /// <summary>A list, in the order in which things are due.</summary>
    public PaintedCard List(ShownCard card, QueueKind kind, ImmutableArray<RequestDocument> documents, int total)
    {
        var now = clock.GetUtcNow();
        var lines = documents.Select(document => (Document: document, Grant: CardButtons.GrantOf(card, document, CardVerb.Show))).ToArray();
        return new PaintedCard(
            TechnicianCards.Queue(new QueueCardView(kind, [.. lines.Select(line => LineOf(line.Document, parts.Cards.ActionOf(line.Grant), now))]) { Total = total }),
            [.. lines.Select(line => line.Grant)], documents);
    }

    private QueueLine LineOf(RequestDocument document, CardAction show, DateTimeOffset now)
    {
        var state = document.State;
        var customer = parts.Directory.Find(state.CustomerId, now);
        return new QueueLine(
            state.Reference.Value, RequestView.NameOf(AllOperations.Get(state.OperationId)), customer?.Name ?? state.CustomerId, StateWords.Name(state.State), ToneOf(state.State))
        {
            Due = DueOf(state),
            Left = LeftOf(state, customer, now),
            TakenBy = state.TakenBy,
            Emergency = TechnicianQueues.IsEmergency(state),
            Show = show,
        };
    }

    private static CardAct ActOf(BoardAct act, CardAction action, IReadOnlyList<BoardChoice> approvers) => new(action, act.Name, act.Hint)
    {
        Text = act.Text,
        At = act.At,
        Persons = act.Person ? [.. approvers.Select(person => new CardChoice(person.Id, person.Name))] : [],
        Operations = act.Operation ? Operations : [],
        Reasons = act.Reason ? Reasons : [],
    };

    private static ImmutableArray<CardChoice> Operations { get; } =
        [.. AllOperations.List.Select(operation => new CardChoice(operation.Id, RequestView.NameOf(operation)))];

    private static ImmutableArray<CardChoice> Reasons { get; } =
        [.. Enum.GetValues<DueReason>().Select(reason => new CardChoice(reason.ToString(), Typography.Capital(Typography.Set(StateWords.Reason(reason), Language.French))))];

    private static string LevelOf(Level level) => level is Level.Serenite ? "Sérénité" : level.ToString();

    private static string? DueOf(Request state) => state.Due is { } due && !state.State.IsEnded() ? Instants.Say(due.Earliest, Language.French) : null;

    /// <summary>What is left, in hours during which somebody is there.</summary>
    private string? LeftOf(Request state, Customer? customer, DateTimeOffset now)
    {
        if (!state.ClockRuns || state.Due is not { } due) return null;
        if (due.Earliest <= now) return "dépassée";
        var hours = new ServiceHours(customer?.Subscription.Weekend, parts.Settings.Engine.Readings.ServiceHours).Between(now, due.Earliest);
        return hours.TotalHours >= 1
            ? Typography.Set($"reste {Math.Floor(hours.TotalHours).ToString(System.Globalization.CultureInfo.InvariantCulture)} h de service", Language.French)
            : "reste moins d’une heure de service";
    }

    private static StateTone ToneOf(RequestState state) => StateWords.Tone(state) switch
    {
        "good" => StateTone.Good,
        "wait" => StateTone.Wait,
        "stop" => StateTone.Stop,
        _ => StateTone.None,
    };
}
