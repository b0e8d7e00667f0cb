using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>What a later message changes, by state, quality, proof and what it says.</summary>
public sealed class FollowUpRulesTests
{
    private const string Later = "2026-11-25 11:00";

    /// <summary>State, quality, word → state; every other pairing changes nothing.</summary>
    private static readonly HashSet<(RequestState, ActorKind, PlainWord?, RequestState)> Moves =
    [
        (RequestState.WaitingForTechnician, ActorKind.Requester, PlainWord.Yes, RequestState.Accepted),
        (RequestState.WaitingForApproval, ActorKind.Administrator, PlainWord.Yes, RequestState.Accepted),
        (RequestState.WaitingForApproval, ActorKind.Administrator, PlainWord.No, RequestState.Declined),
        // A call that was written down, or what was asked on another channel: they did not mean it.
        (RequestState.Draft, ActorKind.Requester, PlainWord.No, RequestState.Withdrawn),
        (RequestState.Draft, ActorKind.Administrator, PlainWord.No, RequestState.Withdrawn),
        .. from kind in new[] { ActorKind.Requester, ActorKind.Administrator }
           from word in new PlainWord?[] { null, PlainWord.Yes, PlainWord.No, PlainWord.StillBroken, PlainWord.Settled }
           select (RequestState.WaitingForDetails, kind, word, RequestState.Accepted),
        .. from kind in new[] { ActorKind.Requester, ActorKind.Administrator }
           from state in Enum.GetValues<RequestState>()
           where !state.IsEnded() && state is not RequestState.InProgress
           select (state, kind, (PlainWord?)PlainWord.Withdraw, RequestState.Withdrawn),
        .. from kind in new[] { ActorKind.Requester, ActorKind.Administrator, ActorKind.Concerned }
           from end in new[] { (PlainWord.Settled, RequestState.Closed), (PlainWord.StillBroken, RequestState.InProgress) }
           select (RequestState.Done, kind, (PlainWord?)end.Item1, end.Item2),
    ];

    [Fact]
    public void Every_state_quality_and_word_does_what_the_table_says_and_nothing_without_proof()
    {
        foreach (var state in Enum.GetValues<RequestState>())
        {
            foreach (var kind in Enum.GetValues<ActorKind>())
            {
                foreach (var word in new PlainWord?[] { null }.Concat(Enum.GetValues<PlainWord>().Cast<PlainWord?>()))
                {
                    var before = Life.In(state);
                    var expected = Moves.Where(move => (move.Item1, move.Item2, move.Item3) == (state, kind, word))
                        .Select(move => move.Item4).DefaultIfEmpty(state).Single();
                    var after = before.Says(word, Later, kind);
                    Assert.Null(after.Last.Refusal);
                    Assert.True(expected == after.Now.State, $"{state}, {kind}, {word}: {after.Now.State} instead of {expected}");
                    Assert.Equal(expected == state, after.Last.Events.Length == 1);
                    if (word is null) continue;
                    var unproven = before.Says(word, Later, kind, proven: false);
                    Assert.True(unproven.Now.State == state || state is RequestState.WaitingForDetails, $"{state}, {kind}, {word} without proof");
                }
            }
        }
    }

    [Fact]
    public void A_yes_starts_the_clock_again_and_the_pause_removes_only_its_service_time()
    {
        var waiting = Life.Of(MailboxOperations.Create, Role.Employee);
        Assert.True(waiting.Now.IsPaused);

        // Asked on Tuesday at 10:00, approved on Sunday: the hours run from Monday 00:00.
        var after = waiting.Says(PlainWord.Yes, "2026-11-29 12:00", ActorKind.Administrator);

        Assert.Equal(
            ["FollowedUp", "Approved", "Decided", "ClockResumed"], after.Last.Events.Select(happened => happened.GetType().Name));
        Assert.True(after.Now.ClockRuns);
        Assert.Equal(("bo", Verdict.Accepted), (after.Now.ApprovedBy, after.Now.Verdict));
        Assert.Equal(Paris.At("2026-12-02 00:00"), after.Now.Due!.At);
        Assert.Equal(A.Tuesday, after.Now.CountsFrom);
    }

    [Fact]
    public void A_pause_between_two_working_hours_removes_just_these()
    {
        var asked = Life.In(RequestState.Accepted).Does(new TechnicianAct.Ask("q"), "2026-11-24 14:00");
        Assert.Equal(Paris.At("2026-11-26 13:00"), asked.Says(word: null, "2026-11-24 17:00").Now.Due!.At);
    }

    [Fact]
    public void Who_asked_is_no_second_person() => Assert.Equal(
        RequestState.WaitingForApproval, Life.In(RequestState.WaitingForApproval).Says(PlainWord.Yes, Later, ActorKind.Administrator, by: "ada").Now.State);

    [Fact]
    public void An_administrator_whom_nobody_can_name_approves_nothing() => Assert.Equal(
        RequestState.WaitingForApproval, Life.In(RequestState.WaitingForApproval).Says(PlainWord.Yes, Later, ActorKind.Administrator, by: "").Now.State);

    [Fact]
    public void A_no_is_no_approval_in_the_journal()
    {
        var refused = Life.In(RequestState.WaitingForApproval).Says(PlainWord.No, Later, ActorKind.Administrator);
        Assert.False(refused.Journal.OfType<RequestEvent.Approved>().Single().Granted);
        Assert.Null(refused.Now.ApprovedBy);
    }

    [Fact]
    public void A_contract_suspended_in_between_weighs_more_than_the_yes()
    {
        var waiting = Life.Of(MailboxOperations.Create, Role.Employee);
        var suspended = waiting.Asked.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 11, 25), "unpaid") });

        var after = waiting.Says(PlainWord.Yes, Later, ActorKind.Administrator, again: suspended);
        Assert.Equal((RequestState.OnHold, Verdict.Suspended), (after.Now.State, after.Now.Verdict));
        Assert.Null(after.Now.Due);

        // The approval holds; the hours count from the end of the suspension.
        var resumed = after.Does(new TechnicianAct.Resume(waiting.Asked), "2026-12-01 09:00");
        Assert.Equal(RequestState.Accepted, resumed.Now.State);
        Assert.Equal(Paris.At("2026-12-03 09:00"), resumed.Now.Due!.At);
        Assert.True(resumed.Now.ClockRuns);
    }

    [Fact]
    public void A_yes_without_the_case_is_left_to_a_person()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var message = new RequestCommand.FollowUp(
            new IntakeKey("a.1"), Paris.At(Later), "acme", new Actor(ActorKind.Administrator, "bo"), PlainWord.Yes, Proven: true);
        Assert.Equal(RequestState.WaitingForApproval, waiting.When(message).Now.State);
    }

    [Theory]
    [InlineData(PlainWord.StillBroken)]
    [InlineData(PlainWord.Settled)]
    public void What_does_not_confirm_a_draft_leaves_it_one(PlainWord word) => Assert.Equal(
        RequestState.Draft,
        Life.In(RequestState.Draft).Says(word, Later, again: A.Whole(MailboxOperations.Create, Level.Premium)).Now.State);

    [Theory]
    [InlineData(ActorKind.Requester, null, Channel.Mail, false, RequestState.Accepted)]
    [InlineData(ActorKind.Administrator, null, Channel.Mail, false, RequestState.Accepted)]
    [InlineData(ActorKind.Employee, null, Channel.Mail, false, RequestState.Draft)]
    [InlineData(ActorKind.Employee, PlainWord.Yes, Channel.Application, false, RequestState.Draft)]
    [InlineData(ActorKind.Concerned, PlainWord.Yes, Channel.Application, false, RequestState.Draft)]
    [InlineData(ActorKind.Requester, null, Channel.Mail, true, RequestState.Draft)] // "Attendez avant de le faire."
    [InlineData(ActorKind.Requester, PlainWord.Yes, Channel.Mail, true, RequestState.Draft)]
    public void Who_asked_or_an_administrator_makes_a_written_request_of_a_draft(
        ActorKind kind, PlainWord? word, Channel channel, bool objects, RequestState expected)
    {
        var draft = Life.Of(A.Whole(MailboxOperations.Create, channel: Channel.Application));
        Assert.Equal(RequestState.Draft, draft.Now.State);
        var after = draft.Says(word, Later, kind, again: A.Whole(MailboxOperations.Create, channel: Channel.Mail), channel: channel, objects: objects);
        Assert.Equal(expected, after.Now.State);
        Assert.Equal(expected is RequestState.Draft, after.Now.UnreadSince is not null);
    }

    [Theory]
    [InlineData(Channel.Application, RequestState.Accepted)]
    [InlineData(Channel.Mail, RequestState.WaitingForTechnician)]
    [InlineData(Channel.Phone, RequestState.WaitingForTechnician)]
    public void A_second_proof_is_given_where_one_is_signed_in(Channel channel, RequestState expected) =>
        Assert.Equal(expected, Life.In(RequestState.WaitingForTechnician).Says(PlainWord.Yes, Later, channel: channel).Now.State);

    [Fact]
    public void A_message_that_came_nobody_knows_how_proves_nothing()
    {
        var waiting = Life.In(RequestState.WaitingForTechnician);
        var message = new RequestCommand.FollowUp(
            new IntakeKey("a.1"), Paris.At(Later), "acme", new Actor(ActorKind.Requester, "ada"), PlainWord.Yes, Proven: true, waiting.Asked);
        Assert.Equal(RequestState.WaitingForTechnician, waiting.When(message).Now.State);
    }

    [Fact]
    public void An_administrator_who_makes_a_draft_a_written_request_has_said_yes_to_it()
    {
        var draft = Life.Of(A.Whole(MailboxOperations.Create, Level.Premium, Role.Employee, Channel.Mail));
        var confirmed = draft.Says(null, Later, ActorKind.Administrator, again: A.Whole(MailboxOperations.Create, Level.Premium));
        Assert.Equal((RequestState.Accepted, "bo"), (confirmed.Now.State, confirmed.Now.ApprovedBy));

        // Looked at again as who asked stands in the file, it needs no second yes.
        var again = confirmed.Does(new TechnicianAct.Correct(draft.Asked), "2026-11-25 12:00");
        Assert.Equal(RequestState.Accepted, again.Now.State);
        Assert.Equal(confirmed.Now.Due, again.Now.Due);
    }

    [Fact]
    public void A_yes_to_one_operation_is_none_to_another()
    {
        var approved = Life.Of(MailboxOperations.Create, Role.Employee).Says(PlainWord.Yes, Later, ActorKind.Administrator);
        var other = approved.Does(new TechnicianAct.Correct(A.Whole(MailboxOperations.Close, role: Role.Employee)), "2026-11-25 12:00");
        Assert.Equal(RequestState.WaitingForApproval, other.Now.State);
        Assert.Null(other.Now.ApprovedBy);
    }

    [Fact]
    public void Details_from_an_unproven_sender_prove_nothing()
    {
        var after = Life.In(RequestState.WaitingForDetails).Says(null, Later, proven: false);
        Assert.Equal((RequestState.WaitingForTechnician, Verdict.ProveIdentity), (after.Now.State, after.Now.Verdict));
        Assert.True(after.Now.IsPaused);
    }

    [Theory]
    [InlineData("2026-12-10 10:00", RequestState.InProgress)]
    [InlineData("2026-12-10 10:01", RequestState.Done)]
    public void What_still_does_not_work_is_open_again_within_fifteen_days(string at, RequestState expected) =>
        Assert.Equal(expected, Life.In(RequestState.Done).Says(PlainWord.StillBroken, at).Now.State);

    [Fact]
    public void A_reopening_is_a_new_promise_counted_from_its_message()
    {
        var after = Life.In(RequestState.Done).Says(PlainWord.StillBroken, "2026-12-01 15:00");
        Assert.Equal((Paris.At("2026-12-01 15:00"), Paris.At("2026-12-03 15:00")), (after.Now.CountsFrom, after.Now.Due!.At));
        Assert.Null(after.Now.DoneAt);
    }

    [Fact]
    public void Another_customers_case_changes_nothing()
    {
        var waiting = Life.In(RequestState.WaitingForApproval);
        var foreign = waiting.Asked with
        {
            Sender = waiting.Asked.Sender with { Customer = waiting.Asked.Customer! with { Id = "other" } },
        };
        Assert.Equal(RequestState.WaitingForApproval, waiting.Says(PlainWord.Yes, Later, ActorKind.Administrator, again: foreign).Now.State);
    }
}
