using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>
/// RELIABILITY I4 and I5, checked at the end of each test: each effect in a tenant has one intent and its approval (two where it destroys) by other
/// people, and no tenant but the plan's has any; and the ledger: each journal, folded, gives its request's state.
/// </summary>
internal static class EffectCheck
{
    public static async Task HoldsAsync(GraphBench bench)
    {
        var effects = bench.World.Server.Log.Effects.ToLookup(effect => effect.TenantId, StringComparer.Ordinal);
        var plans = new List<Carried>();
        await foreach (var document in bench.Bench.Store.AllRequestsAsync(CancellationToken.None))
            await foreach (var carried in PlansOfAsync(bench, document)) plans.Add(carried);
        foreach (var ofTenant in plans.GroupBy(carried => carried.Plan.TenantId))
        {
            var happened = effects[ofTenant.Key!.Value.ToString()].ToArray();
            // As many effects as steps that were done; a step that sets a password may be repeated, each time behind an intent of its own.
            var (least, most) = (ofTenant.Sum(carried => carried.Done), ofTenant.Sum(carried => carried.Most));
            Assert.InRange(happened.Length, least, most);
            if (least == most && ofTenant.Count() == 1) Assert.Equal(happened.Length, happened.DistinctBy(effect => (effect.Method, effect.Path)).Count());
            Assert.All(ofTenant, IsApproved);
        }

        // I5: nothing in a tenant that no plan is about.
        Assert.Equal(bench.World.Server.Log.Effects.Count, plans.Select(carried => carried.Plan.TenantId).Distinct().Sum(tenant => effects[tenant!.Value.ToString()].Count()));
        var report = await bench.Bench.AuditAsync();
        Assert.Empty(report.Mistakes);
        Assert.True(report.AddsUp);
    }

    /// <summary>The plans that were drawn up for a request, each with what the journal says of it.</summary>
    private static async IAsyncEnumerable<Carried> PlansOfAsync(GraphBench bench, RequestDocument document)
    {
        var events = document.Journal.Select(entry => entry.Event).OfType<RequestEvent.Execution>().Select(happened => happened.What).ToArray();
        var starts = events.Index().Where(happened => happened.Item is ExecutionEvent.Drawn).Select(happened => happened.Index).Append(events.Length).ToArray();
        foreach (var (from, to) in starts.Zip(starts.Skip(1)))
        {
            var drawn = (ExecutionEvent.Drawn)events[from];
            var plan = (await bench.Plans.FindAsync(new PlanRun { PlanKey = drawn.PlanKey, Hash = drawn.Hash, DrawnAt = Bench.Start }, CancellationToken.None))!;
            Assert.Equal(bench.Bench.Customers.Find(document.State.CustomerId, bench.Bench.Clock.GetUtcNow())!.TenantId, plan.TenantId);
            yield return new Carried(document.State.PersonId, plan, drawn.Hash, events[from..to]);
        }
    }

    private static void IsApproved(Carried carried)
    {
        var firstStage = ApprovalRules.FirstStage(carried.Plan);
        if (firstStage > 0) IsApproved(carried, from: 0, atLeast: 1);
        IsApproved(carried, firstStage, atLeast: ApprovalRules.TakesTwo(carried.Plan) ? 2 : 1);
    }

    private static void IsApproved(Carried carried, int from, int atLeast)
    {
        var first = Array.FindIndex(carried.Events, happened => happened is ExecutionEvent.Intended intended && intended.Step >= from);
        if (first < 0) return;
        var people = carried.Events.Take(first).OfType<ExecutionEvent.Voted>().Where(vote => vote.Hash == carried.Hash)
            .Select(vote => ExecutionBench.Options.Technicians.Single(technician => technician.AccountId == vote.Account).PersonId).Distinct().ToArray();
        Assert.InRange(people.Length, atLeast, ApprovalRules.TakesTwo(carried.Plan) ? 2 : 1);
        Assert.DoesNotContain(people, person => person == carried.AskedBy);
    }

    private sealed record Carried(string? AskedBy, Plan Plan, string Hash, ExecutionEvent[] Events)
    {
        /// <summary>Steps that we did and read back.</summary>
        public int Done => Plan.Steps.Index().Count(step => IsDone(step.Index));

        /// <summary>And with what else may have come about: each call has an intent, and is repeated only where a new password takes the old one's place.</summary>
        public int Most => Plan.Steps.Index().Sum(step =>
        {
            var intents = Events.OfType<ExecutionEvent.Intended>().Count(intended => intended.Step == step.Index);
            Assert.True(intents > 0 || !IsDone(step.Index));
            return StepAccounts.MakesSecret(step.Item.Does) ? intents : Math.Min(intents, 1);
        });

        private bool IsDone(int step) => Events.OfType<ExecutionEvent.Settled>().Any(settled => settled.Step == step && settled.How is StepEnd.Done);
    }
}
