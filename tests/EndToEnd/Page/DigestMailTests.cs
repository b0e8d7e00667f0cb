using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SiOne.Bot.EndToEnd.Running;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.EndToEnd.Page;

/// <summary>The weekly digest on paper and on screens: the mails that <c>tests/Mail</c> has approved.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class DigestMailTests(Browser browser)
{
    [Theory]
    [InlineData("digest.fr")]
    [InlineData("digest.en")]
    [InlineData("digest-long.fr")]
    [InlineData("digest-long.en")]
    public async Task A_week_is_one_page_of_A4_on_paper(string name)
    {
        var html = await ReadAsync(name);
        Assert.Equal(1, await PagesAsync(html));
        // As many as the same mail takes where a program ignores what is said of paper: the pages are counted.
        Assert.True(await PagesAsync(html.Replace("@media print", "@media speech", StringComparison.Ordinal)) > 1);
    }

    [Theory]
    [InlineData("digest.fr", 390, ColorScheme.Light)]
    [InlineData("digest.fr", 700, ColorScheme.Dark)]
    [InlineData("digest.en", 390, ColorScheme.Dark)]
    [InlineData("digest.en", 700, ColorScheme.Light)]
    public async Task It_fits_a_phone_and_a_window(string name, int width, ColorScheme scheme)
    {
        var page = await browser.ShowAsync(await ReadAsync(name), width, scheme);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await Pictures.SaveAsync(page, $"{name}-{width}-{scheme}");
        await page.CloseAsync();
    }

    /// <summary>What technicians read of SI-ONE's own week: no script, no link, nothing fetched, and no wider than the window.</summary>
    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(800, ColorScheme.Light)]
    public async Task SI_ONEs_own_week_fits_a_phone_and_a_window_and_is_words_alone(int width, ColorScheme scheme)
    {
        var page = await browser.ShowAsync(await File.ReadAllTextAsync(PathOf("own-digest")), width, scheme);
        var said = (await page.InnerTextAsync("body")).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace("\u2060", "", StringComparison.Ordinal);
        Assert.All(
            ["Point de la semaine 53 de 2026", "En retard", "À reprendre", "Sauvegardes en retard ou en échec (articles 18 et 19)", "SRV-ATELIER, nuit", "une personne décide"],
            words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.Equal(0, await page.Locator("script, a, img, link, iframe, form, object").CountAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('p, h1, h2')].every(part => part.getBoundingClientRect().right <= innerWidth && part.scrollWidth <= part.clientWidth)"));
        await Pictures.SaveAsync(page, $"own-digest-{width}-{scheme}");
        await page.CloseAsync();
    }

    private async Task<int> PagesAsync(string html)
    {
        var page = await browser.ShowAsync(html, 700);
        var pdf = await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = true });
        await page.CloseAsync();
        return PdfPage().Count(Encoding.Latin1.GetString(pdf));
    }

    /// <summary>The chart lies beside the mail's HTML: something of its size stands for it.</summary>
    private static async Task<string> ReadAsync(string name)
    {
        var html = await File.ReadAllTextAsync(PathOf(name));
        Assert.Single(Chart().Matches(html));
        return Chart().Replace(
            html, "src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}'%3E%3Crect width='100%25' height='100%25' fill='%231f6fd0'/%3E%3C/svg%3E\" width=\"${width}\" height=\"${height}\"");
    }

    private static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "Mail", "Answers", "Approved", $"{name}.approved.html");

    [GeneratedRegex("src=\"cid:[^\"]+\" width=\"(?<width>[0-9]+)\" height=\"(?<height>[0-9]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Chart();

    [GeneratedRegex("/Type /Page\\b", RegexOptions.NonBacktracking)]
    private static partial Regex PdfPage();
}
