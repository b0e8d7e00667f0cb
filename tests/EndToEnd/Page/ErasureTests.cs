using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>Art. 25: after an erasure the page shows that there was a request, and nobody's name.</summary>
[Collection(BrowserTests.Name)]
public sealed class ErasureTests(Browser browser, DemoHost demo)
{
    // Nobody else's test and none of the demo's mails is hers: what is erased here is missed nowhere.
    private const string Person = "direction@demo-serenite.example";

    [Fact]
    public async Task What_is_erased_is_gone_from_the_page_and_the_request_stays_without_names()
    {
        const string Subject = "Fichier perdu, canari";
        await using var board = await browser.OpenAsync(demo.Host);
        await board.WriteAsync(Person, Subject, "Bonjour, pouvez-vous restaurer le fichier Budget-Canari.xlsx supprimé hier de mon OneDrive ?", "Envoyer par l’application");
        var asked = board.Message(Subject);
        await Expect(asked.Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(asked).ToContainTextAsync("Claire Montbrial");
        var reference = (await asked.Locator(".request").GetAttributeAsync("id"))!;
        var message = board.Page.Locator($"article[data-key='{await asked.GetAttributeAsync("data-key")}']");

        var (exit, said) = await HostProcess.RunAsync(demo.Host.Folder, "erase", "--person", Person, "--reason", "Demande d'effacement", "--also-open");
        Assert.True(exit == 0, said);
        await Expect(message.Locator(".said")).ToHaveTextAsync("(rien de lisible)");
        await Expect(message).ToContainTextAsync(reference);
        await Expect(message.Locator(".request")).ToHaveCountAsync(1);
        foreach (var canary in (string[])["Montbrial", "Canari", Person])
            await Expect(board.Messages.Filter(new LocatorFilterOptions { HasText = canary })).ToHaveCountAsync(0);
        await Pictures.SaveAsync(board, message, "effacee");
        Assert.Empty(board.Mishaps);
    }
}
