using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Engine.Tests.Execution.ExecutionBench;

namespace SiOne.Bot.Engine.Tests.Execution;

/// <summary>What is told at the end of a plan, and acts that were meant for another plan.</summary>
public sealed class ToldTests
{
    [Fact]
    public async Task The_end_tells_who_asked_what_was_done_and_who_approved_it()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.ApprovedAsync(await bench.AcceptedAsync(), Block, Revoke);
        await bench.WorkAsync();

        var rows = await bench.Life.Bench.Store.AllOutboxAsync(CancellationToken.None).Where(row => row.Effect is Effect.Notify { Kind: NoticeKind.Done }).ToListAsync();
        var told = Assert.Single(rows, row => ((Effect.Notify)row.Effect).Reader is Reader.Requester);
        var work = (await Outgoing.ReadAsync(bench.Life.Bench.Vault, told.Key, CancellationToken.None))!.Notice!.Requests[0].Work!;
        Assert.Equal(["ines"], work.Approvals.Select(approval => approval.By));
        Assert.Equal(["blocage de la connexion", "fermeture de toutes les sessions"], work.Steps.Select(step => step.What.Fr));
        Assert.True(work.IsOver);
        foreach (var other in rows.Where(row => row.Key != told.Key))
            Assert.Null((await Outgoing.ReadAsync(bench.Life.Bench.Vault, other.Key, CancellationToken.None))!.Notice!.Requests[0].Work);
        Assert.Equal(RequestState.Done, (await bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task An_act_on_another_plan_than_the_one_shown_does_nothing()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var old = PlanHash.Of(await bench.DrawAsync(request, PlanOf(request, Block)));
        await bench.DrawAsync(request, PlanOf(request, Revoke));
        var before = (await bench.NowAsync(request)).Version;

        Assert.Equal(ApprovalRefusal.PlanChanged, (await bench.Desk.RefuseAsync(request.State.Reference, First, CancellationToken.None, old)).Reason);
        Assert.Equal(ApprovalRefusal.PlanChanged, (await bench.Desk.TickAsync(request.State.Reference, First, 0, CancellationToken.None, old)).Reason);
        Assert.Equal(ApprovalRefusal.PlanChanged, (await bench.Desk.ResumeAsync(request.State.Reference, First, CancellationToken.None, old)).Reason);
        Assert.Equal(ApprovalRefusal.PlanChanged, (await bench.Desk.UndoAsync(request.State.Reference, First, "account-ines", CancellationToken.None, old)).Reason);
        Assert.Equal(before, (await bench.NowAsync(request)).Version);
        Assert.True((await bench.Desk.RefuseAsync(request.State.Reference, First, CancellationToken.None, (await bench.RunAsync(request)).Hash)).Taken);
    }

    [Fact]
    public async Task A_button_keeps_the_plan_and_the_step_that_it_was_shown_with()
    {
        await using var bench = new ExecutionBench();
        var request = await bench.AcceptedAsync();
        var book = bench.Life.Bench.Cards;
        var plain = new Grant("card", request.Id, "take", 3);
        Grant[] grants = [plain, plain with { Verb = "approve-plan", Plan = "a" }, plain with { Verb = "approve-plan", Plan = "b" }, plain with { Verb = "tick-step", Plan = "a", Step = 0 }, plain with { Verb = "tick-step", Plan = "a", Step = 1 }];
        await bench.Life.Bench.Store.CommitAsync(new StoreUnit { Texts = await book.SealNewAsync([.. grants], CancellationToken.None) }, CancellationToken.None);
        Assert.Equal(grants.Length, grants.Select(book.IdOf).Distinct().Count());
        foreach (var grant in grants) Assert.Equal(grant, await book.FindGrantAsync(book.IdOf(grant), CancellationToken.None));
    }
}
