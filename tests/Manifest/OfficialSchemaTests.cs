using System.Text.Json.Nodes;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Manifest.Tests;

/// <summary>Microsoft's own checker with Microsoft's own schemas (npm, @microsoft/app-manifest), restored from the locked list when it is not there yet.</summary>
public sealed class OfficialSchemaTests : IClassFixture<OfficialSchemaTests.Checker>, IDisposable
{
    private readonly Checker _checker;
    private readonly TempFolder _folder = new();

    public OfficialSchemaTests(Checker checker) => _checker = checker;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_packages_pass_without_a_message()
    {
        foreach (var package in A.Packages) Write(package.App.ToString(), A.Manifest(package), A.English(package));
        Assert.Equal(["checked 4"], await _checker.MessagesAsync(_folder.File("Customers"), _folder.File("Technicians")));
    }

    [Theory]
    [InlineData("Une société au nom bien long 123")] // 32 characters, accents.
    [InlineData("M")]
    public async Task Packages_pass_with_any_company_name_that_is_accepted(string company)
    {
        foreach (var package in AppPackage.BuildAll(A.Input with { CompanyName = company }).Packages) Write(package.App.ToString(), A.Manifest(package), A.English(package));
        Assert.Equal(["checked 4"], await _checker.MessagesAsync(_folder.File("Customers"), _folder.File("Technicians")));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "short name", "/name/short" },
        { "privacy address", "'privacyUrl'" },
        { "scope", "/bots/0/scopes/0" },
        { "unknown property", "\"additionalProperty\":\"colour\"" },
        { "bot", "/bots/0/botId" },
        { "English title", "en.json" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_copy_is_refused_where_it_is_broken(string fault, string expected)
    {
        var (manifest, english) = (A.Manifest(A.Packages[0]), A.English(A.Packages[0]));
        Break(manifest, english, fault);
        Write("broken", manifest, english);
        var messages = await _checker.MessagesAsync(_folder.File("broken"));
        Assert.Equal("checked 2", messages[^1]);
        Assert.Contains(messages[..^1], message => message.Contains(expected, StringComparison.Ordinal));
    }

    private static void Break(JsonObject manifest, JsonObject english, string fault)
    {
        switch (fault)
        {
            case "short name": manifest["name"]!["short"] = new string('x', 31); break;
            case "privacy address": manifest["developer"]!.AsObject().Remove("privacyUrl"); break;
            case "scope": manifest["bots"]![0]!["scopes"]![0] = "chat"; break;
            case "unknown property": manifest["colour"] = "red"; break;
            case "bot": manifest["bots"]![0]!["botId"] = "bot"; break;
            case "English title": english["bots[0].commandLists[0].commands[0].titel"] = "x"; break;
            default: throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault.");
        }
    }

    private void Write(string name, JsonObject manifest, JsonObject english)
    {
        Directory.CreateDirectory(_folder.File(name));
        File.WriteAllText(_folder.File(name, "manifest.json"), manifest.ToJsonString());
        File.WriteAllText(_folder.File(name, "en.json"), english.ToJsonString());
    }

    /// <summary>The checker, restored once.</summary>
    public sealed class Checker : IAsyncLifetime
    {
        private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Manifest", "node");

        public async Task InitializeAsync()
        {
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"))) return;
            var restored = await Tool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder, TimeSpan.FromMinutes(3));
            Assert.True(restored.ExitCode == 0, $"npm ci in tests/Manifest/node failed: {restored.Error}");
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public async Task<string[]> MessagesAsync(params string[] folders)
        {
            var said = await Tool.RunAsync("node", ["validate.cjs", .. folders], Folder, TimeSpan.FromMinutes(1));
            Assert.True(said.ExitCode == 0, said.Error);
            return said.Lines;
        }
    }
}
