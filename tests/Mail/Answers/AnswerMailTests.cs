using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Mail.Answers;

namespace SiOne.Bot.Mail.Tests.Answers;

public sealed class AnswerMailTests
{
    private static readonly AnswerRenderer Renderer = new();
    private static readonly Regex Tag = new("<[^>]*>", RegexOptions.NonBacktracking);
    private static readonly Regex Word = new(@"[\p{L}\p{N}@.-]*[\p{L}\p{N}]", RegexOptions.NonBacktracking);

    [Fact]
    public void An_answer_carries_the_headers_of_an_automatic_reply_in_the_thread()
    {
        using var mail = Load(Renderer.Render(Samples.Header, Samples.Answers["accepted-commitment"]));
        Assert.Equal("\"Support SI-ONE\" <support@msp.example>", Assert.Single(mail.From).ToString());
        Assert.Equal("claire.aubinet@atelier-rive.example", Assert.Single(mail.To).ToString());
        Assert.Equal("[SI-7K3M-9QXA] Votre demande est enregistrée\u00A0: attribution d’une licence", mail.Subject);
        Assert.Equal(Samples.Header.Date, mail.Date);
        Assert.Equal(Samples.Header.MessageId, mail.MessageId);
        Assert.Equal(Samples.Header.InReplyTo, mail.InReplyTo);
        Assert.Equal(["1a2b@atelier-rive.example", "3c@atelier-rive.example", "4f1d@atelier-rive.example"], mail.References);
        Assert.Equal("auto-replied", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.Equal("fr", mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Null(mail.Headers[HeaderId.ReplyTo]);
    }

    [Fact]
    public void An_alert_says_that_a_machine_wrote_it()
    {
        using var mail = Load(Renderer.Render(Samples.Header, Samples.Alerts["alert-emergency"]));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public void The_two_alternatives_come_plain_text_first()
    {
        using var mail = Load(Renderer.Render(Samples.Header, Samples.Answers["several"]));
        var body = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], body.Select(part => part.ContentType.MimeType));
        Assert.All(body, part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Empty(mail.Attachments);
    }

    [Fact]
    public void The_same_mail_gives_the_same_bytes_from_every_renderer() => Assert.All(Samples.Answers.Values, answer =>
        Assert.Equal(Renderer.Render(Samples.Header, answer), new AnswerRenderer().Render(Samples.Header, answer)));

    [Fact]
    public void Several_threads_may_render_at_once()
    {
        var expected = Renderer.Render(Samples.Header, Samples.Answers["several"]);
        var rendered = new byte[64][];
        Parallel.For(0, rendered.Length, i => rendered[i] = Renderer.Render(Samples.Header, Samples.Answers["several"]));
        Assert.All(rendered, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void A_local_part_beyond_ASCII_is_refused_without_being_quoted() => Assert.DoesNotContain(
        "élise",
        Assert.Throws<ArgumentException>(() => Renderer.Render(Samples.Header with { To = MailAddress.Parse("élise@x.example") }, new Answer())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_domain_beyond_ASCII_is_written_in_ASCII()
    {
        using var mail = Load(Renderer.Render(Samples.Header with { To = MailAddress.Parse("claire@société.example") }, new Answer()));
        Assert.Equal("claire@société.example", Assert.Single(mail.To.Mailboxes).Address);
    }

    [Fact]
    public void Another_Message_ID_gives_another_boundary()
    {
        using var one = Load(Renderer.Render(Samples.Header, new Answer()));
        using var two = Load(Renderer.Render(Samples.Header with { MessageId = "q.2@msp.example" }, new Answer()));
        Assert.NotEqual(((Multipart)one.Body!).Boundary, ((Multipart)two.Body!).Boundary);
    }

    [Fact]
    public void Every_mail_is_ASCII_with_lines_of_an_allowed_length() => Assert.All(
        Samples.Answers.Values.Select(answer => Renderer.Render(Samples.Header with { FromName = "Équipe d’assistance" }, answer))
            .Concat(NoticeSamples.All.Values.Select(notice => Renderer.Render(Samples.Header, notice)))
            .Concat(Samples.Alerts.Values.Select(alert => Renderer.Render(Samples.Header, alert))),
        bytes =>
        {
            Assert.All(bytes, octet => Assert.InRange(octet, (byte)1, (byte)127));
            var text = Encoding.ASCII.GetString(bytes);
            Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.All(text.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        });

    [Fact]
    public void A_long_thread_keeps_its_first_id_and_its_last_ones()
    {
        var references = Enumerable.Range(1, 250).Select(number => $"{number}@a.example").ToList();
        using var mail = Load(Renderer.Render(Samples.Header with { References = references, InReplyTo = "last@a.example" }, new Answer()));
        Assert.Equal(100, mail.References.Count);
        Assert.Equal("1@a.example", mail.References[0]);
        Assert.Equal("153@a.example", mail.References[1]);
        Assert.Equal("last@a.example", mail.References[^1]);
    }

    [Fact]
    public void The_mail_answered_is_named_once_in_the_references()
    {
        using var mail = Load(Renderer.Render(Samples.Header with { References = ["a@x.example", "b@x.example"], InReplyTo = "a@x.example" }, new Answer()));
        Assert.Equal(["b@x.example", "a@x.example"], mail.References);
    }

    [Theory]
    [InlineData("a b@x.example")]
    [InlineData("a@x.example>\r\nBcc: victim@y.example")]
    [InlineData("a@x.example (and a comment)")]
    [InlineData("()")]
    [InlineData("é@x.example")]
    [InlineData("")]
    public void What_is_no_id_is_left_out_of_the_thread(string hostile)
    {
        using var mail = Load(Renderer.Render(Samples.Header with { References = [hostile, "ok@x.example"], InReplyTo = hostile }, new Answer()));
        Assert.Null(mail.InReplyTo);
        Assert.Equal(["ok@x.example"], mail.References);
    }

    [Theory]
    [InlineData("a@b@c.example")]
    [InlineData("no-at-sign")]
    [InlineData("[192.0.2.1]:x/y@host")]
    [InlineData("DB9P190MB1234.0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef@DB9P190MB1234.EURP190.PROD.OUTLOOK.EXAMPLE")]
    public void An_odd_id_keeps_its_thread(string odd)
    {
        var bytes = Renderer.Render(Samples.Header with { References = [], InReplyTo = odd }, new Answer());
        var unfolded = Encoding.ASCII.GetString(bytes).Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        Assert.Contains($"\r\nIn-Reply-To: <{odd}>\r\n", unfolded.Replace(":  <", ": <", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"\r\nReferences: <{odd}>\r\n", unfolded.Replace(":  <", ": <", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Message_ID_of_ours_that_is_none_is_a_mistake_in_the_program() =>
        Assert.Throws<ArgumentException>(() => Renderer.Render(Samples.Header with { MessageId = "not an id" }, new Answer()));

    [Fact]
    public void Hostile_names_stay_text_in_HTML()
    {
        var answer = Samples.Answers["accepted-commitment"] with { Greeting = "<img src=x onerror=alert(1)> {{Support}} & \"co\"" };
        using var mail = Load(Renderer.Render(Samples.Header, answer));
        Assert.Contains("&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; {{Support}} &amp; &quot;co&quot;", mail.HtmlBody!, StringComparison.Ordinal);
        Assert.Contains("Bonjour <img src=x onerror=alert(1)> {{Support}} & \"co\",", mail.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_cannot_bring_markup_in()
    {
        var request = Samples.Request(Domain.Catalogue.LicenceOperations.Assign) with
        {
            Findings = [new("some-code", new("14"), null, new("<b>gras</b>", "<b>bold</b>"))],
        };
        using var mail = Load(Renderer.Render(Samples.Header, Samples.Of(request)));
        Assert.DoesNotContain("<b>", mail.HtmlBody!, StringComparison.Ordinal);
    }

    [Fact]
    public void HTML_fetches_nothing_and_runs_nothing() => Assert.All(Everything(), bytes =>
    {
        using var mail = Load(bytes);
        Assert.All(["src=", "url(", "http:", "https:", "<script", "<img", "<link", "@import"],
            // A link is opened by a person alone.
            fetched => Assert.DoesNotContain(fetched, mail.HtmlBody!.Replace(Samples.ConfirmAt, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void Text_and_HTML_say_the_same_words() => Assert.All(Everything(), bytes =>
    {
        using var mail = Load(bytes);
        var body = mail.HtmlBody![mail.HtmlBody!.IndexOf("<body", StringComparison.Ordinal)..];
        Assert.Equal(Words(mail.TextBody!), Words(WebUtility.HtmlDecode(Tag.Replace(body, " "))));
    });

    [Fact]
    public void No_template_writes_a_value_without_encoding_it()
    {
        var assembly = typeof(AnswerRenderer).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".hbs", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, names.Count);
        Assert.All(names, name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var template = reader.ReadToEnd();
            Assert.DoesNotContain("{{{", template, StringComparison.Ordinal);
            Assert.DoesNotContain("{{&", template, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_subject_of_an_unproven_sender_tells_no_detail()
    {
        using var mail = Load(Renderer.Render(Samples.Header, Samples.Answers["prove-identity"]));
        Assert.Equal("[SI-7K3M-9QXA] Nous vous appelons au sujet de votre demande", mail.Subject);
    }

    [Fact]
    public void A_notice_is_no_reply_of_an_automaton()
    {
        using var mail = Load(Renderer.Render(Samples.Header, NoticeSamples.All["notice-done"]));
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("fr", mail.Body!.Headers[HeaderId.ContentLanguage]);
    }

    [Fact]
    public void Hostile_words_stay_a_quotation()
    {
        var notice = NoticeSamples.All["notice-reply"] with
        {
            AskedBy = "<b>",
            Said = "<script>alert(1)</script>\r\n________________________________________\u2028SI-ONE\n\u202E{{Support}}\0\n-- \nBcc: x@y.example",
        };
        using var mail = Load(Renderer.Render(Samples.Header, notice));
        Assert.DoesNotContain("<script", mail.HtmlBody!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', mail.HtmlBody! + mail.TextBody);
        var quoted = mail.TextBody!.ReplaceLineEndings("\n").Split('\n').Where(line => line.StartsWith('>'));
        Assert.Equal(
            ["> <script>alert(1)</script>", "> ________________________________________", "> SI-ONE", "> {{Support}}", "> --", "> Bcc: x@y.example"],
            quoted);
    }

    /// <summary>Every sample in both languages, and the alerts.</summary>
    private static IEnumerable<byte[]> Everything() =>
        from language in Enum.GetValues<Language>()
        from bytes in Samples.Answers.Values.Select(answer => Renderer.Render(Samples.Header, answer with { Language = language }))
            .Concat(NoticeSamples.All.Values.Select(notice => Renderer.Render(Samples.Header, notice with { Language = language })))
            .Concat(Samples.Alerts.Values.Select(alert => Renderer.Render(Samples.Header, alert)))
        select bytes;

    private static string[] Words(string text) =>
        [.. Word.Matches(text).Select(word => word.Value).Order(StringComparer.Ordinal)];

    private static MimeMessage Load(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes));
}
