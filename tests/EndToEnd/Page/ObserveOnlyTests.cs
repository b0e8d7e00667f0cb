using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

[Collection(BrowserTests.Name)]
public sealed class ObserveOnlyTests(Browser browser)
{
    [Fact]
    public async Task In_observe_only_mode_each_answer_waits_until_a_technician_sends_or_drops_it()
    {
        using var folder = new TempFolder();
        await using var host = await HostProcess.StartAsync(folder.Path, ("SiOne__ObserveOnly", "true"));
        await using var board = await browser.OpenAsync(host);
        await Expect(board.Page.Locator("#mode")).ToContainTextAsync("chaque réponse attend un technicien");
        await Expect(board.Page.Locator("article[data-end='']")).ToHaveCountAsync(0);
        await Expect(board.Messages).ToHaveCountAsync(ShippedMail.All.Count);
        await Expect(board.Page.Locator("[data-kind^=answer]:not([data-state=Held])")).ToHaveCountAsync(0);
        // One for each mail but the automatic one, and the draft's copy in its sender's chat.
        await Expect(board.Page.Locator("[data-kind^=answer][data-state=Held]")).ToHaveCountAsync(14);
        Assert.DoesNotContain(host.Left, IsAnswer);

        var answer = board.Message("Devis").Locator("[data-kind=answer]");
        await Expect(await BoardPage.OpenAnswerAsync(board.Message("Devis"))).ToContainTextAsync("devis");
        await answer.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Envoyer" }).ClickAsync();
        await Expect(answer).ToHaveAttributeAsync("data-state", "Sent");
        Assert.Single(host.Left, IsAnswer);

        var dropped = board.Message("Imprimante").Locator("[data-kind=answer]");
        await dropped.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Écarter" }).ClickAsync();
        await Expect(dropped).ToHaveAttributeAsync("data-state", "Dropped");
        Assert.Single(host.Left, IsAnswer);
        Assert.Empty(board.Mishaps);
    }

    /// <summary>Alerts to SI-ONE's own people are no answers.</summary>
    private static bool IsAnswer(string path) => File.ReadAllText(path) is var mail
        && !mail.Contains("To: technique@msp.example", StringComparison.OrdinalIgnoreCase) && !mail.Contains("To: dpo@msp.example", StringComparison.OrdinalIgnoreCase);
}
