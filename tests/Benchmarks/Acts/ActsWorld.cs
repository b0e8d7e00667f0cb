using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.State;
using FakeApp = SiOne.Bot.TestGraph.SignIn.GraphApp;

namespace SiOne.Bot.Benchmarks.Acts;

/// <summary>Customers with a tenant each on the test graph, a team there, and people who shall become its members.</summary>
internal sealed class ActsWorld
{
    private const string Team = "Devis";
    private readonly Dictionary<PowerClass, FakeApp> _apps;

    public ActsWorld(GraphServer server, int tenants, int acts)
    {
        Server = server;
        _apps = Enum.GetValues<PowerClass>().ToDictionary(power => power, power => server.AddApp(new FakeApp(Guid.NewGuid().ToString(), power.ToString(), $"secret-{Guid.NewGuid():N}")));
        Settings = new GraphSettings
        {
            LoginHost = new Uri(server.Url),
            GraphHost = new Uri(server.Url),
            Apps = _apps.ToDictionary(app => app.Key, app => new GraphApp(Guid.Parse(app.Value.ClientId), new GraphCredential.Secret(app.Value.Secret!))),
        };
        Customers = [.. Enumerable.Range(1, tenants).Select(CustomerOf)];
        Tenants = [.. Customers.Select(customer => Seed(customer, acts))];
    }

    public GraphServer Server { get; }

    public GraphSettings Settings { get; }

    public ImmutableArray<Customer> Customers { get; }

    public ImmutableArray<GraphTenant> Tenants { get; }

    /// <summary>One act of a customer's: somebody becomes a member of the team.</summary>
    public static UnderstoodRequest Act(Customer customer, int number) => new()
    {
        Operation = LicenceOperations.Teams,
        Confidence = 1,
        Person = AddressOf(customer, number),
        Fields = ImmutableSortedDictionary<string, string>.Empty.Add(FieldNames.Teams, Team).Add(FieldNames.Change, Changes.Add),
    };

    private static string AddressOf(Customer customer, int number) => $"agent{number}@{customer.Domains[0]}";

    private static Customer CustomerOf(int number) => new()
    {
        Id = $"c{number}",
        Name = $"Client {number}",
        TenantId = Guid.NewGuid(),
        Subscription = new Subscription { Level = Level.Standard, Services = [.. Enum.GetValues<Service>().Where(service => service is not Service.ManagedServices)] },
        Domains = [$"c{number}.example"],
        People = [new Person { Id = "boss", Name = "Ada Modèle", Addresses = [MailAddress.Parse($"boss@c{number}.example")], Role = Role.Direction }],
    };

    private GraphTenant Seed(Customer customer, int acts)
    {
        var tenant = Server.AddTenant(customer.TenantId!.Value, [customer.Domains[0]]);
        foreach (var (power, app) in _apps) tenant.Grant(app, [.. PermissionsOf(power)]);
        tenant.Grant([.. Enum.GetValues<PowerClass>().SelectMany(PermissionsOf).Distinct()]);
        tenant.AddGroup(Team, GroupKind.Team, $"devis@{customer.Domains[0]}");
        for (var i = 0; i < acts; i++) tenant.AddUser(AddressOf(customer, i), $"Agent {i}");
        return tenant;
    }

    private static IEnumerable<string> PermissionsOf(PowerClass power) => power == PowerClass.Reading
        ? AllExecutors.List.SelectMany(executor => executor.ReadPermissions).Append("Organization.Read.All").Distinct()
        : AllExecutors.List.Where(executor => executor.Power == power).Select(executor => executor.Permission).Append("User.Read.All").Distinct();
}

/// <summary>Understands what it was told that a text means: how texts are read is measured elsewhere.</summary>
internal sealed class ToldRequests : IUnderstanding
{
    private readonly ConcurrentDictionary<string, ImmutableArray<UnderstoodRequest>> _told = new(StringComparer.Ordinal);

    public string Text(ImmutableArray<UnderstoodRequest> wanted)
    {
        var text = $"Bonjour, voir notre dossier {Guid.NewGuid():N}.";
        _told[text] = wanted;
        return text;
    }

    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_told[message.Text.Trim()]);
}
