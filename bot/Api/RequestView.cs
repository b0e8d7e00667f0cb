using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>One request as the page shows it.</summary>
/// <param name="parts">The engine.</param>
/// <param name="clock">The clock: people and who may decide are those of now.</param>
internal sealed class RequestView(EngineParts parts, TimeProvider clock)
{
    private static readonly Label Requester = new("demandeur", "requester");
    private static readonly Label Direction = new("direction", "management");
    private static readonly Label Administrator = new("administrateur", "administrator");
    private static readonly Label NotKept = new("Règle appliquée ; la phrase n'est plus gardée", "Rule applied; its sentence is no longer kept");
    private static readonly Label Erased = new("(texte effacé)", "(text erased)");
    private static readonly Label About = new("Pour", "For");
    private readonly AskedApprovers _asked = new(parts);
    private readonly ProtectionView _protection = new(parts);

    /// <summary>What every message of the request shows on the page, in French.</summary>
    /// <param name="document">The request.</param>
    /// <param name="told">What was last told about it; null when nothing was, or it was erased.</param>
    /// <param name="home">The message under which it is shown whole.</param>
    public static BoardRequest Short(RequestDocument document, AnsweredRequest? told, string home)
    {
        var state = document.State;
        var operation = AllOperations.Get(state.OperationId);
        var received = (RequestEvent.Received)document.Journal[0].Event;
        return new BoardRequest
        {
            Reference = state.Reference.Value,
            Category = operation.Category.Id(),
            Operation = operation.Id,
            Name = NameOf(operation, Language.French),
            ConfidencePercent = (int)Math.Round(received.Confidence * 100),
            Abstained = state.Abstained,
            Urgent = state.Urgent,
            EffectiveOn = state.EffectiveOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            Verdict = state.Verdict?.Id() ?? "",
            State = state.State.ToString(),
            StateName = Typography.Set(state.State.Name(), Language.French),
            StateTone = ToneOf(state.State),
            Articles = [.. operation.Articles.Select(article => article.Cited)],
            Promise = state.Promise.ToString(),
            PromiseArticle = told?.PromisedUnder?.Number,
            DueText = state.ClockRuns ? Instants.Say(state.Due!.At, Language.French) : null,
            DueAt = state.ClockRuns ? ParisTime.Of(state.Due!.At).ToString("o", CultureInfo.InvariantCulture) : null,
            Home = home,
        };
    }

    /// <summary>An operation as people read it.</summary>
    public static string NameOf(Operation operation, Language language) => Typography.Capital(Typography.Set(operation.Name, language));

    /// <summary>A reason as people choose it.</summary>
    public static string NameOf(DueReason reason, Language language) => Typography.Capital(Typography.Set(reason.Name(), language));

    /// <summary>The colour that goes with a state's name.</summary>
    public static string ToneOf(RequestState state) => state switch
    {
        RequestState.Accepted or RequestState.InProgress or RequestState.Done => "good",
        RequestState.Declined => "stop",
        RequestState.Withdrawn or RequestState.Closed => "",
        _ => "wait",
    };

    /// <summary>All the rest.</summary>
    /// <param name="document">The request.</param>
    /// <param name="details">Whom it is about; null when they were erased.</param>
    /// <param name="sentences">The sentences of its findings by code, as they were last told.</param>
    /// <param name="flags">What its message was besides its words.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="withheld">What people wrote is for others to read (<see cref="ReservedTexts"/>).</param>
    public async Task<BoardLife> LifeAsync(
        RequestDocument document, RequestDetails? details, IReadOnlyDictionary<string, Finding> sentences, ReadingFlags flags, Language language, CancellationToken cancellationToken,
        bool withheld = false)
    {
        var state = document.State;
        var now = clock.GetUtcNow();
        var customer = parts.Directory.Find(state.CustomerId, now);
        var numbers = NumbersOf(customer, state, now, language, masked: false);
        var approvers = customer is null ? [] : Approving(state, customer, ParisTime.DateOf(now), language);
        var about = ConcernedPerson.Of(details, customer).Say(language);
        var asked = await _asked.OfAsync(document, customer, language, cancellationToken);
        var draft = await _protection.DraftAsync(document, customer, cancellationToken);
        if (withheld) draft = draft with { Asked = null };
        return new BoardLife(
            [
                .. about is null ? [] : new[] { new BoardFact("about", About.In(language), about) },
                .. RequestFacts.Of(state, customer, parts.Settings.Engine.LifeTimes, flags, language),
                .. asked is null ? [] : new[] { asked },
                .. ProtectionView.Facts(state, details?.Breach, parts.Settings.Engine.DataProtectionOfficer, language),
            ],
            [.. state.Findings.Select(found => Finding(found, sentences.GetValueOrDefault(found.Code), language))],
            withheld ? [] : await WrittenAsync(document, language, cancellationToken),
            [.. document.Journal.Select(line => new BoardLine(JournalWords.At(line.At), JournalWords.Say(line.Event, customer, language)))],
            ActChoices.For(state, approvers.Count > 0, numbers.Count > 0, language, draft), approvers)
        {
            Numbers = numbers,
        };
    }

    /// <summary>The numbers on record at which the requester can be called back, with whose they are.</summary>
    /// <param name="customer">The customer's file; null: none counts.</param>
    /// <param name="state">The request.</param>
    /// <param name="at">The instant, UTC.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="masked">But for the last four digits: cards stand in Microsoft's store. The page, on this machine, says what to dial.</param>
    public static IReadOnlyList<BoardChoice> NumbersOf(Customer? customer, Request state, DateTimeOffset at, Language language, bool masked) => customer is null ? [] :
    [
        .. CallBackNumbers.Of(customer, state.PersonId, at).Select(number => new BoardChoice(
            number.Id, $"{Typography.OneLine(number.Person.Name)}, {QualityOf(number.Person, state).In(language)}, {(masked ? $"•••• {number.LastFour}" : Typography.OneLine(number.Phone.Number))}")),
    ];

    /// <summary>Those whose yes the desk takes; who asked is not among them.</summary>
    private static IReadOnlyList<BoardChoice> Approving(Request state, Customer customer, DateOnly day, Language language)
    {
        var asker = AllOperations.Get(state.OperationId).Asker;
        return
        [
            .. customer.People.Where(person => person.Id != state.PersonId && Authority.Of(customer, person, day).MaySayYes(asker))
                .Select(person => new BoardChoice(person.Id, $"{Typography.OneLine(person.Name)}, {QualityOf(person, state).In(language)}")),
        ];
    }

    private static Label QualityOf(Person person, Request state) =>
        person.Id == state.PersonId ? Requester : person.Role is Role.Direction ? Direction : Administrator;

    private static BoardFinding Finding(FoundUnder found, Finding? told, Language language)
    {
        var article = new Article(found.Article);
        var cited = new Label(article.Cited, article.CitedInEnglish).In(language);
        if (told is null) return new BoardFinding(cited, Typography.Set(NotKept, language), OnlyFor: null);
        return new BoardFinding(cited, Typography.Set(told.Text, language), told.Audience.OnlyFor() is { } only ? Typography.Set(only, language) : null);
    }

    private async Task<IReadOnlyList<BoardText>> WrittenAsync(RequestDocument document, Language language, CancellationToken cancellationToken)
    {
        var written = new List<BoardText>();
        foreach (var line in document.Journal)
        {
            if (WrittenBy(line.Event) is not var (key, kind, isInternal, by)) continue;
            var words = await parts.Vault.ReadBytesAsync(key, cancellationToken);
            written.Add(new BoardText(
                Typography.Set(kind, language), isInternal, Typography.OneLine(by.Id), JournalWords.At(line.At),
                words is null ? Typography.Set(Erased, language) : Encoding.UTF8.GetString(words)));
        }

        return written;
    }

    /// <summary>Where the words of an event lie, and what they are; null for one without words.</summary>
    private static (string Key, Label Kind, bool Internal, Actor By)? WrittenBy(RequestEvent happened) => happened switch
    {
        RequestEvent.DetailsAsked e => (e.TextKey, new("Question au client", "Question to the customer"), false, e.By),
        RequestEvent.Wrote { ToCustomer: true } e => (e.TextKey, new("Réponse au client", "Reply to the customer"), false, e.By),
        RequestEvent.Wrote e => (e.TextKey, new("Note interne", "Internal note"), true, e.By),
        RequestEvent.Breach { What: BreachEvent.Dismissed e } => (e.TextKey, new("Violation écartée, motif", "Breach dismissed, reason"), true, e.By),
        RequestEvent.Breach { What: BreachEvent.NoticeSent { Held: true } e } => (e.TextKey, new("Notification au client, retenue à l'envoi", "Notice to the customer, held"), false, e.By),
        RequestEvent.Breach { What: BreachEvent.NoticeSent e } => (e.TextKey, new("Notification au client", "Notice to the customer"), false, e.By),
        RequestEvent.Breach { What: BreachEvent.NoticeNoted e } => (e.TextKey, new("Notification faite autrement", "Notice given by other means"), true, e.By),
        RequestEvent.Right { What: RightsEvent.PassedOn { Held: true } e } => (e.TextKey, new("Demande à transmettre au client, retenue à l'envoi", "Request to be passed on to the customer, held"), false, e.By),
        RequestEvent.Right { What: RightsEvent.PassedOn e } => (e.TextKey, new("Demande transmise au client", "Request passed on to the customer"), false, e.By),
        RequestEvent.Moved { TextKey: { } text } e => (text, new("Motif du refus", "Reason of the refusal"), false, e.By),
        _ => null,
    };
}
