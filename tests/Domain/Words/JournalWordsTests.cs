using System.Reflection;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class JournalWordsTests
{
    private static readonly Actor Hugo = new(ActorKind.Technician, "Hugo");
    private static readonly Actor Asker = new(ActorKind.Requester, "ada");
    private static readonly Due Due = new(Told.In48Hours, Told.In48Hours, Told.In48Hours);
    private static readonly DateOnly Day = new(2026, 12, 1);

    private static readonly ExecutionEvent[] Executions =
    [
        new ExecutionEvent.Drawn("k", "h", 1, Destructive: false, NotBefore: null, Undoes: false, Hugo), new ExecutionEvent.Drawn("k", "h", 3, Destructive: true, NotBefore: null, Undoes: false, Hugo),
        new ExecutionEvent.Drawn("k", "h", 2, Destructive: false, NotBefore: null, Undoes: true, Hugo),
        new ExecutionEvent.Voted("h", Hugo, "a", Complete: false), new ExecutionEvent.Voted("h", Hugo, "a", Complete: true),
        new ExecutionEvent.Voted("h", Hugo, "a", Complete: true) { CancelUntil = Told.Received }, new ExecutionEvent.Dropped(PlanReasons.CalledOff, Hugo),
        new ExecutionEvent.Dropped(PlanReasons.Refused, Hugo), new ExecutionEvent.Dropped(PlanReasons.Expired, Actor.Product), new ExecutionEvent.Dropped("request-changed", Actor.Product),
        new ExecutionEvent.Intended(0), new ExecutionEvent.Applied(0, null),
        .. Enum.GetValues<StepWait>().Select(why => new ExecutionEvent.Waits(0, why, Told.Received)),
        .. Enum.GetValues<StepEnd>().Select(how => new ExecutionEvent.Settled(0, how, null, Hugo)),
        new ExecutionEvent.Halted(1, PlanReasons.Unclear), new ExecutionEvent.Halted(1, "Request_BadRequest"),
        .. Enum.GetValues<ApprovalRefusal>().Select(reason => new ExecutionEvent.Halted(1, reason.ToString())),
        new ExecutionEvent.Resumed(Hugo), new ExecutionEvent.SecretShown(Hugo), new ExecutionEvent.Ended(),
    ];

    private static readonly BreachEvent[] Breaches =
    [
        new BreachEvent.Proposed(Told.Received), new BreachEvent.Started(Told.Received, Hugo), new BreachEvent.Dismissed("t", Hugo), new BreachEvent.Drafted("t", Hugo),
        .. Enum.GetValues<ProtectionReader>().Select(to => new BreachEvent.NoticeSent("t", to, Hugo)), new BreachEvent.NoticeNoted(Told.Received, "t", Hugo),
        .. Enumerable.Range(1, BreachMarks.Hours.Length).Select(number => new BreachEvent.Alerted(number)),
    ];

    private static readonly RightsEvent[] Rights =
    [
        new RightsEvent.Opened(), .. Enum.GetValues<DataRole>().Select(role => new RightsEvent.Marked(role, Hugo)),
        .. Enum.GetValues<ProtectionReader>().SelectMany(to => new[] { false, true }.Select(held => new RightsEvent.PassedOn("t", to, Hugo) { Held = held })),
        new RightsEvent.PassingOnReleased(Hugo), new RightsEvent.PassingOnDropped(Hugo),
        .. Enumerable.Range(1, RightsMarks.DaysBefore.Length).Select(number => new RightsEvent.MonthEnds(number)),
    ];

    /// <summary>Every kind of event, each in every way in which it is told.</summary>
    private static readonly RequestEvent[] Events =
    [
        .. Enum.GetValues<Channel>().Select(channel => Received(channel, abstained: channel is Channel.Phone)),
        .. Enum.GetValues<Verdict>().Select(verdict => Decided(verdict, Promise.Commitment)), Decided(Verdict.Accepted, Promise.Target),
        new RequestEvent.ClockPaused(Told.Received, Verdict.AwaitDetails),
        new RequestEvent.ClockResumed(Told.Received, Due), new RequestEvent.ClockResumed(Told.Received, null),
        .. Enum.GetValues<DueReason>().Select(reason => new RequestEvent.DueMoved(Due, reason, Hugo)),
        new RequestEvent.FollowedUp(new("f.2"), Told.Received),
        .. Reasons().SelectMany(because => new[] { Hugo, Asker }.Select(by => new RequestEvent.Moved(RequestState.Done, because, Told.Received, by))),
        .. Enum.GetValues<RequestState>().Select(state => new RequestEvent.Moved(state, "decided", Told.Received, Actor.Product)),
        .. Enum.GetValues<ActorKind>().Select(kind => new RequestEvent.Taken(new Actor(kind, "who"))),
        new RequestEvent.Corrected(MailboxOperations.Create.Id, null, Hugo), new RequestEvent.Corrected(MailboxOperations.Create.Id, Day, Hugo),
        new RequestEvent.Approved(true, "dora", Hugo, null), new RequestEvent.Approved(false, "dora", new Actor(ActorKind.Administrator, "dora"), new("f.3")),
        new RequestEvent.IdentityProven(Hugo), new RequestEvent.IdentityProven(Hugo) { Called = new CalledNumber("ada", "0103", Day) }, new RequestEvent.IdentityProven(Asker),
        new RequestEvent.DetailsAsked("t", Told.Received, Hugo), new RequestEvent.VisitPlanned(Told.In48Hours, Hugo),
        new RequestEvent.Wrote("t", true, Hugo), new RequestEvent.Wrote("t", false, Hugo),
        new RequestEvent.Reminded(2, Told.Received),
        .. Breaches.Select(what => new RequestEvent.Breach(what, Told.Received)),
        .. Rights.Select(what => new RequestEvent.Right(what, Told.Received)),
        .. Executions.Select(what => new RequestEvent.Execution(what, Told.Received)),
        .. Enum.GetValues<Escalation>().Select(of => new RequestEvent.Escalated(of, 1)),
    ];

    [Fact]
    public void Every_event_is_told_in_both_languages() =>
        Assert.All(Events, happened => Bilingual.Check(Say(happened, Language.French), Say(happened, Language.English)));

    [Fact]
    public void No_kind_of_event_is_left_out_here() => Assert.Equal(
        typeof(RequestEvent).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
        Events.Select(happened => happened.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Language.French, "Reçue par téléphone : création d’une boîte mail (hypothèse).")]
    [InlineData(Language.English, "Received by phone: creation of a mailbox (best guess).")]
    public void A_guess_is_called_one(Language language, string said) => Assert.Equal(
        said.Replace("création d’une boîte mail", MailboxOperations.Create.Name.Fr, StringComparison.Ordinal)
            .Replace("creation of a mailbox", MailboxOperations.Create.Name.En, StringComparison.Ordinal),
        Told.Plain(Say(Received(Channel.Phone, abstained: true), language)));

    [Fact]
    public void A_commitment_and_a_target_are_told_apart()
    {
        Assert.Equal("Contrat examiné : acceptée ; au plus tard le jeudi 26 novembre 2026 à 14 h 10.", French(Decided(Verdict.Accepted, Promise.Commitment)));
        Assert.Equal("Contract examined: accepted; no later than Thursday 26 November 2026 at 14:10.", English(Decided(Verdict.Accepted, Promise.Commitment)));
        Assert.Equal("Contrat examiné : acceptée ; objectif : le jeudi 26 novembre 2026 à 14 h 10.", French(Decided(Verdict.Accepted, Promise.Target)));
        Assert.Equal("Contract examined: accepted; target: Thursday 26 November 2026 at 14:10.", English(Decided(Verdict.Accepted, Promise.Target)));
        Assert.Equal("Contrat examiné : brouillon, à confirmer.", French(Decided(Verdict.Draft, Promise.Commitment)));
    }

    [Fact]
    public void Who_noted_a_yes_is_told_when_it_was_a_technician()
    {
        Assert.Equal("Accord donné par l’administrateur du client, noté par Hugo (technicien).", French(new RequestEvent.Approved(true, "dora", Hugo, null)));
        Assert.Equal("Approval refused by the customer’s administrator.", English(new RequestEvent.Approved(false, "dora", Asker, new("f.3"))));
    }

    [Theory]
    [InlineData(Role.Direction, "Taken by the customer’s management.")]
    [InlineData(Role.Administrator, "Taken by the customer’s administrator.")]
    [InlineData(Role.Employee, "Taken by an employee of the customer.")]
    [InlineData(Role.ThirdParty, "Taken by a third party.")]
    public void A_person_is_named_by_role(Role role, string said)
    {
        var customer = A.Customer() with { People = [new Person { Id = "p", Name = "P", Addresses = [MailAddress.Parse("p@acme.example")], Role = role }] };
        Assert.Equal(said, JournalWords.Say(new RequestEvent.Taken(new Actor(ActorKind.Administrator, "p")), customer, Language.English));
    }

    [Fact]
    public void A_date_of_the_customer_and_a_moved_one_are_told()
    {
        Assert.EndsWith(", for Tuesday 1 December 2026.", English(new RequestEvent.Corrected(MailboxOperations.Create.Id, Day, Hugo)), StringComparison.Ordinal);
        Assert.Equal(
            "Due date moved by Hugo (technician): Thursday 26 November 2026 at 14:10; reason: late supplier (article 10).",
            English(new RequestEvent.DueMoved(Due, DueReason.SupplierLate, Hugo)));
        Assert.Equal("Visit planned for Thursday 26 November 2026 at 14:10, by Hugo (technician).", English(new RequestEvent.VisitPlanned(Told.In48Hours, Hugo)));
    }

    [Fact]
    public void An_unknown_reason_tells_the_state() => Assert.Equal(
        ("Prise en charge.", "Accepted."),
        (French(new RequestEvent.Moved(RequestState.Accepted, "decided", Told.Received, Asker)), English(new RequestEvent.Moved(RequestState.Accepted, "decided", Told.Received, Asker))));

    [Fact]
    public void Hours_are_those_of_Paris() => Assert.Equal("24/11/2026 14:10", JournalWords.At(Told.Received));

    private static RequestEvent.Received Received(Channel channel, bool abstained) => new(
        new("SI-7K3M-9QXA"), new("c1"), new("f.1"), "acme", "ada", channel, Told.Received, MailboxOperations.Create.Id, 0.9, abstained, null, Urgent: false);

    private static RequestEvent.Decided Decided(Verdict verdict, Promise promise) =>
        new RequestEvent.Decided(verdict, [], promise, Due, Told.Received, "1", Told.Received, null, Proven: true);

    private static IEnumerable<string> Reasons() =>
        typeof(Because).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static string Say(RequestEvent happened, Language language) => JournalWords.Say(happened, customer: null, language);

    private static string French(RequestEvent happened) => Told.Plain(Say(happened, Language.French));

    private static string English(RequestEvent happened) => Told.Plain(Say(happened, Language.English));
}
