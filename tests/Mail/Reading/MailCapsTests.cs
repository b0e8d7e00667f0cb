using System.Diagnostics;
using System.Text;
using FsCheck.Xunit;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Mails built to exhaust a parser are refused at the price of a scan; ordinary big mails are not.</summary>
public sealed class MailCapsTests
{
    private const string Start = "From: a@client.example\nTo: b@msp.example\nSubject: x\nMIME-Version: 1.0\n";

    [Fact]
    public void A_million_parts_are_refused_unparsed() =>
        Quickly("too-many-parts", Start + "Content-Type: multipart/mixed; boundary=b\n\n" + Repeat("--b\n\nx\n", 1_000_000));

    [Fact]
    public void A_hundred_thousand_levels_are_refused_unparsed() => Quickly("too-many-parts", Nested(100_000));

    [Fact]
    public void Levels_below_the_part_cap_are_refused_by_depth() => Quickly("too-deep", Nested(60));

    [Fact]
    public void Mails_in_mails_in_mails_are_refused_unparsed() =>
        Quickly("too-many-parts", Start + Repeat("Content-Type: message/rfc822\n\n", 200_000));

    [Fact]
    public void A_boundary_in_pieces_hides_no_parts() =>
        Quickly("too-many-parts", Start + "Content-Type: multipart/mixed; boundary*0=\"b\"; boundary*1=\"c\"\n\n" + Repeat("--bc\n\nx\n", 5_000));

    [Fact]
    public void Two_hundred_thousand_recipients_are_refused_unparsed() =>
        Quickly("too-many-addresses", "From: a@client.example\nTo: " + Repeat("someone@client.example,\n ", 200_000) + "z@client.example\n\nx");

    [Fact]
    public void More_recipients_than_the_cap_are_refused() =>
        Quickly("too-many-addresses", "From: a@client.example\nTo: " + Repeat("s@c.example,\n ", 600) + "z@client.example\n\nx");

    [Fact]
    public void Recipients_in_an_open_quote_are_counted() =>
        Quickly("too-many-addresses", "From: a@client.example\nTo: \"" + Repeat("s@c.example, ", 600) + "\n\nx");

    [Fact]
    public void Two_hundred_thousand_references_are_refused_unparsed() =>
        Quickly("header-too-large", Start + "References: " + Repeat("<a@b.example>\n ", 200_000) + "\n\nx");

    [Fact]
    public void A_header_line_of_twenty_megabytes_is_refused_unparsed() =>
        Quickly("header-too-large", Start + "X-Long: " + new string('a', 20_000_000) + "\n\nx");

    [Fact]
    public void An_encoded_word_bomb_is_refused_unparsed() =>
        Quickly("header-too-large", Start + "X-Words: " + Repeat("=?utf-8?q?a?=\n ", 200_000) + "\n\nx");

    [Fact]
    public void A_mail_above_the_size_cap_is_refused() =>
        Quickly("too-large", Start + "\n" + new string('a', 26 * 1024 * 1024));

    [Fact]
    public void What_fits_the_caps_is_read_in_good_time()
    {
        var references = Repeat("<abcdefgh@client.example>\n ", 8_000);
        var message = Timed(() => Eml.Read(Start + "References: " + references + "<last@client.example>\n\nBonjour"));
        Assert.Equal(100, message.References.Length);
        Assert.Equal("last@client.example", message.References[^1]);
    }

    [Fact]
    public void Encoded_words_that_fit_the_caps_are_read_in_good_time() =>
        Timed(() => Eml.Read(Start.Replace("x\n", "x" + Repeat("=?utf-8?q?a?=\n ", 4_000) + "y\n", StringComparison.Ordinal) + "\nBonjour"));

    [Theory]
    [InlineData("<b>")]
    [InlineData("<a>")]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p>")]
    [InlineData("<blockquote type=cite>")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&amp;")]
    [InlineData("<b><i><u><font color=red>")]
    [InlineData("<b><p></b>")]
    [InlineData("<a><div></a>")]
    [InlineData("<table><b></table>")]
    [InlineData("</p>")]
    public void Html_built_to_be_slow_is_read_in_good_time(string tag) =>
        Timed(() => Eml.Read(Eml.Html(Repeat(tag, 19_000 / Math.Max(1, tag.Count(c => c == '<'))) + "Bonjour")));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    public void Html_of_a_million_tags_is_read_in_good_time(string tag) =>
        Timed(() => Eml.Read(Eml.Html(Repeat(tag, 1_000_000) + "Bonjour")));

    [Theory]
    [InlineData("Le ")]
    [InlineData("De : a\n")]
    [InlineData("> ")]
    [InlineData("-- \n")]
    [InlineData("________\n")]
    [InlineData("On 1 2 3 4 5 \n")]
    [InlineData("mot de passe : (\n")]
    [InlineData("Le lundi a \n")]
    [InlineData("Cordialement\n")]
    public void Text_built_to_be_slow_is_read_in_good_time(string piece) =>
        Timed(() => Eml.Read(Eml.Plain(Repeat(piece, 1_000_000 / piece.Length))));

    [Fact]
    public void A_mail_of_twenty_megabytes_with_an_attachment_is_read()
    {
        var content = Repeat(new string('A', 76) + "\n", 250_000);
        var message = Timed(() => Eml.Read(
            Start + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nBonjour\n--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n"
            + content + "\n--b--\n"));
        Assert.Equal(250_000 * 57, Assert.Single(message.Attachments).Size);
        Assert.Equal("Bonjour", message.Text);
    }

    [Fact]
    public void A_body_line_of_any_length_is_no_reason_to_refuse() =>
        Assert.NotEmpty(Eml.Read(Eml.Html(new string('a', 200_000))).Body);

    [Fact]
    public void Diffs_and_tables_in_a_text_are_no_parts() =>
        Assert.NotEmpty(Eml.Read(Start + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + Repeat("--- a\n-- commentaire\n--------\n", 2_000) + "--b--\n").Body);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void Nothing_is_no_mail(string raw) => Assert.Equal("not-a-mail", Eml.Refused(raw));

    [Property(MaxTest = 500)]
    public void Any_bytes_give_a_reading(byte[] raw) => Assert.NotNull(Eml.Reading(raw ?? []));

    [Property(MaxTest = 500)]
    public void Any_bytes_behind_a_header_give_a_reading(byte[] raw, bool multipart) => Assert.NotNull(Eml.Reading(
        [.. Encoding.ASCII.GetBytes(Start + (multipart ? "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n" : "Content-Type: text/html\n\n")), .. raw ?? []]));

    [Property(MaxTest = 300)]
    public void A_broken_mail_gives_a_storable_message(byte[] noise, ushort at)
    {
        var mail = Encoding.UTF8.GetBytes(Eml.Html("<p>Bonjour <b>à tous</b></p><ul><li>un</li></ul>", "=?utf-8?q?=C3=A9t=C3=A9?="));
        (noise ?? []).AsSpan(0, Math.Min((noise ?? []).Length, mail.Length - (at % mail.Length))).CopyTo(mail.AsSpan(at % mail.Length));
        if (Eml.Reading(mail) is not MailReading.Message { Value: var m }) return;
        Assert.All([m.Subject, m.Body, m.Text, m.From?.Name ?? ""], t =>
        {
            Assert.DoesNotContain('\0', t);
            Assert.DoesNotContain('\r', t);
            Assert.Equal(t, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(t)));
        });
    }

    private static string Nested(int levels)
    {
        var mail = new StringBuilder(Start);
        for (var i = 0; i < levels; i++) mail.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\n\n--b").Append(i).Append('\n');
        return mail.Append("\nx\n").ToString();
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static void Quickly(string reason, string eml)
    {
        var raw = Encoding.ASCII.GetBytes(eml);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        Assert.Equal(reason, Eml.Refused(raw));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000, "memory");
    }

    private static T Timed<T>(Func<T> read)
    {
        var watch = Stopwatch.StartNew();
        var result = read();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
        return result;
    }
}
