using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads one customer file.</summary>
internal sealed class CustomerFileReader
{
    private readonly string _file;
    private readonly MistakeList _mistakes;
    private readonly List<Claim> _claims = [];

    private CustomerFileReader(string file) => (_file, _mistakes) = (file, new MistakeList(file));

    /// <summary>Reads the bytes of a file of that name.</summary>
    public static ReadFile Read(string file, ReadOnlySpan<byte> utf8)
    {
        var reader = new CustomerFileReader(file);
        var customer = reader.Customer(utf8);
        return new ReadFile(reader._mistakes.Found.Count == 0 ? customer : null, reader._claims, reader._mistakes.Found);
    }

    private Customer? Customer(ReadOnlySpan<byte> utf8)
    {
        var id = Id();
        if (Json(utf8) is not { } json || Section.Open(json, "", CustomerFileShape.CustomerKeys, _mistakes) is not { } file) return null;
        file.Text("$schema", "the path of customer.schema.json");
        var name = file.Text("name", "the company's name", required: true);
        var subscription = new SubscriptionReader(file, _mistakes).Read();
        return new Customer
        {
            Id = id,
            Name = name ?? "",
            Subscription = subscription,
            Domains = Domains(file),
            TenantId = Tenant(file),
            People = new PeopleReader(_file, file, _mistakes, _claims).Read(),
        };
    }

    private string Id()
    {
        var id = Path.GetFileNameWithoutExtension(_file);
        if (id.Length is 0 or > 64 || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            _mistakes.Add("", line: null, "a file name of at most 64 letters without accents, digits, \"-\", \"_\" and \".\": it is the customer's id");
        // Two ids that differ only by case are one file on another machine.
        _claims.Add(new Claim("a file name of its own whatever the case of its letters", id.ToLowerInvariant(), _file, "", Line: null));
        return id;
    }

    private LocatedJson? Json(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return LocatedJson.Parse(utf8);
        }
        catch (JsonException mistake)
        {
            _mistakes.Add("", mistake.LineNumber is { } line ? (int)line + 1 : null,
                "JSON (comments and trailing commas are allowed); it cannot be read from here on");
        }
        catch (DecoderFallbackException)
        {
            _mistakes.Add("", line: null, "text in UTF-8");
        }

        return null;
    }

    private ImmutableArray<string> Domains(Section file)
    {
        var domains = ImmutableArray.CreateBuilder<string>();
        foreach (var (value, path) in file.Items("domains", "an array of mail domains such as [\"company.example\"]", required: false))
        {
            if (value.Kind is not JsonValueKind.String || MailDomains.Canonical(value.Text) is not { } domain)
            {
                _mistakes.Add(path, value.Line, "a mail domain such as \"company.example\"");
                continue;
            }

            if (MailDomains.IsShared(domain))
                _mistakes.Add(path, value.Line, "a domain of this company alone: this one is a mail provider's; list its users' addresses under people");
            _claims.Add(new Claim("a domain of one customer, listed once", domain, _file, path, value.Line));
            domains.Add(domain);
        }

        return domains.ToImmutable();
    }

    private Guid? Tenant(Section file)
    {
        const string Expected = "the Microsoft 365 tenant's id, a GUID with hyphens";
        if (file.Text("tenantId", Expected) is not { } text) return null;
        if (!Guid.TryParseExact(text, "D", out var tenant) || tenant == Guid.Empty)
        {
            file.Mistake("tenantId", Expected);
            return null;
        }

        _claims.Add(new Claim("a tenant of one customer alone", tenant.ToString("D"), _file, "tenantId", file.Member("tenantId")!.Line));
        return tenant;
    }
}
