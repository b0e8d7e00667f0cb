using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract;

/// <summary>A request is examined again when somebody has answered: what counts from its start still counts from there, and what holds now holds now.</summary>
public sealed class ExaminedAgainTests
{
    [Fact]
    public void The_36_hours_of_a_breach_do_not_start_anew() => Assert.Equal(
        Text("breach-clock", A.Case(PhoneOperations.Lost)), Text("breach-clock", Again(A.Case(PhoneOperations.Lost), "2026-11-25 16:00")));

    [Fact]
    public void Hours_are_told_of_the_message_and_not_of_the_answer()
    {
        Assert.DoesNotContain("out-of-hours", Codes(Again(A.Case(MailboxOperations.Settings), "2026-11-24 23:00")));
        Assert.Contains("out-of-hours", Codes(Again(A.Case(MailboxOperations.Settings).At("2026-11-24 23:00"), "2026-11-25 10:00")));
    }

    [Fact]
    public void Notice_that_was_kept_stays_kept_unless_the_customer_kept_us_waiting()
    {
        var asked = A.Case(MailboxOperations.Create).About("Bo Autre").On("2026-11-27");
        Assert.Contains("effective-date", Codes(Again(asked, "2026-11-26 16:00")));
        var waited = Again(asked, "2026-11-26 16:00") with { Pauses = [new Pause(A.Tuesday, Paris.At("2026-11-26 16:00"))] };
        Assert.Contains("short-notice-mailbox", Codes(waited));
        Assert.Equal(Paris.At("2026-11-30 16:00"), Judgement.Of(waited).Due!.At);
    }

    [Fact]
    public void A_planned_visit_is_five_working_days_after_the_request()
    {
        var visit = A.Case(OtherOperations.Intervention, Level.Serenite);
        Assert.Equal(Text("intervention-planned", visit), Text("intervention-planned", Again(visit, "2026-11-27 10:00")));
    }

    [Fact]
    public void A_restore_asked_for_in_time_after_the_end_is_still_in_time_when_it_is_approved()
    {
        var last = A.Case(RestoreOperations.File).With(s => s with { TerminatedOn = A.Day("2026-10-30") }).At("2026-11-23 18:00");
        Assert.Equal(Verdict.Accepted, Judgement.Of(Again(last, "2026-11-24 09:00")).Verdict);
        Assert.Equal(Verdict.Terminated, Judgement.Of(last.At("2026-11-24 09:00")).Verdict);
    }

    [Fact]
    public void A_suspension_and_the_end_hold_from_now_on()
    {
        var asked = A.Case(MailboxOperations.Settings);
        var suspended = asked.With(s => s with { Suspended = new Suspension(A.Day("2026-11-25"), "unpaid") });
        Assert.Equal((Verdict.Accepted, Verdict.Suspended), (Judgement.Of(suspended).Verdict, Judgement.Of(Again(suspended, "2026-11-25 00:00")).Verdict));
        var ended = asked.With(s => s with { TerminatedOn = A.Day("2026-11-24") });
        Assert.Equal((Verdict.Accepted, Verdict.Terminated), (Judgement.Of(ended).Verdict, Judgement.Of(Again(ended, "2026-11-25 00:00")).Verdict));
    }

    [Fact]
    public void What_was_settled_is_not_asked_again()
    {
        var asked = A.Case(MailboxOperations.Create, role: Role.Employee).About("Bo Autre");
        Assert.Equal(Verdict.AwaitApproval, Judgement.Of(asked).Verdict);
        var approved = asked with { Settled = [Verdict.AwaitApproval] };
        Assert.Equal(Verdict.Accepted, Judgement.Of(approved).Verdict);
        Assert.DoesNotContain(Judgement.Of(approved).Findings, finding => finding.LeadsTo is Verdict.AwaitApproval);
    }

    private static Case Again(Case first, string at) => first with { CountsFrom = first.ReceivedAt, ReceivedAt = Paris.At(at) };

    private static string[] Codes(Case examined) => [.. Terms.Examine(examined).Select(finding => finding.Code)];

    private static string Text(string code, Case examined) => Terms.Examine(examined).Single(finding => finding.Code == code).Text.Fr;
}
