using System.Text.Json;
using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

[Collection(BrowserTests.Name)]
public sealed class LifeTests(Browser browser, DemoHost demo)
{
    private const string Technician = "Technicien de démonstration";
    private const string Employee = "employe@demo-standard.example";
    private const string List = "Bonjour, pouvez-vous ajouter Pierre Hamonic à la liste de distribution atelier@ svp ?";
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus, écran noir depuis ce matin.";

    [Fact]
    public async Task A_request_lives_from_the_customers_yes_to_its_reopening()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Liste, une vie", List);
        await Expect(request).ToHaveAttributeAsync("data-state", "WaitingForApproval");
        await Expect(Fact(request, "waits")).ToContainTextAsync("l’accord de la direction du client");
        await Expect(Fact(request, "closes")).ToContainTextAsync("close le ");
        await Expect(Fact(request, "pause")).ToContainTextAsync("à l’arrêt depuis le ");
        await Expect(board.Message("Liste, une vie").Locator("[data-kind='notify-ApprovalNeeded']")).ToContainTextAsync("Accord demandé à l’administrateur ou à la direction");
        await Expect(request.Locator(".due")).ToHaveCountAsync(0);

        var form = await BoardPage.ChooseAsync(request, "Noter l’accord");
        await Expect(form.GetByLabel("Qui l’a dit")).ToContainTextAsync("Hélène Vallois, direction");
        await BoardPage.DoAsync(form, "Noter l’accord");
        await Expect(request).ToHaveAttributeAsync("data-state", "Accepted");
        await Expect(request.Locator(".due")).ToContainTextAsync("Au plus tard le ");
        await Expect(request.Locator(".acts .status")).ToHaveTextAsync("Fait\u00a0: Noter l’accord.");
        await Expect(request.Locator(".acts .status")).ToBeFocusedAsync();

        await BoardPage.ActAsync(request, "Commencer", "InProgress");
        await Expect(Fact(request, "taken")).ToContainTextAsync(Technician);
        await BoardPage.ActAsync(request, "Terminer", "Done");
        await Expect(Fact(request, "rests")).ToContainTextAsync("d’elle-même le ");
        await BoardPage.ActAsync(request, "Rouvrir", "InProgress");
        await request.GetByText("Journal (").ClickAsync();
        var journal = request.Locator(".journal");
        foreach (var line in (string[])["Reçue par mail", $"Accord donné par la direction du client, noté par {Technician} (technicien).", $"Travail commencé par {Technician}", $"Rouverte par {Technician}"])
            await Expect(journal).ToContainTextAsync(line);
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_refused_act_says_why_where_it_was_tried()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Visite impossible", Broken);
        await request.GetByText("Autres actions").ClickAsync();
        var form = await BoardPage.ChooseAsync(request, "Planifier une visite");
        await form.GetByLabel("Date et heure de la visite").FillAsync("2026-01-05T10:00");
        await BoardPage.DoAsync(form, "Planifier une visite");
        await Expect(form.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Cette date est déjà passée.");
        await Expect(form.GetByLabel("Date et heure de la visite")).ToHaveValueAsync("2026-01-05T10:00");
        await form.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Annuler" }).ClickAsync();
        await Expect(request.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Planifier une visite" })).ToBeFocusedAsync();
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task A_note_is_shown_to_technicians_and_in_nothing_that_leaves()
    {
        const string Secret = "le client est en retard de paiement";
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Écran noir, avec note", Broken);
        await BoardPage.SayAsync(request, "Note interne", "Votre note", Secret);
        await Expect(request.Locator(".written.internal")).ToContainTextAsync("Note interne");
        await Expect(request.Locator(".written.internal")).ToContainTextAsync(Secret);
        await BoardPage.SayAsync(request, "Répondre au client", "Votre réponse", "Je passe demain matin.");
        await Expect(board.Message("Écran noir, avec note").Locator("[data-kind='notify-Reply']")).ToHaveAttributeAsync("data-state", "Sent");
        await BoardPage.ActAsync(request, "Commencer", "InProgress");

        using var client = await demo.Host.TechnicianAsync();
        var said = new List<string>();
        foreach (var key in await EffectsAsync(client, "Écran noir, avec note"))
            said.Add(await client.GetStringAsync($"/answers?key={Uri.EscapeDataString(key)}"));
        Assert.True(said.Count >= 3, "an answer, a reply and the beginning of the work");
        Assert.DoesNotContain(said, one => one.Length == 0 || one.Contains("paiement", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Contains("Je passe demain matin.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_of_a_technician_stays_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)> </textarea><script>alert(2)</script> {{from}}";
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Réponse piégée", Broken);
        await BoardPage.SayAsync(request, "Répondre au client", "Votre réponse", Hostile);
        await Expect(request.Locator(".written blockquote")).ToHaveTextAsync(Hostile);
        await Expect(request.Locator(".written figcaption")).ToContainTextAsync(Technician);
        var reply = board.Message("Réponse piégée").Locator("[data-kind='notify-Reply']");
        await reply.GetByText("Voir le message").ClickAsync();
        await Expect(reply.FrameLocator("iframe").Locator("body")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(reply.FrameLocator("iframe").Locator("img, script")).ToHaveCountAsync(0);
        await Expect(board.Page.Locator("article img, article script, article b")).ToHaveCountAsync(0);
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task What_a_technician_writes_stays_while_the_request_changes()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Écran noir, pendant que", Broken);
        var form = await BoardPage.ChooseAsync(request, "Répondre au client");
        await board.Page.Keyboard.TypeAsync("Je regarde ");
        using var client = await demo.Host.TechnicianAsync();
        using var taken = await client.PostAsync(
            $"/api/requests/{await request.GetAttributeAsync("id")}/acts", new StringContent("""{"technician":"Noé","verb":"take"}"""));
        Assert.True(taken.IsSuccessStatusCode);
        await Expect(Fact(request, "taken")).ToContainTextAsync(Technician);
        await board.Page.Keyboard.TypeAsync("demain.");
        await Expect(form.GetByLabel("Votre réponse")).ToHaveValueAsync("Je regarde demain.");
    }

    [Fact]
    public async Task A_call_about_an_incident_becomes_a_request()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        await board.Page.GetByText("Noter un appel").ClickAsync();
        await board.Page.GetByLabel("Adresse mail de la personne").FillAsync(Employee);
        await board.Page.GetByLabel("Ce qui a été demandé").FillAsync("Appel de l’atelier : l’ordinateur du comptoir ne démarre plus.");
        await board.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Noter l’appel" }).ClickAsync();
        await Expect(board.Page.Locator("#call-status")).ToContainTextAsync("Noté.");
        var call = board.Messages.Filter(new LocatorFilterOptions { HasText = "l’ordinateur du comptoir" });
        await Expect(call.Locator(".request")).ToHaveAttributeAsync("data-state", "Accepted");
        await Expect(call).ToContainTextAsync("reçu par téléphone le ");
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task An_act_can_be_done_with_the_keyboard_alone()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Écran noir, au clavier", Broken);
        await request.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Note interne" }).FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        await board.Page.Keyboard.TypeAsync("Vu.");
        await board.Page.Keyboard.PressAsync("Tab");
        await board.Page.Keyboard.PressAsync("Enter");
        await Expect(request.Locator(".written.internal blockquote")).ToHaveTextAsync("Vu.");
        await Expect(request.Locator(".acts .status")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_somebody_else_changes_leaves_the_focus_where_it_was()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        await using var other = await browser.OpenAsync(demo.Host);
        var request = await AskAsync(board, "Écran noir, vu à deux", Broken);
        await request.FocusAsync();
        await BoardPage.SayAsync(other.Message("Écran noir, vu à deux").Locator(".request"), "Note interne", "Votre note", "Vu au retour.");
        await Expect(request.Locator(".written.internal blockquote")).ToHaveTextAsync("Vu au retour.");
        await Expect(request).ToBeFocusedAsync();
        Assert.Empty(board.Mishaps);
    }

    private static ILocator Fact(ILocator request, string id) => request.Locator($"[data-fact={id}]");

    private static async Task<ILocator> AskAsync(BoardPage board, string subject, string text)
    {
        await board.WriteAsync(Employee, subject, text, "Envoyer par mail");
        var request = board.Message(subject).Locator(".request");
        await Expect(request).ToBeVisibleAsync();
        await Expect(board.Message(subject).Locator("[data-kind=answer]").First).ToHaveAttributeAsync("data-state", "Sent");
        return request;
    }

    private static async Task<string[]> EffectsAsync(HttpClient client, string subject)
    {
        using var board = JsonDocument.Parse(await client.GetStringAsync("/api/board"));
        var message = board.RootElement.GetProperty("messages").EnumerateArray().Single(one => one.GetProperty("subject").GetString() == subject);
        return [.. message.GetProperty("effects").EnumerateArray().Select(effect => effect.GetProperty("key").GetString()!)];
    }
}
