using Microsoft.Extensions.Configuration;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Manifest;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>App packages in a folder, as somebody uploaded them.</summary>
internal static class TeamsPackages
{
    /// <summary>Writes both for these bots.</summary>
    public static void Write(string folder, string customersAppId, string techniciansAppId)
    {
        var built = AppPackage.BuildAll(new ManifestInput
        {
            CustomersAppId = customersAppId,
            TechniciansAppId = techniciansAppId,
            PublicUrl = "https://assistant.msp.example",
            CompanyName = "MSP",
            WebsiteUrl = "https://msp.example",
            PrivacyUrl = "https://msp.example/privacy",
            TermsUrl = "https://msp.example/terms",
            SupportAddress = "support@msp.example",
            Version = "1.0.0",
        });
        Assert.Empty(built.Mistakes);
        foreach (var package in built.Packages) File.WriteAllBytes(Path.Combine(folder, package.FileName), [.. package.Bytes]);
    }

    /// <summary>The settings of a host that speaks to the fake, as environment variables.</summary>
    public static (string Key, string Value)[] Environment(FakeTeams teams, TempFolder folder) =>
    [
        .. teams.Settings().Select(pair => (pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value!)),
        ("ASPNETCORE_ENVIRONMENT", "Development"), ("SiOne__Teams__Packages", folder.Path),
        ("SiOne__Customers", Path.Combine(Repository.Root, "bot", "Demo", "Customers")),
    ];

    /// <summary>The same, read.</summary>
    public static TeamsSettings Settings(FakeTeams teams, string? packages)
    {
        var settings = teams.Settings();
        settings["SiOne:Teams:Packages"] = packages;
        var reading = TeamsSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), development: true);
        Assert.Empty(reading.Mistakes);
        return reading.Usable!;
    }
}
