using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Domain.Execution;

/// <summary>Under what an account is sought, and what to call it as long as nobody has looked.</summary>
/// <param name="Key">An address, an object id or a full name.</param>
/// <param name="Address">Its address as far as the customer file or its rule says; null when they say nothing.</param>
internal sealed record Sought(string Key, string? Address);

/// <summary>
/// Whom a request is about, from the customer file and what was understood. Addresses of a text count only in the customer's own domains
/// (RELIABILITY E65): nothing is ever sought at another company's.
/// </summary>
internal static class Whom
{
    // "In my absence, write to accueil@…", "the code came from …": there an address is whom to write to.
    private static readonly ImmutableArray<Operation> AddressIsAnothers = [MailboxOperations.Absence, PhoneOperations.Lost, PhoneOperations.Return];

    /// <summary>The account that a request is about; null when nothing says which.</summary>
    public static Sought? Of(Case request) => Picked(request) ?? Named(request) ?? Addressed(request) ?? (request.AboutSelf ? Self(request) : null);

    /// <summary>Somebody named by full name or address, as a field says it; null for a foreign address, or nothing.</summary>
    public static Sought? Of(Case request, string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || request.Customer is not { } customer) return null;
        if (written.Contains('@', StringComparison.Ordinal)) return Own(customer, written) is { } own ? At(own) : null;
        return Titled(customer, written) ?? Called(customer, written, []);
    }

    /// <summary>The addresses of a request that are in the customer's own domains, in the order of the text; one cut short is completed.</summary>
    public static ImmutableArray<string> OwnAddresses(Case request) => request.Customer is not { } customer ? [] :
    [
        .. Written(request).Select(text => Own(customer, text)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whether the text names an address of somebody else's company.</summary>
    public static bool NamesForeign(Case request) => request.Customer is { } customer && Written(request).Any(text => Own(customer, text) is null);

    /// <summary>The address of a listed person in one of the customer's domains; null when there is none.</summary>
    public static string? AddressOf(Customer customer, Person person)
    {
        var own = person.Addresses.FirstOrDefault(address => customer.Domains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase)).Value;
        return own.Length == 0 ? null : own.ToLowerInvariant();
    }

    /// <summary>The address that the customer's rule makes of a full name, first name first; null when the name leaves too little.</summary>
    public static string? MadeOf(Customer customer, string name)
    {
        var (first, last) = PersonParts.Of(name);
        return customer.Domains.IsEmpty || customer.Microsoft365.AddressRule.LocalOf(first, last) is not { } local ? null : $"{local}@{customer.Domains[0]}";
    }

    private static Sought? Picked(Case request)
    {
        if (!Guid.TryParse(request.Request.Fields.GetValueOrDefault(FieldNames.Account), out var id)) return null;
        var person = request.Customer?.People.FirstOrDefault(listed => listed.EntraId == id);
        return new Sought(id.ToString("D"), person is null ? null : AddressOf(request.Customer!, person));
    }

    private static Sought? Named(Case request)
    {
        if (request.Request.Person is not { } name || request.Customer is not { } customer) return null;
        if (request.Sender.IsCalled(name)) return Self(request);
        return name.Contains('@', StringComparison.Ordinal) ? Of(request, name) : Called(customer, name, OwnAddresses(request));
    }

    private static Sought? Addressed(Case request) =>
        AddressIsAnothers.Contains(request.Operation) || OwnAddresses(request) is not [var first, ..] ? null : At(first);

    private static Sought? Self(Case request)
    {
        var (customer, sender) = (request.Customer, request.Sender);
        if (customer is null) return null;
        var address = sender.Person is { } person ? AddressOf(customer, person) : Own(customer, sender.Address?.Value ?? "");
        if ((sender.Account ?? sender.Person?.EntraId) is { } id) return new Sought(id.ToString("D"), address);
        return address is null ? null : At(address);
    }

    // Two of one name: an address beside it may say which; else both are sought by name, and the tenant shows that nobody may guess.
    private static Sought Called(Customer customer, string name, ImmutableArray<string> addresses)
    {
        Person[] called = [.. customer.People.Where(person => PersonNames.Same(person.Name, name))];
        if (called.Length > 1 && called.Where(person => person.Addresses.Any(own => addresses.Contains(own.Value, StringComparer.OrdinalIgnoreCase))).ToArray() is [var meant])
            called = [meant];
        if (called is not [var one]) return new Sought(Cut(name), MadeOf(customer, name));
        var address = AddressOf(customer, one);
        return one.EntraId is { } id ? new Sought(id.ToString("D"), address) : address is null ? new Sought(Cut(name), null) : At(address);
    }

    // "Mme Duval": whoever alone in the file bears that name. No address is made of it: that would be the title's.
    private static Sought? Titled(Customer customer, string name)
    {
        var (title, last) = PersonParts.Of(name);
        if (!CapitalWords.Titles.Contains(FoldedWord.Of(title.TrimEnd('.')))) return null;
        Person[] called = [.. customer.People.Where(person => PersonNames.Same(person.Name, $"{PersonParts.Of(person.Name).First} {last}"))];
        return called is [var one] ? Called(customer, one.Name, []) : new Sought(Cut(name), null);
    }

    private static Sought At(string address) => new(address, address);

    private static string Cut(string name) => Plain.Line(name, 128);

    private static string[] Written(Case request) =>
        request.Request.Fields.GetValueOrDefault(FieldNames.Addresses, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // "compta@", cut short, can only mean the company's own.
    private static string? Own(Customer customer, string written)
    {
        if (written.EndsWith('@') && !customer.Domains.IsEmpty) written += customer.Domains[0];
        if (!MailAddress.TryParse(written, out var address)) return null;
        var whole = address.Value.ToLowerInvariant();
        return AddressRule.IsLocal(whole[..whole.LastIndexOf('@')]) && customer.Domains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase) ? whole : null;
    }
}
