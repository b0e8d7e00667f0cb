using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>What every reader needs: names on fields and buttons, and letters that stand out from their ground.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessTests(Browser browser, DemoHost demo)
{
    private const string Nameless = """
        () => [...document.querySelectorAll('input, select, textarea, button, summary, iframe')]
          .filter(one => !(one.labels?.length || one.textContent.trim() || one.title || one.getAttribute('aria-label')))
          .map(one => one.outerHTML)
        """;

    private const string DoubleIds = "() => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)";

    // WCAG 2.2, 1.4.3: 4.5 to 1 for text of this size.
    private const string TooFaint = """
        () => {
          const channels = color => color.match(/[\d.]+/g).map(Number);
          const light = color => channels(color).slice(0, 3).map(value => value / 255)
            .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
            .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
          const ground = one => { for (; one; one = one.parentElement) { const c = getComputedStyle(one).backgroundColor; if (channels(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
          return [...document.querySelectorAll('body *')]
            .filter(one => one.checkVisibility() && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
            .map(one => { const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x); return [(a + 0.05) / (b + 0.05), one]; })
            .filter(([ratio]) => ratio < 4.5)
            .map(([ratio, one]) => `${ratio.toFixed(2)} ${one.className} ${one.textContent.slice(0, 40)}`);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 1280)]
    public async Task Everything_has_a_name_and_stands_out(ColorScheme scheme, int width)
    {
        await using var board = await browser.OpenAsync(demo.Host, width);
        await board.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        var request = board.Message("liste atelier").Locator(".request");
        await request.GetByText("Autres actions").ClickAsync();
        await request.GetByText("Journal (").ClickAsync();
        await BoardPage.ChooseAsync(request, "Corriger le tri");
        await board.Page.GetByText("Noter un appel").ClickAsync();
        await Expect(board.Page.GetByLabel("Ce qui a été demandé")).ToBeVisibleAsync();
        Assert.Empty(await board.Page.EvaluateAsync<string[]>(Nameless));
        Assert.Empty(await board.Page.EvaluateAsync<string[]>(DoubleIds));
        Assert.Empty(await board.Page.EvaluateAsync<string[]>(TooFaint));
        Assert.Equal(width, await board.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(board.Mishaps);
    }

    [Fact]
    public async Task No_box_is_empty()
    {
        await using var board = await browser.OpenAsync(demo.Host);
        await Expect(board.Message("Réponse automatique : Absence du bureau").Locator(".decided")).ToContainTextAsync("il n’y a rien à faire");
        await Expect(board.Message("Réponse automatique : Absence du bureau").Locator(".effects")).ToContainTextAsync("Rien n’est parti");
        await Expect(board.Message("Besoin d’aide").Locator(".decided")).ToContainTextAsync("rattaché à aucun client");
    }
}
