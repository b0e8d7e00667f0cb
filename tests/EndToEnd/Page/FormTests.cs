using System.Text;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

[Collection(BrowserTests.Name)]
public sealed class FormTests(Browser browser, DemoHost demo)
{
    private const string ByMail = "Envoyer par mail";
    private const string ByApplication = "Envoyer par l’application";

    [Theory]
    [InlineData("admin@demo-standard.example", ByMail, "accepted")]
    [InlineData("admin@demo-standard.example", ByApplication, "draft")]
    [InlineData("admin@demo-premium.example", ByMail, "draft")]
    [InlineData("admin@demo-premium.example", ByApplication, "accepted")]
    public async Task The_channel_decides_as_the_contract_says(string from, string button, string verdict)
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var subject = $"Adresse pour Paul Riou, {from}, {button}";
        await board.WriteAsync(from, subject, "Bonjour, merci de créer la boîte mail paul.riou@demo-standard.example pour Paul Riou.", button);
        await Expect(board.Page.Locator("#form-status")).ToContainTextAsync("Envoyé");
        var message = board.Message(subject);
        await Expect(message.Locator("[data-operation='mailbox.create']")).ToHaveAttributeAsync("data-verdict", verdict);
        await Expect(message.Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(board.Messages.First).ToContainTextAsync(subject);
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task Hostile_text_from_the_form_is_shown_as_text()
    {
        const string Hostile = "Bonjour, mon ordinateur ne démarre plus du tout. <img src=x onerror=alert(1)> </script><script>alert(2)</script> **gras** [lien](http://hostile.example/) {{from}}";
        await using var board = await browser.OpenAsync(demo.Host);
        await board.WriteAsync("employe@demo-serenite.example", "<img src=//hostile.example/a onerror=alert(3)>", Hostile, ByMail);
        var message = board.Message("<img src=//hostile.example/a onerror=alert(3)>");
        await Expect(message.Locator(".said")).ToHaveTextAsync(Hostile);
        await Expect(message.Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(await BoardPage.OpenAnswerAsync(message)).ToContainTextAsync("Bonjour");
        await Expect(message.FrameLocator("iframe").Locator("img, script")).ToHaveCountAsync(0);
        await Expect(board.Page.Locator("article img, article script")).ToHaveCountAsync(0);
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_hostile_HTML_mail_loads_and_runs_nothing()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var mail = $"""
            Authentication-Results: mx.msp.example; dmarc=pass header.from=demo-standard.example
            From: Lucie Marchadour <employe@demo-standard.example>
            To: support@msp.example
            Subject: Mail piege
            Message-ID: <{Guid.NewGuid():N}@demo-standard.example>
            Date: {TimeProvider.System.GetUtcNow():r}
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8

            <html><body onload="alert(1)"><p>Bonjour, mon ordinateur ne démarre plus.</p><img src="http://hostile.example/pixel.png" onerror="alert(2)">
            <script>alert(3)</script><iframe src="http://hostile.example/"></iframe></body></html>
            """;
        var path = Path.Combine(demo.Host.MailFolder, "hostile.tmp");
        await File.WriteAllTextAsync(path, mail, Encoding.UTF8);
        File.Move(path, Path.ChangeExtension(path, ".eml"));
        var message = board.Message("Mail piege");
        await Expect(message.Locator(".said")).ToContainTextAsync("mon ordinateur ne démarre plus");
        await Expect(message.Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(await BoardPage.OpenAnswerAsync(message)).ToContainTextAsync("Bonjour");
        await Expect(message.Locator(".said")).Not.ToContainTextAsync("alert");
        Assert.Empty(board.Mishaps);
    }
}
