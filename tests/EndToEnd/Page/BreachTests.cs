using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>RGPD V, Art. 25 on the demo's page, with a mail to begin with: nothing leaves for the customer but by a technician's click.</summary>
[Collection(BrowserTests.Name)]
public sealed class BreachTests(Browser browser, DemoHost demo)
{
    private const string Employee = "employe@demo-standard.example";

    [Fact]
    public async Task A_lost_phone_is_proposed_started_its_notice_finished_and_sent()
    {
        const string Subject = "Téléphone perdu, notification";
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, Subject, "Bonjour,\n\nJ'ai perdu mon téléphone professionnel dans le train ce matin.");
        await Expect(Fact(request, "breach")).ToContainTextAsync("possible");
        await Expect(board.Message(Subject).Locator("[data-kind='alert-data-protection-breach-proposed']")).ToHaveCountAsync(1);
        await Pictures.SaveAsync(board, request, "violation-proposee");

        var start = await BoardPage.ChooseAsync(request, "Démarrer le délai de 36 heures");
        await BoardPage.DoAsync(start, "Démarrer le délai de 36 heures");
        await Expect(Fact(request, "breach")).ToContainTextAsync("le délai court");
        await Expect(board.Message(Subject).Locator("[data-kind='notify-BreachNotice']")).ToHaveCountAsync(0);

        var form = await BoardPage.ChooseAsync(request, "Envoyer la notification");
        var notice = form.GetByLabel("La notification, en français");
        Assert.Contains("à compléter", await notice.InputValueAsync(), StringComparison.Ordinal);
        await Pictures.SaveAsync(board, request, "violation-notification");
        await notice.FillAsync((await notice.InputValueAsync()).Replace("Conséquences\u00a0: à compléter", "Conséquences\u00a0: aucune à ce stade, téléphone verrouillé", StringComparison.Ordinal));
        await BoardPage.DoAsync(form, "Envoyer la notification");
        await Expect(Fact(request, "breach")).ToContainTextAsync("notifiée au client");
        var sent = board.Message(Subject).Locator("[data-kind='notify-BreachNotice']");
        await Expect(sent).ToHaveAttributeAsync("data-state", "Sent");
        await Expect(sent).ToContainTextAsync("direction@demo-standard.example");
        await Expect(request.Locator(".written")).ToContainTextAsync("aucune à ce stade, téléphone verrouillé");
        await Pictures.SaveAsync(board, request, "violation-notifiee");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_notice_given_by_telephone_is_marked_as_given()
    {
        const string Subject = "Téléphone perdu, appel";
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, Subject, "Bonjour,\n\nJ'ai perdu mon téléphone professionnel dans le train hier soir.");
        await BoardPage.DoAsync(await BoardPage.ChooseAsync(request, "Démarrer le délai de 36 heures"), "Démarrer le délai de 36 heures");
        await Expect(Fact(request, "breach")).ToContainTextAsync("le délai court");
        await BoardPage.SayAsync(request, "Noter une notification déjà faite", "À qui, et comment", "La direction, par téléphone.");
        await Expect(Fact(request, "breach")).ToContainTextAsync("notifiée au client");
        await Expect(board.Message(Subject).Locator("[data-kind='notify-BreachNotice']")).ToHaveCountAsync(0);
        await Expect(request.Locator(".written.internal")).ToContainTextAsync("La direction, par téléphone.");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_data_right_is_marked_and_passed_on_to_the_customer()
    {
        const string Subject = "Droit d'accès, transmis";
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, Subject, "Bonjour,\n\nAu titre du RGPD, je souhaite exercer mon droit d'accès à mes données personnelles.");
        await Expect(board.Message(Subject).Locator("[data-kind='alert-data-protection-right-asked']")).ToHaveCountAsync(1);
        await Pictures.SaveAsync(board, request, "droits-a-dire");
        await BoardPage.DoAsync(await BoardPage.ChooseAsync(request, "SI-ONE est sous-traitant"), "SI-ONE est sous-traitant");
        await Expect(Fact(request, "rights")).ToContainTextAsync("à transmettre au client");
        await request.GetByText("Autres actions").ClickAsync();
        var form = await BoardPage.ChooseAsync(request, "Transmettre au client");
        Assert.Contains("droit d'accès", await form.GetByLabel("La demande, telle que le client la lira").InputValueAsync(), StringComparison.Ordinal);
        await Pictures.SaveAsync(board, request, "droits-a-transmettre");
        await BoardPage.DoAsync(form, "Transmettre au client");
        await Expect(Fact(request, "rights")).ToContainTextAsync("transmise au client");
        await Expect(board.Message(Subject).Locator("[data-kind='notify-RightPassedOn']")).ToHaveAttributeAsync("data-state", "Sent");
        Assert.Empty(board.Mishaps);
    }

    private static async Task<ILocator> AskAsync(BoardPage board, string subject, string text)
    {
        await board.WriteAsync(Employee, subject, text, "Envoyer par mail");
        var request = board.Message(subject).Locator(".request").First;
        await Expect(request).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        return request;
    }

    private static ILocator Fact(ILocator request, string id) => request.Locator($"[data-fact='{id}']");
}
