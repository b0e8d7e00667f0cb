using System.Net;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E72: a plan of several steps of which one fails.</summary>
public sealed class PartialTests
{
    [Theory]
    [InlineData("arrival", 5)]
    [InlineData("departure", 6)]
    [InlineData("phone-lost", 4)]
    public async Task E72_Whichever_step_fails_nobody_hears_done_and_after_a_persons_look_it_goes_on_with_each_effect_once(string family, int calls)
    {
        await using var bench = await GraphBench.StartAsync(calls);
        for (var failing = 1; failing <= calls; failing++)
        {
            var (customer, tenant) = (bench.World.Customers[failing - 1], bench.World.Tenants[failing - 1]);
            var request = (await bench.AskAsync(customer, Families.Of(family, customer, bench.Bench.Clock.GetUtcNow())))[0];
            var plan = await bench.ApproveAsync(request);
            Assert.Equal(calls, plan.Steps.Count(step => step.Does is not Step.ByHand));
            var call = 0;
            bench.Reached = point =>
            {
                if (point == "P14" && ++call == failing)
                    foreach (var method in (string[])["POST", "PATCH", "PUT", "DELETE"])
                        foreach (var path in (string[])["users", "users/**", "groups/**", "deviceManagement/**"])
                            bench.World.Server.Faults.On(method, path, tenant).Refuse(HttpStatusCode.BadRequest, "Request_BadRequest", "Not today.");
                if (point == "P15") bench.World.Server.Faults.Clear();
            };

            var run = await bench.PassAsync(request, TimeSpan.FromHours(2));

            Assert.Equal((PlanState.Halted, "Request_BadRequest"), (run.State, run.Reason));
            Assert.Equal(failing - 1, bench.World.Server.Log.Effects.Count(effect => effect.TenantId == tenant.Id));
            Assert.False(await HeardDoneAsync(bench, request));
            if (plan.Steps[run.Current].Does is Step.WipeDevice) continue; // Asked for once more by another plan, with two people again.

            Assert.True((await bench.Desk.ResumeAsync(request.State.Reference, ExecutionBench.First, CancellationToken.None)).Taken);
            Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromHours(2))).State);
            Assert.Equal(calls, bench.World.Server.Log.Effects.Count(effect => effect.TenantId == tenant.Id));
            Assert.True(await HeardDoneAsync(bench, request));
        }

        await EffectCheck.HoldsAsync(bench);
    }

    private static async Task<bool> HeardDoneAsync(GraphBench bench, RequestDocument request) =>
        await bench.Bench.Store.AllOutboxAsync(CancellationToken.None).AnyAsync(row =>
            row.Effect is Effect.Notify { Kind: NoticeKind.Done } notify && notify.Request == request.Id);
}
