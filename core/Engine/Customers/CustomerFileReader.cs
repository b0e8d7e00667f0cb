using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads one customer file.</summary>
internal sealed class CustomerFileReader
{
    private readonly CustomerFileName _file;
    private readonly MistakeList _mistakes;
    private readonly List<Claim> _claims = [];
    private bool _archived;

    private CustomerFileReader(CustomerFileName file) => (_file, _mistakes) = (file, new MistakeList(file.File));

    /// <summary>Which version these bytes are: the first 12 hexadecimal digits of their SHA-256.</summary>
    public static string VersionOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));

    /// <summary>Reads the bytes of a file of that name.</summary>
    public static ReadFile Read(CustomerFileName file, ReadOnlyMemory<byte> utf8)
    {
        var reader = new CustomerFileReader(file);
        if (file.Mistake is { } expected) reader._mistakes.Add("", line: null, expected);
        var customer = reader.Customer(utf8.Span);
        return new ReadFile(file, utf8, reader._mistakes.Found.Count == 0 ? customer : null, reader._claims, reader._mistakes.Found);
    }

    /// <summary>Reads a version out of the archive, where names hold no day; null when the present rules refuse it.</summary>
    public static Customer? ReadArchived(string id, ReadOnlySpan<byte> utf8)
    {
        var reader = new CustomerFileReader(new CustomerFileName("", id, ValidFrom: null, Mistake: null)) { _archived = true };
        var customer = reader.Customer(utf8);
        return reader._mistakes.Found.Count == 0 ? customer : null;
    }

    private Customer? Customer(ReadOnlySpan<byte> utf8)
    {
        if (Json(utf8) is not { } json || Section.Open(json, "", CustomerFileShape.CustomerKeys, _mistakes) is not { } file) return null;
        file.Text("$schema", "the path of customer.schema.json");
        var name = file.Text("name", "the company's name", required: true);
        var validFrom = file.Date("validFrom");
        if (validFrom is not null && validFrom != _file.ValidFrom && !_archived)
            file.Mistake("validFrom", "the day in the file's name; without a day there, no such key (Art. 6)");
        var subscription = new SubscriptionReader(file, _mistakes).Read();
        return new Customer
        {
            Id = _file.Id,
            Name = name ?? "",
            ValidFrom = _file.ValidFrom ?? validFrom,
            Version = VersionOf(utf8),
            Subscription = subscription,
            Domains = Domains(file),
            TenantId = Tenant(file),
            Microsoft365 = new TenantTermsReader(file, _mistakes).Read(subscription.Services),
            DataProtectionContact = Contact(file),
            LanguageModel = Agreement(file),
            TrainingAgreedOn = TrainingAgreement(file, subscription),
            People = new PeopleReader(_file, file, _mistakes, _claims).Read(),
        };
    }

    private static MailAddress? Contact(Section file)
    {
        const string Expected = "a bare mail address such as \"dpo@company.example\" (RGPD XI)";
        if (file.Text("dataProtectionContact", Expected) is not { } text) return null;
        if (MailAddress.TryParse(text, out var address) && MailDomains.Canonical(address) is not null) return address;
        file.Mistake("dataProtectionContact", Expected);
        return null;
    }

    private static ProviderAgreement? Agreement(Section file)
    {
        if (file.Child("languageModel", CustomerFileShape.LanguageModelKeys) is not { } agreement) return null;
        var provider = agreement.Text("provider", "the provider's name, as notice and agreement name it (RGPD II f)", required: true);
        var (notice, agreed) = (agreement.Date("noticeOn", required: true), agreement.Date("agreedOn", required: true));
        if (agreed < notice) agreement.Mistake("agreedOn", "a day not before \"noticeOn\": the customer agrees to what it was told (RGPD II f)");
        return provider is not null && notice is { } received && agreed is { } day ? new ProviderAgreement(provider, received, day) : null;
    }

    private static DateOnly? TrainingAgreement(Section file, Subscription subscription)
    {
        var agreedOn = file.Date("trainingAgreedOn");
        if (agreedOn > subscription.TerminatedOn) file.Mistake("trainingAgreedOn", "a day of the contract: not after \"terminatedOn\" (Art. 7, RGPD II a)");
        return agreedOn;
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
        if (file.Id("tenantId", "the Microsoft 365 tenant's id, a GUID with hyphens") is not { } tenant) return null;
        _claims.Add(new Claim("a tenant of one customer alone", tenant.ToString("D"), _file, "tenantId", file.Member("tenantId")!.Line));
        return tenant;
    }
}
