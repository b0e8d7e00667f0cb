using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;

namespace SiOne.Bot.Engine.Tests.Customers;

/// <summary>The section <c>microsoft365</c> of a customer file.</summary>
public sealed class TenantTermsTests
{
    [Fact]
    public void Without_the_section_France_first_dot_last_and_nothing_else_hold()
    {
        var terms = Assert.Single(CustomerFolder.LoadOne(CustomerJson.With()).Customers).Microsoft365;
        Assert.Equal(("FR", "{first}.{last}", null), (terms.UsageLocation, terms.AddressRule.Pattern, terms.ArrivalLicence));
        Assert.True(terms.LicencePrices.IsEmpty && terms.ArrivalGroups.IsEmpty && terms.BreakGlass.IsEmpty && terms.ServiceAccounts.IsEmpty);
    }

    [Fact]
    public void What_the_section_says_holds()
    {
        var terms = Assert.Single(CustomerFolder.LoadOne(With("""
            {
              "usageLocation": "BE", "addressRule": "{f}{last}", "arrivalLicence": "SPB", "licencePrices": { "SPB": { "monthlyEuros": 20.60, "months": 12 } },
              "arrivalGroups": ["Tous", "info@acme.example"], "breakGlass": ["secours@acme.example"], "serviceAccounts": ["scan@acme.example"],
            }
            """)).Customers).Microsoft365;
        Assert.Equal(("BE", "{f}{last}", "SPB"), (terms.UsageLocation, terms.AddressRule.Pattern, terms.ArrivalLicence));
        Assert.Equal(new Cost(20.60m, 12), terms.LicencePrices["spb"]);
        Assert.Equal(["Tous", "info@acme.example"], terms.ArrivalGroups.AsEnumerable());
        Assert.Equal(MailAddress.Parse("secours@acme.example"), Assert.Single(terms.BreakGlass));
        Assert.Equal(MailAddress.Parse("scan@acme.example"), Assert.Single(terms.ServiceAccounts));
    }

    [Theory]
    [InlineData("\"usageLocation\": \"France\"", "microsoft365.usageLocation: expected a country of two capital letters such as \"FR\" (ISO 3166)")]
    [InlineData("\"usageLocation\": \"fr\"", "microsoft365.usageLocation: expected a country of two capital letters such as \"FR\" (ISO 3166)")]
    [InlineData("\"arrivalLicence\": \"Business Premium\"", "microsoft365.arrivalLicence: expected Microsoft's part number of a licence, such as \"O365_BUSINESS_PREMIUM\" (Art. 14)")]
    [InlineData("\"licencePrices\": []", "microsoft365.licencePrices: expected an object of part numbers: { \"O365_BUSINESS_PREMIUM\": { \"monthlyEuros\": 11.70, \"months\": 12 } } (Art. 17)")]
    [InlineData("\"licencePrices\": {\"a b\": {}}", "microsoft365.licencePrices.a b: expected each part number once, such as \"O365_BUSINESS_PREMIUM\"")]
    [InlineData("\"licencePrices\": {\"SPB\": {\"monthlyEuros\": -1, \"months\": 12}}", "microsoft365.licencePrices.SPB.monthlyEuros: expected the price of a month without tax (Art. 17): an amount above 0 with at most two decimals, up to 10000")]
    [InlineData("\"licencePrices\": {\"SPB\": {\"monthlyEuros\": 1.234, \"months\": 12}}", "microsoft365.licencePrices.SPB.monthlyEuros: expected the price of a month without tax (Art. 17): an amount above 0 with at most two decimals, up to 10000")]
    [InlineData("\"licencePrices\": {\"SPB\": {\"monthlyEuros\": \"22\", \"months\": 12}}", "microsoft365.licencePrices.SPB.monthlyEuros: expected the price of a month without tax (Art. 17): an amount above 0 with at most two decimals, up to 10000")]
    [InlineData("\"licencePrices\": {\"SPB\": {\"monthlyEuros\": 22, \"months\": 0}}", "microsoft365.licencePrices.SPB.months: expected the months that are committed to: a whole number from 1 to 60")]
    [InlineData("\"arrivalGroups\": []", "microsoft365.arrivalGroups: expected an array with at least one name or address of a group, team or list, or no such key (Art. 14)")]
    [InlineData("\"breakGlass\": [\"secours\"]", "microsoft365.breakGlass[0]: expected a bare mail address such as \"secours@company.example\"")]
    [InlineData("\"breakGlass\": \"secours@acme.example\"", "microsoft365.breakGlass: expected an array of addresses that no request changes, such as [\"secours@company.example\"]")]
    [InlineData("\"serviceAccounts\": [\"a@acme.example\", \"A@acme.example\"]", "microsoft365.serviceAccounts[1]: expected each address once")]
    [InlineData("\"arrivalLicense\": \"SPB\"", "microsoft365.arrivalLicense: expected a known key: usageLocation, addressRule, arrivalLicence, licencePrices, arrivalGroups, breakGlass, serviceAccounts (did you mean \"arrivalLicence\"?)")]
    public void A_mistake_names_the_key_and_what_was_expected(string member, string mistake) =>
        Assert.Equal($"acme.json:7 {mistake}", Assert.Single(CustomerFolder.MistakesOf(With($"{{{member}}}"))));

    [Fact]
    public void A_rule_that_makes_no_address_is_a_mistake() =>
        Assert.StartsWith("acme.json:7 microsoft365.addressRule: expected how addresses are made of names", Assert.Single(CustomerFolder.MistakesOf(With("{\"addressRule\": \"contact\"}"))), StringComparison.Ordinal);

    private static string With(string section) => CustomerJson.With(("services", "[\"Microsoft365\"]"), ("microsoft365", section));
}
