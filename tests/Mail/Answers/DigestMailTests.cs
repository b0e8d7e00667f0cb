using System.Net;
using System.Text.RegularExpressions;
using MimeKit;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Mail.Tests.Answers;

public sealed class DigestMailTests
{
    private const int MostBytes = 60_000;
    private const int MostWithoutChart = 40_000;

    private static readonly AnswerRenderer Renderer = new();
    private static readonly Regex Tag = new("<[^>]*>", RegexOptions.NonBacktracking);
    private static readonly Regex Figures = new("semaine (?<week>[0-9]+), (?<kept>[0-9]+) tenues?, (?<late>[0-9]+) en retard", RegexOptions.NonBacktracking);

    public static TheoryData<string, Language> All
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (var name in DigestSamples.All.Keys)
                foreach (var language in Enum.GetValues<Language>()) all.Add(name, language);
            return all;
        }
    }

    [Fact]
    public void A_digest_says_that_a_machine_wrote_it_and_how_to_leave_it()
    {
        using var mail = Load(Digest("digest"));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("<https://demandes.msp.example/point/claire.0123456789abcdef>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("Votre semaine du lundi 16 au dimanche 22\u00A0mars 2026", mail.Subject);
        Assert.Contains("https://demandes.msp.example/point/claire.0123456789abcdef", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_to_leave_nothing_is_said_of_leaving()
    {
        using var mail = Load(Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.Ordinary, Language.French) with { SubscriptionAt = null }));
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribePost]);
        Assert.DoesNotContain("Ne plus recevoir", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_is_inside_the_mail_and_its_figures_are_told()
    {
        using var mail = Load(Digest("digest"));
        var related = Assert.IsType<MultipartRelated>(Assert.IsType<MultipartAlternative>(mail.Body)[1]);
        Assert.Equal(["text/html", "image/png"], related.Select(part => part.ContentType.MimeType));
        Assert.Contains($"src=\"cid:{related[1].ContentId}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", mail.HtmlBody, StringComparison.Ordinal);
        var told = DigestSamples.Ordinary.Past.Select(week => (week.Week.Number, week.Kept, week.Late));
        Assert.Equal(told, FiguresIn(WebUtility.HtmlDecode(mail.HtmlBody!)));
        Assert.Equal(told, FiguresIn(mail.TextBody!));
    }

    [Fact]
    public void The_chart_is_drawn()
    {
        var weeks = DigestSamples.Ordinary.Past;
        using var drawn = SkiaSharp.SKBitmap.Decode(WeeksChart.Draw(weeks));
        Assert.Equal((WeeksChart.Width * 2, WeeksChart.Height * 2), (drawn.Width, drawn.Height));
        var (kept, late) = (CountOf(drawn, WeeksChart.KeptColour), CountOf(drawn, WeeksChart.LateColour));
        // A bar's ground is its number: twice as many kept is twice the blue.
        Assert.InRange(kept / (double)late, 0.9 * weeks.Sum(week => week.Kept) / weeks.Sum(week => week.Late), 1.1 * weeks.Sum(week => week.Kept) / weeks.Sum(week => week.Late));
        using var none = SkiaSharp.SKBitmap.Decode(WeeksChart.Draw([.. weeks.Select(week => week with { Late = 0 })]));
        Assert.Equal(0, CountOf(none, WeeksChart.LateColour));
    }

    [Fact]
    public void Every_digit_is_drawn_differently()
    {
        var images = Enumerable.Range(0, 10).Select(number => Convert.ToHexString(WeeksChart.Draw([DigestSamples.Ordinary.Past[0] with { Kept = 100 + number, Late = 0 }])));
        Assert.Equal(10, images.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_digest_stays_small_and_gives_the_same_bytes_again(string name, Language language)
    {
        var bytes = Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], language));
        Assert.Equal(bytes, new AnswerRenderer().Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], language)));
        Assert.True(bytes.Length <= MostBytes, $"{bytes.Length} bytes");
        var plain = Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name] with { Past = [] }, language));
        Assert.True(plain.Length <= MostWithoutChart, $"{plain.Length} bytes without the chart");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Both_alternatives_tell_the_same(string name, Language language)
    {
        var words = DigestSamples.All[name].Say(language, "Claire Aubinet");
        using var mail = Load(Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], language)));
        var html = WebUtility.HtmlDecode(Tag.Replace(mail.HtmlBody!, ""));
        Assert.All(
            words.Parts.SelectMany(part => part.Lines.SelectMany(line => line.Notes.Append(line.Text).Append(line.Status ?? "")).Append(part.Heading).Append(part.More ?? ""))
                .Concat(words.Lead).Append(words.Period).Append(words.Customer).Append(words.Greeting),
            text =>
            {
                Assert.Contains(text, html, StringComparison.Ordinal);
                Assert.Contains(text, mail.TextBody, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Buttons_lead_where_the_caller_says()
    {
        using var mail = Load(Digest("digest"));
        Assert.Contains("href=\"https://demandes.msp.example/accord/01.0123456789abcdef\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("https://demandes.msp.example/accord/03.0123456789abcdef", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("accord/02", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_Microsofts_make_no_link_and_no_markup()
    {
        using var mail = Load(Digest("digest"));
        Assert.DoesNotContain("evil.example", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
    }

    private static byte[] Digest(string name) => Renderer.Render(Samples.Header, DigestSamples.Mail(DigestSamples.All[name], Language.French));

    private static MimeMessage Load(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));

    private static IEnumerable<(int Week, int Kept, int Late)> FiguresIn(string text) =>
        Figures.Matches(text.Replace('\u00A0', ' ')).Select(match => (Number(match, "week"), Number(match, "kept"), Number(match, "late")));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static int CountOf(SkiaSharp.SKBitmap drawn, string colour) => drawn.Pixels.Count(pixel => pixel == SkiaSharp.SKColor.Parse(colour));
}
