using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.Faults;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E60, E61, E71: every family of plans while each call of it goes wrong on Microsoft's side.</summary>
public sealed class PlanFaultTests
{
    private static readonly (string Name, Action<FaultOrder> Order)[] Faults =
    [
        ("cut-after", order => order.CutAfter()), ("cut-before", order => order.CutBefore()), ("throttled", order => order.Throttle(TimeSpan.FromSeconds(40))),
        ("unavailable", order => order.Unavailable()), ("late", order => order.LateFor(TimeSpan.FromSeconds(60))),
    ];

    private static readonly string[] Paths = ["users", "users/**", "groups/**", "drives/**", "deviceManagement/**"];

    public static TheoryData<string> All => [.. Families.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task E60_A_call_that_is_cut_throttled_or_seen_late_comes_about_once(string family)
    {
        await using var bench = await GraphBench.StartAsync(Faults.Length);
        foreach (var (fault, customer) in Faults.Zip(bench.World.Customers))
        {
            var request = (await bench.AskAsync(customer, Families.Of(family, customer, bench.Bench.Clock.GetUtcNow())))[0];
            var plan = await bench.ApproveAsync(request);
            var (ordered, isFirst) = (0, true);
            bench.Reached = point =>
            {
                // Each step's first call, and none of its repetitions.
                if (point == "P14" && isFirst)
                {
                    isFirst = false;
                    ordered++;
                    Order(bench, bench.World.TenantOf(customer), fault.Order);
                }

                if (point == "P15") bench.World.Server.Faults.Clear();
                if (point == "P17") isFirst = true;
            };

            var run = await bench.PassAsync(request, TimeSpan.FromHours(6));

            if (fault.Name == "cut-before" && plan.Steps[Math.Min(run.Current, plan.Steps.Length - 1)].Does is Step.WipeDevice or Step.RetireDevice or Step.DeleteAccount)
                Assert.Equal((PlanState.Halted, PlanReasons.Unclear), (run.State, run.Reason));
            else
                Assert.Equal((PlanState.Done, null as string), (run.State, run.Reason));
            Assert.Equal(plan.Steps.Take(Math.Min(run.Current + 1, plan.Steps.Length)).Count(step => step.Does is not Step.ByHand), ordered);
        }

        await EffectCheck.HoldsAsync(bench);
    }

    private static void Order(GraphBench bench, GraphTenant tenant, Action<FaultOrder> order)
    {
        foreach (var method in (string[])["POST", "PATCH", "PUT", "DELETE"])
            foreach (var path in Paths) order(bench.World.Server.Faults.On(method, path, tenant));
    }
}
