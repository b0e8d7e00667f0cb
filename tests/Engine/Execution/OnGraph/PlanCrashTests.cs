using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>
/// RELIABILITY E60, E62: every family of plans from the mail to the tenant, with a process that dies at each step's boundary (before its call, after it,
/// after its answer, after its end) and a next one that has the store alone.
/// </summary>
public sealed class PlanCrashTests
{
    private static readonly string[] Points = ["P14", "P15", "P16", "P17"];

    public static TheoryData<string> All => [.. Families.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task E60_A_process_that_dies_at_each_boundary_of_each_step_brings_every_effect_about_once(string family)
    {
        await using var bench = await GraphBench.StartAsync(Points.Length);
        foreach (var (point, customer) in Points.Zip(bench.World.Customers))
        {
            var request = (await bench.AskAsync(customer, Families.Of(family, customer, bench.Bench.Clock.GetUtcNow())))[0];
            var plan = await bench.ApproveAsync(request);
            Assert.Equal(Families.CallsOf(family), string.Join(' ', plan.Steps.Where(step => step.Does is not Step.ByHand).Select(step => StepFacts.Of(step.Does).Id)));
            if (family == "exchange") Assert.Equal((1, 1), (((Step.SetLicences)plan.Steps[0].Does).Added.Length, ((Step.SetLicences)plan.Steps[0].Does).Removed.Length));
            var died = bench.Deaths;
            bench.KillAt(point);

            var run = await bench.PassAsync(request, TimeSpan.FromHours(2));

            var calls = plan.Steps.Count(step => step.Does is not Step.ByHand);
            Assert.Equal(calls, bench.Deaths - died);
            if (point == "P14" && plan.Steps.Any(IsNeverRepeated))
            {
                // Nobody knows whether it left: a person looks, and draws up another plan of the tenant as it is.
                Assert.Equal((PlanState.Halted, PlanReasons.Unclear), (run.State, run.Reason));
                Assert.True(IsNeverRepeated(plan.Steps[run.Current]));
                bench.Reached = _ => { };
                await bench.ApproveAsync(request);
                run = await bench.PassAsync(request, TimeSpan.FromHours(2));
            }

            Assert.Equal((PlanState.Done, null as string), (run.State, run.Reason));
            Assert.All(run.Steps, step => Assert.NotNull(step.End));
            Assert.Equal(plan.Steps.Count(IsNeverRepeated), bench.World.Server.Log.Effects.Count(effect => IsDestruction(effect, customer)));
            LastPasswordWorks(bench, request, plan, bench.World.TenantOf(customer));
        }

        await EffectCheck.HoldsAsync(bench);
    }

    private static bool IsNeverRepeated(PlannedStep step) => step.Does is Step.WipeDevice or Step.RetireDevice or Step.DeleteAccount;

    private static bool IsDestruction(TestGraph.GraphEffect effect, Customer customer) => effect.TenantId == customer.TenantId.ToString()
        && (effect.Method == "DELETE" && effect.Route == "users/{user}" || effect.Route.EndsWith("/wipe", StringComparison.Ordinal) || effect.Route.EndsWith("/retire", StringComparison.Ordinal));

    private static void LastPasswordWorks(GraphBench bench, RequestDocument request, Plan plan, TestGraph.GraphTenant tenant)
    {
        if (plan.Steps.Select(step => step.Does).FirstOrDefault(StepAccounts.SetsPassword) is not { } step) return;
        // Null where the process died after the password's step had ended: a technician asks for a new one.
        if (bench.Shelf.Take(request.Id) is { } shown) Assert.True(tenant.IsPassword(StepAccounts.Of(step)!.UserPrincipalName, shown));
    }
}
