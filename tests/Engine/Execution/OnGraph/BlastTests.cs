using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Execution;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E69: how far a stolen approver's account reaches, and how fast everything stops.</summary>
public sealed class BlastTests
{
    private const int Many = 100;
    private const int InAMail = 10;

    [Fact]
    public async Task E69_A_hundred_yeses_of_one_approver_change_no_more_than_the_cap_of_the_hour()
    {
        await using var bench = await GraphBench.StartAsync(customers: 4, ApprovalCaps.Default);
        var refusals = new List<ApprovalRefusal?>();
        foreach (var request in await ManyAsync(bench, LicenceOperations.Password))
        {
            var drawn = await bench.Desk.DrawAsync(request.State.Reference, ExecutionBench.First, CancellationToken.None);
            refusals.Add(await bench.VoteAsync(request, drawn.Plan!, ExecutionBench.First));
            await bench.WorkAsync();
        }

        Assert.Equal((Many, ApprovalCaps.Default.Secrets), (refusals.Count, refusals.Count(refusal => refusal is null)));
        Assert.All(refusals.Where(refusal => refusal is not null), refusal => Assert.Equal(ApprovalRefusal.ApproverCap, refusal));
        Assert.Equal(ApprovalCaps.Default.Secrets, bench.World.Server.Log.Effects.Count(effect => effect.Route == "users/{user}"));
        await EffectCheck.HoldsAsync(bench);
    }

    [Fact]
    public async Task E69_Once_the_stop_switch_is_set_no_call_is_begun_and_when_it_is_lifted_each_comes_about_once()
    {
        await using var bench = await GraphBench.StartAsync(customers: 4);
        var requests = await ManyAsync(bench, LicenceOperations.Teams, ("teams", "Devis"), ("change", Changes.Add));
        await Task.WhenAll(requests.Chunk(InAMail).Select(mail => bench.ApproveAsync([.. mail])));
        var begun = 0;
        bench.Reached = point =>
        {
            if (point == "P15" && Interlocked.Increment(ref begun) == 20) bench.Stop.Set(true);
        };

        await bench.WorkAsync();

        // Those that had looked at the switch a moment before: at most one a place in each customer's lane.
        var done = bench.World.Server.Log.Effects.Count;
        Assert.InRange(done, 20, 19 + (4 * ExecutionWorker.LaneWidth));
        bench.Bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.WorkAsync();
        Assert.Equal(done, bench.World.Server.Log.Effects.Count);

        bench.Stop.Set(false);
        foreach (var request in requests) Assert.Equal(PlanState.Done, (await bench.PassAsync(request, TimeSpan.FromMinutes(5))).State);
        Assert.Equal(Many, bench.World.Server.Log.Effects.Count);
        await EffectCheck.HoldsAsync(bench);
    }

    private static async Task<List<RequestDocument>> ManyAsync(GraphBench bench, Operation operation, params (string, string)[] fields)
    {
        var requests = new List<RequestDocument>();
        for (var mail = 0; mail < Many / InAMail; mail++)
        {
            var customer = bench.World.Customers[mail % bench.World.Customers.Length];
            var people = Enumerable.Range(0, InAMail).Select(at => $"agent{mail}-{at}@{customer.Domains[0]}").ToArray();
            foreach (var person in people) bench.World.TenantOf(customer).AddUser(person, person);
            requests.AddRange(await bench.AskAsync(customer, [.. people.Select(person => Families.Wanted(operation, person, fields))]));
        }

        return requests;
    }
}
