using System.Collections.Frozen;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Contract;

/// <summary>Whom a request is about where no name says so: a colleague's address or account names them as well.</summary>
internal static class Concerned
{
    // Elsewhere an address is mostly whom to write to: "in my absence, write to accueil@…".
    private static readonly FrozenSet<Operation> Opening =
        [LicenceOperations.Password, MailboxOperations.Settings, RestoreOperations.File, RestoreOperations.Mailbox];

    /// <summary>An address or account names somebody of the customer who is not the sender.</summary>
    public static bool IsAnother(Case request) =>
        request.Customer is { } customer && (IsAnothersAccount(request, customer) || (Opening.Contains(request.Operation) && IsAnothersAddress(request, customer)));

    private static bool IsAnothersAccount(Case request, Customer customer)
    {
        if (!Guid.TryParse(request.Request.Fields.GetValueOrDefault(FieldNames.Account), out var picked)) return false;
        var sender = request.Sender;
        if (sender.Account == picked || sender.Person?.EntraId == picked) return false;
        return sender.Account is not null || customer.People.Any(person => person.EntraId == picked);
    }

    private static bool IsAnothersAddress(Case request, Customer customer) =>
        request.Request.Fields.GetValueOrDefault(FieldNames.Addresses) is { } addresses
        && addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(written => IsOf(customer, written) && !IsOwn(request.Sender, written));

    // "compta@", cut short, can only mean the company's own.
    private static bool IsOf(Customer customer, string written) => !MailAddress.TryParse(written, out var address)
        || customer.Domains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase) || customer.People.Any(person => person.Addresses.Contains(address));

    private static bool IsOwn(Sender sender, string written) => MailAddress.TryParse(written, out var address)
        ? sender.Address == address || sender.Person?.Addresses.Contains(address) is true
        : sender.Address?.Value.StartsWith(written, StringComparison.OrdinalIgnoreCase) is true;
}
