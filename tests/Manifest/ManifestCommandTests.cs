using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>The verb, in the program as it was built.</summary>
public sealed class ManifestCommandTests : IDisposable
{
    private static readonly (string Key, string Value)[] Settings =
    [
        ("SiOne__Teams__Customers__AppId", A.CustomersBot), ("SiOne__Teams__Technicians__AppId", A.TechniciansBot),
        ("SiOne__Teams__PublicUrl", A.Input.PublicUrl!), ("SiOne__Teams__CompanyName", A.Input.CompanyName!),
        ("SiOne__Teams__WebsiteUrl", A.Input.WebsiteUrl!), ("SiOne__Teams__PrivacyUrl", A.Input.PrivacyUrl!),
        ("SiOne__Teams__TermsUrl", A.Input.TermsUrl!), ("SiOne__SupportAddress", A.Input.SupportAddress!),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_packages_are_written_and_their_paths_printed()
    {
        var said = await VerbAsync(["manifest", "--out", "new/packages"], [.. Settings, ("SiOne__Teams__PackageVersion", "1.2.3")]);
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        Assert.Equal(["new/packages/customers.zip", "new/packages/technicians.zip"], said.Lines);
        foreach (var package in A.Packages) Assert.Equal(package.Bytes, await File.ReadAllBytesAsync(_folder.File("new", "packages", package.FileName)));
    }

    [Fact]
    public async Task Without_a_version_of_their_own_packages_bear_the_programs()
    {
        Assert.Equal(0, (await VerbAsync(["manifest", "--out", "."], Settings)).ExitCode);
        var package = new AppPackage(TeamsApp.Customers, [.. await File.ReadAllBytesAsync(_folder.File("customers.zip"))]);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+$", (string)A.Manifest(package)["version"]!);
        await using var stream = File.OpenRead(_folder.File("technicians.zip"));
        Assert.True(PackageCheck.OfPackage(stream, Guid.ParseExact(A.TechniciansBot, "D")).Good);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_its_whole_key_and_nothing_is_written()
    {
        var said = await VerbAsync(["manifest", "--out", "packages"], ("SiOne__Teams__PublicUrl", "http://secret.example"));
        Assert.Equal((1, ""), (said.ExitCode, said.Output));
        Assert.Equal(InputTests.AllKeys.Length - 1, said.ErrorLines.Length); // The version has its default.
        Assert.All(said.ErrorLines, line => Assert.StartsWith("SiOne:", line, StringComparison.Ordinal));
        Assert.Contains(said.ErrorLines, line => line.StartsWith("SiOne:Teams:Customers:AppId: expected", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("packages")));
    }

    [Fact]
    public async Task Settings_from_the_folder_where_one_stands_count_too()
    {
        var file = new JsonObject();
        foreach (var (key, value) in Settings) file[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), file.ToJsonString(), Encoding.UTF8);
        Assert.Equal(0, (await VerbAsync(["manifest", "--out", "."])).ExitCode);
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("manifest --out")]
    [InlineData("manifest --out a b")]
    [InlineData("manifest --folder a")]
    public async Task Wrong_use_is_told_in_one_line(string arguments)
    {
        var said = await VerbAsync(arguments.Split(' '), Settings);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.Single(said.ErrorLines);
    }

    [Fact]
    public async Task An_empty_folder_name_is_wrong_use()
    {
        var said = await VerbAsync(["manifest", "--out", ""], Settings);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure_in_one_line()
    {
        await File.WriteAllTextAsync(_folder.File("taken"), "");
        var said = await VerbAsync(["manifest", "--out", "taken"], Settings);
        Assert.Equal((1, ""), (said.ExitCode, said.Output));
        Assert.Single(said.ErrorLines);
    }

    private Task<Said> VerbAsync(string[] arguments, params (string Key, string Value)[] settings) =>
        Tool.RunAsync("dotnet", [Repository.HostProgram, .. arguments], _folder.Path, TimeSpan.FromSeconds(30), settings);
}
