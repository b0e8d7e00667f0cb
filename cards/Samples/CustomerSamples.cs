using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using static SiOne.Bot.Cards.Actions.CardVerb;
using Request = SiOne.Bot.Domain.Words.AnsweredRequest;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Cards about requests, as a customer's people see them.</summary>
internal static class CustomerSamples
{
    private const string Second = "SI-2F8Z-K1WD";
    private const string Third = "SI-Z0N4-77CR";

    private static Request Licence { get; } = SampleRequests.Of(LicenceOperations.Assign, person: "Julien Tessier");

    private static Request Draft { get; } = SampleRequests.Of(LicenceOperations.Assign, channel: Channel.Mail, person: "Julien Tessier");

    private static Request Unapproved { get; } = SampleRequests.Of(LicenceOperations.Sharepoint, role: Role.Employee, date: new(2026, 12, 1));

    public static ImmutableArray<SampleCard> All { get; } =
    [
        Answer("confirmation", [Licence], CorrectRequest, Withdraw),
        Answer("confirmation-target", [SampleRequests.Of(IncidentOperations.Print, role: Role.Employee)], CorrectRequest, Withdraw),
        Answer("confirmation-emergency", [SampleRequests.Of(PhoneOperations.Lost, Level.Standard)], CorrectRequest),
        Answer("confirmation-fate", [SampleRequests.Of(LicenceOperations.Departure, person: "Julien Tessier", date: new(2026, 12, 18))], GiveDetails, CorrectRequest, Withdraw),
        Answer("abstained", [Licence with { Abstained = true, Due = null }], Withdraw),
        Answer("several", [
            SampleRequests.Of(LicenceOperations.Arrival, person: "Julien Tessier", date: new(2026, 12, 9)),
            SampleRequests.Of(OtherOperations.Quote, reference: Second),
            SampleRequests.Of(IncidentOperations.Network, reference: Third)], CorrectRequest, Withdraw),
        Answer("details-person", [SampleRequests.Of(LicenceOperations.Departure)], GiveDetails, CorrectRequest, Withdraw),
        Answer("details-new-person", [SampleRequests.Of(LicenceOperations.Arrival)], GiveDetails, CorrectRequest, Withdraw),
        Answer("details-mailbox", [SampleRequests.Of(MailboxOperations.Close)], GiveDetails, CorrectRequest, Withdraw),
        Noticed("details-question", NoticeKind.DetailsNeeded, Licence, new("S’agit-il de Business Basic ou de Business Standard, merci de le préciser.", "Is it Business Basic or Business Standard, please tell us."), GiveDetails, Withdraw),
        WrongChannel("draft-standard"),
        Answer("draft-from-mail", [Draft], Confirm, CorrectRequest, Withdraw),
        Noticed("draft-from-call", NoticeKind.CallWrittenDown, Draft, new("Licence pour Julien Tessier, à partir de lundi.", "A licence for Julien Tessier, from Monday."), Confirm, CorrectRequest, Withdraw),
        Answer("waiting-for-approval", [Unapproved], CorrectRequest, Withdraw),
        Approval("approval-wanted", Unapproved, unproven: false),
        Approval("approval-wanted-unproven", SampleRequests.Of(LicenceOperations.Teams, role: Role.Employee), unproven: true),
        Answer("quote", [SampleRequests.Of(OtherOperations.Quote)], CorrectRequest, Withdraw),
        Stands("in-progress", new() { Request = Licence, State = RequestState.InProgress }, Withdraw),
        Stands("visit", new() { Request = SampleRequests.Of(OtherOperations.Intervention), State = RequestState.Accepted, VisitAt = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero) }, Withdraw),
        Stands("on-hold", new() { Request = Licence, State = RequestState.OnHold }, Withdraw),
        Stands("work-begun", new() { Request = Leaving(SamplePlans.Run(SamplePlans.Departure, [SamplePlans.Yes(), .. SamplePlans.DoneTo(2)])), State = RequestState.InProgress }, CorrectRequest),
        Stands("work-two-people", new() { Request = Worked(PhoneOperations.Lost, SamplePlans.Wipe, [SamplePlans.Yes(complete: false), SamplePlans.Yes(second: true), .. SamplePlans.DoneTo(2)]), State = RequestState.InProgress }, CorrectRequest),
        Stands("work-done", new() { Request = Leaving(SamplePlans.Run(SamplePlans.Departure, [SamplePlans.Yes(), .. SamplePlans.DoneTo(4), new ExecutionEvent.Ended()])), State = RequestState.Done }, Settled, StillBroken),
        Stands("work-undone", new() { Request = Worked(LicenceOperations.Departure, SamplePlans.Back, [SamplePlans.Yes(), .. SamplePlans.DoneTo(2), new ExecutionEvent.Ended()], undoes: true), State = RequestState.InProgress }, CorrectRequest),
        Told("done", new() { Request = Licence, State = RequestState.Done }, new("La licence est active. Relancez Outlook une fois.", "The licence is active. Restart Outlook once."), Settled, StillBroken),
        Told("declined", new() { Request = Licence, State = RequestState.Declined }, new("Cette application n’est plus distribuée par son éditeur.", "This application is no longer sold by its publisher.")),
        Stands("withdrawn", new() { Request = Licence, State = RequestState.Withdrawn }),
        Stands("closed", new() { Request = Licence, State = RequestState.Closed }),
        new("stale", (sample, language) => CustomerCards.Answer(
            View(sample, new Standing { Request = Licence, State = RequestState.InProgress, Language = language }.Say(), [Licence], [Withdraw]) with { Banner = CardBanner.Stale(language) })),
        new("secret", (sample, language) => CustomerCards.Answer(
            View(sample, (SampleRequests.Answer(language, Licence) with { SecretReceived = true }).Say(), [Licence], [CorrectRequest, Withdraw]))),
        StatusList("my-requests", withButtons: true),
        StatusList("my-requests-hint", withButtons: false),
        new("my-requests-none", (_, language) => CustomerCards.StatusList(new StatusListView(language, []))),
    ];

    /// <summary>A request for which a plan is carried out.</summary>
    private static Request Worked(Operation operation, Plan plan, ImmutableArray<ExecutionEvent> happened, bool undoes = false) =>
        SampleRequests.Of(operation, person: "Julien Tessier") with { Work = WorkReport.Of(plan, SamplePlans.Run(plan, undoes, happened)) };

    private static Request Leaving(PlanRun run) =>
        SampleRequests.Of(LicenceOperations.Departure, person: "Julien Tessier", date: new(2026, 12, 18)) with { Work = WorkReport.Of(SamplePlans.Departure, run) };

    private static SampleCard Answer(string name, ImmutableArray<Request> requests, params ImmutableArray<CardVerb> verbs) => new(name, (sample, language) =>
        CustomerCards.Answer(View(sample, SampleRequests.Answer(language, requests).Say(), requests, verbs)));

    private static SampleCard Noticed(string name, NoticeKind kind, Request request, Label said, params ImmutableArray<CardVerb> verbs) => new(name, (sample, language) =>
        CustomerCards.Answer(View(
            sample, new Notice { Kind = kind, Language = language, Greeting = SampleRequests.Asker, Requests = [request], Said = said.In(language) }.Say(), [request], verbs)));

    private static SampleCard Stands(string name, Standing standing, params ImmutableArray<CardVerb> verbs) => new(name, (sample, language) =>
        CustomerCards.Answer(View(sample, (standing with { Language = language }).Say(), [standing.Request], verbs)));

    private static SampleCard Told(string name, Standing standing, Label said, params ImmutableArray<CardVerb> verbs) => new(name, (sample, language) =>
        CustomerCards.Answer(View(sample, (standing with { Language = language, Said = said.In(language) }).Say(), [standing.Request], verbs)));

    private static SampleCard Approval(string name, Request request, bool unproven) => new(name, (sample, language) => CustomerCards.Answer(View(
        sample,
        new Notice
        {
            Kind = NoticeKind.ApprovalNeeded,
            Language = language,
            Greeting = "Élise d’Orval",
            Requests = [request],
            AskedBy = SampleRequests.Asker,
            ReaderIsAdministrator = true,
            SenderUnproven = unproven,
        }.Say(),
        [request], [ApproveRequest, RefuseRequest])));

    /// <summary>Art. 3: a request in Teams, and the mail that makes it valid.</summary>
    private static SampleCard WrongChannel(string name)
    {
        var request = SampleRequests.Of(LicenceOperations.Assign, Level.Standard, person: "Julien Tessier");
        return new SampleCard(name, (sample, language) =>
        {
            var view = View(sample, SampleRequests.Answer(language, request).Say(), [request], [CorrectRequest, Withdraw]);
            var mail = new ReadyMail("support@msp.example", $"[{request.Reference}] Ma demande", "Bonjour,\n\nje confirme ma demande : une licence pour Julien Tessier.\n\nClaire Aubinet");
            return CustomerCards.Answer(view with { Buttons = [view.Buttons[0] with { Mail = mail }] });
        });
    }

    private static SampleCard StatusList(string name, bool withButtons) => new(name, (sample, language) => CustomerCards.StatusList(new StatusListView(
        language,
        [
            .. new Standing[]
            {
                new() { Request = Licence, State = RequestState.InProgress },
                new() { Request = Unapproved with { Reference = new(Second) }, State = RequestState.WaitingForApproval },
                new() { Request = SampleRequests.Of(OtherOperations.Quote, reference: Third), State = RequestState.ToBeQuoted },
            }.Select(standing => (standing with { Language = language }).Line()!)
                .Select(line => StatusLine.Of(line, withButtons ? sample.Action(Show, line.Reference) : null)),
        ])
    {
        Total = 7,
    }));

    private static AnswerCardView View(SampleCard sample, WordedAnswer words, ImmutableArray<Request> requests, ImmutableArray<CardVerb> verbs) => new(words)
    {
        Buttons = verbs.IsEmpty ? [] :
        [
            .. requests.Select(request => new RequestButtons(request.Reference.Value, [.. verbs.Select(verb => sample.Action(verb, request.Reference.Value))])
            {
                Fields = FormFields.Of(request),
            }),
        ],
        Refresh = verbs.IsEmpty ? null : new CardRefresh(sample.Action(CardVerb.Refresh), ["29:1claire"]),
    };
}
