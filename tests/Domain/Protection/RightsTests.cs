using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Tests.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Protection;

/// <summary>Art. 25: a right on personal data has its month and a path of its own.</summary>
public sealed class RightsTests
{
    private const string Soon = "2026-11-24 11:00";

    private static Life Asked => Life.Of(OtherOperations.DataRights);

    /// <summary>To the end of the day of that number in the next month, else of the month's last day, whatever weekday that is.</summary>
    [Theory]
    [InlineData("2026-11-24 10:00", "2026-12-25 00:00")]
    [InlineData("2027-01-31 10:00", "2027-03-01 00:00")] // 28 February
    [InlineData("2028-01-31 10:00", "2028-03-01 00:00")] // 29 February, a leap year
    [InlineData("2028-01-29 23:59", "2028-03-01 00:00")]
    [InlineData("2026-10-31 10:00", "2026-12-01 00:00")] // 30 November
    [InlineData("2026-10-28 10:00", "2026-11-29 00:00")] // a Saturday
    [InlineData("2026-11-20 18:00", "2026-12-21 00:00")] // a Sunday
    [InlineData("2026-12-25 10:00", "2027-01-26 00:00")] // begun on a holiday
    [InlineData("2026-03-28 23:30", "2026-04-29 00:00")] // over a clock change
    public void The_month_is_one_of_the_calendar(string received, string due) => Assert.Equal(
        Paris.At(due), Life.Of(A.Whole(OtherOperations.DataRights) with { ReceivedAt = Paris.At(received) }).Now.Due?.At);

    [Fact]
    public void The_month_runs_while_somebody_has_to_prove_who_they_are()
    {
        var unproven = Life.Of(A.Whole(OtherOperations.DataRights, proven: false));
        Assert.Equal(Paris.At("2026-12-25 00:00"), unproven.Now.Due?.At);
        Assert.Equal(["2026-12-17 08:00", "2026-12-22 08:00"], Reminders(unproven));
    }

    [Fact]
    public void It_is_reminded_of_a_week_and_two_days_before_the_end_on_whatever_day_that_is()
    {
        Assert.Equal(["2026-12-17 08:00", "2026-12-22 08:00"], Reminders(Asked));
        // The last day is a Sunday: so is the day a week before.
        Assert.Equal(
            ["2026-12-13 08:00", "2026-12-18 08:00"], Reminders(Life.Of(A.Whole(OtherOperations.DataRights) with { ReceivedAt = Paris.At("2026-11-20 10:00") })));
    }

    [Fact]
    public void What_is_answered_is_reminded_of_no_more() => Assert.Empty(Reminders(Asked.Does(new TechnicianAct.Complete(), Soon)));

    [Fact]
    public void After_a_long_stop_the_last_reminder_is_sent_alone()
    {
        var stopped = Asked.Ticks(Paris.At("2026-12-23 09:00"));
        Assert.Equal([2], stopped.Last.Events.OfType<RequestEvent.Right>().Select(e => ((RightsEvent.MonthEnds)e.What).Number));
        Assert.Equal(2, stopped.Now.Rights?.Reminders);
    }

    [Fact]
    public void A_date_that_moves_is_reminded_of_anew()
    {
        var moved = Asked.Ticks(Paris.At("2026-12-23 09:00")).Does(new TechnicianAct.MoveDue(Paris.At("2027-02-25 00:00"), DueReason.ForceMajeure), "2026-12-23 10:00");
        Assert.Equal(["2027-02-17 08:00", "2027-02-22 08:00"], Reminders(moved));
    }

    [Fact]
    public void It_is_told_to_data_protection_once_and_what_is_only_guessed_is_not()
    {
        Assert.Equal("@right-asked", Asked.Told(before: null));
        var help = Life.Of(IncidentOperations.Help);
        var corrected = help.Does(new TechnicianAct.Correct(A.Whole(OtherOperations.DataRights)), Soon);
        Assert.Equal("Corrected>Requester @right-asked", corrected.Told(help));
        var again = corrected.Does(new TechnicianAct.Correct(A.Whole(OtherOperations.DataRights)), Soon);
        Assert.DoesNotContain("@", again.Told(corrected), StringComparison.Ordinal);
        var guessed = A.Whole(OtherOperations.DataRights);
        Assert.Null(Life.Of(guessed with { Request = guessed.Request with { Abstained = true } }).Now.Rights);
    }

    [Fact]
    public void Reminders_go_to_technicians_and_data_protection()
    {
        var before = Asked;
        Assert.Equal("@right-due !right-due", before.Ticks(Paris.At("2026-12-17 08:00")).Told(before));
    }

    [Fact]
    public void As_processor_it_is_passed_on_by_a_click_once()
    {
        Assert.Equal(Refusal.NotAllowedNow, Asked.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact), Soon).Last.Refusal);
        var controller = Asked.Does(new TechnicianAct.MarkDataRole(DataRole.Controller), Soon);
        Assert.Equal(Refusal.NotAllowedNow, controller.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact), Soon).Last.Refusal);
        Assert.Equal("", controller.Told(Asked));

        var processor = controller.Does(new TechnicianAct.MarkDataRole(DataRole.Processor), Soon);
        Assert.Equal("", processor.Told(controller));
        var passed = processor.Does(new TechnicianAct.PassOn("words", ProtectionReader.Administrators), Soon);
        Assert.Equal("RightPassedOn>OfRight RightSentOn>Requester", passed.Told(processor));
        Assert.Equal((Paris.At(Soon), RequestState.Accepted), (passed.Now.Rights?.PassedOnAt, passed.Now.State));
        Assert.Equal("words", string.Join(' ', passed.Now.TextKeys));
        Assert.Equal(Refusal.NotAllowedNow, passed.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact), Soon).Last.Refusal);
        Assert.Equal(Refusal.NotAllowedNow, passed.Does(new TechnicianAct.MarkDataRole(DataRole.Controller), Soon).Last.Refusal);
        Stored.Survives(passed.Ticks(Paris.At("2026-12-17 08:00")));
    }

    [Fact]
    public void What_is_held_is_not_passed_on_until_it_is_released()
    {
        var processor = Asked.Does(new TechnicianAct.MarkDataRole(DataRole.Processor), Soon);
        var by = new Actor(ActorKind.Technician, "t2");
        Assert.Equal(Refusal.NotAllowedNow, processor.When(Decides(leaves: true)).Last.Refusal);
        var held = processor.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact) { Held = true }, Soon);
        Assert.Equal((true, null), (held.Now.Rights!.Held, held.Now.Rights.PassedOnAt));
        Assert.Equal("RightPassedOn>OfRight", held.Told(processor));
        Assert.Equal(Refusal.NotAllowedNow, held.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact), Soon).Last.Refusal);
        Assert.Equal(Refusal.NotAllowedNow, held.Does(new TechnicianAct.MarkDataRole(DataRole.Controller), Soon).Last.Refusal);

        var left = held.When(Decides(leaves: true));
        Assert.Equal((false, Paris.At("2026-11-24 13:00")), (left.Now.Rights!.Held, left.Now.Rights.PassedOnAt));
        Assert.Equal("RightSentOn>Requester", left.Told(held));
        Assert.Equal(Refusal.NotAllowedNow, left.When(Decides(leaves: false)).Last.Refusal);
        var dropped = held.When(Decides(leaves: false));
        Assert.Equal((false, null), (dropped.Now.Rights!.Held, dropped.Now.Rights.PassedOnAt));
        Assert.Equal("", dropped.Told(held));
        Assert.Null(dropped.Does(new TechnicianAct.PassOn("again", ProtectionReader.Contact), "2026-11-24 14:00").Last.Refusal);
        Stored.Survives(left);
        Stored.Survives(dropped);

        RequestCommand.HeldNotice Decides(bool leaves) => new(Paris.At("2026-11-24 13:00"), by, NoticeKind.RightPassedOn, leaves);
    }

    [Fact]
    public void Nothing_else_has_a_role_or_is_passed_on()
    {
        var mailbox = Life.In(RequestState.Accepted);
        Assert.Equal(Refusal.NotAllowedNow, mailbox.Does(new TechnicianAct.MarkDataRole(DataRole.Processor), Soon).Last.Refusal);
        Assert.Equal(Refusal.NotAllowedNow, mailbox.Does(new TechnicianAct.PassOn("words", ProtectionReader.Contact), Soon).Last.Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_confirmation_names_the_article_the_month_and_the_Cnil_and_proof_where_it_is_missing(bool proven)
    {
        var asked = Life.Of(A.Whole(OtherOperations.DataRights, proven: proven));
        var state = asked.Now;
        var told = new Answer
        {
            Requests =
            [
                new AnsweredRequest
                {
                    Reference = state.Reference, OperationId = state.OperationId, ReceivedAt = state.ReceivedAt, Verdict = state.Verdict!.Value, Promise = state.Promise,
                    Findings = asked.Last.Findings, DetailsWithheld = !proven, Due = state.ClockRuns ? state.Due : null,
                },
            ],
        };
        var french = string.Join('\n', Domain.Tests.Words.Told.Sentences(told.Say()));
        Assert.All(["article 25", "un mois", "CNIL"], said => Assert.Contains(said, french.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.Equal(!proven, french.Contains("vérifier votre identité", StringComparison.Ordinal));
    }

    private static string[] Reminders(Life life)
    {
        var lines = new List<string>();
        while (Agenda.NextAt(life.Now, weekend: null, LifeTimes.Default) is { } at)
        {
            Assert.True(life.Journal.Length < 40, "It never ends.");
            life = life.Ticks(at);
            lines.AddRange(life.Last.Events.OfType<RequestEvent.Right>().Select(_ => ParisTime.Of(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        }

        return [.. lines];
    }
}
