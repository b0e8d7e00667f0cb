using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Host.Demo.Teams;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.SignIn;
using SiOne.Bot.TestGraph;
using GraphApp = SiOne.Bot.Graph.Settings.GraphApp;
using GroupKind = SiOne.Bot.TestGraph.State.GroupKind;

namespace SiOne.Bot.Host.Demo.Graph;

/// <summary>
/// The demo's Microsoft 365: each invented customer has a tenant on this machine, with the people of its file, a few colleagues whom the demo's mails name,
/// licences, groups and devices. Plans change it as they would the real one; a new start begins anew.
/// </summary>
internal sealed class DemoTenants : IAsyncDisposable
{
    private const int Spare = 2;
    private static readonly (string Customer, string Address, string Name)[] Colleagues =
    [
        ("demo-premium", "marc.oullier@demo-premium.example", "Marc Oullier"),
        ("demo-standard", "paul.tessier@demo-standard.example", "Paul Tessier"),
        ("demo-serenite", "i.berthou@demo-serenite.example", "Inès Berthou"),
    ];

    private readonly GraphServer _server;

    private DemoTenants(GraphServer server, GraphSettings graph, ExecutionOptions execution) => (_server, Graph, Execution) = (server, graph, execution);

    /// <summary>How the product reaches it.</summary>
    public GraphSettings Graph { get; }

    /// <summary>Who approves in the demo: whoever typed the code, and the one in charge in the demo's Teams.</summary>
    public ExecutionOptions Execution { get; }

    /// <summary>Listens, and fills every customer's tenant.</summary>
    public static async Task<DemoTenants> StartAsync(IEnumerable<Customer> customers, TeamsSettings teams, TimeProvider clock)
    {
        var server = await GraphServer.StartAsync(clock);
        var apps = new Dictionary<PowerClass, GraphApp>();
        var known = Enum.GetValues<PowerClass>().ToDictionary(power => power, power => server.AddApp(
            new TestGraph.SignIn.GraphApp(Guid.NewGuid().ToString(), $"SiOne.Bot {power}", Guid.NewGuid().ToString("N"))));
        foreach (var (power, app) in known) apps[power] = new GraphApp(Guid.Parse(app.ClientId), new GraphCredential.Secret(app.Secret!));
        foreach (var customer in customers.Where(customer => customer.TenantId is not null)) Fill(server, known, customer, clock.GetUtcNow());
        var url = new Uri($"{server.Url}/");
        return new DemoTenants(server, new GraphSettings { LoginHost = url, GraphHost = url, Apps = apps }, ExecutionOf(teams));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static ExecutionOptions ExecutionOf(TeamsSettings teams) => new()
    {
        StaffTenant = Guid.Parse(DemoPeople.TechnicianTenant),
        Technicians =
        [
            new Technician(CodeEndpoints.Technician.Id, CodeEndpoints.Technician.Id, TechnicianRole.Lead),
            .. GraphSettingsReader.TechniciansOf(teams, new Dictionary<string, string>(), new Dictionary<string, string>()),
        ],
        // Whoever tries the demo tries often.
        Caps = new ApprovalCaps(Secrets: 50, Blocks: 50, Destructions: 10),
    };

    private static void Fill(GraphServer server, IReadOnlyDictionary<PowerClass, TestGraph.SignIn.GraphApp> apps, Customer customer, DateTimeOffset now)
    {
        var tenant = server.AddTenant(customer.TenantId!.Value, [.. customer.Domains], customer.Name);
        foreach (var (power, app) in apps) tenant.Grant(app, [.. AppPermissions.NeededBy(power)]); // No more: the demo shows that these are enough.
        var people = customer.People.Where(person => person.Role is not Role.ThirdParty).Select(person => (Address: person.Addresses[0].Value, person.Name))
            .Concat(Colleagues.Where(colleague => colleague.Customer == customer.Id).Select(colleague => (colleague.Address, colleague.Name))).ToArray();
        var sku = tenant.AddSku(customer.Microsoft365.ArrivalLicence ?? "SPB", people.Length + Spare);
        var everybody = tenant.AddGroup("Tous", GroupKind.Microsoft365, $"tous@{customer.Domains[0]}");
        var team = tenant.AddGroup("Direction", GroupKind.Team, $"direction-equipe@{customer.Domains[0]}");
        tenant.AddGroup("Atelier", GroupKind.DistributionList, $"atelier@{customer.Domains[0]}");
        foreach (var (address, name) in people)
        {
            var user = tenant.AddUser(address, name, values => values["usageLocation"] = customer.Microsoft365.UsageLocation, id: IdOf(customer, address));
            tenant.Assign(sku, user);
            tenant.AddMember(everybody, user);
            if (address.StartsWith("direction@", StringComparison.Ordinal)) tenant.AddMember(team, user, isOwner: true);
            tenant.AddDevice(user, $"Téléphone de {name}", SerialOf(address), values => values["model"] = "iPhone 15");
        }

        Announce(tenant, now);
    }

    /// <summary>What Microsoft could announce, and one about a service that nobody there uses.</summary>
    private static void Announce(GraphTenant tenant, DateTimeOffset now)
    {
        tenant.AddAnnouncement("MC900001", "Microsoft Teams: New meeting recap for channels", now.AddDays(-3), ["Microsoft Teams"]);
        tenant.AddAnnouncement(
            "MC900002", "Exchange Online: Basic authentication for client submission retires", now.AddDays(-8), ["Exchange Online"],
            values => values["actionRequiredByDateTime"] = now.AddMonths(2).ToString("yyyy-MM-ddT00:00:00Z", CultureInfo.InvariantCulture));
        tenant.AddAnnouncement("MC900003", "Dynamics 365: Wave plan available", now.AddDays(-2), ["Dynamics 365 Apps"]);
    }

    /// <summary>Who signs in to the demo's Teams has the same account here.</summary>
    private static Guid IdOf(Customer customer, string address) =>
        customer.People.FirstOrDefault(person => person.Addresses[0].Value == address)?.EntraId ?? Guid.Parse(DemoPeople.ObjectIdOf(address));

    /// <summary>The same at each start.</summary>
    private static string SerialOf(string address) => $"F{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 4))}";
}
