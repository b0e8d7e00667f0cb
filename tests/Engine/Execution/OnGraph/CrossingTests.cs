using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestGraph;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>RELIABILITY E64, E71: two customers with hundreds of plans each, side by side; five hundred with <c>SIONE_PLANS=500</c>.</summary>
public sealed class CrossingTests
{
    private static readonly int PlansEach = int.TryParse(Environment.GetEnvironmentVariable("SIONE_PLANS"), out var plans) ? plans : 200;
    private const int InAMail = 10;
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(7);

    [Fact]
    public async Task E64_E71_Two_customers_with_hundreds_of_interleaved_plans_each_never_cross_and_a_throttled_one_delays_the_other_by_nothing()
    {
        await using var bench = await GraphBench.StartAsync(customers: 2);
        var (slow, quick) = (bench.World.Tenants[0], bench.World.Tenants[1]);
        var people = bench.World.Customers.ToDictionary(customer => customer.Id, customer => Joiners(bench.World.TenantOf(customer), customer));
        var mails = new List<ImmutableArray<RequestDocument>>();
        for (var from = 0; from < PlansEach; from += InAMail)
            foreach (var customer in bench.World.Customers)
                mails.Add(await bench.AskAsync(customer, [.. people[customer.Id].Skip(from).Take(InAMail).Select(who => Join(who.Address))]));
        await Task.WhenAll(mails.Select(bench.ApproveAsync));
        RequestDocument[] requests = [.. mails.SelectMany(mail => mail)];

        // The first answer of one tenant says that it is too much, and so does every other one for minutes.
        slow.Throttled = Wait;
        var begun = bench.Bench.Clock.GetUtcNow();
        await bench.WorkAsync();
        Assert.Equal(PlansEach, EffectsIn(bench, quick).Length);
        Assert.All(EffectsIn(bench, quick), effect => Assert.Equal(begun, effect.At));
        Assert.Empty(EffectsIn(bench, slow));

        slow.Throttled = null;
        bench.Bench.Clock.Advance(Wait - TimeSpan.FromSeconds(1));
        await bench.WorkAsync();
        Assert.Empty(EffectsIn(bench, slow));
        bench.Bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.WorkAsync();

        foreach (var customer in bench.World.Customers)
        {
            var tenant = bench.World.TenantOf(customer);
            var devis = tenant.All("group").Single(group => group.Text("displayName") == "Devis");
            Assert.Equal(people[customer.Id].Select(who => who.Id).Order(StringComparer.Ordinal), devis.LinksOf("members").Order(StringComparer.Ordinal));
        }

        foreach (var request in requests) Assert.Equal(PlanState.Done, (await bench.RunAsync(request)).State);
        await EffectCheck.HoldsAsync(bench);
    }

    [Fact]
    public async Task E64_Plans_of_two_customers_run_side_by_side()
    {
        await using var bench = await GraphBench.StartAsync(customers: 2);
        foreach (var customer in bench.World.Customers)
        {
            await bench.ApproveAsync(await bench.AskAsync(customer, [.. Joiners(bench.World.TenantOf(customer), customer).Take(InAMail).Select(who => Join(who.Address))]));
        }

        await bench.WorkAsync();

        var order = bench.World.Server.Log.Effects.Select(effect => effect.TenantId).ToArray();
        Assert.Equal(2 * InAMail, order.Length);
        Assert.True(order.Zip(order.Skip(1)).Count(pair => pair.First != pair.Second) > 1);
        await EffectCheck.HoldsAsync(bench);
    }

    private static UnderstoodRequest Join(string address) => Families.Wanted(LicenceOperations.Teams, address, ("teams", "Devis"), ("change", Changes.Add));

    private static ImmutableArray<(string Address, string Id)> Joiners(GraphTenant tenant, Customer customer) =>
    [
        .. Enumerable.Range(0, PlansEach).Select(at => $"agent{at}@{customer.Domains[0]}").Select(address => (address, tenant.AddUser(address, address).Id)),
    ];

    private static GraphEffect[] EffectsIn(GraphBench bench, GraphTenant tenant) => [.. bench.World.Server.Log.Effects.Where(effect => effect.TenantId == tenant.Id)];
}
