using Microsoft.Playwright;
using MimeKit;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>What an administrator does with their weekly digest: decides what waits for them, leaves it, has it again.</summary>
[Collection(BrowserTests.Name)]
public sealed class DigestTests(Browser browser, DemoHost demo)
{
    private const string Admin = "admin@demo-serenite.example";

    [Fact]
    public async Task What_waits_is_decided_from_the_digest_which_is_left_and_had_again()
    {
        const string Subject = "Adresse pour Noé Brévant";
        await using var board = await browser.OpenAsync(demo.Host);
        await board.WriteAsync("employe@demo-serenite.example", Subject, "Bonjour, merci de créer la boîte mail pour Noé Brévant.", "Envoyer par l’application");
        var request = board.Message(Subject).Locator(".request");
        await Expect(request).ToHaveAttributeAsync("data-state", "WaitingForApproval");
        var digest = await ArrivedAsync();

        var page = await board.Page.Context.NewPageAsync();
        await page.SetViewportSizeAsync(390, 900);
        await page.SetContentAsync(digest);
        var reference = await request.GetAttributeAsync("id");
        var entry = page.Locator(".entry").Filter(new LocatorFilterOptions { HasText = reference });
        await Expect(entry).ToContainTextAsync("Demandé par Élodie Painvert");
        await Pictures.SaveAsync(page, "digest-demo-390");
        await entry.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Accepter ou refuser" }).ClickAsync();
        await Expect(page.GetByText("Accord attendu")).ToBeVisibleAsync();
        await Expect(request).ToHaveAttributeAsync("data-state", "WaitingForApproval");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Donner mon accord" }).ClickAsync();
        await Expect(page.Locator(".decided")).ToContainTextAsync("Accord donné par Yann Lestrade");
        await Expect(request).ToHaveAttributeAsync("data-state", "Accepted");

        await page.SetContentAsync(digest);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ne plus recevoir ce point" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Vous recevez chaque semaine");
        await Pictures.SaveAsync(page, "digest-leave-390");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ne plus le recevoir" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("vous ne recevez plus");
        await Pictures.SaveAsync(page, "digest-left-390");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Le recevoir de nouveau" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Vous recevez chaque semaine");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(board.Mishaps);
    }

    /// <summary>Last week's, sent by an operator through the running host.</summary>
    private async Task<string> ArrivedAsync()
    {
        var week = IsoWeek.Of(ParisTime.DateOf(TimeProvider.System.GetUtcNow())).Previous;
        var (exit, said) = await HostProcess.RunAsync(demo.Host.Folder, "digest", "--customer", "demo-serenite", "--week", week.ToString(), "--send");
        Assert.True(exit == 0, said);
        MimeMessage? digest = null;
        await Deadline.UntilAsync(() => (digest = demo.Host.Left.Select(file => MimeMessage.Load(file)).FirstOrDefault(IsDigest)) is not null);
        return digest!.HtmlBody!;
    }

    private static bool IsDigest(MimeMessage mail) => mail.Headers.Contains(HeaderId.ListUnsubscribe) && mail.To.Mailboxes.Any(to => to.Address == Admin);
}
