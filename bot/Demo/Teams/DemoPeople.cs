using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>Somebody who has the demo's Teams.</summary>
/// <param name="Id">Teams' id, <c>29:…</c>.</param>
/// <param name="ObjectId">The Entra id's, a GUID in lower case; the same at each start.</param>
/// <param name="TenantId">The tenant, a GUID in lower case.</param>
/// <param name="Name">The shown name.</param>
/// <param name="Address">Mail address and sign-in name.</param>
/// <param name="Locale">The language of the person's client.</param>
internal sealed record DemoPerson(string Id, string ObjectId, string TenantId, string Name, string Address, string Locale)
{
    /// <summary>The customer; null for a technician.</summary>
    public Customer? Customer { get; init; }

    /// <summary>The role at the customer's.</summary>
    public Role Role { get; init; }

    /// <summary>What a technician may do; null for a customer's person.</summary>
    public TechnicianRole? Technician { get; init; }

    /// <summary>The bot that the person speaks with.</summary>
    public BotKey Bot => Technician is null ? BotKey.Customers : BotKey.Technicians;
}

/// <summary>The people of the demo: those whom the customer files list, and two technicians.</summary>
internal static class DemoPeople
{
    /// <summary>The tenant of the technicians, in which the bots are registered.</summary>
    public const string TechnicianTenant = "0d3f5a6e-7b18-4c92-9e54-8a1c6f2b7d04";

    private const string TechnicianDomain = "msp.example";

    /// <summary>Everybody, customers first.</summary>
    public static ImmutableArray<DemoPerson> Of(IEnumerable<Customer> customers) =>
    [
        .. from customer in customers.OrderBy(customer => customer.Subscription.Level)
           where customer.TenantId is not null
           from person in customer.People.OrderByDescending(person => person.Role)
           select OfCustomer(customer, person),
        Technician("technicien", "Technicien de démonstration", TechnicianRole.Technician),
        Technician("responsable", "Responsable de démonstration", TechnicianRole.Lead),
    ];

    /// <summary>The administrator with Standard has not added the app until they write in it: what waits for their yes comes by mail, with a link.</summary>
    public static bool ReadsMailAlone(DemoPerson person) => person is { Role: Role.Administrator, Customer.Subscription.Level: Level.Standard };

    private static DemoPerson OfCustomer(Customer customer, Person person)
    {
        var address = person.Addresses[0].Value;
        return new DemoPerson(
            IdOf(address), person.EntraId?.ToString("D") ?? ObjectIdOf(address), customer.TenantId!.Value.ToString("D"), person.Name, address,
            person.Language == Language.English ? "en-GB" : "fr-FR")
        { Customer = customer, Role = person.Role };
    }

    private static DemoPerson Technician(string local, string name, TechnicianRole role)
    {
        var address = $"{local}@{TechnicianDomain}";
        return new DemoPerson(IdOf(address), ObjectIdOf(address), TechnicianTenant, name, address, "fr-FR") { Technician = role };
    }

    /// <summary>The object id of an address, the same at each start.</summary>
    public static string ObjectIdOf(string address) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16)).ToString("D");

    /// <summary>Another part of the hash, so that nobody can take the one for the other.</summary>
    private static string IdOf(string address) => $"29:1{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(16))}";
}
