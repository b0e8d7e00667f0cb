using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>A Premium customer's mail is made valid by one click on the page that its answer names (Art. 9).</summary>
[Collection(BrowserTests.Name)]
public sealed class ConfirmTests(Browser browser, DemoHost demo)
{
    [Theory]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task The_mails_button_opens_a_page_where_one_click_starts_the_hours(ColorScheme scheme, int width)
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var subject = $"Adresse pour Luc Tarin, {scheme}";
        await board.WriteAsync("admin@demo-premium.example", subject, "Bonjour, merci de créer la boîte mail luc.tarin@demo-premium.example pour Luc Tarin.", "Envoyer par mail");
        var message = board.Message(subject);
        var answer = message.Locator("[data-kind=answer]").Filter(new LocatorFilterOptions { HasText = "admin@demo-premium.example" }); // The same stands in Teams.
        await Expect(answer).ToHaveAttributeAsync("data-state", "Sent");
        var mail = await BoardPage.OpenAnswerAsync(answer);
        var page = await board.Page.Context.RunAndWaitForPageAsync(() => mail.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Confirmer ma demande" }).ClickAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await Expect(page.GetByText("À confirmer")).ToBeVisibleAsync();
        await ShootAsync(page, $"confirm-before-{scheme}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Confirmer ma demande" }).ClickAsync();
        await Expect(page.Locator(".promise strong")).ToContainTextAsync("Au plus tard le");
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await ShootAsync(page, $"confirm-after-{scheme}");
        await Expect(message.Locator("[data-operation='mailbox.create']")).ToHaveAttributeAsync("data-verdict", "accepted");
        Assert.Empty(board.Mishaps);
    }

    private static Task<byte[]> ShootAsync(IPage page, string name) => page.ScreenshotAsync(
        new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png"), FullPage = true });
}
