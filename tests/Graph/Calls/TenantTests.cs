using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tests.Executors;
using SiOne.Bot.Graph.Tokens;
using SiOne.Bot.TestGraph;

namespace SiOne.Bot.Graph.Tests.Calls;

/// <summary>A tenant is one tenant (RELIABILITY E64, E65), and power has classes (E73).</summary>
public sealed class TenantTests
{
    private const int ActsPerTenant = 500;

    [Fact]
    public async Task E64_Two_tenants_with_five_hundred_interleaved_acts_each_never_cross()
    {
        await using var customers = await Customers.StartAsync();
        GraphTenant[] tenants = [customers.Add("atelier.example"), customers.Add("atelier.example")];
        var people = tenants.ToDictionary(tenant => tenant.Id, tenant =>
            Enumerable.Range(0, ActsPerTenant).Select(at => Acts.Ref(tenant.AddUser($"p{at}@atelier.example", $"Personne {at}"))).ToList());
        var acts = from at in Enumerable.Range(0, ActsPerTenant) from tenant in tenants select (Tenant: tenant, Who: people[tenant.Id][at]);
        await Parallel.ForEachAsync(acts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (act, _) =>
            Assert.IsType<StepAnswer.Taken>(await customers.DoAsync(act.Tenant, new Step.SetSignIn(act.Who, false))));
        Assert.Equal(2 * ActsPerTenant, customers.Server.Log.Effects.Count);
        foreach (var tenant in tenants)
        {
            var own = people[tenant.Id].Select(person => person.Id.ToString()!).Order(StringComparer.Ordinal);
            Assert.Equal(own, customers.Server.Log.Effects.Where(effect => effect.TenantId == tenant.Id).Select(effect => effect.TargetId).Order(StringComparer.Ordinal));
            Assert.All(tenant.All("user"), user => Assert.False(user.Is("accountEnabled")));
        }
    }

    [Fact]
    public async Task E64_A_token_of_another_tenant_is_never_sent()
    {
        await using var customers = await Customers.StartAsync();
        var (tenant, other) = (customers.Add("atelier.example"), customers.Add("usine.example"));
        var step = Acts.Make("block-sign-in", tenant);
        other.Grant("User.ReadWrite.All");
        foreach (var token in (string[])[customers.Server.IssueToken(other), "opaque", "a.b.c"])
        {
            using var sut = customers.With(new MixedUp(token));
            Assert.Equal(new StepAnswer.Refused("wrong-tenant"), await sut.DoAsync(Guid.Parse(tenant.Id), step, new StepCall("k"), CancellationToken.None));
            Assert.Equal(new StepSight.Failed(new StepAnswer.Refused("wrong-tenant")), await sut.LookAsync(Guid.Parse(tenant.Id), step, Customers.Start, CancellationToken.None));
            Assert.True((await sut.ReadAsync(Guid.Parse(tenant.Id), new PictureWanted(["a@atelier.example"], [], [], false), CancellationToken.None)).Failed);
        }
        Assert.Empty(customers.Server.Log.Calls);
    }

    [Fact]
    public async Task E64_A_tenant_that_is_no_customers_is_refused_before_anything_is_sent()
    {
        await using var customers = await Customers.StartAsync();
        var tenant = customers.Add();
        var step = Acts.Make("block-sign-in", tenant);
        customers.Known.Clear();
        Assert.Equal(new StepAnswer.Refused("wrong-tenant"), await customers.DoAsync(tenant, step));
        Assert.Equal(new StepSight.Failed(new StepAnswer.Refused("wrong-tenant")), await customers.LookAsync(tenant, step));
        var grants = await customers.Sut.GrantedAsync(Guid.Parse(tenant.Id), Graph.Settings.PowerClass.Reading, CancellationToken.None);
        Assert.Equal((null, "wrong-tenant"), (grants.Granted, grants.Code));
        Assert.Empty(customers.Server.Log.Calls);
    }

    [Fact]
    public async Task E65_Nobody_of_another_tenant_is_found()
    {
        await using var customers = await Customers.StartAsync();
        var (tenant, other) = (customers.Add("atelier.example"), customers.Add("usine.example"));
        var stranger = Acts.Ref(other.AddUser("paul@usine.example", "Paul"));
        customers.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(new StepSight.Drifted("gone"), await customers.LookAsync(tenant, new Step.SetSignIn(stranger, false)));
        Assert.IsType<StepAnswer.Refused>(await customers.DoAsync(tenant, new Step.SetSignIn(stranger, false)));
        Assert.Equal(0, customers.EffectsOn(other));
    }

    [Theory]
    [InlineData("wipe")]
    [InlineData("lock")]
    [InlineData("retire")]
    [InlineData("delete-account")]
    public async Task E73_What_destroys_is_off_unless_it_is_configured(string name)
    {
        await using var customers = await Customers.StartAsync(settings => settings with
        {
            Apps = settings.Apps.Where(app => app.Key != PowerClass.Destroying).ToDictionary(app => app.Key, app => app.Value),
        });
        var tenant = customers.Add();
        Assert.Equal(new StepAnswer.Refused("not-configured"), await customers.DoAsync(tenant, Acts.Make(name, tenant)));
        Assert.Empty(customers.Server.Log.Calls);
    }

    [Fact]
    public void Settings_that_would_speak_in_the_clear_or_share_an_app_are_refused()
    {
        var app = new GraphApp(Guid.NewGuid(), new GraphCredential.Secret("s"));
        var good = new GraphSettings { Apps = new Dictionary<PowerClass, GraphApp> { [PowerClass.Reading] = app } };
        Assert.Empty(good.Mistakes());
        Assert.NotEmpty((good with { GraphHost = new Uri("http://graph.microsoft.com") }).Mistakes());
        Assert.NotEmpty((good with { LoginHost = new Uri("http://login.example") }).Mistakes());
        Assert.Empty((good with { LoginHost = new Uri("http://127.0.0.1:8080") }).Mistakes());
        var shared = good with { Apps = new Dictionary<PowerClass, GraphApp> { [PowerClass.Reading] = app, [PowerClass.Changing] = app } };
        Assert.NotEmpty(shared.Mistakes());
        Assert.Throws<ArgumentException>(() => new GraphTenants(shared, _ => true, TimeProvider.System, NullLogger<GraphTenants>.Instance));
    }

    /// <summary>A cache that was keyed without the tenant.</summary>
    private sealed class MixedUp(string token) : ITenantTokens
    {
        public Task<TenantToken> GetAsync(Guid tenant, PowerClass power, bool anew, CancellationToken cancellationToken) => Task.FromResult(TenantToken.Of(token));

        public void Doubt(Guid tenant, PowerClass power)
        {
        }
    }
}
