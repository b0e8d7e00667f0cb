using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Chat;

/// <summary>People of the demo and a technician, each in their window of Teams; all over the connector that the real one uses.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChatTests(Browser browser, ChatHost demo) : IClassFixture<ChatHost>
{
    private const string Employee = "employe@demo-premium.example";
    private const string Administrator = "admin@demo-premium.example";
    private const string Technician = "technicien@msp.example";

    [Fact]
    public async Task A_request_in_ones_own_words_becomes_a_card_with_reference_and_promise()
    {
        await using var chat = await ChatPage.OpenAsync(browser, demo.Host);
        await chat.SitAsync(Employee);
        await chat.SeeAsync("nous sommes là pour vous aider");
        await chat.SayAsync("Pouvez-vous restaurer le fichier Devis.xlsx que j’ai supprimé hier de mon OneDrive ?");
        var card = await chat.SeeAsync("Votre demande est enregistrée : restauration de fichiers");
        await Expect(card).ToContainTextAsync("Notre engagement");
        await Expect(card).ToContainTextAsync("Au plus tard le ");
        var reference = await ChatPage.ReferenceOf(card);
        await chat.KeepPictureAsync(nameof(A_request_in_ones_own_words_becomes_a_card_with_reference_and_promise));
        await chat.SayAsync("mes demandes");
        await Expect(await chat.SeeAsync("Vos demandes")).ToContainTextAsync(reference);
        await chat.SayAsync("aide");
        await chat.SeeAsync("À tout moment");
        await Expect(chat.OfficialCards.First).ToBeVisibleAsync();
        Assert.Empty(chat.Mishaps);
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_missing_detail_is_filled_in_on_the_card_which_changes(int width, bool withRenderer)
    {
        await using var chat = await ChatPage.OpenAsync(browser, demo.Host, width, withRenderer);
        await chat.SitAsync("direction@demo-serenite.example");
        await Expect(chat.Page.GetByText("installez Node.js et npm")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = !withRenderer });
        await chat.SayAsync("Merci de fermer le compte d’un collaborateur qui nous quitte vendredi.");
        var reference = await ChatPage.ReferenceOf(await chat.SeeAsync("Votre demande attend des précisions"));
        var card = chat.Card(reference);
        await card.GetByLabel("son nom complet").FillAsync("Marc Guérin");
        await chat.KeepPictureAsync($"details-{width}");
        await ChatPage.PressAsync(card, "Envoyer ces précisions");
        await Expect(card).ToContainTextAsync("Pour : Marc Guérin");
        await Expect(card).Not.ToContainTextAsync("Votre demande attend des précisions");
        await chat.KeepPictureAsync($"details-{width}");
        Assert.Equal(withRenderer, await chat.OfficialCards.CountAsync() > 0);
        Assert.Empty(chat.Mishaps);
    }

    [Fact]
    public async Task An_arrival_waits_for_the_administrator_whose_click_changes_the_employees_card()
    {
        await using var employee = await ChatPage.OpenAsync(browser, demo.Host);
        await using var administrator = await ChatPage.OpenAsync(browser, demo.Host);
        await administrator.SitAsync("direction@demo-premium.example");
        await employee.SitAsync(Employee);
        await employee.SayAsync("Pouvez-vous créer le compte de Paul Lemaire qui arrive le 14 décembre 2027 ?");
        var reference = await ChatPage.ReferenceOf(await employee.SeeAsync("Votre demande attend un accord"));

        // Whoever looks elsewhere sees that something came.
        await Expect(administrator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Nadia Keravel" })).ToContainTextAsync("nouveau message");
        await administrator.SitAsync(Administrator);
        var asked = administrator.Card(reference);
        await Expect(asked).ToContainTextAsync("Votre accord est demandé");
        await administrator.KeepPictureAsync("approval");
        await ChatPage.PressAsync(asked, "Donner mon accord");
        await Expect(asked).Not.ToContainTextAsync("Accord attendu");

        await Expect(employee.Card(reference)).Not.ToContainTextAsync("En attente d’un accord");
        await Expect(employee.Card(reference)).ToContainTextAsync("Paul Lemaire");
        await employee.KeepPictureAsync("approved", employee.Card(reference));
        Assert.Empty(employee.Mishaps);
        Assert.Empty(administrator.Mishaps);
    }

    [Fact]
    public async Task A_technician_takes_and_ends_a_request_in_the_channel_and_the_employees_card_follows()
    {
        await using var employee = await ChatPage.OpenAsync(browser, demo.Host);
        await using var technician = await ChatPage.OpenAsync(browser, demo.Host);
        await employee.SitAsync(Employee);
        await employee.SayAsync("Bonjour, mon Outlook ne démarre plus depuis ce matin.");
        var reference = await ChatPage.ReferenceOf(await employee.SeeAsync("problème de logiciel"));

        await technician.SitAsync(Technician);
        var request = technician.Card(reference);
        await ChatPage.PressAsync(request, "Commencer");
        await Expect(request).ToContainTextAsync("En cours");
        await Expect(request).ToContainTextAsync("Technicien de démonstration");
        await technician.KeepPictureAsync("channel");
        await ChatPage.PressAsync(request, "Terminer");
        await Expect(request).ToContainTextAsync("Faite");

        await Expect(employee.Card(reference)).ToContainTextAsync("Votre demande est traitée");
        await employee.KeepPictureAsync("done", employee.Card(reference));
        Assert.Empty(employee.Mishaps);
        Assert.Empty(technician.Mishaps);
    }

    [Fact]
    public async Task A_standard_customers_request_brings_a_ready_mail_that_makes_it_valid()
    {
        await using var chat = await ChatPage.OpenAsync(browser, demo.Host);
        await chat.SitAsync("admin@demo-standard.example");
        await chat.SayAsync("Bonjour, il faudrait créer la boîte mail de Louise Besnard pour le 6 décembre 2027");
        var reference = await ChatPage.ReferenceOf(await chat.SeeAsync("Votre demande est à confirmer"));
        await chat.Card(reference).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Ouvrir le mail tout prêt" }).ClickAsync();
        var mail = chat.Page.GetByRole(AriaRole.Dialog);
        await Expect(mail).ToContainTextAsync("support@msp.example");
        await Expect(mail).ToContainTextAsync(reference);
        await chat.KeepPictureAsync("ready-mail");
        await mail.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Envoyer le mail" }).ClickAsync();
        await Expect(mail).ToBeHiddenAsync();
        await Expect(chat.Card(reference)).Not.ToContainTextAsync("À confirmer");
        await chat.KeepPictureAsync("ready-mail");
        Assert.Empty(chat.Mishaps);
    }

    [Fact]
    public async Task A_file_sent_with_a_message_is_a_link_that_gives_technicians_the_same_bytes()
    {
        byte[] bytes = [.. Enumerable.Range(0, 50_000).Select(at => (byte)(at * 7))];
        await using var chat = await ChatPage.OpenAsync(browser, demo.Host);
        await chat.SitAsync("employe@demo-serenite.example");
        await chat.Page.GetByLabel("Joindre un fichier").SetInputFilesAsync(new FilePayload { Name = "journal d’été.log", MimeType = "text/plain", Buffer = bytes });
        await chat.SayAsync("Bonjour, mon ordinateur affiche un écran bleu au démarrage.");
        await Expect(chat.Page.Locator(".message.mine").Last).ToContainTextAsync("Pièce jointe : journal d’été.log");
        await chat.KeepPictureAsync("file");
        await chat.Page.GotoAsync(demo.Host.Address.ToString());
        var link = chat.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "journal d’été.log" });
        var download = await chat.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        Assert.Equal("journal d’été.log", download.SuggestedFilename);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(await download.PathAsync()));
        await chat.KeepPictureAsync("file", link);
        Assert.Empty(chat.Mishaps);
    }

    [Fact]
    public async Task A_message_is_edited_and_quoted_and_the_views_lead_to_each_other()
    {
        await using var chat = await ChatPage.OpenAsync(browser, demo.Host);
        await chat.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Discussions Teams" }).ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Élodie Painvert" }).ClickAsync();
        await chat.SayAsync("Bonjour, l’imprimante du bureau 12 n’imprime plus.");
        await chat.SeeAsync("problème d’impression");
        var mine = chat.Page.Locator(".message.mine");
        await mine.HoverAsync();
        await mine.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Modifier" }).ClickAsync();
        await chat.SayAsync("Bonjour, l’imprimante du bureau 14 n’imprime plus.");
        await Expect(mine).ToContainTextAsync("bureau 14");
        await Expect(mine).ToContainTextAsync("modifié");
        await mine.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Citer" }).ClickAsync();
        await chat.SayAsync("C’est de plus en plus gênant.");
        await Expect(mine.Last.Locator("blockquote")).ToContainTextAsync("bureau 14");
        await chat.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Mails" }).ClickAsync();
        await Expect(chat.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Le parcours de chaque message" })).ToBeVisibleAsync();
        Assert.Empty(chat.Mishaps);
    }
}
