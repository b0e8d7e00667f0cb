using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SiOne.Bot.EndToEnd.Running;

/// <summary>The local page in a browser, with all that it did besides showing.</summary>
internal sealed class BoardPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentBag<string> _mishaps = [];

    public BoardPage(IBrowserContext context, IPage page, Uri host)
    {
        _context = context;
        Page = page;
        page.SetDefaultTimeout(15_000);
        page.Dialog += (_, dialog) =>
        {
            _mishaps.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.PageError += (_, error) => _mishaps.Add($"script error: {error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(host.ToString(), StringComparison.Ordinal)) _mishaps.Add($"outside request: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Dialogs, script errors, and requests to any other place than the host: there may be none.</summary>
    public IReadOnlyCollection<string> Mishaps => _mishaps;

    public ILocator Messages => Page.Locator("article");

    /// <summary>The message with that subject.</summary>
    public ILocator Message(string subject) => Messages.Filter(new LocatorFilterOptions { Has = Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = subject, Exact = true }) });

    /// <summary>Writes a message in the form, as a person would: by the fields' labels.</summary>
    public async Task WriteAsync(string from, string subject, string text, string button)
    {
        await Page.GetByLabel("De la part de").SelectOptionAsync(from);
        await Page.GetByLabel("Objet").FillAsync(subject);
        await Page.GetByLabel("Message", new PageGetByLabelOptions { Exact = true }).FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button }).ClickAsync();
    }

    /// <summary>Opens the answer of a message and returns its body.</summary>
    public static async Task<ILocator> OpenAnswerAsync(ILocator message)
    {
        await message.GetByText("Voir la réponse").ClickAsync();
        return message.FrameLocator("iframe").Locator("body");
    }

    /// <summary>Chooses an act of a request and returns its form.</summary>
    public static async Task<ILocator> ChooseAsync(ILocator request, string act)
    {
        await request.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = act, Exact = true }).ClickAsync();
        return request.Locator("form.act");
    }

    /// <summary>Does what a form offers.</summary>
    public static Task DoAsync(ILocator form, string act) => form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = act, Exact = true }).ClickAsync();

    /// <summary>Chooses an act that needs nothing, does it, and waits for the state that it leads to.</summary>
    public static async Task ActAsync(ILocator request, string act, string state)
    {
        await DoAsync(await ChooseAsync(request, act), act);
        await Assertions.Expect(request).ToHaveAttributeAsync("data-state", state);
    }

    /// <summary>Chooses an act that needs words, and does it.</summary>
    public static async Task SayAsync(ILocator request, string act, string label, string text)
    {
        var form = await ChooseAsync(request, act);
        await form.GetByLabel(label).FillAsync(text);
        await DoAsync(form, act);
        await Assertions.Expect(request.Locator(".acts .status")).ToContainTextAsync(act);
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
