using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace SiOne.Bot.Benchmarks.Samples;

/// <summary>
/// Invents French requests as office programs write them: text and HTML side by side, a style sheet longer than the words, and behind the
/// signature either an earlier exchange or a logo. Their sizes spread around 20 KB; the same seed gives the same mails.
/// </summary>
/// <param name="companies">Who writes.</param>
/// <param name="random">The seed's choices.</param>
internal sealed class MailMaker(ImmutableArray<Company> companies, Random random)
{
    private const double MedianBytes = 20_000;
    private static readonly string Styles = StyleSheet();

    /// <summary>That many mails.</summary>
    public ImmutableArray<byte[]> Make(int count) => [.. Enumerable.Range(1, count).Select(One)];

    private byte[] One(int number)
    {
        var company = companies[random.Next(companies.Length)];
        var from = company.People[random.Next(company.People.Length)];
        var about = company.People[random.Next(company.People.Length)].Name;
        var (subject, request) = random.Pick(Words.Requests);
        var date = string.Create(CultureInfo.InvariantCulture, $"{random.Next(2, 28)} {random.Pick(Words.Months)} 2027");
        string[] words =
        [
            random.Pick(Words.Greetings), Filled(request, about, date), random.Pick(Words.Closings), from.Name, company.Name, Words.Notice,
        ];
        var mail = new MimeMessage
        {
            Subject = Filled(subject, about, date),
            Date = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)),
            MessageId = string.Create(CultureInfo.InvariantCulture, $"m{number}@{company.Domain}"),
        };
        mail.Headers.Insert(0, "Authentication-Results", $"{Server}; dmarc=pass header.from={company.Domain}");
        mail.From.Add(new MailboxAddress(from.Name, from.Address));
        mail.To.Add(new MailboxAddress("Support", Support));

        // The sum of three uniform numbers is near enough to the bell that real sizes show on a logarithmic scale.
        var size = MedianBytes * Math.Pow(2, random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
        if (number % 2 == 0) WithHistory(mail, words, size, company);
        else WithLogo(mail, words, size);
        return BytesOf(mail);
    }

    /// <summary>The support address that everybody writes to.</summary>
    public const string Support = "support@msp.example";

    /// <summary>The server whose Authentication-Results the mails carry.</summary>
    public const string Server = "mx.msp.example";

    private void WithHistory(MimeMessage mail, string[] words, double size, Company company)
    {
        mail.InReplyTo = MimeUtils.EnumerateReferences($"<h{mail.MessageId}>").First();
        var history = new List<string>();
        for (double room = size - BytesOf(mail, words, history); room > 0; room -= (2.7 * history[^1].Length) + 70) history.Add(random.Pick(Words.History));
        var header = $"De : {company.People[0].Name} <{company.People[0].Address}>\nEnvoyé : jeudi 19 novembre 2026 16:40\nÀ : {Support}\nObjet : point de la semaine";
        mail.Body = Alternatives([.. words, header, .. history]);
    }

    private void WithLogo(MimeMessage mail, string[] words, double size)
    {
        var logo = new byte[Math.Max(500, (int)((size - BytesOf(mail, words, [])) * 0.73))];
        random.NextBytes(logo);
        var image = new MimePart("image", "png")
        {
            Content = new MimeContent(new MemoryStream(logo)),
            ContentId = "logo@signature.example",
            ContentDisposition = new ContentDisposition(ContentDisposition.Inline),
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        mail.Body = new MultipartRelated { Alternatives(words), image };
    }

    private static int BytesOf(MimeMessage mail, string[] words, IEnumerable<string> history)
    {
        mail.Body = Alternatives([.. words, .. history]);
        return BytesOf(mail).Length;
    }

    private static MultipartAlternative Alternatives(string[] paragraphs) =>
    [
        Part("plain", string.Join("\n\n", paragraphs)),
        Part("html", Html(paragraphs)),
    ];

    private static TextPart Part(string kind, string text) => new(kind)
    {
        Text = text,
        ContentTransferEncoding = ContentEncoding.QuotedPrintable,
    };

    private static string Html(string[] paragraphs) =>
        $"<html><head><meta charset=\"utf-8\"><style>{Styles}</style></head><body lang=\"FR\"><div class=\"Section1\">" +
        string.Concat(paragraphs.Select(text =>
            $"<p class=\"MsoNormal\"><span>{System.Net.WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>")}</span></p>\n")) +
        "</div></body></html>";

    private static string StyleSheet()
    {
        var text = new StringBuilder();
        foreach (var level in Enumerable.Range(1, 30))
            text.Append(
                CultureInfo.InvariantCulture,
                $"p.MsoHeading{level}, li.MsoHeading{level}, div.MsoHeading{level} {{ margin: 0cm; font-size: {8 + (level / 4)}.0pt; font-family: \"Calibri\", sans-serif; }}\n");
        return text.ToString();
    }

    private static string Filled(string text, string person, string date) =>
        text.Replace("{0}", person, StringComparison.Ordinal).Replace("{1}", date, StringComparison.Ordinal);

    private static byte[] BytesOf(MimeMessage mail)
    {
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(format, bytes);
        return bytes.ToArray();
    }
}
