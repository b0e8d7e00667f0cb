using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Contract;

namespace SiOne.Bot.Domain.Tests.Requests;

public sealed class RequestDeciderTests
{
    private static readonly IntakeKey Asked = new("m.support.1.42");
    private static readonly IntakeKey Later = new("m.support.1.43");
    private static readonly Actor Technician = new(ActorKind.Technician, "t1");
    private static readonly RequestReference Reference = new("SI-7K3M-9QXA");
    private static readonly ConversationId Conversation = new("01M86D3DNVE7VTSVDPAAJWGXRE");
    private static readonly Case[] AllCases = [.. TermsTests.AllCases()];

    [Fact]
    public void A_request_taken_in_is_received_and_decided()
    {
        var examined = A.Whole(MailboxOperations.Close);
        examined = examined with { Request = examined.Request with { Date = new DateOnly(2026, 12, 14), Urgent = true, Confidence = 0.7 } };
        var due = new Due(Paris.At("2026-12-15 00:00"), Paris.At("2026-11-26 10:00"), Paris.At("2026-11-26 10:00"), Paris.At("2026-12-14 00:00"));

        Given().When(Receive(examined)).Then(
            new RequestEvent.Received(
                Reference, Conversation, Asked, "acme", "ada", Channel.Mail, A.Tuesday, "mailbox.close", 0.7, Abstained: false,
                new DateOnly(2026, 12, 14), Urgent: true),
            Decided(
                Verdict.Accepted, [new FoundUnder("effective-date", "13"), new FoundUnder("mailbox-kept", "14")], Promise.Commitment, due) with
            {
                EffectiveOn = new DateOnly(2026, 12, 14),
                Settled = [Verdict.Draft, Verdict.AwaitApproval],
            });
    }

    [Fact]
    public void An_employee_without_the_authority_waits_and_the_clock_with_them()
    {
        var due = Paris.At("2026-11-26 10:00");
        Given().When(Receive(A.Whole(MailboxOperations.Create, role: Role.Employee))).Then(
            Received("mailbox.create"),
            Decided(
                Verdict.AwaitApproval, [new FoundUnder("administrator-required", "11")], Promise.Commitment, new Due(due, due, due))
                with
            { Settled = [Verdict.Draft] },
            new RequestEvent.ClockPaused(A.Tuesday, Verdict.AwaitApproval));
    }

    [Fact]
    public void A_draft_keeps_its_shadow_due_time_running()
    {
        var due = Paris.At("2026-11-26 10:00");
        Given().When(Receive(A.Whole(MailboxOperations.Create, Level.Premium, channel: Channel.Mail))).Then(
            Received("mailbox.create"),
            Decided(Verdict.Draft, [new FoundUnder("application-required", "9")], Promise.Commitment, new Due(due, due, due)));
    }

    [Fact]
    public void A_request_out_of_contract_is_kept_and_nothing_promised() =>
        Given().When(Receive(A.Whole(MailboxOperations.Create).With(s => s with { Services = [] }))).Then(
            Received("mailbox.create"),
            Decided(Verdict.Quote, [new FoundUnder("out-of-contract", "1")], Promise.None, due: null)
                with
            { Settled = [Verdict.Draft, Verdict.AwaitApproval] });

    [Fact]
    public void An_employee_known_by_the_domain_alone_leaves_no_person_in_the_journal()
    {
        var received = Assert.IsType<RequestEvent.Received>(Decide(state: null, Receive(A.Whole(IncidentOperations.Help).FromUnlisted())).Events[0]);
        Assert.Null(received.PersonId);
    }

    [Fact]
    public void A_follow_up_of_the_same_customer_joins() =>
        Given(Accepted).When(FollowUp(Later, "acme")).Then(new RequestEvent.FollowedUp(Later, A.Tuesday.AddHours(1)));

    [Fact]
    public void No_request_is_made_of_a_strangers_message() =>
        Given().When(Receive(A.Whole(MailboxOperations.Create).FromStranger())).ThenRefused(Refusal.UnknownSender);

    [Fact]
    public void A_repeated_stop_makes_no_second_request() =>
        Given(Accepted).When(Receive(A.Whole(MailboxOperations.Create))).ThenRefused(Refusal.AlreadyReceived);

    [Fact]
    public void What_follows_no_request_is_refused() => Given().When(FollowUp(Later, "acme")).ThenRefused(Refusal.NoSuchRequest);

    [Theory]
    [InlineData("other")]
    [InlineData("ACME")]
    [InlineData("")]
    public void Another_customer_joins_no_request(string customer) =>
        Given(Accepted).When(FollowUp(Later, customer)).ThenRefused(Refusal.OtherCustomer);

    [Fact]
    public void A_message_follows_up_once() =>
        Given([.. Accepted, new RequestEvent.FollowedUp(Later, A.Tuesday)]).When(FollowUp(Later, "acme")).ThenRefused(Refusal.AlreadyFollowedUp);

    [Fact]
    public void The_asking_message_is_no_follow_up_of_itself() =>
        Given(Accepted).When(FollowUp(Asked, "acme")).ThenRefused(Refusal.AlreadyFollowedUp);

    [Fact]
    public void Nothing_is_no_state() => Assert.Null(RequestDecider.Fold([]));

    [Fact]
    public void A_journal_that_does_not_start_with_receipt_is_broken() => Assert.ThrowsAny<Exception>(() =>
        RequestDecider.Fold([new RequestEvent.FollowedUp(Later, A.Tuesday)]));

    [Fact]
    public void Every_kind_of_event_is_handled()
    {
        var kinds = typeof(RequestEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestEvent))).ToArray();
        RequestEvent[] one =
        [
            Received("mailbox.create"),
            Decided(Verdict.Accepted, [], Promise.None, due: null),
            new RequestEvent.ClockPaused(A.Tuesday, Verdict.AwaitApproval),
            new RequestEvent.ClockResumed(A.Tuesday, new Due(A.Tuesday, A.Tuesday, A.Tuesday)),
            new RequestEvent.DueMoved(new Due(A.Tuesday, A.Tuesday, A.Tuesday), DueReason.SupplierLate, Technician),
            new RequestEvent.FollowedUp(Later, A.Tuesday),
            new RequestEvent.Moved(RequestState.Done, Because.Done, A.Tuesday, Technician),
            new RequestEvent.Taken(Technician),
            new RequestEvent.Corrected("mailbox.close", new DateOnly(2026, 12, 14), Technician),
            new RequestEvent.Approved(Granted: true, "bo", Technician, Intake: null),
            new RequestEvent.Execution(new ExecutionEvent.Drawn("k", "h", 1, Destructive: false, NotBefore: null, Undoes: false, Technician), A.Tuesday),
            new RequestEvent.Breach(new BreachEvent.Proposed(A.Tuesday), A.Tuesday),
            new RequestEvent.Right(new RightsEvent.Opened(), A.Tuesday),
            new RequestEvent.IdentityProven(Technician),
            new RequestEvent.DetailsAsked("t.1", A.Tuesday, Technician),
            new RequestEvent.VisitPlanned(A.Tuesday, Technician),
            new RequestEvent.Wrote("t.2", ToCustomer: true, Technician),
            new RequestEvent.Reminded(1, A.Tuesday),
            new RequestEvent.Escalated(Escalation.Due, 1),
        ];
        Assert.Equal(kinds.Select(kind => kind.Name).Order(StringComparer.Ordinal), one.Select(e => e.GetType().Name).Order(StringComparer.Ordinal));
        var state = RequestDecider.Fold([one[0]]);
        // Each changes the state, so none falls through unseen.
        Assert.All(one[1..], happened => Assert.NotEqual(state, RequestDecider.Evolve(state, happened)));
    }

    [Fact]
    public void The_state_holds_what_the_events_said()
    {
        var due = new Due(A.Tuesday.AddHours(1), A.Tuesday.AddHours(2), A.Tuesday.AddHours(3));
        var state = RequestDecider.Fold(
        [
            new RequestEvent.Received(
                Reference, Conversation, Asked, "acme", "ada", Channel.Application, A.Tuesday, "mailbox.close", 0.7, Abstained: true,
                new DateOnly(2026, 12, 14), Urgent: true),
            Decided(Verdict.AwaitApproval, [new FoundUnder("administrator-required", "11")], Promise.Target, due) with { CustomerVersion = "v1" },
            new RequestEvent.ClockPaused(A.Tuesday, Verdict.AwaitApproval),
            new RequestEvent.FollowedUp(Later, A.Tuesday.AddHours(4)),
        ]);

        var expected = new Request
        {
            Reference = Reference,
            Conversation = Conversation,
            Intake = Asked,
            CustomerId = "acme",
            PersonId = "ada",
            Channel = Channel.Application,
            ReceivedAt = A.Tuesday,
            OperationId = "mailbox.close",
            Abstained = true,
            EffectiveOn = null, // The decision looked at none.
            Since = A.Tuesday,
            CountsFrom = A.Tuesday,
            CustomerVersion = "v1",
            Proven = true,
            UnreadSince = A.Tuesday.AddHours(4),
            Urgent = true,
            Verdict = Verdict.AwaitApproval,
            Findings = [new FoundUnder("administrator-required", "11")],
            Promise = Promise.Target,
            Due = due,
            Pauses = [new Pause(A.Tuesday, To: null)],
            FollowUps = [Later],
            Revision = 2,
        };
        Assert.Equivalent(expected, state, strict: true);
    }

    [Fact]
    public void Every_kind_of_event_and_effect_can_be_written_to_a_journal()
    {
        Type[] families = [typeof(RequestEvent), typeof(Effect), typeof(BreachEvent), typeof(RightsEvent)];
        Assert.All(
            families,
            family => Assert.Equal(
                family.GetNestedTypes().Where(type => type.IsSubclassOf(family)).Select(type => type.Name).Order(StringComparer.Ordinal),
                family.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), inherit: false)
                    .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(a => a.DerivedType.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_state_and_its_journal_survive_the_store() => Assert.All(Enum.GetValues<RequestState>(), state =>
    {
        var life = Life.In(state).Does(new TechnicianAct.Reply("t.1"), "2026-11-25 11:00");
        var document = new RequestDocument(Life.Id, 1, life.Now, [.. life.Journal.Select((happened, i) => new JournalEntry(i + 1, A.Tuesday, happened))]);
        var read = System.Text.Json.JsonSerializer.Deserialize<RequestDocument>(System.Text.Json.JsonSerializer.Serialize(document))!;
        Assert.Equivalent(document, read, strict: true);
        Assert.Equivalent(read.State, RequestDecider.Fold(read.Journal.Select(entry => entry.Event)), strict: true);
    });

    [Fact]
    public void Every_kind_of_command_is_decided()
    {
        var kinds = typeof(RequestCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(RequestCommand))).Select(type => type.Name);
        Assert.Equal(["Act", "Execute", "FollowUp", "HeldNotice", "Receive", "Tick"], kinds.Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 1000)]
    public Property Folding_the_journal_gives_the_state() => Prop.ForAll(Scripts(), script =>
    {
        Request? state = null;
        var journal = new List<RequestEvent>();
        foreach (var command in script)
        {
            var decision = Decide(state, command);
            // A refusal says why and changes nothing; whatever is not refused happened.
            Assert.Equal(decision.Events.IsEmpty, decision.Refusal is not null);
            foreach (var happened in decision.Events) state = RequestDecider.Evolve(state, happened);
            journal.AddRange(decision.Events);
        }

        Assert.Equivalent(state, RequestDecider.Fold(journal), strict: true);
        if (state is null) return;
        Assert.IsType<RequestEvent.Received>(journal[0]);
        Assert.Single(journal.OfType<RequestEvent.Received>());
        Assert.Equal(state.FollowUps.Length, state.FollowUps.Distinct().Count());
        Assert.Equal(journal.OfType<RequestEvent.ClockPaused>().Count(), state.Pauses.Length);
        Assert.Equal(state.Verdict is Verdict.Accepted && state.Due is not null, state.ClockRuns);
    });

    private static readonly RequestEvent[] Accepted =
        [Received("mailbox.create"), Decided(Verdict.Accepted, [], Promise.Commitment, new Due(A.Tuesday, A.Tuesday, A.Tuesday))];

    private static Arbitrary<RequestCommand[]> Scripts()
    {
        var receive = Gen.Choose(0, AllCases.Length - 1).Select(i => (RequestCommand)Receive(AllCases[i]));
        var followUp = Gen.Choose(42, 45).SelectMany(uid => Gen.Elements("acme", "acme", "other")
            .Select(customer => (RequestCommand)FollowUp(new IntakeKey($"m.support.1.{uid}"), customer)));
        return Gen.OneOf(receive, followUp, followUp).ArrayOf().ToArbitrary();
    }

    private static RequestEvent.Received Received(string operation) => new(
        Reference, Conversation, Asked, "acme", "ada", Channel.Mail, A.Tuesday, operation, 0.9, Abstained: false, EffectiveOn: null, Urgent: false);

    private static RequestEvent.Decided Decided(Verdict verdict, ImmutableArray<FoundUnder> findings, Promise promise, Due? due) =>
        new(verdict, findings, promise, due, A.Tuesday, CustomerVersion: "", A.Tuesday, EffectiveOn: null, Proven: true);

    private static RequestCommand.Receive Receive(Case examined) => new(Reference, Conversation, Asked, examined);

    private static RequestCommand.FollowUp FollowUp(IntakeKey intake, string customer) =>
        new(intake, A.Tuesday.AddHours(1), customer, new Actor(ActorKind.Requester, "ada"), Says: null, Proven: true);

    private static Decision Decide(Request? state, RequestCommand command) => RequestDecider.Decide(state, command);

    private static Scenario Given(params RequestEvent[] journal) => new(RequestDecider.Fold(journal));

    /// <summary>Given a journal, when a command comes, then these events, or a refusal.</summary>
    private sealed record Scenario(Request? State, Decision? Decision = null)
    {
        public Scenario When(RequestCommand command) => this with { Decision = Decide(State, command) };

        public void Then(params RequestEvent[] expected)
        {
            Assert.Null(Decision!.Refusal);
            Assert.Equal(expected.Select(e => e.GetType()), Decision.Events.Select(e => e.GetType()));
            Assert.Equivalent(expected, Decision.Events, strict: true);
        }

        public void ThenRefused(Refusal refusal)
        {
            Assert.Equal(refusal, Decision!.Refusal);
            Assert.Empty(Decision.Events);
            Assert.Empty(Decision.Findings);
        }
    }
}
