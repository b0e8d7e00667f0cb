using System.Globalization;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>Art. 25: a technician sees a right's month and path on the page, and an operator's export beside the running demo holds what the page shows.</summary>
[Collection(BrowserTests.Name)]
public sealed class ExportTests(Browser browser, DemoHost demo)
{
    private const string Person = "direction@demo-premium.example";

    [Fact]
    public async Task A_right_has_its_month_on_the_page_and_what_is_exported_is_what_the_page_shows()
    {
        const string Subject = "Mes données, export";
        await using var board = await browser.OpenAsync(demo.Host);
        var today = ParisTime.DateOf(TimeProvider.System.GetUtcNow());
        await board.WriteAsync(Person, Subject, "Bonjour,\n\nAu titre du RGPD, je souhaite recevoir une copie de mes données personnelles.", "Envoyer par mail");
        var request = board.Message(Subject).Locator(".request");
        await Expect(request).ToHaveAttributeAsync("data-operation", "other.data-rights");
        var due = DateTimeOffset.Parse((await request.Locator(".due").GetAttributeAsync("data-due"))!, CultureInfo.InvariantCulture);
        Assert.Equal(ParisTime.At(today.AddMonths(1).AddDays(1), TimeOnly.MinValue), due);
        await BoardPage.DoAsync(await BoardPage.ChooseAsync(request, "SI-ONE est responsable du traitement"), "SI-ONE est responsable du traitement");
        await Expect(request.Locator("[data-fact='rights']")).ToContainTextAsync("à SI-ONE de répondre");
        await Pictures.SaveAsync(board, request, "droits-export");

        var target = Path.Combine(demo.Host.Folder, "export-droits");
        var (exit, said) = await HostProcess.RunAsync(demo.Host.Folder, "export", "--person", Person, "--into", target, "--reason", "Demande de copie");
        Assert.True(exit == 0, said);
        var told = Plain(await File.ReadAllTextAsync(Path.Combine(target, "demandes.txt")));
        await request.GetByText("Journal (").ClickAsync();
        var journal = (await request.Locator(".journal li span").AllInnerTextsAsync()).Select(Plain).ToArray();
        var opened = Assert.Single(journal, line => line.StartsWith("Demande de droits", StringComparison.Ordinal));
        Assert.Contains(journal, line => line.StartsWith("SI-ONE responsable du traitement", StringComparison.Ordinal));
        Assert.All(
            [(await request.GetAttributeAsync("id"))!, Subject, "une copie de mes données personnelles", opened, "SI-ONE responsable du traitement"],
            shown => Assert.Contains(shown, told, StringComparison.Ordinal));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(target, "messages")));
        Assert.Contains("\"act\":\"export\"", await File.ReadAllTextAsync(Path.Combine(demo.Host.Folder, "data", "operators.log")), StringComparison.Ordinal);
        Assert.Empty(board.Mishaps);
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');
}
