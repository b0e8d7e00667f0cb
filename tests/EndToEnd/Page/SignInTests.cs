using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>A technician signs in with the code that the console shows, works from the queue and signs out.</summary>
[Collection(BrowserTests.Name)]
public sealed class SignInTests(Browser browser, DemoHost demo)
{
    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Whoever_reads_the_console_enters_and_leaves(int width, ColorScheme scheme)
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        await using var board = await browser.OpenUnknownAsync(host, width);
        var page = board.Page;
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Page des techniciens" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Code à six chiffres")).ToBeFocusedAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await KeepAsync(page, $"sign-in-{width}");

        var code = await host.CodeAsync();
        await page.GetByLabel("Code à six chiffres").FillAsync(code == "000-000" ? "000-001" : "000-000");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Ce n’est pas le code affiché dans la console.");
        await page.GetByLabel("Code à six chiffres").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Se connecter" }).ClickAsync();

        await Expect(page.Locator("#signed-in")).ToContainTextAsync("Technicien de démonstration");
        await Expect(page.GetByLabel("Technicien")).ToBeHiddenAsync();
        await Expect(board.Messages).ToHaveCountAsync(ShippedMail.All.Count);
        await Expect(page.Locator("#queue-lines li")).ToHaveCountAsync(5);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await KeepAsync(page, $"queue-{width}");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Se déconnecter" }).ClickAsync();
        await Expect(page.GetByLabel("Code à six chiffres")).ToBeVisibleAsync();
        await page.GotoAsync(host.Address.ToString());
        await Expect(page.GetByLabel("Code à six chiffres")).ToBeVisibleAsync();
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task From_the_queue_a_request_is_opened_and_taken()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        await using var board = await browser.OpenAsync(host);
        await Expect(board.Messages).ToHaveCountAsync(ShippedMail.All.Count);
        var first = board.Page.Locator("#queue-lines li").First;
        await Expect(first).ToContainTextAsync("Urgence");
        var reference = (await first.GetByRole(AriaRole.Link).GetAttributeAsync("href"))![1..];
        // Two customers have an emergency that is due at the same time: which of them was read first is not the matter here.
        var customer = (await first.TextContentAsync())!.Contains("Cabinet Orsène Conseil", StringComparison.Ordinal) ? "Cabinet Orsène Conseil" : "Laiterie des Trois Ponts";
        await first.GetByRole(AriaRole.Link).ClickAsync();
        var request = board.Page.Locator($"[id='{reference}']");
        await Expect(request).ToBeFocusedAsync();
        await Expect(request).ToBeInViewportAsync();
        await BoardPage.DoAsync(await BoardPage.ChooseAsync(request, "Commencer"), "Commencer");
        await Expect(request).ToHaveAttributeAsync("data-state", "InProgress");
        await board.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Les miennes (1)" }).ClickAsync();
        await Expect(board.Page.Locator("#queue-lines li")).ToHaveCountAsync(1);
        await Expect(board.Page.Locator("#queue-lines li")).ToContainTextAsync($"{reference} · {customer} · prise par Technicien de démonstration");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_link_to_a_request_leads_there_through_the_sign_in()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var reference = await board.Page.Locator(".request[id]").First.GetAttributeAsync("id");
        await using var stranger = await browser.OpenUnknownAsync(demo.Host);
        await stranger.Page.GotoAsync($"{demo.Host.Address}#{reference}");
        await stranger.Page.ReloadAsync();
        await stranger.Page.GetByLabel("Code à six chiffres").FillAsync(await demo.Host.CodeAsync());
        await stranger.Page.Keyboard.PressAsync("Enter");
        await Expect(stranger.Page.Locator($"[id='{reference}']")).ToBeFocusedAsync();
        Assert.Empty(stranger.Mishaps);
    }

    [Fact]
    public async Task A_session_that_ends_leads_back_to_the_sign_in()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        await Expect(board.Page.Locator("#signed-in")).ToBeVisibleAsync();
        await board.Page.Context.ClearCookiesAsync();
        await board.Page.Locator("#queue-lines a").First.WaitForAsync();
        await board.WriteAsync("employe@demo-standard.example", "Sans session", "Bonjour, mon écran est noir.", "Envoyer par mail");
        await Expect(board.Page.GetByLabel("Code à six chiffres")).ToBeVisibleAsync();
    }

    /// <summary>Kept as test output, to be looked at.</summary>
    private static Task<byte[]> KeepAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png") });
}
