using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Protection;

/// <summary>RGPD V: the 36 hours are proposed by the product, and everything else about them is a person's.</summary>
public sealed class BreachTests
{
    private const string Soon = "2026-11-24 11:00";

    public static TheoryData<string> Operations() => [.. AllOperations.List.Where(operation => operation.IsRequest).Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Lost_phones_and_security_incidents_propose_it_and_nothing_else_does(string operation)
    {
        var life = Life.Of(A.Whole(AllOperations.Get(operation)));
        Assert.Equal(
            operation is "incident.security" or "phone.lost" ? new BreachTimer(BreachStage.Proposed, A.Tuesday) : null, life.Now.Breach);
    }

    [Fact]
    public void What_is_only_guessed_is_proposed_too_and_an_unproven_sender_changes_nothing()
    {
        var guessed = A.Whole(IncidentOperations.Security);
        Assert.NotNull(Life.Of(guessed with { Request = guessed.Request with { Abstained = true } }).Now.Breach);
        Assert.NotNull(Life.Of(A.Whole(PhoneOperations.Lost, proven: false)).Now.Breach);
    }

    [Fact]
    public void Sorted_so_by_a_technician_it_is_proposed_once_and_sorting_it_otherwise_does_not_end_it()
    {
        var help = Life.Of(IncidentOperations.Help);
        var security = help.Does(new TechnicianAct.Correct(A.Whole(IncidentOperations.Security)), Soon);
        Assert.Equal(A.Tuesday, security.Now.Breach?.AwareAt);
        var back = security.Does(new TechnicianAct.Correct(A.Whole(IncidentOperations.Help)), Soon);
        var again = back.Does(new TechnicianAct.Correct(A.Whole(PhoneOperations.Lost)), Soon);
        Assert.Equal(BreachStage.Proposed, again.Now.Breach?.Stage);
        Assert.Single(again.Journal, happened => happened is RequestEvent.Breach);
    }

    [Theory]
    [InlineData("2026-11-24 22:30", "2026-11-25 16:30 1; 2026-11-26 06:30 2; 2026-11-26 10:30 3; 2026-11-26 22:30 4")] // a night
    [InlineData("2026-11-27 17:00", "2026-11-28 11:00 1; 2026-11-29 01:00 2; 2026-11-29 05:00 3; 2026-11-29 17:00 4")] // a weekend
    [InlineData("2026-12-24 17:00", "2026-12-25 11:00 1; 2026-12-26 01:00 2; 2026-12-26 05:00 3; 2026-12-26 17:00 4")] // Christmas
    [InlineData("2026-03-28 18:00", "2026-03-29 13:00 1; 2026-03-30 03:00 2; 2026-03-30 07:00 3; 2026-03-30 19:00 4")] // a day of 23 hours
    [InlineData("2026-10-24 18:00", "2026-10-25 11:00 1; 2026-10-26 01:00 2; 2026-10-26 05:00 3; 2026-10-26 17:00 4")] // a day of 25 hours
    public void It_is_told_at_half_time_four_hours_before_at_the_end_and_when_overdue_each_once(string received, string expected) =>
        Assert.Equal(expected, Diary(Life.Of(A.Whole(PhoneOperations.Lost) with { ReceivedAt = Paris.At(received) })));

    [Fact]
    public void The_end_of_the_request_does_not_end_it()
    {
        var done = Life.Of(IncidentOperations.Security).Does(new TechnicianAct.Complete(), Soon);
        Assert.True(done.Now.State.IsEnded());
        Assert.StartsWith("2026-11-25 04:00 1; ", Diary(done), StringComparison.Ordinal);
        Assert.Equal(BreachStage.Running, done.Does(new TechnicianAct.StartBreach(null), Soon).Now.Breach?.Stage);
    }

    [Fact]
    public void After_a_long_stop_the_last_is_told_alone()
    {
        var stopped = Life.Of(IncidentOperations.Security).Ticks(Paris.At("2026-11-25 22:00"));
        Assert.Equal([3], Alerts(stopped.Last));
        Assert.Equal(3, stopped.Now.Breach?.Alerts);
    }

    [Fact]
    public void A_message_that_comes_late_is_told_of_by_its_proposal_and_not_twice()
    {
        var help = Life.Of(A.Whole(IncidentOperations.Help) with { ReceivedAt = Paris.At("2026-11-22 10:00") });
        var corrected = help.Does(new TechnicianAct.Correct(A.Whole(IncidentOperations.Security)), Soon);
        Assert.Equal(4, corrected.Now.Breach!.Alerts);
        Assert.Empty(Alerts(corrected.Ticks(Paris.At("2026-11-24 12:00")).Last));
    }

    [Fact]
    public void Who_starts_it_has_it_and_may_correct_its_beginning()
    {
        var started = Life.Of(PhoneOperations.Lost).Does(new TechnicianAct.StartBreach(null), Soon);
        Assert.Equal(new BreachTimer(BreachStage.Running, A.Tuesday) { HeldBy = "t1" }, started.Now.Breach);
        var earlier = started.Does(new TechnicianAct.StartBreach(Paris.At("2026-11-23 10:00")), Soon, by: "t2");
        Assert.Equal(("t2", Paris.At("2026-11-24 22:00"), 1), (earlier.Now.Breach?.HeldBy, earlier.Now.Breach!.DueAt, earlier.Now.Breach.Alerts));
        Assert.StartsWith("2026-11-24 18:00 2; ", Diary(earlier), StringComparison.Ordinal);

        Assert.Equal(Refusal.AlreadyTheirs, started.Does(new TechnicianAct.StartBreach(null), Soon).Last.Refusal);
        Assert.Equal(Refusal.InTheFuture, started.Does(new TechnicianAct.StartBreach(Paris.At("2026-11-24 11:01")), Soon).Last.Refusal);
    }

    [Fact]
    public void Any_request_may_turn_out_to_be_one() =>
        Assert.Equal(new BreachTimer(BreachStage.Running, A.Tuesday) { HeldBy = "t1" }, Life.In(RequestState.Accepted).Does(new TechnicianAct.StartBreach(null), Soon).Now.Breach);

    [Fact]
    public void Dismissed_or_notified_it_is_silent_and_can_be_started_again()
    {
        var proposed = Life.Of(PhoneOperations.Lost);
        Life[] over =
        [
            proposed.Does(new TechnicianAct.DismissBreach("why"), Soon),
            proposed.Does(new TechnicianAct.NoteNotice(Paris.At(Soon), "whom"), Soon),
            proposed.Does(new TechnicianAct.StartBreach(null), Soon).Does(new TechnicianAct.SendNotice("notice", ProtectionReader.Contact), Soon),
        ];
        Assert.Equal([BreachStage.Dismissed, BreachStage.Notified, BreachStage.Notified], over.Select(life => life.Now.Breach!.Stage));
        Assert.All(over, life =>
        {
            Assert.Equal("", Diary(life));
            Assert.Equal(Refusal.NotAllowedNow, life.Does(new TechnicianAct.DismissBreach("why"), Soon).Last.Refusal);
            Assert.Equal(Refusal.NotAllowedNow, life.Does(new TechnicianAct.SendNotice("again", ProtectionReader.Contact), Soon).Last.Refusal);
            Assert.Equal(Refusal.NotAllowedNow, life.Does(new TechnicianAct.NoteNotice(Paris.At(Soon), "whom"), Soon).Last.Refusal);
            Assert.Equal((BreachStage.Running, null), life.Does(new TechnicianAct.StartBreach(null), Soon).Now.Breach is { } again ? (again.Stage, again.NotifiedAt) : default);
        });
    }

    [Fact]
    public void A_notice_is_written_and_sent_only_while_it_runs_and_sent_once()
    {
        var proposed = Life.Of(PhoneOperations.Lost);
        Assert.Equal(Refusal.NotAllowedNow, proposed.Does(new TechnicianAct.SendNotice("n", ProtectionReader.Contact), Soon).Last.Refusal);
        Assert.Equal(Refusal.NotAllowedNow, proposed.Does(new TechnicianAct.DraftNotice("n"), Soon).Last.Refusal);

        var running = proposed.Does(new TechnicianAct.StartBreach(null), Soon).Does(new TechnicianAct.DraftNotice("draft"), Soon);
        Assert.Equal(("draft", BreachStage.Running), (running.Now.Breach?.NoticeKey, running.Now.Breach!.Stage));
        var sent = running.Does(new TechnicianAct.SendNotice("final", ProtectionReader.Direction), "2026-11-24 12:00");
        Assert.Equal(("final", Paris.At("2026-11-24 12:00")), (sent.Now.Breach?.NoticeKey, sent.Now.Breach!.NotifiedAt));
        Assert.Equal("draft final", string.Join(' ', sent.Now.TextKeys));
        Assert.Equal(Refusal.InTheFuture, running.Does(new TechnicianAct.NoteNotice(Paris.At("2026-11-25 10:00"), "whom"), Soon).Last.Refusal);
    }

    [Fact]
    public void A_later_message_that_tells_of_one_proposes_it_once()
    {
        var asked = Life.Of(MailboxOperations.Create);
        var told = Tells(asked, "2026-11-24 14:00");
        Assert.Equal((BreachStage.Proposed, Paris.At("2026-11-24 14:00")), (told.Now.Breach!.Stage, told.Now.Breach.AwareAt));
        Assert.Equal(asked.Now.State, told.Now.State);
        Assert.Contains("@breach-proposed !breach-proposed", told.Told(asked), StringComparison.Ordinal);
        Assert.Contains("appareil", Assert.Single(told.Last.Findings).Text.Fr, StringComparison.Ordinal);
        Stored.Survives(told);

        Assert.DoesNotContain("breach", Tells(told, "2026-11-24 15:00").Told(told), StringComparison.Ordinal);
        var dismissed = told.Does(new TechnicianAct.DismissBreach("why"), "2026-11-24 15:00");
        Assert.Equal(BreachStage.Dismissed, Tells(dismissed, "2026-11-24 16:00").Now.Breach!.Stage);

        static Life Tells(Life life, string at) => life.When(new RequestCommand.FollowUp(
            new IntakeKey($"b.{at}"), Paris.At(at), "acme", new Actor(ActorKind.Requester, "ada"), Says: null, Proven: false)
        { Breach = BreachKind.LostDevice });
    }

    /// <summary>A draft's own instant is of the message that confirms it; so is the awareness, whatever the contract finds anew.</summary>
    [Fact]
    public void A_confirmation_that_tells_of_one_proposes_it_once_and_counts_from_itself()
    {
        var draft = Life.In(RequestState.Draft);
        var at = Paris.At("2026-11-24 15:00");
        var again = draft.Asked with { Channel = Channel.Application, ReceivedAt = at, Request = draft.Asked.Request with { Breach = BreachKind.Compromise } };
        var confirmed = draft.When(new RequestCommand.FollowUp(
            new IntakeKey("b.1"), at, "acme", new Actor(ActorKind.Requester, "ada"), PlainWord.Yes, Proven: true, again)
        { Channel = Channel.Application, Breach = BreachKind.Compromise });
        Assert.NotEqual(RequestState.Draft, confirmed.Now.State);
        Assert.Equal(at, confirmed.Now.Breach!.AwareAt);
        Assert.Single(confirmed.Last.Events, happened => happened is RequestEvent.Breach);
        Assert.Single(confirmed.Last.Findings, finding => finding.Code == BreachClock.Code);
    }

    [Fact]
    public void A_held_notice_notifies_nobody_until_it_is_released()
    {
        var running = Life.Of(PhoneOperations.Lost).Does(new TechnicianAct.StartBreach(null), Soon);
        var by = new Actor(ActorKind.Technician, "t2");
        Assert.Equal(Refusal.NotAllowedNow, running.When(new RequestCommand.HeldNotice(Paris.At(Soon), by, NoticeKind.BreachNotice, Leaves: true)).Last.Refusal);
        var held = running.Does(new TechnicianAct.SendNotice("n", ProtectionReader.Contact) { Held = true }, Soon);
        Assert.Equal((BreachStage.Running, true, null), (held.Now.Breach!.Stage, held.Now.Breach.NoticeHeld, held.Now.Breach.NotifiedAt));
        Assert.Equal("@breach-notice-held BreachNotice>OfBreach", held.Told(running));
        Assert.NotEqual("", Diary(held));
        Assert.Equal(Refusal.NotAllowedNow, held.When(new RequestCommand.HeldNotice(Paris.At(Soon), by, NoticeKind.RightPassedOn, Leaves: true)).Last.Refusal);

        var left = held.When(new RequestCommand.HeldNotice(Paris.At("2026-11-24 13:00"), by, NoticeKind.BreachNotice, Leaves: true));
        Assert.Equal((BreachStage.Notified, Paris.At("2026-11-24 13:00")), (left.Now.Breach!.Stage, left.Now.Breach.NotifiedAt));
        Assert.Equal("@breach-notified", left.Told(held));
        var dropped = held.When(new RequestCommand.HeldNotice(Paris.At("2026-11-24 13:00"), by, NoticeKind.BreachNotice, Leaves: false));
        Assert.Equal((BreachStage.Running, false), (dropped.Now.Breach!.Stage, dropped.Now.Breach.NoticeHeld));
        Assert.Equal("", dropped.Told(held));
        Stored.Survives(left);
        Stored.Survives(dropped);
    }

    [Fact]
    public void Only_a_technicians_act_tells_the_customer()
    {
        var proposed = Life.Of(PhoneOperations.Lost);
        Assert.Equal("@breach-proposed", Breach(proposed, null));
        var told = proposed;
        foreach (var at in (string[])["2026-11-25 04:00", "2026-11-25 18:00", "2026-11-25 22:00", "2026-11-26 10:00"])
        {
            var before = told;
            told = told.Ticks(Paris.At(at));
            Assert.DoesNotContain(told.Since(before), effect => effect is Effect.Notify { Kind: NoticeKind.BreachNotice });
        }

        var started = proposed.Does(new TechnicianAct.StartBreach(null), Soon);
        Assert.Equal("@breach-started", started.Told(proposed));
        var drafted = started.Does(new TechnicianAct.DraftNotice("draft"), Soon);
        Assert.Equal("", drafted.Told(started));
        Assert.Equal("@breach-notified BreachNotice>OfBreach", drafted.Does(new TechnicianAct.SendNotice("n", ProtectionReader.Contact), Soon).Told(drafted));
        Assert.Equal("@breach-notified", drafted.Does(new TechnicianAct.NoteNotice(Paris.At(Soon), "whom"), Soon).Told(drafted));
        Assert.Equal("@breach-dismissed", drafted.Does(new TechnicianAct.DismissBreach("why"), Soon).Told(drafted));
    }

    [Theory]
    [InlineData("2026-11-25 04:00", "breach-half")]
    [InlineData("2026-11-25 18:00", "breach-soon")]
    [InlineData("2026-11-25 22:00", "breach-end")]
    [InlineData("2026-11-26 10:00", "breach-overdue")]
    public void Technicians_and_data_protection_are_told_of_the_time(string at, string reason)
    {
        var before = Life.Of(IncidentOperations.Security);
        Assert.Equal($"@{reason} !{reason}", Breach(before.Ticks(Paris.At(at)), before));
    }

    [Fact]
    public void A_proposal_alerts_technicians_unless_they_made_it_or_the_emergency_says_it()
    {
        Assert.Equal("@breach-proposed", Breach(Life.Of(IncidentOperations.Security), null));
        var help = Life.Of(IncidentOperations.Help);
        Assert.Equal("@breach-proposed", Breach(help.Does(new TechnicianAct.Correct(A.Whole(IncidentOperations.Security)), Soon), help));
        const string Minutes = "2026-11-24 10:10";
        var amended = help.When(new RequestCommand.FollowUp(
            new IntakeKey("a.1"), Paris.At(Minutes), "acme", new Actor(ActorKind.Requester, "ada"), null, Proven: true,
            A.Whole(IncidentOperations.Security) with { ReceivedAt = Paris.At(Minutes) })
        { Amends = true });
        Assert.Equal("@breach-proposed !breach-proposed", Breach(amended, help));
    }

    [Fact]
    public void A_card_is_out_of_date_when_somebody_has_decided_and_not_when_time_runs()
    {
        var proposed = Life.Of(PhoneOperations.Lost);
        Assert.True(proposed.Does(new TechnicianAct.StartBreach(null), Soon).Now.Revision > proposed.Now.Revision);
        var alerted = proposed.Ticks(Paris.At("2026-11-25 04:00")) with { Last = proposed.Last };
        Assert.Equal(proposed.Now.Revision, alerted.Now.Revision);
    }

    [Fact]
    public void An_act_about_it_answers_no_message()
    {
        var written = Life.Of(PhoneOperations.Lost).Says(word: null, Soon);
        Assert.NotNull(written.Does(new TechnicianAct.StartBreach(null), "2026-11-24 12:00").Now.UnreadSince);
    }

    [Fact]
    public void The_journal_folds_to_the_state_and_survives_the_store()
    {
        var life = Life.Of(PhoneOperations.Lost).Does(new TechnicianAct.StartBreach(Paris.At("2026-11-23 10:00")), Soon).Does(new TechnicianAct.DraftNotice("d"), Soon)
            .Ticks(Paris.At("2026-11-24 18:00")).Does(new TechnicianAct.SendNotice("n", ProtectionReader.Direction), "2026-11-24 19:00")
            .Does(new TechnicianAct.StartBreach(null), "2026-11-24 19:30").Does(new TechnicianAct.NoteNotice(Paris.At("2026-11-24 19:30"), "m"), "2026-11-24 20:00")
            .Does(new TechnicianAct.StartBreach(null), "2026-11-24 20:30").Does(new TechnicianAct.DismissBreach("w"), "2026-11-24 21:00");
        Assert.Equal(7, life.Journal.OfType<RequestEvent.Breach>().Select(e => e.What.GetType()).Distinct().Count());
        Stored.Survives(life);
    }

    private static string Breach(Life life, Life? before) => string.Join(' ', life.Told(before).Split(' ').Where(told => told.Contains("breach", StringComparison.Ordinal)));

    private static int[] Alerts(Decision decision) =>
        [.. decision.Events.OfType<RequestEvent.Breach>().Select(e => e.What).OfType<BreachEvent.Alerted>().Select(e => e.Number)];

    /// <summary>What is told of the breach when nobody but the clock acts.</summary>
    private static string Diary(Life life)
    {
        var lines = new List<string>();
        while (Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default) is { } at)
        {
            Assert.True(life.Journal.Length < 40, "It never ends.");
            life = life.Ticks(at);
            lines.AddRange(Alerts(life.Last).Select(number => ParisTime.Of(at).ToString("yyyy-MM-dd HH:mm ", CultureInfo.InvariantCulture) + number.ToString(CultureInfo.InvariantCulture)));
        }

        return string.Join("; ", lines);
    }
}
