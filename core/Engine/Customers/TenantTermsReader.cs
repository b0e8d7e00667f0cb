using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads what is agreed on about the customer's Microsoft 365 tenant.</summary>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class TenantTermsReader(Section file, MistakeList mistakes)
{
    private const decimal MostEuros = 10_000;

    /// <summary>The terms; of no use when there are mistakes.</summary>
    /// <param name="services">The services subscribed.</param>
    public TenantTerms Read(ImmutableHashSet<Service> services)
    {
        if (file.Child("microsoft365", CustomerFileShape.TenantKeys) is not { } section) return TenantTerms.Default;
        if (!services.IsEmpty && !services.Contains(Service.Microsoft365)) file.Mistake("microsoft365", "this only with service \"Microsoft365\" (Art. 14)");
        return new TenantTerms
        {
            UsageLocation = Country(section),
            AddressRule = Rule(section),
            ArrivalLicence = PartNumber(section),
            LicencePrices = Prices(section),
            ArrivalGroups = section.Texts("arrivalGroups", "an array with at least one name or address of a group, team or list, or no such key (Art. 14)"),
            BreakGlass = Addresses(section, "breakGlass"),
            ServiceAccounts = Addresses(section, "serviceAccounts"),
        };
    }

    private static string Country(Section section)
    {
        const string Expected = "a country of two capital letters such as \"FR\" (ISO 3166)";
        if (section.Text("usageLocation", Expected) is not { } country) return TenantTerms.Default.UsageLocation;
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) section.Mistake("usageLocation", Expected);
        return country;
    }

    private static AddressRule Rule(Section section)
    {
        const string Expected = "how addresses are made of names, such as \"{first}.{last}\" or \"{f}{last}\": {first}, {last}, {f}, {l}, small letters, digits, \".\", \"-\", \"_\"";
        if (section.Text("addressRule", Expected) is not { } written) return AddressRule.Default;
        if (AddressRule.Parse(written) is { } rule) return rule;
        section.Mistake("addressRule", Expected);
        return AddressRule.Default;
    }

    private static string? PartNumber(Section section)
    {
        const string Expected = "Microsoft's part number of a licence, such as \"O365_BUSINESS_PREMIUM\" (Art. 14)";
        if (section.Text("arrivalLicence", Expected) is not { } part) return null;
        if (!LicenceNames.IsPartNumber(part)) section.Mistake("arrivalLicence", Expected);
        return part;
    }

    private ImmutableSortedDictionary<string, Cost> Prices(Section section)
    {
        const string Expected = "an object of part numbers: { \"O365_BUSINESS_PREMIUM\": { \"monthlyEuros\": 11.70, \"months\": 12 } } (Art. 17)";
        var prices = TenantTerms.Default.LicencePrices;
        if (section.Member("licencePrices") is not { } node) return prices;
        if (node.Kind is not JsonValueKind.Object)
        {
            section.Mistake("licencePrices", Expected);
            return prices;
        }

        foreach (var (part, line, value) in node.Members)
        {
            var path = $"{section.At("licencePrices")}.{part}";
            if (!LicenceNames.IsPartNumber(part) || prices.ContainsKey(part)) mistakes.Add(path, line, "each part number once, such as \"O365_BUSINESS_PREMIUM\"");
            else if (Section.Open(value, path, CustomerFileShape.PriceKeys, mistakes) is { } price && Price(price) is { } cost) prices = prices.Add(part, cost);
        }

        return prices;
    }

    private static Cost? Price(Section price)
    {
        var euros = price.Amount("monthlyEuros", MostEuros, "the price of a month without tax (Art. 17)", required: true);
        var months = price.Number("months", 1, 60, "the months that are committed to", required: true);
        return euros is { } monthly && months is { } length ? new Cost(monthly, length) : null;
    }

    private ImmutableArray<MailAddress> Addresses(Section section, string key)
    {
        var addresses = ImmutableArray.CreateBuilder<MailAddress>();
        const string Expected = "an array of addresses that no request changes, such as [\"secours@company.example\"]";
        foreach (var (value, path) in section.Items(key, Expected, required: false))
        {
            if (value.Kind is not JsonValueKind.String || !MailAddress.TryParse(value.Text, out var address) || MailDomains.Canonical(address) is null)
                mistakes.Add(path, value.Line, "a bare mail address such as \"secours@company.example\"");
            else if (addresses.Contains(address)) mistakes.Add(path, value.Line, "each address once");
            else addresses.Add(address);
        }

        return addresses.ToImmutable();
    }
}
