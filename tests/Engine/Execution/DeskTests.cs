using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Execution;
using static SiOne.Bot.Engine.Tests.Execution.ExecutionBench;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>Clicks on a plan: who may, once, on what was shown; and what the way back brings.</summary>
public sealed class DeskTests
{
    private static ApprovalClick Click(Plan plan, string account, string? typed = null) => new(account, Options.StaffTenant, PlanHash.Of(plan), typed);

    [Fact]
    public async Task A_yes_counts_once_and_the_same_click_again_changes_nothing()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var plan = await bench.DrawAsync(request, PlanOf(request, Block));

        Assert.True((await bench.Desk.ApproveAsync(request.State.Reference, First, Click(plan, "account-ines"), CancellationToken.None)).Taken);
        for (var i = 0; i < 5; i++)
            Assert.False((await bench.Desk.ApproveAsync(request.State.Reference, First, Click(plan, "account-ines"), CancellationToken.None)).Taken);
        await bench.WorkAsync();
        Assert.False((await bench.Desk.ApproveAsync(request.State.Reference, Second, Click(plan, "account-marc"), CancellationToken.None)).Taken);

        Assert.Single(bench.Tenants.Applied);
    }

    [Fact]
    public async Task Two_hundred_clicks_at_once_make_one_approval_and_one_effect()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var plan = await bench.DrawAsync(request, PlanOf(request, Block));
        var taken = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            bench.Desk.ApproveAsync(request.State.Reference, i % 2 == 0 ? First : Second, Click(plan, i % 2 == 0 ? "account-ines" : "account-marc"), CancellationToken.None)));
        await bench.WorkAsync();
        Assert.Single(taken, result => result.Taken);
        Assert.Single(bench.Tenants.Applied);
    }

    [Theory]
    [InlineData("account-theo", ApprovalRefusal.NotAnApprover)]
    [InlineData("account-nobody", ApprovalRefusal.NotStaff)]
    public async Task Who_may_not_approve_changes_nothing(string account, ApprovalRefusal expected)
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var plan = await bench.DrawAsync(request, PlanOf(request, Block));
        var result = await bench.Desk.ApproveAsync(request.State.Reference, First, Click(plan, account), CancellationToken.None);
        Assert.Equal(expected, result.Reason);
        Assert.Equal(PlanState.Drawn, (await bench.RunAsync(request)).State);
    }

    [Fact]
    public async Task A_wipe_takes_two_people_and_the_word_of_the_card()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var plan = await bench.DrawAsync(request, PlanOf(request, Wipe));
        async Task<ApprovalRefusal?> TryAsync(Actor who, string account, string? typed) =>
            (await bench.Desk.ApproveAsync(request.State.Reference, who, Click(plan, account, typed), CancellationToken.None)).Reason;

        Assert.Equal(ApprovalRefusal.NotConfirmed, await TryAsync(First, "account-ines", null));
        Assert.Null(await TryAsync(First, "account-ines", "s-4471"));
        Assert.Equal(ApprovalRefusal.SamePerson, await TryAsync(First, "account-ines-2", "S-4471"));
        await bench.WorkAsync();
        Assert.Empty(bench.Tenants.Calls);
        Assert.Null(await TryAsync(Second, "account-marc", "S-4471"));
        await bench.WorkAsync();
        Assert.Empty(bench.Tenants.Calls);
        bench.Life.Bench.Clock.Advance(Options.WipeCancelWithin);
        await bench.WorkAsync();

        Assert.Single(bench.Tenants.Applied);
        Assert.Equal(2, (await bench.RunAsync(request)).Votes.Select(vote => vote.Account).Distinct().Count());
    }

    [Fact]
    public async Task A_plan_that_nobody_approves_in_time_expires()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var plan = await bench.DrawAsync(request, PlanOf(request, Block));
        bench.Life.Bench.Clock.Advance(TimeSpan.FromHours(24));
        await bench.WorkAsync();
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Dropped, "expired"), (run.State, run.Reason));
        Assert.False((await bench.Desk.ApproveAsync(request.State.Reference, First, Click(plan, "account-ines"), CancellationToken.None)).Taken);
    }

    [Fact]
    public async Task The_caps_of_an_hour_hold_back_the_third_block()
    {
        await using var bench = new ExecutionBench();
        var reasons = new List<ApprovalRefusal?>();
        for (var i = 0; i < 3; i++)
        {
            var request = await bench.AcceptedAsync($"Bonjour,\n\nMerci de retirer la licence de Paul Vasselin. Dossier {i}.");
            var plan = await bench.DrawAsync(request, PlanOf(request, new PlannedStep(new Step.SetSignIn(Paul with { UserPrincipalName = $"p{i}@nova.example" }, Allowed: false), null, null)));
            reasons.Add((await bench.Desk.ApproveAsync(request.State.Reference, First, Click(plan, "account-ines"), CancellationToken.None)).Reason);
        }

        Assert.Equal([null, null, ApprovalRefusal.ApproverCap], reasons);
        Assert.True(Assert.Single(bench.Desk.Alarms()).Wrong);
        bench.Life.Bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(Assert.Single(bench.Desk.Alarms()).Wrong);
    }

    [Fact]
    public async Task What_was_changed_is_brought_back_newest_first_and_the_request_stays_open()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block, Revoke);
        await bench.WorkAsync();

        Assert.Equal(ApprovalRefusal.NotAnApprover, (await bench.Desk.UndoAsync(request.State.Reference, First, "account-theo", CancellationToken.None)).Reason);
        Assert.True((await bench.Desk.UndoAsync(request.State.Reference, First, "account-ines", CancellationToken.None)).Taken);
        await bench.WorkAsync();

        Assert.Equal(new Step.SetSignIn(Paul, Allowed: true), bench.Tenants.Applied.Last().Step);
        Assert.Equal((PlanState.Done, RequestState.InProgress), ((await bench.RunAsync(request)).State, (await bench.NowAsync(request)).State.State));
        Assert.False((await bench.Desk.UndoAsync(request.State.Reference, First, "account-ines", CancellationToken.None)).Taken);
    }

    [Fact]
    public async Task The_window_of_the_way_back_closes()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block);
        await bench.WorkAsync();
        Assert.True(bench.Desk.CanUndo(await bench.RunAsync(request)));
        bench.Life.Bench.Clock.Advance(Options.UndoWithin);
        Assert.False(bench.Desk.CanUndo(await bench.RunAsync(request)));
    }

    [Fact]
    public async Task Only_what_was_really_changed_and_can_be_brought_back_is_offered_to_be_undone()
    {
        await using var bench = new ExecutionBench();
        var irreversible = await bench.ApprovedAsync(await bench.AcceptedAsync(), Revoke, Hand);
        await bench.WorkAsync();
        Assert.Null((await bench.DoAsync(irreversible, new ExecutionCommand.Tick(1))).Refusal);
        Assert.Equal(PlanState.Done, (await bench.RunAsync(irreversible)).State);
        Assert.False(bench.Desk.CanUndo(await bench.RunAsync(irreversible)));

        // What held already was not changed by us; what is irreversible beside it makes no difference.
        bench.Tenants.NextSights.Enqueue(new Ports.StepSight.Holds(null));
        var already = await bench.AcceptedAsync("Bonjour,\n\nMerci de retirer la licence de Zoé Lanoë.");
        await bench.ApprovedAsync(already, Block, new PlannedStep(new Step.RevokeSessions(Paul with { UserPrincipalName = "p.vasselin@nova.example" }), null, null));
        await bench.WorkAsync();
        Assert.Equal([StepEnd.AlreadySo, StepEnd.Done], (await bench.RunAsync(already)).Steps.Select(step => step.End!.Value));
        Assert.False(bench.Desk.CanUndo(await bench.RunAsync(already)));
        Assert.False((await bench.Desk.UndoAsync(already.State.Reference, First, "account-ines", CancellationToken.None)).Taken);
    }

    [Fact]
    public async Task A_new_password_is_shown_once_and_the_journal_says_to_whom()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Reset);
        await bench.WorkAsync();
        var shown = await bench.Desk.RevealAsync(request.State.Reference, Second, CancellationToken.None);
        Assert.Equal(bench.Tenants.Calls.Single().Call.Password, shown);
        Assert.Null(await bench.Desk.RevealAsync(request.State.Reference, Second, CancellationToken.None));
        var now = await bench.NowAsync(request);
        Assert.Equal(Second, now.Journal.Select(entry => entry.Event).OfType<RequestEvent.Execution>().Select(e => e.What).OfType<ExecutionEvent.SecretShown>().Single().By);
        Assert.DoesNotContain(shown!, System.Text.Json.JsonSerializer.Serialize(now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_is_gone_after_a_day()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Reset);
        await bench.WorkAsync();
        bench.Life.Bench.Clock.Advance(SecretShelf.Holds);
        Assert.Null(await bench.Desk.RevealAsync(request.State.Reference, Second, CancellationToken.None));
    }

    [Fact]
    public async Task A_request_that_is_taken_back_runs_no_more()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Hand, Block);
        await bench.WorkAsync();
        await bench.Life.ActAsync(request, new Engine.Requests.ActWish(Engine.Requests.ActVerb.Decline) { Text = "Finalement non." });
        await bench.WorkAsync();
        var run = await bench.RunAsync(request);
        Assert.Equal((PlanState.Dropped, "request-changed"), (run.State, run.Reason));
        Assert.Empty(bench.Tenants.Calls);
    }

    [Fact]
    public async Task One_customer_that_is_throttled_slows_no_other()
    {
        await using var bench = new ExecutionBench();
        var slow = await bench.AcceptedAsync();
        bench.Tenants.Next.Enqueue((_, _, _) => new Ports.StepAnswer.Later(Bench.Start + TimeSpan.FromHours(1)));
        await bench.ApprovedAsync(slow, Block);
        await bench.WorkAsync();
        var other = await bench.AcceptedAsync("Bonjour,\n\nMerci de retirer la licence de Zoé Lanoë.");
        await bench.ApprovedAsync(other, Revoke);
        await bench.WorkAsync();
        Assert.Equal((PlanState.Approved, PlanState.Done), ((await bench.RunAsync(slow)).State, (await bench.RunAsync(other)).State));
    }
}
