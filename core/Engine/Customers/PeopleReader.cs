using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads the people of a customer.</summary>
/// <param name="fileName">The file's name, for claims.</param>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
/// <param name="claims">Where ids and addresses are claimed.</param>
internal sealed class PeopleReader(string fileName, Section file, MistakeList mistakes, List<Claim> claims)
{
    /// <summary>The people; of no use when there are mistakes.</summary>
    public ImmutableArray<Person> Read()
    {
        const string Expected = "an array with at least one person whose role is \"administrator\" or \"direction\": who else would approve requests?";
        var nodes = file.Items("people", Expected, required: true);
        ImmutableArray<Person> people = [.. nodes.Select(node => Person(node.Value, node.Path)).OfType<Person>()];
        // A role that cannot be read is a mistake of its own: it may well be the administrator's.
        if (people.Length > 0 && people.Length == nodes.Length && people.All(person => person.Role is Role.Employee))
            file.Mistake("people", Expected);
        return people;
    }

    private Person? Person(LocatedJson node, string path)
    {
        if (Section.Open(node, path, CustomerFileShape.PersonKeys, mistakes) is not { } person) return null;
        var name = person.Text("name", "first and last name", required: true);
        var addresses = Addresses(person);
        var id = Id(person, path, node.Line, addresses);
        var role = RoleOf(person);
        var delegated = person.Flag("delegatedByDirection", byDefault: false);
        if (delegated && role is Role.Employee or Role.Direction)
            person.Mistake("delegatedByDirection", "this only with role \"administrator\" (Art. 14)");
        var language = person.Word("language", CustomerFileShape.Languages) ?? Language.French;
        return role is { } known
            ? new Person { Id = id, Name = name ?? "", Addresses = addresses, Role = known, DelegatedByDirection = delegated, Language = language }
            : null;
    }

    private static Role? RoleOf(Section person) =>
        person.Member("role") is null ? Role.Employee : person.Word("role", CustomerFileShape.Roles);

    private ImmutableArray<MailAddress> Addresses(Section person)
    {
        var addresses = ImmutableArray.CreateBuilder<MailAddress>();
        foreach (var (value, path) in person.Items("addresses", "an array of at least one mail address, the one for answers first", required: true))
        {
            if (value.Kind is not JsonValueKind.String || !MailAddress.TryParse(value.Text, out var address)
                || MailDomains.Canonical(address) is not { } canonical)
            {
                mistakes.Add(path, value.Line, "a bare mail address such as \"person@company.example\"");
                continue;
            }

            claims.Add(new Claim("an address of one person, listed once", canonical, fileName, path, value.Line));
            addresses.Add(address);
        }

        return addresses.ToImmutable();
    }

    private string Id(Section person, string path, int line, ImmutableArray<MailAddress> addresses)
    {
        var written = person.Text("id", "a short id such as \"m.durand\", or none");
        var id = written ?? (addresses.IsEmpty ? "" : addresses[0].Value[..addresses[0].Value.LastIndexOf('@')].ToLowerInvariant());
        if (id.Length == 0) return id;
        var (key, at) = person.Member("id") is { } member ? (person.At("id"), member.Line) : (path, line);
        claims.Add(new Claim(
            "an id of its own for each person (without \"id\" it is the first address's part before @)",
            $"{fileName}/{id.ToLowerInvariant()}", fileName, key, at));
        return id;
    }
}
