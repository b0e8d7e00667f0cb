using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Execution;

/// <summary>Two people, drift, expiry, replay, caps, and what is asked again at execution.</summary>
public sealed class ApprovalRulesTests
{
    private static readonly Guid Staff = Guid.Parse("99999999-9999-9999-9999-999999999999");

    private static readonly DateTimeOffset Now = A.Tuesday;

    private static readonly ImmutableArray<Technician> Technicians =
    [
        new("acc-1", "p-1", TechnicianRole.Lead), new("acc-1b", "p-1", TechnicianRole.Lead), new("acc-2", "p-2", TechnicianRole.Lead),
        new("acc-3", "p-3", TechnicianRole.Technician),
    ];

    private static Plan Plain { get; } = PlanScene.Asked(LicenceOperations.Teams, ("teams", "Chantiers"), ("change", "remove")).Plan(PlanScene.Picture(PlanScene.Lea));

    private static Plan Secret { get; } = PlanScene.Asked(LicenceOperations.Password).Plan(PlanScene.Picture(PlanScene.Lea));

    private static Plan Wipe { get; } = PlanScene.Asked(PhoneOperations.Lost).Plan(PlanScene.Picture(PlanScene.Lea) with
    {
        Devices = [new FoundDevice(new DeviceRef("d", "d", "Galaxy", "S-1", PlanScene.Id(1)), true, false, null)],
    });

    private static Plan Later { get; } = PlanScene.Asked(LicenceOperations.Departure).On("2026-12-18").Plan(PlanScene.Picture(PlanScene.Lea));

    private static Plan LaterDestroyed { get; } =
        PlanScene.Asked(LicenceOperations.Departure).Saying(Matter.DeleteForGood).On("2026-12-18").Plan(PlanScene.Picture(PlanScene.Lea));

    [Fact]
    public void One_approver_is_enough_for_what_destroys_nothing()
    {
        Assert.Equal("Allowed", Click(Of(Plain)));
        Assert.Equal("Allowed", Run(Of(Plain), Yes(Plain, "acc-1")));
        Assert.Equal("NotApproved", Run(Of(Plain)));
    }

    public static TheoryData<string, string> Standings => new()
    {
        { "stopped", "Stopped" },
        { "unreadable", "CustomerUnreadable" },
        { "suspended-flag", "Suspended" },
        { "suspended", "Suspended" },
        { "terminated", "Terminated" },
        { "quote", "NotAccepted" },
        { "draft", "NotAccepted" },
        { "await-approval", "NotAccepted" },
        { "await-details", "NotAccepted" },
        { "unknown-sender", "NotAccepted" },
        { "other-tenant", "OtherTenant" },
        { "no-tenant", "OtherTenant" },
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void E70_E64_what_stands_in_the_way_does_so_at_the_click_and_again_at_execution(string what, string refusal)
    {
        var given = Of(Plain);
        given = what switch
        {
            "stopped" => given with { Stopped = true },
            "unreadable" => given with { Verdict = null },
            "suspended-flag" => given with { Suspended = true },
            "other-tenant" => given with { CustomerTenant = Guid.Empty },
            "no-tenant" => given with { CustomerTenant = null },
            _ => given with { Verdict = Enum.GetValues<Verdict>().First(verdict => verdict.Id() == what) },
        };
        Assert.Equal(refusal, Click(given));
        Assert.Equal(refusal, Run(given, Yes(Plain, "acc-1")));
    }

    [Fact]
    public void A_plan_with_an_obstacle_is_not_approved()
    {
        var plan = PlanScene.Asked(LicenceOperations.Password).Plan(PlanScene.Picture(PlanScene.Lea with { IsPrivileged = true }));
        Assert.Equal("CannotRun", Click(Of(plan)));
        Assert.Equal("CannotRun", Run(Of(plan), Yes(plan, "acc-1")));
    }

    [Fact]
    public void E67_a_plan_that_changed_has_not_been_approved()
    {
        var changed = Plain with { Cautions = [Caution.ShortNotice] };
        Assert.Equal("PlanChanged", Click(Of(changed), hash: PlanHash.Of(Plain)));
        Assert.Equal("PlanChanged", Run(Of(changed), Yes(Plain, "acc-1")));
    }

    [Theory]
    [InlineData("acc-1", "Allowed")]
    [InlineData("acc-3", "NotAnApprover")]
    [InlineData("nobody", "NotStaff")]
    [InlineData("", "NotStaff")]
    public void Approvers_alone_approve(string account, string answer)
    {
        Assert.Equal(answer, Click(Of(Plain), account));
        Assert.Equal(answer, Run(Of(Plain), Yes(Plain, account)));
    }

    [Fact]
    public void Nobody_approves_from_another_tenant() => Assert.Equal("NotStaff", Name(ApprovalRules.AtClick(
        Of(Plain), new ApprovalClick("acc-1", PlanScene.Tenant, PlanHash.Of(Plain)))));

    [Theory]
    [InlineData("2026-11-23", "2026-11-24", "p-3", "Allowed")]
    [InlineData("2026-11-25", "2026-11-30", "p-3", "NotAnApprover")]
    [InlineData("2026-11-16", "2026-11-23", "p-3", "NotAnApprover")]
    [InlineData("2026-11-23", "2026-11-24", "p-9", "NotAnApprover")]
    public void A_delegate_approves_on_the_days_of_absence_alone(string from, string to, string substitute, string answer)
    {
        var given = Of(Plain) with { Technicians = Technicians.SetItem(2, Technicians[2] with { Away = new Absence(A.Day(from), A.Day(to), substitute) }) };
        Assert.Equal(answer, Click(given, "acc-3"));
        Assert.Equal(answer, Run(given, Yes(Plain, "acc-3")));
    }

    [Fact]
    public void A_role_that_was_taken_away_counts_at_execution() => Assert.Equal("NotAnApprover", Run(
        Of(Plain) with { Technicians = [Technicians[0] with { Role = TechnicianRole.Technician }] }, Yes(Plain, "acc-1")));

    [Theory]
    [InlineData("p-1")]
    [InlineData("acc-1")]
    [InlineData("acc-1b")]
    [InlineData("ACC-1B")]
    public void E68_who_asked_or_is_meant_never_approves_from_whichever_account(string involved)
    {
        var given = Of(Plain) with { Involved = [involved] };
        Assert.Equal("OwnRequest", Click(given));
        Assert.Equal("OwnRequest", Run(given, Yes(Plain, "acc-1")));
        Assert.Equal("Allowed", Click(given, "acc-2"));
    }

    [Fact]
    public void E68_what_destroys_takes_two_people_and_two_accounts_of_one_are_one()
    {
        Assert.Equal("NeedsSecond", Click(Of(Wipe), typed: "S-1"));
        var first = Of(Wipe) with { Approvals = [Yes(Wipe, "acc-1")] };
        Assert.Equal("SamePerson", Click(first, typed: "S-1"));
        Assert.Equal("SamePerson", Click(first, "acc-1b", typed: "S-1"));
        Assert.Equal("Allowed", Click(first, "acc-2", typed: "S-1"));
        Assert.Equal("NeedsSecond", Run(Of(Wipe), Yes(Wipe, "acc-1")));
        Assert.Equal("NeedsSecond", Run(Of(Wipe), Yes(Wipe, "acc-1"), Yes(Wipe, "acc-1b")));
        Assert.Equal("Allowed", Run(Of(Wipe), Yes(Wipe, "acc-1"), Yes(Wipe, "acc-2")));
        Assert.Equal("OwnRequest", Run(Of(Wipe) with { Involved = ["p-2"] }, Yes(Wipe, "acc-1"), Yes(Wipe, "acc-2")));
    }

    [Fact]
    public void A_lost_phone_is_locked_on_one_yes_and_its_wipe_waits_for_the_second()
    {
        Assert.Equal((3, 0, 0), (ApprovalRules.FirstStage(Wipe), ApprovalRules.FirstStage(LaterDestroyed), ApprovalRules.FirstStage(Plain)));
        Assert.Contains(Wipe.Steps.Take(3), step => step.Does is Step.LockDevice);
        var first = Of(Wipe) with { InFirstStage = true };
        Assert.Equal("Allowed", Run(first, Yes(Wipe, "acc-1")));
        Assert.Equal("NeedsSecond", Run(Of(Wipe), Yes(Wipe, "acc-1")));
        Assert.Equal("Expired", Run(first, Yes(Wipe, "acc-1", 240)));
        Assert.Equal("NotAnApprover", Run(first, Yes(Wipe, "acc-3")));
    }

    [Fact]
    public void E63_a_wipe_waits_for_the_end_of_its_window_and_its_lock_does_not()
    {
        var given = Of(Wipe) with { CancelUntil = Now };
        Assert.Equal("Allowed", Run(given, Yes(Wipe, "acc-1"), Yes(Wipe, "acc-2")));
        given = given with { CancelUntil = Now.AddTicks(1) };
        Assert.Equal("BeforeItsTime", Run(given, Yes(Wipe, "acc-1"), Yes(Wipe, "acc-2")));
        Assert.Equal("Allowed", Run(given with { InFirstStage = true }, Yes(Wipe, "acc-1"), Yes(Wipe, "acc-2")));
        Assert.Equal((true, false), (ApprovalRules.HasCancelWindow(Wipe), ApprovalRules.HasCancelWindow(LaterDestroyed)));
    }

    [Theory]
    [InlineData(null, "NotConfirmed")]
    [InlineData("", "NotConfirmed")]
    [InlineData("S-2", "NotConfirmed")]
    [InlineData(" s-1 ", "NeedsSecond")]
    public void What_destroys_is_confirmed_by_the_word_on_the_card(string? typed, string answer) => Assert.Equal(answer, Click(Of(Wipe), typed: typed));

    [Theory]
    [InlineData(0, "Allowed")]
    [InlineData(1439, "Allowed")]
    [InlineData(1440, "Expired")]
    [InlineData(-1, "Expired")]
    public void A_yes_counts_for_a_day(int minutes, string answer) => Assert.Equal(answer, Run(Of(Plain), Yes(Plain, "acc-1", minutes)));

    [Theory]
    [InlineData(239, "Allowed")]
    [InlineData(240, "Expired")]
    public void A_yes_to_what_destroys_counts_for_four_hours(int minutes, string answer)
    {
        Assert.Equal(answer, Run(Of(Wipe), Yes(Wipe, "acc-1", minutes), Yes(Wipe, "acc-2")));
        Assert.Equal(answer == "Allowed" ? "Allowed" : "NeedsSecond", Click(Of(Wipe) with { Approvals = [Yes(Wipe, "acc-1", minutes)] }, "acc-2", typed: "S-1"));
    }

    [Fact]
    public void Art13_what_runs_later_keeps_its_yes_until_then_and_never_runs_before()
    {
        var given = Of(Later);
        Assert.Equal("Allowed", Click(given));
        Assert.Equal("BeforeItsTime", Run(given, Yes(Later, "acc-1")));
        Assert.Equal("Allowed", Run(given with { Now = Paris.At("2026-12-18 18:00") }, Yes(Later, "acc-1")));
        Assert.Equal("Expired", Run(given with { Now = Paris.At("2026-12-19 18:00") }, Yes(Later, "acc-1")));
        Assert.Equal("TooEarly", Click(Of(LaterDestroyed), typed: "lea@acme.example"));
        Assert.Equal("NeedsSecond", Click(Of(LaterDestroyed) with { Now = Paris.At("2026-12-18 14:01") }, typed: "lea@acme.example"));
    }

    [Fact]
    public void A_yes_is_used_once()
    {
        Assert.Equal("AlreadyUsed", Run(Of(Plain), Yes(Plain, "acc-1") with { Used = true }));
        Assert.Equal("AlreadyUsed", Run(Of(Plain), Yes(Plain, "acc-1") with { Used = true }, Yes(Plain, "acc-2")));
        Assert.Equal("AlreadyUsed", Click(Of(Plain) with { Approvals = [Yes(Plain, "acc-1") with { Used = true }] }, "acc-2"));
    }

    [Theory]
    [InlineData("2026-11-20", 0, "Allowed")]
    [InlineData("2026-11-21", 0, "CallBackMissing")]
    [InlineData("2026-11-23", 0, "CallBackMissing")]
    [InlineData("2026-11-20", 5, "CallBackMissing")]
    public void A_call_back_counts_to_a_number_of_72_hours_and_once_it_was_made(string since, int minutesAhead, string answer)
    {
        var given = Of(Secret) with { IdentityProven = false, CallBack = new CallBack(new CalledNumber("ada", "0001", A.Day(since)), Now.AddMinutes(minutesAhead)) };
        Assert.Equal(answer, Click(given));
        Assert.Equal(answer, Run(given, Yes(Secret, "acc-1")));
    }

    [Fact]
    public void A_sensitive_operation_needs_proof_and_an_ordinary_one_does_not()
    {
        Assert.Equal("CallBackMissing", Click(Of(Secret) with { IdentityProven = false }));
        Assert.Equal("Allowed", Click(Of(Secret)));
        Assert.Equal("Allowed", Click(Of(Plain) with { IdentityProven = false }));
        Assert.Equal("CallBackMissing", Click(Of(Plain) with { Verdict = Verdict.ProveIdentity }));
    }

    [Theory]
    [InlineData(4, 0, "Allowed")]
    [InlineData(5, 0, "ApproverCap")]
    [InlineData(5, 61, "Allowed")]
    public void E69_an_approver_has_a_cap_by_the_hour(int before, int minutes, string answer)
    {
        var given = Of(Secret) with { Recent = [.. Enumerable.Range(0, before).Select(i => Act(CapKind.Secret, "p-1", $"c{i}", i, minutes))] };
        Assert.Equal(answer, Click(given));
        Assert.Equal(answer, Run(given, Yes(Secret, "acc-1")));
        Assert.Equal("Allowed", Click(given, "acc-2"));
    }

    [Fact]
    public void E69_a_stolen_approvers_hundred_resets_stop_at_the_cap()
    {
        var recent = ImmutableArray<CappedAct>.Empty;
        var done = 0;
        for (var i = 0; i < 100; i++)
        {
            var plan = Secret with { CustomerId = $"c{i}" };
            if (Click(Of(plan) with { Recent = recent }) != "Allowed") continue;
            recent = recent.AddRange(ApprovalCaps.KindsOf(plan).Select(kind => new CappedAct(kind, "p-1", plan.CustomerId, PlanHash.Of(plan), Now)));
            done++;
        }

        Assert.Equal(5, done);
    }

    [Theory]
    [InlineData(1, "NeedsSecond")]
    [InlineData(2, "CustomerCap")]
    public void E69_a_customer_has_twice_the_cap_and_two_approvers_of_one_plan_count_once(int plans, string answer)
    {
        var recent = Enumerable.Range(0, plans).SelectMany(i => new[] { Act(CapKind.Destruction, "p-8", "acme", i, 1), Act(CapKind.Destruction, "p-9", "acme", i, 1) });
        Assert.Equal(answer, Click(Of(Wipe) with { Recent = [.. recent] }, typed: "S-1"));
    }

    [Fact]
    public void E69_each_kind_has_its_own_cap_and_caps_are_settings()
    {
        Assert.Equal("ApproverCap", Click(Of(Wipe) with { Recent = [Act(CapKind.Destruction, "p-1", "c", 1, 1)] }, typed: "S-1"));
        Assert.Equal("NeedsSecond", Click(Of(Wipe) with { Recent = [Act(CapKind.Destruction, "p-1", "c", 1, 1)], Caps = new ApprovalCaps(Destructions: 2) }, typed: "S-1"));
        Assert.Equal("Allowed", Click(Of(Later) with { Recent = [Act(CapKind.Block, "p-1", "c", 1, 1), Act(CapKind.Secret, "p-1", "c", 1, 1)] }));
        Assert.Equal("ApproverCap", Click(Of(Later) with { Recent = [Act(CapKind.Block, "p-1", "c", 1, 1), Act(CapKind.Block, "p-1", "d", 2, 1)] }));
    }

    private static CappedAct Act(CapKind kind, string person, string customer, int plan, int minutes) => new(kind, person, customer, $"plan-{plan}", Now.AddMinutes(-minutes));

    private static ApprovalCase Of(Plan plan) => new()
    {
        Plan = plan,
        CustomerTenant = PlanScene.Tenant,
        Technicians = Technicians,
        StaffTenant = Staff,
        Verdict = Verdict.Accepted,
        IdentityProven = true,
        Now = Now,
    };

    private static Approval Yes(Plan plan, string account, int minutes = 0) => new(account, Now.AddMinutes(-minutes), PlanHash.Of(plan));

    private static string Click(ApprovalCase given, string account = "acc-1", string? hash = null, string? typed = null) =>
        Name(ApprovalRules.AtClick(given, new ApprovalClick(account, Staff, hash ?? PlanHash.Of(given.Plan), typed)));

    private static string Run(ApprovalCase given, params Approval[] approvals) => Name(ApprovalRules.AtExecution(given with { Approvals = [.. approvals] }));

    private static string Name(ApprovalAnswer answer) => answer is ApprovalAnswer.Refused refused ? refused.Reason.ToString() : answer.GetType().Name;
}
