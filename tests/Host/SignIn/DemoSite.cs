using Microsoft.Extensions.Configuration;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.SignIn;

/// <summary>The demo in this process, with what it prints as codes.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly List<string> _codes = [];

    private DemoSite(TempFolder folder, SiOneHost host)
    {
        _folder = folder;
        Host = host;
        Browser = new PageBrowser(new Uri(host.Url));
        host.Codes!.Follow(_codes.Add);
    }

    public SiOneHost Host { get; }

    public PageBrowser Browser { get; }

    /// <summary>The codes that a console would show, oldest first.</summary>
    public IReadOnlyList<string> Codes => _codes;

    public static async Task<DemoSite> StartAsync(TimeProvider? clock = null)
    {
        var folder = new TempFolder();
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            [KeyValuePair.Create("SiOne:Url", (string?)"http://127.0.0.1:0"), KeyValuePair.Create("SiOne:DataFolder", (string?)folder.File("data"))]).Build());
        Assert.Empty(read.Mistakes);
        var customers = CustomerFiles.Load(read.Usable!.Host.Customers!);
        return new DemoSite(folder, await SiOneHost.StartAsync(read.Usable, customers, clock ?? TimeProvider.System, CommitPoints.None, CancellationToken.None));
    }

    public Task<HttpResponseMessage> TypeAsync(string code, string? returnUrl = null) => Browser.PostAsync("/signin/code", new { code, returnUrl });

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}
