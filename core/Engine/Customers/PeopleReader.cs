using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads the people of a customer.</summary>
/// <param name="name">The file's name, for claims, and what it says.</param>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
/// <param name="claims">Where ids and addresses are claimed.</param>
internal sealed class PeopleReader(CustomerFileName name, Section file, MistakeList mistakes, List<Claim> claims)
{
    /// <summary>The people; of no use when there are mistakes.</summary>
    public ImmutableArray<Person> Read()
    {
        const string Expected = "an array with at least one person whose role is \"administrator\" or \"direction\": who else would approve requests?";
        var nodes = file.Items("people", Expected, required: true);
        (Person Person, Section Section)[] people = [.. nodes.Select(node => Person(node.Value, node.Path)).OfType<(Person, Section)>()];
        // A role that cannot be read is a mistake of its own: it may well be the administrator's, or the substitute's.
        if (people.Length == nodes.Length && people.Length > 0)
        {
            if (!people.Any(read => read.Person.MayDecide)) file.Mistake("people", Expected);
            foreach (var (person, section) in people) CheckAbsence(person, section, people);
        }

        return [.. people.Select(read => read.Person)];
    }

    private (Person, Section)? Person(LocatedJson node, string path)
    {
        if (Section.Open(node, path, CustomerFileShape.PersonKeys, mistakes) is not { } person) return null;
        var called = person.Text("name", "first and last name", required: true);
        var addresses = Addresses(person);
        var id = Id(person, path, node.Line, addresses);
        var role = RoleOf(person);
        var delegated = person.Flag("delegatedByDirection", byDefault: false);
        if (delegated && role is not null and not Role.Administrator)
            person.Mistake("delegatedByDirection", "this only with role \"administrator\" (Art. 14)");
        var language = person.Word("language", CustomerFileShape.Languages) ?? Language.French;
        var phones = Phones(person);
        var account = Account(person);
        var absence = Absence(person);
        var digest = Digest(person, role);
        return role is not { } known ? null : (new Person
        {
            Id = id,
            Name = called ?? "",
            Addresses = addresses,
            Role = known,
            DelegatedByDirection = delegated,
            Language = language,
            Phones = phones,
            EntraId = account,
            Absence = absence,
            Digest = digest,
        }, person);
    }

    /// <summary>It tells of everybody's requests: nobody of another company reads it (Art. 20).</summary>
    private static bool? Digest(Section person, Role? role)
    {
        if (person.Member("digest") is null) return null;
        var wanted = person.Flag("digest", byDefault: false);
        if (wanted && role is Role.ThirdParty) person.Mistake("digest", "not true with role \"thirdParty\" (Art. 20)");
        return wanted;
    }

    private Guid? Account(Section person)
    {
        const string Expected = "the object id of the person's account in the customer's tenant, such as \"4f0c8f2e-6b7d-4f0e-9a51-0c2d3e4f5a6b\"";
        if (person.Id("entraId", Expected) is not { } account) return null;
        claims.Add(new Claim("an account of one person, listed once", account.ToString("D"), name, person.At("entraId"), person.Member("entraId")!.Line));
        return account;
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

            claims.Add(new Claim("an address of one person, listed once", canonical, name, path, value.Line));
            addresses.Add(address);
        }

        return addresses.ToImmutable();
    }

    private string Id(Section person, string path, int line, ImmutableArray<MailAddress> addresses)
    {
        const string Expected = "a short id of letters without accents, digits, \"-\", \"_\" and \".\", or none";
        var written = person.Text("id", Expected);
        if (written is not null && !CustomerFileName.IsId(written)) person.Mistake("id", Expected);
        var id = written ?? (addresses.IsEmpty ? "" : MadeOf(addresses[0]));
        if (id.Length == 0) return id;
        var (key, at) = person.Member("id") is { } member ? (person.At("id"), member.Line) : (path, line);
        claims.Add(new Claim(
            "an id of its own for each person (without \"id\" it is made of the first address)",
            $"{name.File}/{id.ToLowerInvariant()}", name, key, at));
        return id;
    }

    /// <summary>Journals hold it, so it says nothing of the name; the same address always gives the same.</summary>
    private string MadeOf(MailAddress first)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{name.Id}/{MailDomains.Canonical(first)}"));
        return $"p-{Convert.ToHexStringLower(hash.AsSpan(0, 4))}";
    }

    private ImmutableArray<PhoneOnRecord> Phones(Section person)
    {
        var phones = ImmutableArray.CreateBuilder<PhoneOnRecord>();
        foreach (var (value, path) in person.Items("phones", "an array of numbers for a call back: [{ \"number\": \"+33 2 61 91 00 00\", \"since\": \"2026-01-15\" }]", required: false))
        {
            if (Section.Open(value, path, CustomerFileShape.PhoneKeys, mistakes) is not { } phone) continue;
            const string Expected = "a phone number with 6 to 15 digits, each number once";
            var number = phone.Text("number", Expected, required: true);
            if (number is not null && (!IsNumber(number) || phones.Any(other => Digits(other.Number) == Digits(number)))) phone.Mistake("number", Expected);
            var since = phone.Date("since", required: true);
            phones.Add(new PhoneOnRecord(number ?? "", since ?? default));
        }

        return phones.ToImmutable();
    }

    private static bool IsNumber(string text) =>
        Digits(text).Length is >= 6 and <= 15 && text.Skip(1).All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '-')
        && (char.IsAsciiDigit(text[0]) || text[0] is '+');

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static Absence? Absence(Section person)
    {
        if (person.Child("absence", CustomerFileShape.AbsenceKeys) is not { } absence) return null;
        var from = absence.Date("from", required: true);
        var to = absence.Date("to", required: true);
        if (to < from) absence.Mistake("to", "a day not before \"from\"");
        var substitute = absence.Text("substitute", "the id of the person who decides meanwhile", required: true);
        return from is { } first && to is { } last && substitute is not null ? new Absence(first, last, substitute) : null;
    }

    private void CheckAbsence(Person person, Section section, (Person Person, Section Section)[] people)
    {
        if (person.Absence is not { } absence) return;
        if (!person.MayDecide)
        {
            section.Mistake("absence", "this only with role \"administrator\" or \"direction\": nobody else decides");
            return;
        }

        var substitute = Array.Find(people, other => string.Equals(other.Person.Id, absence.SubstituteId, StringComparison.Ordinal)).Person;
        if (substitute is null || !substitute.MayDecide || ReferenceEquals(substitute, person))
        {
            var written = section.Member("absence")!.Members.First(member => member.Name == "substitute").Value;
            mistakes.Add(
                $"{section.At("absence")}.substitute", written.Line, "the id of another person of this file whose role is \"administrator\" or \"direction\"");
        }
    }
}
