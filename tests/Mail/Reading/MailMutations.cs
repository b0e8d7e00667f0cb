using System.Text;

namespace SiOne.Bot.Mail.Tests.Reading;

/// <summary>Mails broken in the ways that relays, disks and attackers break them. The same seed gives the same mails.</summary>
internal sealed class MailMutations(int seed, IEnumerable<byte[]> mails)
{
    private static readonly string[] OddHeaders =
    [
        "Content-Type: multipart/mixed; boundary=\"\"", "Content-Type: multipart/alternative; boundary=b; boundary=c", "Content-Type: text/html; charset=utf-7",
        "Content-Type: message/rfc822", "Content-Type: message/delivery-status", "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Type: text/calendar",
        "Content-Type: application/pkcs7-mime; smime-type=signed-data", "Content-Type: text/plain; charset=\"=?utf-8?b?w6k=?=\"; format=flowed; delsp=yes", "Content-Type: /", "Content-Type: text/rtf",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable", "Content-Transfer-Encoding: x-uuencode", "Content-Disposition: attachment; filename*0*=utf-8''%E9%; filename*9=x",
        "Subject: =?utf-8?q?=C3=?= =?iso-2022-jp?b?GyRC?=", "From: \"a\" <<b@c.example>>, ;:<>", "From: =?utf-8?q?a=40b=2Eexample=3E=00?= <x@y.example>", "To: g: a@b.example, c: d@e.example;;",
        "References: <<>> < > <a@b.example", "Message-ID: <\0\t>", "Date: Thu, 31 Dec 9999 23:59:60 +9999", "Date: 0", "Auto-Submitted: ;;=", "Authentication-Results: (((((;dmarc=pass", ": sans nom", "\u00e9: accent",
    ];

    private static readonly string[] OddText =
    [
        "\r\n--\r\n", "\r\n\r\n\r\n", "\0\0\0", "\r", "<!--", "<table><tr><td>", "</div></div>", "<![CDATA[", "&#xD800;&#0;&#99999999;", "{\\rtf1{\\*{\\u-1?", "BEGIN:VEVENT\nSUMMARY:", "-----Message d'origine-----\nDe :",
        "Le lun. 23 nov. 2026 à 10:02, a écrit :", "> > > > > ", "=\r\n", "=C3=", "\u202E\u200B\uFEFF", "begin 644 a.txt\n", "-----BEGIN PGP MESSAGE-----\n", "De : \nEnvoyé : \nÀ : \n", "\x1B$B",
    ];

    private readonly List<byte[]> _mails = [.. mails];
    private readonly Random _chance = new(seed);

    /// <summary>The next broken mail, at most 200 KB.</summary>
    public byte[] Next()
    {
        var mail = Any();
        for (var times = _chance.Next(1, 5); times > 0; times--) mail = Broken(mail);
        return mail.Length > 200_000 ? mail[..200_000] : mail;
    }

    private byte[] Any() => _mails[_chance.Next(_mails.Count)];

    private byte[] Broken(byte[] mail) => _chance.Next(9) switch
    {
        0 => mail[..At(mail)],
        1 => mail[At(mail)..],
        2 => Flipped(mail),
        3 => Inserted(mail, Bytes(OddText)),
        4 => Inserted(mail, [.. Bytes(OddHeaders), .. "\r\n"u8]),
        5 => [.. Bytes(OddHeaders), .. "\r\n"u8, .. mail],
        6 => Doubled(mail),
        7 => Spliced(mail, Any()),
        _ => [.. "From: a@client.example\r\nContent-Type: message/rfc822\r\n\r\n"u8, .. mail],
    };

    private byte[] Bytes(string[] among) => Encoding.UTF8.GetBytes(among[_chance.Next(among.Length)]);

    private int At(byte[] mail) => _chance.Next(mail.Length + 1);

    private byte[] Flipped(byte[] mail)
    {
        var copy = mail.ToArray();
        for (var times = _chance.Next(1, 30); times > 0 && copy.Length > 0; times--) copy[_chance.Next(copy.Length)] = (byte)_chance.Next(256);
        return copy;
    }

    private byte[] Inserted(byte[] mail, byte[] what)
    {
        // At the start of a line more often than not: there it may mean something.
        var at = At(mail);
        if (_chance.Next(3) > 0 && mail.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var line) at += line + 1;
        return [.. mail[..at], .. what, .. mail[at..]];
    }

    // A piece again and again: boundaries, headers, quotes.
    private byte[] Doubled(byte[] mail)
    {
        var from = At(mail);
        var to = Math.Min(mail.Length, from + _chance.Next(1, 400));
        var piece = mail[from..to];
        return [.. mail[..to], .. Enumerable.Repeat(piece, _chance.Next(1, 40)).SelectMany(bytes => bytes), .. mail[to..]];
    }

    private byte[] Spliced(byte[] mail, byte[] other) => [.. mail[..At(mail)], .. other[At(other)..]];
}
