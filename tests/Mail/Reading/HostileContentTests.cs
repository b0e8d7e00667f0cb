using System.Net;
using System.Net.Sockets;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Names that want to leave their folder, addresses that want to be fetched, scripts that want to be read.</summary>
public sealed class HostileContentTests
{
    /// <summary>What senders state as file names.</summary>
    public static TheoryData<string> Names =>
    [
        "../../x", "..\\..\\x", "C:\\x", "C:x", "\\\\serveur\\partage\\x", "/etc/passwd", "x/../../y", "....//x", ".", "..", "...", " ", "", "\0", "a\0.exe", "a\r\nb", "a\tb",
        ".htaccess", ".ssh", "~/.bashrc", "x.", "x ", "x. .", " x", "CON", "nul.txt", "a:b", "a:$DATA", "a?b*c", "a\"b", "a<b>c", "a|b", "%2e%2e%2fx", "..%5cx", "‥/x", "／etc／passwd", "a\u202Egpj.exe",
        "a\u2066b\u2069", "a\u200Bb", "\uFEFFa", "раypal.pdf", "x\u0000/y", "a/", "a\\", "/", "\\", "file:///etc/x", "http://169.254.169.254/x", "javascript:alert(1)", "<script>alert(1)</script>.pdf",
        "${jndi:ldap://x}", "$(rm -rf)", "`id`", "a;b", "a&b", "=cmd|' /C calc'!A0", "@x", "-rf", "\u0007x", "\u001B[31mx", "x\uD800y", "e\u0301\u0301\u0301", "\u2028x",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_cannot_leave_its_place(string stated)
    {
        var name = AttachmentName.Clean(stated, "repli");
        Assert.InRange(name.Length, 1, 200);
        Assert.DoesNotContain(name, c => char.IsControl(c) || char.IsSurrogate(c) || c is '/' or '\\' or ':' or '"' or '<' or '>' or '|' or '*' or '?');
        Assert.DoesNotContain(name, c => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B' or '\uFEFF');
        Assert.False(name.StartsWith('.') || name.EndsWith('.') || name.EndsWith(' ') || name.StartsWith(' '));
        Assert.Equal(Path.GetFileName(name), name);
    }

    [Fact]
    public async Task No_address_in_a_mail_is_ever_fetched()
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        var at = $"127.0.0.1:{((IPEndPoint)canary.LocalEndpoint).Port}";
        var url = $"http://{at}/x";
        Eml.Read(Eml.Html(
            $"<base href='{url}'><link rel=stylesheet href='{url}'><link rel=prefetch href='{url}'><meta http-equiv=refresh content='0;url={url}'><style>@import '{url}';p{{background:url({url})}}</style>"
            + $"<img src='{url}'><img srcset='{url} 2x'><picture><source srcset='{url}'></picture><script src='{url}'></script><iframe src='{url}'></iframe><object data='{url}'></object><embed src='{url}'>"
            + $"<video poster='{url}' src='{url}'></video><audio src='{url}'></audio><svg><image href='{url}'/><use href='{url}'/></svg><input type=image src='{url}'><body background='{url}'>"
            + $"<table background='{url}'><tr><td style=\"background-image:url('{url}')\">Bonjour</td></tr></table><a href='{url}' ping='{url}'>lien</a><form action='{url}'></form>"));
        Eml.Read($"From: a@client.example\nContent-Type: message/external-body; access-type=URL; URL=\"{url}\"\n\nContent-Type: text/plain\n\n");
        Eml.Read($"From: a@client.example\nContent-Type: text/html\nContent-Location: {url}\nDisposition-Notification-To: a@client.example\n\n<?xml-stylesheet href='{url}'?><!DOCTYPE html SYSTEM '{url}'><p>Bonjour</p>");
        // Whatever had been asked for would stand in line before this.
        using var own = new TcpClient(AddressFamily.InterNetwork);
        await own.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)canary.LocalEndpoint).Port);
        using var first = await canary.AcceptTcpClientAsync();
        Assert.Equal(own.Client.LocalEndPoint, first.Client.RemoteEndPoint);
        Assert.False(canary.Pending());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)><script>alert(1)</script></svg>")]
    [InlineData("<a href=\"javascript:alert(1)\">lien</a>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>")]
    [InlineData("<style>p{background:url(javascript:alert(1))}</style>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">")]
    [InlineData("<object data=\"data:text/html,<script>alert(1)</script>\"></object>")]
    [InlineData("<textarea><script>alert(1)</script></textarea>")]
    [InlineData("<!--[if mso]><script>alert(1)</script><![endif]-->")]
    public void Nothing_that_runs_is_read(string html) =>
        Assert.DoesNotContain("alert", Eml.Read(Eml.Html($"<p>Bonjour</p>{html}")).Body, StringComparison.Ordinal);

    [Fact]
    public void An_archive_is_named_and_measured_and_never_opened()
    {
        var m = Eml.Read("From: a@client.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nVoir\n--b\nContent-Type: application/zip; name=42.zip\nContent-Transfer-Encoding: base64\n\nUEsDBBQACQAIAA==\n--b--\n");
        Assert.Equal(("42.zip", "application/zip", 10L), (m.Attachments[0].Name, m.Attachments[0].ContentType, m.Attachments[0].Size));
    }
}
