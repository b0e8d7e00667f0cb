using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SiOne.Bot.Manifest.Tests;

public sealed class PackageTests
{
    public static TheoryData<TeamsApp> Apps => [.. Enum.GetValues<TeamsApp>()];

    [Theory]
    [MemberData(nameof(Apps))]
    public void A_package_holds_these_files_at_its_root_and_no_others(TeamsApp app) =>
        Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], A.Files(A.Package(app)).Keys);

    [Fact]
    public void The_files_are_named_after_whose_app_they_are() =>
        Assert.Equal(["customers.zip", "technicians.zip"], A.Packages.Select(package => package.FileName));

    [Theory]
    [MemberData(nameof(Apps))]
    public void The_same_input_gives_the_same_bytes_in_every_culture(TeamsApp app)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.True(A.Package(app).Bytes.AsSpan().SequenceEqual(A.Package(app, A.Input with { }).Bytes.AsSpan()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Apps))]
    public void No_moment_and_no_machine_is_in_a_package(TeamsApp app)
    {
        using var zip = new ZipArchive(new MemoryStream([.. A.Package(app).Bytes]), ZipArchiveMode.Read);
        Assert.All(zip.Entries, entry => Assert.Equal((new DateTime(1980, 1, 1), 0), (entry.LastWriteTime.DateTime, entry.ExternalAttributes)));
        Assert.All(A.Files(A.Package(app)).Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain('\r', Encoding.UTF8.GetString(file.Value)));
    }

    [Fact]
    public void An_app_keeps_its_id_when_anything_but_its_bot_changes()
    {
        var changed = A.Input with
        {
            CompanyName = "Autre",
            PublicUrl = "https://autre.example",
            Version = "2.0.0",
            TechniciansAppId = "11111111-2222-4333-8444-555555555555",
            CustomersAppId = A.CustomersBot.ToUpperInvariant(),
        };
        Assert.Equal(Id(TeamsApp.Customers, A.Input), Id(TeamsApp.Customers, changed));
        Assert.NotEqual(Id(TeamsApp.Technicians, A.Input), Id(TeamsApp.Technicians, changed));
        // A package of an earlier version is updated, not doubled: this id is for ever.
        Assert.Equal("7b009324-3f0e-8c8d-b745-6057fbb6c0f7", Id(TeamsApp.Customers, A.Input));
    }

    [Fact]
    public void The_two_apps_never_share_an_id_and_an_app_is_not_its_bot()
    {
        var bot = Guid.ParseExact(A.CustomersBot, "D");
        Assert.Equal(3, new[] { bot, AppIds.Of(TeamsApp.Customers, bot), AppIds.Of(TeamsApp.Technicians, bot) }.Distinct().Count());
    }

    private static string Id(TeamsApp app, ManifestInput input) => (string)A.Manifest(A.Package(app, input))["id"]!;
}
