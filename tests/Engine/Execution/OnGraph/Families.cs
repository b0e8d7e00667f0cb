using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Engine.Tests.Execution.OnGraph;

/// <summary>One request of each family of plans, about people of <see cref="GraphWorld"/>; the first of each is the one that is planned.</summary>
internal static class Families
{
    private const string Lea = "Léa Bonnot";

    private static readonly Dictionary<string, Func<Customer, DateTimeOffset, ImmutableArray<UnderstoodRequest>>> Makers = new(StringComparer.Ordinal)
    {
        ["arrival"] = (_, now) => [Wanted(LicenceOperations.Arrival, "Ines Caron", ("teams", "Devis"), ("manager", "Odile Marchandeau")) with { Date = Today(now).AddDays(20) }],
        ["departure"] = (customer, now) =>
        [
            Wanted(LicenceOperations.Departure, Lea) with { Date = Today(now), Hour = TimeOnly.FromDateTime(ParisTime.Of(now).DateTime) },
            Wanted(MailboxOperations.Absence, Lea, ("message", "Léa a quitté l’entreprise.")),
            Wanted(MailboxOperations.Redirect, Lea, ("addresses", $"lea@{customer.Domains[0]} bo@{customer.Domains[0]}")),
        ],
        ["assign"] = (_, _) => [Wanted(LicenceOperations.Assign, Lea, ("licences", "Business Premium"))],
        ["release"] = (_, _) => [Wanted(LicenceOperations.Release, Lea, ("licences", "Business Standard"))],
        ["exchange"] = (_, _) =>
        [
            Wanted(LicenceOperations.Assign, Lea, ("licences", "Business Premium")), Wanted(LicenceOperations.Release, Lea, ("licences", "Business Standard")),
        ],
        ["password"] = (_, _) => [Wanted(LicenceOperations.Password, Lea)],
        ["access-pass"] = (_, _) => [Wanted(LicenceOperations.Password, Lea, ("change", Changes.AccessPass))],
        ["join-team"] = (_, _) => [Wanted(LicenceOperations.Teams, Lea, ("teams", "Devis"), ("change", Changes.Add))],
        ["leave-group"] = (_, _) => [Wanted(LicenceOperations.Teams, Lea, ("teams", "Chantiers"), ("change", Changes.Remove))],
        ["absence"] = (_, _) => [Wanted(MailboxOperations.Absence, Lea, ("message", "Je suis absente jusqu’au 2."))],
        ["redirection"] = (customer, _) => [Wanted(MailboxOperations.Redirect, Lea, ("addresses", $"bo@{customer.Domains[0]}"))],
        ["language"] = (_, _) => [Wanted(MailboxOperations.Settings, Lea, ("language", "fr"))],
        ["file-version"] = (_, now) => [Wanted(RestoreOperations.File, Lea, ("paths", "Documents/Devis.xlsx")) with { Date = Today(now).AddDays(-2) }],
        ["phone-lost"] = (_, _) => [Wanted(PhoneOperations.Lost, Lea)],
        ["phone-return"] = (_, _) => [Wanted(PhoneOperations.Return, Lea)],
        ["mailbox-delete"] = (_, now) =>
        [
            Wanted(MailboxOperations.Close, Lea) with { Matters = [Matter.DeleteForGood], Date = Today(now), Hour = TimeOnly.FromDateTime(ParisTime.Of(now).DateTime) },
        ],
    };

    public static IReadOnlyCollection<string> Names => Makers.Keys;

    /// <summary>What a plan of that family calls, in order.</summary>
    public static string CallsOf(string name) => name switch
    {
        "arrival" => "create-account set-licences set-membership set-membership set-manager",
        "departure" => "set-sign-in revoke-sessions set-absence-message set-redirection set-membership set-licences",
        "assign" or "release" or "exchange" => "set-licences",
        "password" => "reset-password revoke-sessions",
        "access-pass" => "create-access-pass",
        "join-team" or "leave-group" => "set-membership",
        "absence" => "set-absence-message",
        "redirection" => "set-redirection",
        "language" => "set-mailbox-language",
        "file-version" => "restore-file-version",
        "phone-lost" => "revoke-sessions lock-device locate-device wipe-device",
        "phone-return" => "retire-device",
        _ => "set-sign-in revoke-sessions delete-account",
    };

    public static ImmutableArray<UnderstoodRequest> Of(string name, Customer customer, DateTimeOffset now) => Makers[name](customer, now);

    public static UnderstoodRequest Wanted(Operation operation, string? person, params (string Name, string Value)[] fields) => new()
    {
        Operation = operation,
        Confidence = 1,
        Person = person,
        Fields = fields.ToImmutableSortedDictionary(field => field.Name, field => field.Value),
    };

    private static DateOnly Today(DateTimeOffset now) => ParisTime.DateOf(now);
}
