using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;

namespace SiOne.Bot.Host.Api;

/// <summary>Whom a request is about, as technicians read it.</summary>
/// <param name="Name">The name, or the address where none was given; null where neither was. Hostile text.</param>
/// <param name="Account">The account that was picked for them; null where none was, or where it is that of the listed person of that name. Hostile text.</param>
internal sealed record ConcernedPerson(string? Name, string? Account)
{
    /// <summary>By the details of a request.</summary>
    public static ConcernedPerson Of(RequestDetails? details, Customer? customer)
    {
        var name = details?.Person ?? details?.Fields.GetValueOrDefault(FieldNames.Addresses);
        var account = details?.Fields.GetValueOrDefault(FieldNames.Account);
        var listed = Guid.TryParse(account, out var id) ? customer?.People.FirstOrDefault(person => person.EntraId == id) : null;
        return new ConcernedPerson(name, listed is not null && name is not null && PersonNames.Same(listed.Name, name) ? null : account);
    }

    private static Label AccountOf { get; } = new("compte Microsoft 365 : ", "Microsoft 365 account: ");

    /// <summary>In one line; null where nothing is known of them.</summary>
    public string? Say(Language language)
    {
        string?[] parts = [Name is null ? null : Typography.OneLine(Name), Account is null ? null : Typography.Set(AccountOf, language) + Typography.OneLine(Account)];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } said ? said : null;
    }
}
