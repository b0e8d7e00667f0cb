using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>Approved means done: a whole arrival and a whole departure on the demo's page, from the mail to the mark that everything was read back.</summary>
[Collection(BrowserTests.Name)]
public sealed class PlanTests(Browser browser, DemoHost demo)
{
    private const string Administrator = "admin@demo-standard.example";

    [Fact]
    public async Task An_arrival_is_planned_approved_done_read_back_and_undone()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(
            board, "Arrivée, plan", "Bonjour,\n\nManon Guilbert nous rejoint la semaine prochaine. Merci de créer son compte Microsoft 365.");
        var plan = request.Locator(".plan");
        await Press(plan, "Préparer le plan");
        await Expect(plan).ToHaveAttributeAsync("data-plan", "drawn");
        await Expect(plan.Locator("li").First).ToContainTextAsync("manon.guilbert@demo-standard.example");
        await Expect(plan).ToContainTextAsync("HT");
        await Pictures.SaveAsync(board, request, "plan-arrivee-a-approuver");

        await Press(plan, "Approuver");
        await Expect(plan).ToHaveAttributeAsync("data-plan", "done", new LocatorAssertionsToHaveAttributeOptions { Timeout = 30_000 });
        await Expect(request).ToHaveAttributeAsync("data-state", "Done");
        await Expect(plan.Locator(".tag.good").First).ToContainTextAsync("fait et relu");
        await Pictures.SaveAsync(board, request, "plan-arrivee-faite");

        await Press(plan, "Lire le nouveau mot de passe");
        var secret = (await plan.Locator(".secret").TextContentAsync())!;
        Assert.Equal(16, secret.Length);
        await Expect(plan.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Lire le nouveau mot de passe" })).ToHaveCountAsync(0);
        await Expect(board.Message("Arrivée, plan").Locator("[data-kind='notify-Done']")).ToHaveCountAsync(1);

        await Press(plan, "Annuler ces changements");
        await Expect(plan).ToContainTextAsync("Changements annulés");
        await Expect(request).ToHaveAttributeAsync("data-state", "InProgress");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_departure_is_planned_and_carried_out_to_the_last_step_by_hand()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Départ, plan", "Bonjour,\n\nPaul Tessier a quitté l'entreprise hier. Merci de fermer son compte Microsoft 365.");
        var plan = request.Locator(".plan");
        await Press(plan, "Préparer le plan");
        await Expect(plan).ToHaveAttributeAsync("data-plan", "drawn");
        await Expect(plan).ToContainTextAsync("irréversible");
        await Pictures.SaveAsync(board, request, "plan-depart-a-approuver");
        await Press(plan, "Approuver");
        // The last backup before the licence goes is nobody's but a technician's.
        await Expect(plan.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Étape faite" })).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await Expect(plan.Locator(".tag.good")).ToHaveCountAsync(2);
        await Pictures.SaveAsync(board, request, "plan-depart-a-la-main");
        await Press(plan, "Étape faite");
        await Expect(plan).ToHaveAttributeAsync("data-plan", "done", new LocatorAssertionsToHaveAttributeOptions { Timeout = 30_000 });
        await Expect(plan).ToContainTextAsync("Plan exécuté et relu");
        await Expect(plan).ToContainTextAsync("Approuvé par Technicien de démonstration, ");
        await Expect(request).ToHaveAttributeAsync("data-state", "Done");
        await Pictures.SaveAsync(board, request, "plan-depart-fait");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task Nothing_is_carried_out_between_the_stop_and_its_end()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Licence, arrêt", "Bonjour,\n\nInès Rouault nous rejoint la semaine prochaine. Merci de créer son compte Microsoft 365.");
        var stop = board.Page.Locator("#stop");
        var press = stop.Locator("[data-stop=act]");
        await press.ClickAsync();
        await press.ClickAsync();
        await Expect(stop).ToHaveAttributeAsync("data-state", "on");
        await Pictures.SaveAsync(board, stop, "arret");
        try
        {
            var plan = request.Locator(".plan");
            await Press(plan, "Préparer le plan");
            await Press(plan, "Approuver");
            await Expect(plan.Locator(".status")).ToHaveTextAsync("L’arrêt d’urgence est actif\u00a0: rien n’est exécuté.");
            await Expect(plan).ToHaveAttributeAsync("data-plan", "drawn");
        }
        finally
        {
            await press.ClickAsync();
            await press.ClickAsync();
            await Expect(stop).Not.ToHaveAttributeAsync("data-state", "on");
        }

        Assert.Empty(board.Mishaps);
    }

    private static async Task<ILocator> AskAsync(BoardPage board, string subject, string text)
    {
        await board.WriteAsync(Administrator, subject, text, "Envoyer par mail");
        var request = board.Message(subject).Locator(".request").First;
        await Expect(request).ToHaveAttributeAsync("data-state", "Accepted");
        return request;
    }

    private static Task Press(ILocator plan, string name) =>
        plan.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).ClickAsync();
}
