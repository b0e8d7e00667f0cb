using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Requests;

namespace SiOne.Bot.Domain.Tests.Digests;

/// <summary>A mailbox asked for on Tuesday, 24 November 2026 at 10:00 is due on Thursday at 10:00.</summary>
public sealed class PromisesKeptTests
{
    private static readonly DateTimeOffset Due = Paris.At("2026-11-26 10:00");
    private static readonly IsoWeek Week = IsoWeek.Of(new DateOnly(2026, 11, 24));

    [Theory]
    [InlineData(-1, true, 0)]
    [InlineData(59, true, 0)]
    [InlineData(60, false, 1)]
    [InlineData((2 * 3_600) + (10 * 60) + 30, false, 130)]
    public void A_promise_is_kept_to_the_minute(int secondsAfter, bool kept, int minutesLate)
    {
        var story = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Acts(new TechnicianAct.Complete(), Due.AddSeconds(secondsAfter));
        var told = Assert.Single(story.In(Week));
        Assert.Equal((Due, true, kept, TimeSpan.FromMinutes(minutesLate)), (told.Due, told.IsCommitment, told.IsKept, told.LateAt(Week.To)));
    }

    [Fact]
    public void In_the_night_in_which_an_hour_comes_twice_lateness_is_what_has_passed()
    {
        var due = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero); // 02:30, summer time.
        var told = new DigestPromise(new("SI-7K3M-9QXA"), "mailbox.create", IsCommitment: true, due, due.AddMinutes(40), RequestState.Done); // 02:10, winter time.
        Assert.False(told.IsKept);
        Assert.Equal(TimeSpan.FromMinutes(40), told.LateAt(due.AddDays(1)));
    }

    [Fact]
    public void What_is_missed_stays_told_until_it_is_done_and_counts_as_late_once()
    {
        var story = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Acts(new TechnicianAct.Complete(), Paris.At("2026-12-08 09:00"));
        Assert.Equal([false, false, false], new[] { Week, Week.Next, Week.Next.Next }.Select(week => Assert.Single(story.In(week)).IsKept));
        Assert.Null(Assert.Single(story.In(Week.Next)).DoneAt);
        Assert.NotNull(Assert.Single(story.In(Week.Next.Next)).DoneAt);
        Assert.Empty(story.In(Week.Next.Next.Next));
        Assert.Empty(story.In(Week.Previous));
    }

    [Fact]
    public void Until_its_minute_has_passed_nothing_is_missed()
    {
        var story = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00");
        Assert.Empty(PromisesKept.In(story.History, Week.From, Due.AddSeconds(59)));
        Assert.Single(PromisesKept.In(story.History, Week.From, Due.AddSeconds(60)));
    }

    [Theory]
    [InlineData("2026-11-25 10:00", true)] // Moved before it had passed.
    [InlineData("2026-11-26 10:01", false)] // And after: it stays missed.
    public void A_date_that_is_moved_counts_as_told(string movedAt, bool kept)
    {
        var story = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00")
            .Acts(new TechnicianAct.MoveDue(Paris.At("2026-11-27 18:00"), DueReason.SupplierLate), Paris.At(movedAt))
            .Acts(new TechnicianAct.Complete(), Paris.At("2026-11-27 12:00"));
        Assert.Equal(kept, Assert.Single(story.In(Week)).IsKept);
    }

    [Fact]
    public void What_ends_without_being_done_is_told_if_it_was_missed_before()
    {
        var missed = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Says(PlainWord.Withdraw, "2026-11-27 10:00");
        Assert.Equal((RequestState.Withdrawn, false), (Assert.Single(missed.In(Week)).State, missed.In(Week)[0].IsKept));
        Assert.Empty(missed.In(Week.Next));
        Assert.Empty(new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Says(PlainWord.Withdraw, "2026-11-26 09:00").In(Week));
    }

    [Theory]
    [InlineData(RequestState.Draft)]
    [InlineData(RequestState.WaitingForDetails)]
    [InlineData(RequestState.WaitingForApproval)]
    [InlineData(RequestState.WaitingForTechnician)]
    [InlineData(RequestState.ToBeQuoted)]
    public void While_no_clock_runs_nothing_is_promised(RequestState state)
    {
        var story = state is RequestState.WaitingForDetails
            ? new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Then(Life.In(state), "2026-11-24 11:00")
            : new Story().Then(Life.In(state), "2026-11-24 10:00");
        Assert.Equal(state, story.History.StateAt(Week.To)!.State);
        Assert.Empty(story.In(Week));
        Assert.Empty(story.In(Week.Next));
    }

    [Fact]
    public void What_still_does_not_work_is_promised_anew()
    {
        var story = new Story().Then(Life.In(RequestState.Accepted), "2026-11-24 10:00").Acts(new TechnicianAct.Complete(), Paris.At("2026-11-25 10:00"))
            .Says(PlainWord.StillBroken, "2026-11-30 10:00").Acts(new TechnicianAct.Complete(), Paris.At("2026-12-01 10:00"));
        Assert.True(Assert.Single(story.In(Week)).IsKept);
        Assert.True(Assert.Single(story.In(Week.Next)).IsKept);
    }

    [Theory]
    [InlineData(RequestState.Declined, AsideKind.RefusedByTechnician)]
    [InlineData(RequestState.ToBeQuoted, AsideKind.Quote)]
    public void What_is_set_aside_is_told_in_the_week_in_which_it_was(RequestState state, AsideKind kind)
    {
        var story = new Story().Then(Life.In(state), "2026-11-24 11:00");
        Assert.Equal(kind, Asides.KindOf(Asides.In(story.History, Week.From, Week.To)!));
        Assert.Null(Asides.In(story.History, Week.Next.From, Week.Next.To));
    }

    [Fact]
    public void Changes_in_the_tenant_are_counted_as_they_were_read_back()
    {
        var begun = Life.In(RequestState.Accepted);
        var at = Paris.At("2026-11-24 15:00");
        var work = new Story().Then(begun, "2026-11-24 10:00").Then(
            at, new ExecutionEvent.Drawn("plan", "hash", 4, Destructive: false, NotBefore: null, Undoes: false, new Actor(ActorKind.Technician, "t1")),
            new ExecutionEvent.Voted("hash", new Actor(ActorKind.Technician, "Paul Vasseur"), "account", Complete: true),
            new ExecutionEvent.Settled(0, StepEnd.Done, null, Actor.Product), new ExecutionEvent.Settled(1, StepEnd.AlreadySo, null, Actor.Product),
            new ExecutionEvent.Settled(2, StepEnd.ByHand, null, new Actor(ActorKind.Technician, "t1")))
            .Then(Week.Next.From, new ExecutionEvent.Settled(3, StepEnd.Done, null, Actor.Product));
        var told = Assert.Single(WorkDone.In(work.History, A.Customer() with { People = [A.Person()] }, Week.From, Week.To));
        Assert.Equal((1, 1, at), (told.Steps, told.ByHand, told.DoneAt));
        Assert.Equal(("Ada Modèle", "Paul Vasseur"), (told.AskedBy, Assert.Single(told.Technicians)));
        Assert.Equal(1, Assert.Single(WorkDone.In(work.History, A.Customer(), Week.Next.From, Week.Next.To)).Steps);
    }

    [Theory]
    [InlineData(10, 11, false)]
    [InlineData(10, 12, true)]
    [InlineData(24, 26, false)]
    [InlineData(24, 27, true)]
    [InlineData(0, 5, false)]
    public void More_than_a_tenth_more_licences_allow_a_revision(int agreed, int owned, bool allowed) =>
        Assert.Equal(allowed, new DigestLicences([], owned, owned, agreed).AllowsRevision);

    [Fact]
    public void The_terms_are_those_of_the_customer_file()
    {
        var customer = A.Customer() with { Subscription = A.Subscription() with { Term = new ContractTerm(new DateOnly(2026, 1, 1), 12), Licences = new LicenceCount(10, 9, 8) } };
        Assert.Equal(new DigestTerm(new DateOnly(2026, 9, 30), new DateOnly(2026, 12, 31)), DigestTerms.Term(customer, new DateOnly(2026, 3, 1)));
        Assert.Equal(10, DigestTerms.Licences(customer, [])!.Owned);
        Assert.Equal(30, DigestTerms.Licences(customer, [new DigestProduct("A", 20, 1), new DigestProduct("B", 10, 2)])!.Owned);
        var ended = customer with { Subscription = customer.Subscription with { TerminatedOn = new DateOnly(2026, 6, 30) } };
        Assert.True(DigestTerms.Term(ended, new DateOnly(2026, 3, 1))!.IsTerminated);
    }

    /// <summary>A request's journal with the instants at which its lines were recorded.</summary>
    private sealed record Story(Life? Life = null, ImmutableArray<JournalEntry> Journal = default)
    {
        public RequestHistory History => RequestHistory.Of(new RequestDocument(Requests.Life.Id, Journal.Length, RequestDecider.Fold(Journal.Select(entry => entry.Event))!, Journal));

        public Story Then(Life life, string at) => Then(life, Paris.At(at));

        public Story Acts(TechnicianAct act, DateTimeOffset at) =>
            Then(Life!.When(new RequestCommand.Act(at, new Actor(ActorKind.Technician, "t1"), act)), at);

        public Story Says(PlainWord word, string at) => Then(Life!.Says(word, at), at);

        public Story Then(DateTimeOffset at, params ImmutableArray<ExecutionEvent> events) =>
            this with { Journal = Recorded(events.Select(what => new RequestEvent.Execution(what, at)), at) };

        public ImmutableArray<DigestPromise> In(IsoWeek week) => PromisesKept.In(History, week.From, week.To);

        private Story Then(Life life, DateTimeOffset at)
        {
            Assert.Null(life.Last.Refusal);
            return new Story(life, Recorded(life.Journal.Skip(Life?.Journal.Length ?? 0), at));
        }

        private ImmutableArray<JournalEntry> Recorded(IEnumerable<RequestEvent> events, DateTimeOffset at)
        {
            var before = Journal.IsDefault ? [] : Journal;
            return [.. before, .. events.Select((happened, i) => new JournalEntry(before.Length + i + 1, at, happened))];
        }
    }
}
