using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>Art. 11, 14: an employee asks by mail, their administrator decides on the page that their mail names, and who asked and technicians see it.</summary>
[Collection(BrowserTests.Name)]
public sealed class ApproveTests(Browser browser, DemoHost demo)
{
    private const string Asked = "Bonjour, merci de créer la boîte mail manon.guilbert@demo-standard.example pour Manon Guilbert.";

    [Theory]
    [InlineData("clair", ColorScheme.Light, 390)]
    [InlineData("sombre", ColorScheme.Dark, 1280)]
    [InlineData("moyen", ColorScheme.Light, 700)]
    public async Task The_administrator_approves_on_the_page(string name, ColorScheme scheme, int width)
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var (message, page) = await OpenedAsync(board, $"Nouvelle adresse, {name}", scheme, width);
        await Expect(page.GetByText("Accord attendu")).ToBeVisibleAsync();
        await Expect(page.Locator(".opening")).ToContainTextAsync("elle attend votre accord");
        await Expect(page.GetByText("Le délai est à l’arrêt depuis")).ToBeVisibleAsync();
        await ShootAsync(page, $"approve-before-{width}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var request = message.Locator(".request");
        await Expect(request).ToHaveAttributeAsync("data-state", "WaitingForApproval"); // Opening decides nothing.
        await Expect(request.Locator(".facts")).ToContainTextAsync("Accord demandé à");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Donner mon accord" }).ClickAsync();
        await Expect(page.Locator(".decided")).ToContainTextAsync("Accord donné par Bastien Corvec");
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await ShootAsync(page, $"approve-after-{width}");
        await Expect(request).ToHaveAttributeAsync("data-state", "Accepted");
        await Expect(await NoticeAsync(message, "notify-Approved", "employe@demo-standard.example")).ToContainTextAsync("Accord donné par : Bastien Corvec");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_no_with_its_reason_reaches_who_asked()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var (message, page) = await OpenedAsync(board, "Nouvelle adresse, refusée", ColorScheme.Light, 390);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Refuser", Exact = true }).ClickAsync();
        await page.GetByLabel("Le motif").FillAsync("Son contrat n’est pas encore signé. <b>Voir avec moi.</b>");
        await ShootAsync(page, "decline-before-390");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Confirmer le refus" }).ClickAsync();
        await Expect(page.Locator(".decided")).ToContainTextAsync("Refusé par Bastien Corvec");
        await Expect(page.Locator("blockquote")).ToContainTextAsync("<b>Voir avec moi.</b>");
        await ShootAsync(page, "decline-after-390");
        await Expect(message.Locator(".request")).ToHaveAttributeAsync("data-state", "Declined");
        await Expect(message.Locator(".written blockquote")).ToContainTextAsync("Son contrat n’est pas encore signé.");
        await Expect(await NoticeAsync(message, "notify-ApprovalRefused", "employe@demo-standard.example")).ToContainTextAsync("Son contrat n’est pas encore signé.");

        await page.ReloadAsync(); // The link says what was decided.
        await Expect(page.Locator(".decided")).ToContainTextAsync("Refusé par Bastien Corvec");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_link_that_was_altered_opens_nothing_and_says_so()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var (message, page) = await OpenedAsync(board, "Nouvelle adresse, lien abîmé", ColorScheme.Light, 390);
        await page.GotoAsync(page.Url[..^1] + (page.Url[^1] == '0' ? '1' : '0'));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ce lien n’ouvre aucune demande");
        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await ShootAsync(page, "approve-altered-390");
        await Expect(message.Locator(".request")).ToHaveAttributeAsync("data-state", "WaitingForApproval");
    }

    private static async Task<(ILocator Message, IPage Page)> OpenedAsync(BoardPage board, string subject, ColorScheme scheme, int width)
    {
        await board.WriteAsync("employe@demo-standard.example", subject, Asked, "Envoyer par mail");
        var message = board.Message(subject);
        var mail = await NoticeAsync(message, "notify-ApprovalNeeded", "admin@demo-standard.example");
        await ShootAsync(mail, $"approval-mail-{width}");
        var page = await board.Page.Context.RunAndWaitForPageAsync(() => mail.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Voir la demande et répondre" }).ClickAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        return (message, page);
    }

    private static async Task<ILocator> NoticeAsync(ILocator message, string kind, string to)
    {
        var notice = message.Locator($"[data-kind='{kind}']").Filter(new LocatorFilterOptions { HasText = to });
        await Expect(notice).ToHaveAttributeAsync("data-state", "Sent", new LocatorAssertionsToHaveAttributeOptions { Timeout = 30_000 });
        await notice.GetByText("Voir le message").ClickAsync();
        return notice.FrameLocator("iframe").Locator("body");
    }

    private static Task ShootAsync(IPage page, string name) => PictureOf(name) is { } path
        ? page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true }) : Task.CompletedTask;

    private static Task ShootAsync(ILocator part, string name) => PictureOf(name) is { } path
        ? part.ScreenshotAsync(new LocatorScreenshotOptions { Path = path }) : Task.CompletedTask;

    /// <summary>A picture for whoever asks for it by <c>SIONE_PICTURES=FOLDER</c>.</summary>
    private static string? PictureOf(string name) => Environment.GetEnvironmentVariable("SIONE_PICTURES") is { Length: > 0 } folder ? Path.Combine(folder, $"{name}.png") : null;
}
