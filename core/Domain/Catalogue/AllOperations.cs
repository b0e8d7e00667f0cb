using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Catalogue;

/// <summary>Every operation that the product knows, in the order of the categories.</summary>
public static class AllOperations
{
    private static readonly FrozenDictionary<string, Operation> ById;

    static AllOperations() => ById = List.ToFrozenDictionary(operation => operation.Id, StringComparer.Ordinal);

    /// <summary>The closed list.</summary>
    public static ImmutableArray<Operation> List { get; } =
    [
        MailboxOperations.Create, MailboxOperations.Close, MailboxOperations.ConvertShared, MailboxOperations.Redirect,
        MailboxOperations.Absence, MailboxOperations.List, MailboxOperations.Settings,
        LicenceOperations.Arrival, LicenceOperations.Departure, LicenceOperations.Assign, LicenceOperations.Release,
        LicenceOperations.Password, LicenceOperations.Purchase, LicenceOperations.Teams, LicenceOperations.Sharepoint,
        LicenceOperations.Install, LicenceOperations.Training,
        RestoreOperations.File, RestoreOperations.Mailbox, RestoreOperations.Site, RestoreOperations.Plan,
        PhoneOperations.Lost, PhoneOperations.Prepare, PhoneOperations.Return, PhoneOperations.Fault, PhoneOperations.Repair,
        PhoneOperations.Settings, PhoneOperations.Help,
        IncidentOperations.Hardware, IncidentOperations.Software, IncidentOperations.Network, IncidentOperations.Security,
        IncidentOperations.Print, IncidentOperations.Help,
        OtherOperations.Quote, OtherOperations.Intervention, OtherOperations.DataRights, OtherOperations.Contract,
        OtherOperations.None,
    ];

    /// <summary>The operation of that identifier.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Operation Get(string id) =>
        ById.TryGetValue(id, out var operation) ? operation : throw new ArgumentException($"No operation is called \"{id}\".", nameof(id));

    /// <summary>Looks an identifier up that came from outside.</summary>
    public static bool TryGet(string id, out Operation? operation) => ById.TryGetValue(id, out operation);
}
