using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.TestGraph;
using SiOne.Bot.TestGraph.State;
using FakeApp = SiOne.Bot.TestGraph.SignIn.GraphApp;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>What outlives the product's process: Microsoft's side with a tenant a customer, and what the customers' people wrote.</summary>
internal sealed class GraphWorld : IAsyncDisposable
{
    private readonly Dictionary<PowerClass, FakeApp> _apps;

    private GraphWorld(GraphServer server, TimeProvider clock, int customers)
    {
        (Server, Clock) = (server, clock);
        _apps = Enum.GetValues<PowerClass>().ToDictionary(power => power, power => server.AddApp(new FakeApp(Guid.NewGuid().ToString(), power.ToString(), $"secret-{Guid.NewGuid():N}")));
        Settings = new GraphSettings
        {
            LoginHost = new Uri(server.Url),
            GraphHost = new Uri(server.Url),
            Apps = _apps.ToDictionary(app => app.Key, app => new GraphApp(Guid.Parse(app.Value.ClientId), new GraphCredential.Secret(app.Value.Secret!))),
        };
        Customers = [.. Enumerable.Range(1, customers).Select(CustomerOf)];
        Directory = new CustomerDirectory(Customers);
        Tenants = [.. Customers.Select(Seed)];
    }

    public GraphServer Server { get; }

    public TimeProvider Clock { get; }

    public GraphSettings Settings { get; }

    public ImmutableArray<Customer> Customers { get; }

    public ICustomerDirectory Directory { get; }

    /// <summary>The customers' tenants, in their order.</summary>
    public ImmutableArray<GraphTenant> Tenants { get; }

    public SaidRequests Said { get; } = new();

    /// <summary>Everything that the tenants' side of the product has logged.</summary>
    public Lines Logged { get; } = new();

    public static async Task<GraphWorld> StartAsync(TimeProvider clock, int customers) => new(await GraphServer.StartAsync(clock), clock, customers);

    /// <summary>The tenants as a process that has just started reaches them: no token, no open connection, no closed gate.</summary>
    public GraphTenants Connect() => new(Settings, id => Customers.Any(customer => customer.TenantId == id), Clock, Logged);

    public GraphTenant TenantOf(Customer customer) => Tenants[Customers.IndexOf(customer)];

    /// <summary>Devices do what they were told.</summary>
    public void EndActions() => EndActions(_ => true);

    /// <summary>What does not take a phone out of Intune is done.</summary>
    public void EndLocks() => EndActions(action => action is "remoteLock" or "locateDevice");

    private void EndActions(Func<string, bool> isMeant)
    {
        foreach (var tenant in Tenants)
            foreach (var device in tenant.All("managedDevice"))
                foreach (var result in device.Values["deviceActionResults"]!.AsArray().OfType<JsonObject>().Where(result => (string?)result["actionState"] == "pending" && isMeant((string)result["actionName"]!)).ToArray())
                    tenant.EndAction(device, (string)result["actionName"]!);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static Customer CustomerOf(int number) => new()
    {
        Id = $"c{number}",
        Name = $"Client {number}",
        TenantId = Guid.NewGuid(),
        Subscription = new Subscription { Level = Level.Standard, Services = [.. Enum.GetValues<Service>().Where(service => service is not Service.ManagedServices)] },
        Domains = [$"c{number}.example"],
        People =
        [
            PersonOf("odile", "Odile Marchandeau", number, Role.Direction), PersonOf("lea", "Léa Bonnot", number, Role.Employee), PersonOf("bo", "Bo Kermadec", number, Role.Employee),
        ],
        Microsoft365 = new TenantTerms { ArrivalLicence = "O365_BUSINESS_PREMIUM", ArrivalGroups = ["Chantiers"] },
    };

    private static Person PersonOf(string id, string name, int customer, Role role) =>
        new() { Id = id, Name = name, Addresses = [MailAddress.Parse($"{id}@c{customer}.example")], Role = role };

    private GraphTenant Seed(Customer customer)
    {
        var domain = customer.Domains[0];
        var tenant = Server.AddTenant(customer.TenantId!.Value, [domain]);
        foreach (var (power, app) in _apps) tenant.Grant(app, [.. PermissionsOf(power)]);
        var (standard, premium) = (tenant.AddSku("O365_BUSINESS_PREMIUM", 10), tenant.AddSku("SPB", 5));
        var people = customer.People.Select(person => tenant.AddUser(person.Addresses[0].Value, person.Name)).ToArray();
        foreach (var user in people) tenant.Assign(standard, user);
        var lea = people[1];
        tenant.AddMember(tenant.AddGroup("Chantiers"), lea);
        tenant.AddGroup("Devis", GroupKind.Team, $"devis@{domain}");
        tenant.AddDevice(lea, "Téléphone de Léa", $"S-{customer.Id}");
        tenant.AddFile(lea, "Documents/Devis.xlsx", (Clock.GetUtcNow().AddDays(-6), "bon"), (Clock.GetUtcNow().AddHours(-3), "abîmé"));
        return tenant;
    }

    private static IEnumerable<string> PermissionsOf(PowerClass power) => power == PowerClass.Reading
        ? AllExecutors.List.SelectMany(executor => executor.ReadPermissions).Append("Organization.Read.All").Distinct()
        : AllExecutors.List.Where(executor => executor.Power == power).Select(executor => executor.Permission).Append("User.Read.All").Distinct();
}

/// <summary>Understands what a test says that somebody wants: how texts are read is another matter.</summary>
internal sealed class SaidRequests : IUnderstanding
{
    private readonly ConcurrentDictionary<string, ImmutableArray<UnderstoodRequest>> _said = new(StringComparer.Ordinal);
    private int _files;

    /// <summary>A text that means that, and nothing else does. A small number: long ones drawn by lot look like a secret now and then, and are masked.</summary>
    public string Text(params ImmutableArray<UnderstoodRequest> wanted)
    {
        var text = $"Bonjour, voir notre dossier {Interlocked.Increment(ref _files)}.";
        _said[text] = wanted;
        return text;
    }

    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_said[message.Text.Trim()]);
}

/// <summary>Keeps every line that is logged.</summary>
internal sealed class Lines : ILogger<GraphTenants>
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> All => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");
}
