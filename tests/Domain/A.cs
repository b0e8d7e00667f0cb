using System.Globalization;
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

    /// <summary>The same, with all that the operation needs to be said, without naming anybody.</summary>
    public static Case Whole(
        Operation operation, Level level = Level.Standard, Role role = Role.Direction, Channel? channel = null, bool proven = true)
    {
        var examined = Case(operation, level, role, channel, proven);
        return operation.Needs.IsEmpty ? examined : examined with
        {
            Request = examined.Request with { Fields = examined.Request.Fields.Add(FieldNames.Addresses, "bo@acme.example") },
        };
    }

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

    /// <summary>The same case, whose words say that.</summary>
    public static Case Saying(this Case examined, params Matter[] matters) =>
        examined with { Request = examined.Request with { Matters = [.. matters] } };

    /// <summary>The same case for that day, "2026-12-07"; null for none.</summary>
    public static Case On(this Case examined, string? day) =>
        examined with { Request = examined.Request with { Date = day is null ? null : Day(day) } };

    public static Case On(this Case examined, DateOnly day) => examined with { Request = examined.Request with { Date = day } };

    /// <summary>The same case, received then by the clocks of Paris.</summary>
    public static Case At(this Case examined, string wallClock) => examined with { ReceivedAt = Paris.At(wallClock) };

    /// <summary>The same case, in a message that asks for something else too.</summary>
    public static Case TogetherWith(this Case examined, Operation operation) =>
        examined with { Together = [new UnderstoodRequest { Operation = operation, Confidence = 0.9 }] };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The operations about which a clause finds something, in the order of the catalogue.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="change">What makes it speak, if more than the operation does.</param>
    /// <param name="level">The level of the customer.</param>
    public static string SpeaksOf(this IClause clause, Func<Case, Case>? change = null, Level level = Level.Standard) => string.Join(
        ' ', AllOperations.List.Where(operation => !clause.Examine((change ?? (plain => plain))(Case(operation, level))).IsEmpty));

    /// <summary>What a clause finds, short enough for a table: "code/article/verdict"; empty when it finds nothing.</summary>
    public static string Finds(this IClause clause, Case examined) => string.Join(
        ' ', clause.Examine(examined).Select(finding => $"{finding.Code}/{finding.Article}/{finding.LeadsTo?.Id() ?? "-"}"));

    public static TheoryData<string> Operations(Func<Operation, bool> which) =>
        [.. AllOperations.List.Where(which).Select(operation => operation.Id)];
}
