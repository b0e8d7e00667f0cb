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

    /// <summary>Opens the local page in a window of its own, as a technician who has signed in.</summary>
    internal async Task<BoardPage> OpenAsync(HostProcess host, int width = 1280)
    {
        var session = (await host.SessionAsync()).Split('=', 2);
        return await OpenAsync(host, width, new Cookie { Name = session[0], Value = session[1], Url = host.Address.ToString() });
    }

    /// <summary>The same as somebody who has not.</summary>
    internal Task<BoardPage> OpenUnknownAsync(HostProcess host, int width = 1280) => OpenAsync(host, width, session: null);

    /// <summary>Shows a mail, as a mail program does.</summary>
    /// <param name="html">The mail.</param>
    /// <param name="width">The window's, in CSS pixels.</param>
    /// <param name="scheme">What the reader's system asks for.</param>
    internal async Task<IPage> ShowAsync(string html, int width, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme });
        await page.SetContentAsync(html);
        return page;
    }

    private async Task<BoardPage> OpenAsync(HostProcess host, int width, Cookie? session)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        if (session is not null) await context.AddCookiesAsync([session]);
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
