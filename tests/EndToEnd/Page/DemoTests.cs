using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

[Collection(BrowserTests.Name)]
public sealed class DemoTests(Browser browser, DemoHost demo)
{
    [Fact]
    public void Every_shipped_mail_has_its_expectation() =>
        Assert.Equal(Directory.GetFiles(Repository.DemoMails, "*.eml").Length, ShippedMail.All.Count);

    [Fact]
    public async Task Every_shipped_mail_is_shown_with_its_end_and_what_was_understood()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        foreach (var mail in ShippedMail.All)
        {
            var message = board.Message(mail.Subject);
            await Expect(message).ToHaveAttributeAsync("data-end", mail.End);
            var operations = await message.Locator(".request").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.operation)");
            Assert.Equal($"{mail.Subject}: {mail.Operations}", $"{mail.Subject}: {string.Join(' ', operations)}");
        }

        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_message_shows_what_was_read_understood_cited_and_promised()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var message = board.Message("Nouvelle adresse mail");
        await Expect(message.Locator(".said")).ToContainTextAsync("Merci de créer la boîte mail julien.tessier@demo-standard.example");
        await Expect(message.Locator(".request")).ToContainTextAsync("Création d’une boîte mail");
        await Expect(message.Locator(".understood")).ToContainTextAsync("mailbox.create");
        await Expect(message.Locator(".request")).ToContainTextAsync("article\u00a011");
        await Expect(message.Locator(".due")).ToContainTextAsync("Engagement (article 11)Au plus tard le ");
        Assert.True(DateTimeOffset.Parse(await message.Locator(".due").GetAttributeAsync("data-due") ?? "", null) > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task A_target_is_not_worded_as_a_promise()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var due = board.Message("PC qui ne démarre plus").Locator(".due");
        await Expect(due).ToContainTextAsync("Objectif, sans engagement de délai");
        await Expect(due).Not.ToContainTextAsync("Au plus tard");
    }

    [Fact]
    public async Task The_answer_is_shown_as_the_person_sees_it()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var message = board.Message("Restauration d’un dossier");
        await Expect(message.Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        var answer = await BoardPage.OpenAnswerAsync(message);
        await Expect(answer).ToContainTextAsync("Bonjour Bastien Corvec");
        await Expect(answer).ToContainTextAsync("Restauration de fichiers");
        await Expect(answer).ToContainTextAsync("article 22");
        await Expect(answer).ToContainTextAsync(await message.Locator(".request .cited").InnerTextAsync() is var meta ? meta[..meta.IndexOf(' ', StringComparison.Ordinal)] : "");
    }

    [Fact]
    public async Task A_secret_is_shown_nowhere()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var message = board.Message("Imprimante");
        await Expect(message.Locator(".masked")).ToContainTextAsync("1\u00a0secret masqué");
        await Expect(message.Locator(".said")).ToContainTextAsync("[secret masqué #1]");
        Assert.DoesNotContain("Camembert", await board.Page.ContentAsync(), StringComparison.Ordinal);
        var answer = await BoardPage.OpenAnswerAsync(message);
        await Expect(answer).Not.ToBeEmptyAsync();
        Assert.DoesNotContain("Camembert", await answer.InnerHTMLAsync(), StringComparison.Ordinal);
        using var client = await demo.Host.TechnicianAsync();
        Assert.DoesNotContain("Camembert", await client.GetStringAsync("/api/board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_sender_gets_an_answer_that_reveals_nothing()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var message = board.Message("Besoin d’aide");
        await Expect(message.Locator("[data-kind=answer-unknown]")).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(message.Locator("[data-kind=alert-unknown-sender]")).ToHaveAttributeAsync("data-state", "Sent");
        var answer = await BoardPage.OpenAnswerAsync(message);
        await Expect(answer).ToContainTextAsync("Bonjour");
        var words = await answer.InnerTextAsync();
        Assert.DoesNotContain("SI-", words.Replace("SI-ONE", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var name in (string[])["Vallois", "Orsène", "Laiterie", "engagement"]) Assert.DoesNotContain(name, words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Nothing_is_cut_off_or_scrolls_sideways(int width)
    {
        await using var board = await browser.OpenAsync(demo.Host, width);
        await Expect(board.Message("Nouvelle adresse mail")).ToHaveAttributeAsync("data-end", "Requests");
        Assert.Equal(width, await board.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task An_answer_being_read_stays_open_while_other_messages_arrive()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var answer = await BoardPage.OpenAnswerAsync(board.Message("compte bloqué"));
        await Expect(answer).ToContainTextAsync("Bonjour");
        await board.WriteAsync("employe@demo-standard.example", "Word plante", "Bonjour, Word plante à chaque ouverture depuis ce matin.", "Envoyer par mail");
        await Expect(board.Message("Word plante")).ToHaveAttributeAsync("data-end", "Requests");
        await Expect(answer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_page_can_be_used_with_the_keyboard_alone()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        await Expect(board.Message("Nouvelle adresse mail")).ToHaveAttributeAsync("data-end", "Requests");
        await board.Page.Keyboard.PressAsync("Tab");
        await Expect(board.Page.GetByText("Aller aux messages")).ToBeFocusedAsync();
        var summary = board.Message("Devis").GetByText("Voir la réponse");
        await summary.FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        await Expect(board.Message("Devis").Locator("iframe")).ToBeVisibleAsync();
    }
}
