using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Chat;

/// <summary>The chat page in a browser: sits down as somebody, writes, clicks on cards.</summary>
internal sealed partial class ChatPage : IAsyncDisposable
{
    // What a card waits for is a chain of workers and posts; a busy machine takes its time.
    private const float Patience = 30_000;

    private readonly BoardPage _board;
    private readonly HostProcess _host;
    private readonly List<string> _stopped = [];
    private int _pictures;

    private ChatPage(BoardPage board, HostProcess host)
    {
        _board = board;
        _host = host;
    }

    public IPage Page => _board.Page;

    /// <summary>Dialogs, script errors, requests to other places, and what the page's policy stopped: there may be none.</summary>
    public IEnumerable<string> Mishaps => [.. _board.Mishaps, .. _stopped];

    /// <summary>The official renderer drew the cards; else plain HTML did.</summary>
    public ILocator OfficialCards => Page.Locator("#messages .card .ac-adaptiveCard");

    /// <summary>Opens a window of its own.</summary>
    public static async Task<ChatPage> OpenAsync(Browser browser, HostProcess host, int width = 1280, bool withRenderer = true)
    {
        var board = await browser.OpenAsync(host, width);
        var chat = new ChatPage(board, host);
        board.Page.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        board.Page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.Ordinal)) chat._stopped.Add(line.Text);
        };
        if (!withRenderer) await board.Page.RouteAsync("**/adaptivecards.js", route => route.AbortAsync());
        return chat;
    }

    /// <summary>Sits down as somebody and waits for what stands there.</summary>
    public async Task SitAsync(string address)
    {
        await Page.GotoAsync($"{_host.Address}chat#{address}");
        await Expect(Page.Locator("#window")).ToHaveAttributeAsync("data-shows", address);
    }

    /// <summary>Writes as a person would.</summary>
    public async Task SayAsync(string text)
    {
        await Page.GetByLabel("Message au bot").FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The newest card that says so.</summary>
    public ILocator Card(string says) => Page.Locator("#messages .card").Filter(new LocatorFilterOptions { HasText = says }).Last;

    /// <summary>Waits for a card that says so, and returns it.</summary>
    public async Task<ILocator> SeeAsync(string says)
    {
        var card = Card(says);
        await Expect(card).ToBeVisibleAsync();
        return card;
    }

    /// <summary>The reference that a card tells.</summary>
    public static async Task<string> ReferenceOf(ILocator card) => Reference().Match(await card.InnerTextAsync()) is { Success: true } found
        ? found.Value
        : throw new InvalidOperationException("The card tells no reference.");

    /// <summary>Presses a button of a card.</summary>
    public static Task PressAsync(ILocator card, string button) =>
        card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Keeps a picture beside the tests.</summary>
    public async Task KeepPictureAsync(string test, ILocator? of = null)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{test}-{++_pictures}.png");
        if (of is null) await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
        else await of.ScreenshotAsync(new LocatorScreenshotOptions { Path = path });
    }

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [GeneratedRegex("SI-[0-9A-Z]{4}-[0-9A-Z]{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
