using Microsoft.Playwright;

namespace SiOne.Bot.EndToEnd.Running;

/// <summary>The installed Chromium, started once for all tests of the page.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens the local page in a window of its own.</summary>
    internal async Task<BoardPage> OpenAsync(HostProcess host, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var board = new BoardPage(context, await context.NewPageAsync(), host.Address);
        await board.Page.GotoAsync(host.Address.ToString());
        return board;
    }
}

/// <summary>One browser for all; the tests run one after another, so that their times mean something.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<Browser>, ICollectionFixture<DemoHost>
{
    public const string Name = "browser";
}
