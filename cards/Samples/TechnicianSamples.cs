using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Cards of the technicians' channel, in the words that the host takes; what the customer wrote is French in both languages.</summary>
internal static class TechnicianSamples
{
    private static readonly Actor Hugo = new(ActorKind.Technician, "Hugo Ferrand");
    private static readonly Label Waits = new("Attend", "Waits for");

    public static ImmutableArray<SampleCard> All { get; } =
    [
        new("technician-request", (sample, language) => TechnicianCards.Request(Request(sample, language))),
        new("technician-approval", (sample, language) => TechnicianCards.Request(Standing(
            Of(sample, language, SampleRequests.Of(LicenceOperations.Sharepoint, role: Role.Employee)), LicenceOperations.Sharepoint, RequestState.WaitingForApproval) with
        {
            AskedBy = "Julien Tessier",
            Excerpt = RightsWanted,
            Acts =
            [
                SampleActs.Of(sample, CardVerb.Approve, language), SampleActs.Of(sample, CardVerb.RefuseApproval, language),
                SampleActs.Of(sample, CardVerb.Reply, language),
            ],
        })),
        new("technician-emergency", (sample, language) => TechnicianCards.Request(Standing(
            Lost(sample, language, proven: false), PhoneOperations.Lost, RequestState.WaitingForTechnician, Verdict.ProveIdentity) with
        {
            Acts = [SampleActs.Of(sample, CardVerb.ProveIdentity, language), .. SampleActs.Accepted(sample, language).Skip(1)],
        })),
        new("technician-breach", (sample, language) => TechnicianCards.Request(Lost(sample, language) with
        {
            Facts = [Breach(new("possible ; à démarrer ou à écarter", "possible; to be started or dismissed"), language)],
            Acts =
            [
                SampleActs.Of(sample, CardVerb.Start, language), SampleActs.Of(sample, CardVerb.StartBreach, language) with { AtOptional = true },
                SampleActs.Of(sample, CardVerb.DismissBreach, language), SampleActs.Of(sample, CardVerb.Reply, language),
            ],
        })),
        new("technician-breach-notice", (sample, language) => TechnicianCards.Request(Lost(sample, language) with
        {
            Facts = [Breach(new("le délai court", "the clock runs"), language)],
            Acts =
            [
                SampleActs.Of(sample, CardVerb.SendNotice, language) with { Value = NoticeBegun }, SampleActs.Of(sample, CardVerb.DraftNotice, language) with { Value = NoticeBegun },
                SampleActs.Of(sample, CardVerb.NoteNotice, language) with { AtOptional = true }, SampleActs.Of(sample, CardVerb.StartBreach, language) with { AtOptional = true },
                SampleActs.Of(sample, CardVerb.DismissBreach, language),
            ],
        })),
        new("technician-rights", (sample, language) => TechnicianCards.Request(Of(sample, language, SampleRequests.Of(OtherOperations.DataRights, role: Role.Employee)) with
        {
            Left = null,
            Acts =
            [
                SampleActs.Of(sample, CardVerb.MarkController, language), SampleActs.Of(sample, CardVerb.MarkProcessor, language),
                SampleActs.Of(sample, CardVerb.PassOn, language),
            ],
        })),
        Waiting("technician-details", RequestState.WaitingForDetails, CardVerb.DetailsCame),
        Waiting("technician-quote", RequestState.ToBeQuoted, CardVerb.QuoteAccepted),
        Waiting("technician-hold", RequestState.OnHold, CardVerb.Resume),
        new("technician-done", (sample, language) => TechnicianCards.Request(Standing(Request(sample, language), LicenceOperations.Assign, RequestState.Done) with
        {
            Tone = StateTone.Good,
            TakenBy = Hugo.Id,
            Due = null,
            Facts = Facts(RequestState.Done, language),
            Acts = [SampleActs.Of(sample, CardVerb.Reopen, language), SampleActs.Of(sample, CardVerb.Close, language)],
            Banner = CardBanner.AlreadyDone(Hugo.Id, SampleRequests.Received.AddHours(2), language),
        })),
        new("technician-queue", (sample, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.Queue, Lines(sample, language)) { Language = language, Total = 21 })),
        new("technician-due-soon", (sample, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.DueSoon, Lines(sample, language)) { Language = language })),
        new("technician-mine-none", (_, language) => TechnicianCards.Queue(new QueueCardView(QueueKind.Mine, []) { Language = language })),
        new("technician-alert", (sample, language) => TechnicianCards.Alert(new AlertCardView(Alert("approval-given").Say(language))
        {
            Show = [("SI-7K3M-9QXA", sample.Action(CardVerb.Show))],
        })),
        new("technician-alert-stranger", (_, language) => TechnicianCards.Alert(new AlertCardView(
            new TechnicianAlert("unknown-sender", null, [], new("t.19f3a"), SampleRequests.Received).Say(language)))),
        new("technician-week", (_, language) => TechnicianCards.OwnDigest(Week(IsoWeek.Of(ParisTime.DateOf(SampleRequests.Received))).Say(language))),
    ];

    /// <summary>SI-ONE's own week, with a little of everything.</summary>
    private static OwnDigest Week(IsoWeek week) => new()
    {
        Week = week,
        Overdue = [new(new("SI-7K3M-9QXA"), LicenceOperations.Assign.Id, "Atelier Rive", SampleRequests.Received.AddHours(48))],
        DueSoon = [new(new("SI-2F8Z-K1WD"), PhoneOperations.Return.Id, "Atelier Rive", SampleRequests.Received.AddHours(96))],
        Quarantined = 1,
        Held = 3,
        Backups = [new("Atelier Rive", new(Service.Backup, week.From.AddDays(1)) { Job = "SRV-ATELIER, nuit", FailedAt = week.To.AddHours(-20), LateHours = 140 })],
        LatePayments = [new("Atelier Rive", week.Monday.AddDays(-45), 52) { Euros = 1240.80m, MonthlyPercent = 4.14m, Months = 1.71m }],
        Notices = [new("Atelier Rive", week.Monday.AddDays(40), week.Monday.AddDays(131))],
        Growth = [new("Atelier Rive", 10, 12)],
    };

    /// <summary>What the customer wrote: the only French on an English card.</summary>
    public static string LicenceWanted => "Bonjour,\n\nil faudrait une licence pour Julien Tessier, qui reprend les dossiers de l'atelier.\n\nMerci,\nClaire";

    /// <summary>The same of the request that waits for an approval: an employee asks.</summary>
    public static string RightsWanted => "Bonjour,\n\nil me faudrait l'accès aux dossiers « Plans et devis ».\n\nMerci,\nJulien";

    /// <summary>The same of the emergency.</summary>
    public static string LostPhone => "J'ai perdu mon téléphone dans le train ce matin, il y a toute ma messagerie dessus.";

    /// <summary>The notice of a breach as it is begun; French, whatever the card.</summary>
    public static string NoticeBegun => BreachNoticeText.Of(
        new BreachNoticeFacts(State(RequestState.InProgress) with { OperationId = PhoneOperations.Lost.Id }, "Atelier Rive", SampleRequests.Received) { ReportedBy = "Claire Aubinet" });

    private static TechnicianCardView Lost(SampleCard sample, Language language, bool proven = true) =>
        Of(sample, language, SampleRequests.Of(PhoneOperations.Lost, proven: proven), proven) with { Emergency = true, Excerpt = LostPhone };

    private static CardFact Breach(Label text, Language language) => new(Set(new("Violation de données", "Data breach"), language), Set(text, language));

    /// <summary>A request that waits, with the one act that goes on.</summary>
    private static SampleCard Waiting(string name, RequestState state, CardVerb verb) => new(name, (sample, language) => TechnicianCards.Request(
        Standing(Request(sample, language), LicenceOperations.Assign, state) with { Acts = [SampleActs.Of(sample, verb, language), .. SampleActs.Accepted(sample, language).Skip(1)] }));

    /// <summary>A request where it waits: nothing runs.</summary>
    private static TechnicianCardView Standing(TechnicianCardView view, Operation operation, RequestState state, Verdict verdict = Verdict.Accepted) => view with
    {
        State = Set(state.Name(), view.Language),
        Tone = StateTone.Wait,
        Left = null,
        Facts = [new(Set(Waits, view.Language), Set((State(state) with { OperationId = operation.Id, Verdict = verdict }).WaitsFor(), view.Language))],
    };

    /// <summary>The licence that most cards are about; what it says of licences no clause can know without a tenant.</summary>
    private static TechnicianCardView Request(SampleCard sample, Language language)
    {
        var (view, wrote) = (Of(sample, language, SampleRequests.Of(LicenceOperations.Assign, person: "Julien Tessier")), SampleRequests.Received.AddMinutes(21));
        return view with
        {
            Findings =
            [
                Finding(new("licence-spare", new("14"), null, new(
                    "Cette demande utilise la licence gardée d’avance : nous proposons à votre administrateur d’en commander une autre.",
                    "This request uses the licence kept in advance: we propose to your administrator to order another one.")) { Audience = Audience.Administrators }, language),
                Finding(new("licence-growth", new("17"), null, new(
                    "Avec cette licence, le nombre de licences dépasse de plus de 10 % celui qui a servi à fixer le prix.",
                    "With this licence, the number of licences exceeds by over 10% the one that the price was based on.")), language),
            ],
            Account = "3f0b6c52-8a41-4d0e-9a57-1c2d7e94b6aa",
            Attachments = ["Organigramme atelier.pdf", "capture_écran.png"],
            Excerpt = LicenceWanted,
            History =
            [
                .. view.History, new(JournalWords.At(wrote), JournalWords.Say(new RequestEvent.Wrote("t1", ToCustomer: false, Hugo), customer: null, language)),
                new(JournalWords.At(wrote), Set(new($"Note interne ({Hugo.Id}) : licence en stock.", $"Internal note ({Hugo.Id}): licence in stock."), language)),
            ],
        };
    }

    /// <summary>A request as the clauses judge it, accepted where they do not say otherwise.</summary>
    /// <param name="sample">Whose buttons it has.</param>
    /// <param name="language">Of who reads it.</param>
    /// <param name="asked">The request, judged.</param>
    /// <param name="proven">Who asks is proven.</param>
    public static TechnicianCardView Of(SampleCard sample, Language language, AnsweredRequest asked, bool proven = true) => new()
    {
        Language = language,
        Reference = asked.Reference.Value,
        Title = Name(AllOperations.Get(asked.OperationId), language),
        Customer = "Atelier Rive",
        Level = "Premium",
        AskedBy = SampleRequests.Asker,
        Proven = proven,
        About = asked.About,
        Channel = Set(Channel.Application.Way(), language),
        ReceivedAt = Instants.Say(asked.ReceivedAt, language),
        Due = asked.Due is { } due ? Instants.Say(due.Earliest, language) : null,
        Left = asked.Due is { } left ? Set(LeftWords.Of(new ServiceHours(weekend: null, Readings.Default.ServiceHours).Between(asked.ReceivedAt, left.Earliest)), language) : null,
        State = Set(RequestState.Accepted.Name(), language),
        Tone = StateTone.Good,
        Facts = Facts(RequestState.Accepted, language),
        Findings = [.. asked.Findings.Select(finding => Finding(finding, language))],
        History = History(asked, proven, language),
        Acts = SampleActs.Accepted(sample, language),
        Refresh = new CardRefresh(sample.Action(CardVerb.Refresh), ["29:1hugo"]),
    };

    /// <summary>What a request in that state waits for, and since when.</summary>
    public static ImmutableArray<CardFact> Facts(RequestState state, Language language) => state is RequestState.Done
        ? [new(Set(new("Reste à faire", "Left to do"), language), Set(State(state).WaitsFor(), language))]
        :
        [
            new(Set(Waits, language), Set(State(state).WaitsFor(), language)),
            new(Set(new("Depuis", "Since"), language), Instants.Say(SampleRequests.Received, language)),
        ];

    private static CardFinding Finding(Finding finding, Language language) => new(
        new Label(finding.Article.Cited, finding.Article.CitedInEnglish).In(language), Set(finding.Text, language), finding.Audience.OnlyFor() is { } only ? Set(only, language) : null);

    private static ImmutableArray<CardHistory> History(AnsweredRequest asked, bool proven, Language language) =>
    [
        .. new RequestEvent[]
        {
            new RequestEvent.Received(
                asked.Reference, new("c1"), new("t.19f3a"), "atelier-rive", "p1", Channel.Application, asked.ReceivedAt, asked.OperationId, 0.95, Abstained: false,
                asked.EffectiveOn, Urgent: false),
            new RequestEvent.Decided(asked.Verdict, [], asked.Promise, asked.Due, asked.ReceivedAt, "1", asked.ReceivedAt, asked.EffectiveOn, proven),
        }.Select(happened => new CardHistory(JournalWords.At(asked.ReceivedAt), JournalWords.Say(happened, customer: null, language))),
    ];

    private static ImmutableArray<QueueLine> Lines(SampleCard sample, Language language) =>
    [
        new("SI-Z0N4-77CR", Name(PhoneOperations.Lost, language), "Atelier Rive", Set(RequestState.WaitingForTechnician.Name(), language), StateTone.Wait)
        {
            Emergency = true, Show = sample.Action(CardVerb.Show, "1"),
        },
        new("SI-7K3M-9QXA", Name(LicenceOperations.Assign, language), "Atelier Rive", Set(RequestState.InProgress.Name(), language), StateTone.Good)
        {
            Due = Instants.Say(SampleRequests.Received.AddHours(48), language), Left = Set(LeftWords.Of(TimeSpan.FromHours(3)), language),
            TakenBy = Hugo.Id, Show = sample.Action(CardVerb.Show, "2"),
        },
        new("SI-2F8Z-K1WD", Name(IncidentOperations.Print, language), "Menuiserie Aubert", Set(RequestState.Accepted.Name(), language), StateTone.Good)
        {
            Due = Instants.Say(SampleRequests.Received.AddHours(50), language), Left = Set(LeftWords.Of(TimeSpan.FromHours(5)), language),
            Show = sample.Action(CardVerb.Show, "3"),
        },
    ];

    private static TechnicianAlert Alert(string reason) => new(
        reason, "Atelier Rive", [SampleRequests.Of(LicenceOperations.Assign, person: "Julien Tessier")], new("t.19f3a"), SampleRequests.Received);

    private static Request State(RequestState state) => new()
    {
        Reference = new("SI-7K3M-9QXA"),
        Conversation = new("c1"),
        Intake = new("t.19f3a"),
        CustomerId = "atelier-rive",
        Channel = Channel.Application,
        ReceivedAt = SampleRequests.Received,
        OperationId = LicenceOperations.Assign.Id,
        State = state,
    };

    private static string Name(Operation operation, Language language) => Typography.Capital(Set(operation.Name, language));

    private static string Set(Label label, Language language) => Typography.Set(label, language);
}
