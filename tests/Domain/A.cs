using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests;

/// <summary>Builders with the plainest right values; a test names only what it is about.</summary>
internal static class A
{
    public static readonly DateTimeOffset Tuesday = Paris.At("2026-11-24 10:00");

    public static Subscription Subscription(Level level = Level.Standard) => new()
    {
        Level = level,
        Services = [.. Enum.GetValues<Service>().Where(service => service is not Service.ManagedServices || level is Level.Serenite)],
    };

    public static Customer Customer(Level level = Level.Standard) => new()
    {
        Id = "acme",
        Name = "Acme",
        Subscription = Subscription(level),
        Domains = ["acme.example"],
    };

    public static Person Person(Role role = Role.Employee, bool delegated = false) => new()
    {
        Id = "ada",
        Name = "Ada Modèle",
        Addresses = [MailAddress.Parse("ada@acme.example")],
        Role = role,
        DelegatedByDirection = delegated,
    };

    public static Case Case(
        Operation operation, Level level = Level.Standard, Role role = Role.Direction, Channel? channel = null, bool proven = true) => new()
        {
            Request = new UnderstoodRequest { Operation = operation, Confidence = 0.9 },
            Sender = new Sender(Customer(level), Person(role), proven),
            Channel = channel ?? (level is Level.Standard ? Channel.Mail : Channel.Application),
            ReceivedAt = Tuesday,
        };

    /// <summary>The same case about somebody called so.</summary>
    public static Case About(this Case examined, string? person) => examined with { Request = examined.Request with { Person = person } };

    public static Case With(this Case examined, Func<Subscription, Subscription> change)
    {
        var customer = examined.Customer!;
        return examined with { Sender = examined.Sender with { Customer = customer with { Subscription = change(customer.Subscription) } } };
    }

    /// <summary>The same case from somebody who cannot be tied to a customer.</summary>
    public static Case FromStranger(this Case examined) => examined with { Sender = Sender.Unknown };

    /// <summary>The same case from an employee who is known by the domain alone.</summary>
    public static Case FromUnlisted(this Case examined) => examined with { Sender = examined.Sender with { Person = null } };

    /// <summary>What a clause finds, short enough for a table: "code/article/verdict"; empty when it finds nothing.</summary>
    public static string Finds(this IClause clause, Case examined) => string.Join(
        ' ', clause.Examine(examined).Select(finding => $"{finding.Code}/{finding.Article}/{finding.LeadsTo?.Id() ?? "-"}"));

    public static TheoryData<string> Operations(Func<Operation, bool> which) =>
        [.. AllOperations.List.Where(which).Select(operation => operation.Id)];
}
