using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>Inputs and packages for tests.</summary>
internal static class A
{
    public const string CustomersBot = "6f1c8a52-0d0e-4c7b-9a51-2f6b7f3f5a01";

    public const string TechniciansBot = "c0a9d4b7-58c3-4a1e-8a44-91f0be4d7702";

    public static ManifestInput Input { get; } = new()
    {
        CustomersAppId = CustomersBot,
        TechniciansAppId = TechniciansBot,
        PublicUrl = "https://bot.msp.example",
        CompanyName = "MSP Exemple",
        WebsiteUrl = "https://msp.example",
        PrivacyUrl = "https://msp.example/donnees-personnelles",
        TermsUrl = "https://msp.example/conditions",
        SupportAddress = "support@msp.example",
        Version = "1.2.3",
    };

    public static ImmutableArray<AppPackage> Packages { get; } = AppPackage.BuildAll(Input).Packages;

    public static AppPackage Package(TeamsApp app, ManifestInput? input = null) =>
        (input is null ? Packages : AppPackage.BuildAll(input).Packages).Single(package => package.App == app);

    /// <summary>The files of a package by name.</summary>
    public static Dictionary<string, byte[]> Files(AppPackage package)
    {
        using var zip = new ZipArchive(new MemoryStream([.. package.Bytes]), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        }, StringComparer.Ordinal);
    }

    public static JsonObject Manifest(AppPackage package) => Json(Files(package)["manifest.json"]);

    public static JsonObject English(AppPackage package) => Json(Files(package)["en.json"]);

    private static JsonObject Json(byte[] bytes) => JsonNode.Parse(Encoding.UTF8.GetString(bytes))!.AsObject();
}
