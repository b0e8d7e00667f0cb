using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract;

public sealed class JudgementTests
{
    [Fact]
    public void What_is_taken_in_is_promised_with_its_instant()
    {
        var judged = Judgement.Of(A.Case(MailboxOperations.Create).About("Bo Autre"));

        Assert.Equal((Verdict.Accepted, Promise.Commitment), (judged.Verdict, judged.Promise));
        Assert.Empty(judged.Findings);
        Assert.True(judged.ClockRuns);
        Assert.False(judged.Paused);
        Assert.Equal(Paris.At("2026-11-26 10:00"), judged.ToldDue);
    }

    [Fact]
    public void An_incident_is_promised_as_a_target() => Assert.Equal(Promise.Target, Judgement.Of(A.Case(IncidentOperations.Hardware)).Promise);

    [Fact]
    public void Thanks_are_accepted_and_nothing_is_promised()
    {
        var judged = Judgement.Of(A.Case(OtherOperations.None));
        Assert.Equal((Verdict.Accepted, Promise.None, null), (judged.Verdict, judged.Promise, judged.Due));
        Assert.False(judged.ClockRuns);
    }

    [Fact]
    public void The_effective_date_and_the_weekend_option_reach_the_promise()
    {
        var friday = A.Case(MailboxOperations.Create).About("Bo Autre").With(s => s with { Weekend = new WeekendOption() }) with { ReceivedAt = Paris.At("2026-11-27 17:00") };
        Assert.Equal(Paris.At("2026-11-29 17:00"), Judgement.Of(friday).ToldDue);
        var dated = friday with { Request = friday.Request with { Date = new DateOnly(2026, 12, 14) } };
        Assert.Equal(Paris.At("2026-12-14 00:00"), Judgement.Of(dated).ToldDue);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("prove-identity")]
    [InlineData("await-approval")]
    [InlineData("await-details")]
    public void While_the_customer_owes_a_step_nothing_is_told_but_a_due_time_is_kept(string verdict)
    {
        var judged = Judgement.Of(verdict switch
        {
            "draft" => A.Case(MailboxOperations.Create, channel: Channel.Application),
            "prove-identity" => A.Case(MailboxOperations.Create, proven: false),
            "await-approval" => A.Case(MailboxOperations.Create, role: Role.Employee),
            _ => A.Case(MailboxOperations.Create),
        });

        Assert.Equal(verdict, judged.Verdict.Id());
        Assert.Equal(Paris.At("2026-11-26 10:00"), judged.Due?.At);
        Assert.Null(judged.ToldDue);
        // The shadow time of a draft runs on (a stored mail proves a written request); the other clocks stand still.
        Assert.Equal(verdict != "draft", judged.Paused);
    }

    [Theory]
    [InlineData("prove-identity")]
    [InlineData("await-approval")]
    [InlineData("await-details")]
    public void That_the_clock_stands_still_meanwhile_is_a_reading(string verdict)
    {
        var examined = verdict switch
        {
            "prove-identity" => A.Case(MailboxOperations.Create, proven: false),
            "await-approval" => A.Case(MailboxOperations.Create, role: Role.Employee),
            _ => A.Case(MailboxOperations.Create),
        };
        var judged = Judgement.Of(examined with { Readings = Readings.Default with { PauseWhileCustomerOwes = false } });
        Assert.Equal((verdict, false), (judged.Verdict.Id(), judged.Paused));
    }

    [Theory]
    [InlineData("mailbox.create", "Messaging", "11")]
    [InlineData("mailbox.create", "Microsoft365", "14")]
    [InlineData("mailbox.create", "Messaging Microsoft365", "11")]
    [InlineData("licence.arrival", "Microsoft365", "14")]
    [InlineData("licence.sharepoint", "Maintenance", "14")]
    [InlineData("mailbox.list", "Messaging", "14")]
    [InlineData("restore.file", "Backup", "22")]
    [InlineData("incident.hardware", "Maintenance", null)]
    [InlineData("licence.purchase", "Microsoft365", null)]
    public void The_article_that_promises_is_that_of_a_part_subscribed(string operation, string services, string? article)
    {
        var customer = A.Customer();
        var subscribed = customer with
        {
            Subscription = customer.Subscription with { Services = [.. services.Split(' ').Select(Enum.Parse<Service>)] },
        };
        Assert.Equal(article, Judgement.PromisedUnder(AllOperations.Get(operation), subscribed)?.Number);
    }

    [Theory]
    [InlineData("unknown-sender")]
    [InlineData("terminated")]
    [InlineData("suspended")]
    [InlineData("quote")]
    public void Where_the_contract_gives_no_right_nothing_is_promised(string verdict)
    {
        var examined = A.Case(MailboxOperations.Create);
        var judged = Judgement.Of(verdict switch
        {
            "unknown-sender" => examined.FromStranger(),
            "terminated" => examined.With(s => s with { TerminatedOn = new DateOnly(2026, 1, 1) }),
            "suspended" => examined.With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") }),
            _ => examined.With(s => s with { Services = [] }),
        });

        Assert.Equal((verdict, Promise.None, null), (judged.Verdict.Id(), judged.Promise, judged.Due));
        Assert.False(judged.ClockRuns || judged.Paused);
    }

    [Fact]
    public void In_every_case_the_parts_of_a_judgement_agree() => Assert.All(TermsTests.AllCases(), examined =>
    {
        var judged = Judgement.Of(examined);
        Assert.Equal(Verdicts.Of(judged.Findings), judged.Verdict);
        Assert.Equal(judged.Promise is Promise.None, judged.Due is null);
        Assert.Equal(judged.ClockRuns, judged.ToldDue is not null);
        Assert.False(judged.ClockRuns && judged.Paused);
        if (judged.Verdict is not Verdict.Accepted) Assert.Contains(judged.Findings, finding => finding.LeadsTo == judged.Verdict);
        if (judged.Due is { } due) Assert.True(due.At > examined.ReceivedAt);
    });
}
