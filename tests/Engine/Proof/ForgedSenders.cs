namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>Mails whose From is dressed up as Ada's. What the server says of the sender's own domain is true: anybody owns a domain that passes.</summary>
internal static class ForgedSenders
{
    private const string Evil = $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=evil.example\n";
    private const string Silent = $"{SpoofRow.Field}mx.msp.example; dmarc=pass\n";
    private const string Own = $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=acme.example\n";

    public static SpoofRow[] Rows { get; } =
    [
        // Several, none, or a group.
        new("two addresses", $"{Own}From: ada@acme.example, mallory@evil.example\n"),
        new("two addresses, hers last", $"{Own}From: mallory@evil.example, ada@acme.example\n"),
        new("her address twice", $"{Own}From: ada@acme.example, ada@acme.example\n"),
        new("two fields", $"{Own}From: ada@acme.example\nFrom: mallory@evil.example\n"),
        new("two fields, hers last", $"{Evil}From: mallory@evil.example\nFrom: ada@acme.example\n"),
        new("two fields with her address", $"{Own}From: ada@acme.example\nFrom: ada@acme.example\n"),
        new("two fields, one unreadable", $"{Own}From: ada@acme.example\nFrom: <<mallory\n"),
        new("two fields in other cases", $"{Own}FROM: ada@acme.example\nfrom: mallory@evil.example\n"),
        new("a group", $"{Own}From: Direction: ada@acme.example;\n"),
        new("a group of two", $"{Own}From: Direction: ada@acme.example, mallory@evil.example;\n"),
        new("a group and an address", $"{Own}From: Direction: ; , ada@acme.example\n"),
        new("an empty group", $"{Own}From: Direction: ;\n"),
        new("no From", Own),
        new("an empty From", $"{Own}From: \n"),
        new("a null From", $"{Own}From: <>\n"),
        new("a name alone", $"{Own}From: Ada Modèle\n"),
        new("no domain", $"{Own}From: ada\n"),
        new("Sender instead of From", $"{Own}Sender: ada@acme.example\n"),
        new("Reply-To instead of From", $"{Own}Reply-To: ada@acme.example\n"),
        new("Resent-From instead of From", $"{Own}Resent-From: ada@acme.example\n"),
        // Her address in another place than the address.
        new("as the display name", $"{Evil}From: \"ada@acme.example\" <mallory@evil.example>\n"),
        new("as the display name with her name", $"{Evil}From: \"Ada Modèle <ada@acme.example>\" <mallory@evil.example>\n"),
        new("as a display name in encoded words", $"{Evil}From: =?utf-8?q?Ada_Mod=C3=A8le_=3Cada=40acme.example=3E?= <mallory@evil.example>\n"),
        new("as a comment", $"{Evil}From: mallory@evil.example (ada@acme.example)\n"),
        new("as an unquoted name", $"{Evil}From: ada@acme.example <mallory@evil.example>\n"),
        new("as an unquoted name, the server silent", $"{Silent}From: ada@acme.example <mallory@evil.example>\n"),
        new("as the local part", $"{Evil}From: <\"ada@acme.example\"@evil.example>\n"),
        new("as a route", $"{Silent}From: <@evil.example:ada@acme.example>\n"),
        new("an encoded word as the address", $"{Silent}From: =?utf-8?q?ada=40acme.example?=\n"),
        new("an encoded word that closes the address", $"{Silent}From: <=?utf-8?q?ada=40acme.example=3E?=@evil.example>\n"),
        new("an address behind the address", $"{Silent}From: <ada@acme.example>mallory@evil.example\n"),
        new("two addresses in brackets", $"{Silent}From: <ada@acme.example> <mallory@evil.example>\n"),
        new("two signs", $"{Silent}From: <ada@acme.example@evil.example>\n"),
        new("a percent sign", $"{Evil}From: <ada%acme.example@evil.example>\n"),
        new("an address that never closes", $"{Own}From: Ada <ada@acme.example\n"),
        new("an unquoted comma before her", $"{Own}From: Modele, Ada <ada@acme.example>\n"),
        new("a name without a domain beside her", $"{Own}From: mallory, ada@acme.example\n"),
        new("an address in Sender and her in From", $"{Evil}Sender: mallory@evil.example\nFrom: ada@acme.example\n"),
        new("an address in Return-Path and her in From", $"Return-Path: <mallory@evil.example>\n{Evil}From: ada@acme.example\n"),
        new("Reply-To hers", $"{Evil}From: mallory@evil.example\nReply-To: ada@acme.example\n"),
        // Domains that look like hers, each of them proven.
        .. Domains(
            "acrne.example", "acme-support.example", "ac-me.example", "acm.example", "acmee.example", "amce.example", "acme.exarnple", "acme.test", "acme.fr",
            "acme.example.evil.example", "mail.acme.example", "acme.example-support.example", "xn--acm-dma.example", "acmé.example", "\u0430cme.example",
            "xn--cme-5cd.example", "ac\u200bme.example", "\uff41cme.example", "acme\u3002example", "acmeexample.fr", "example"),
        new("a free-mail address with her name", $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=gmail.com\nFrom: Ada Modèle <ada.acme@gmail.com>\n"),
        new("a neighbour of a listed free-mail address", $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=orange.fr\nFrom: Lise Kermadec <lise-kermadec@orange.fr>\n"),
        new("a listed free-mail address with a tag", $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=orange.fr\nFrom: <lise.kermadec+si@orange.fr>\n"),
        new("a listed free-mail address, proven by nobody", "From: Lise Kermadec <lise.kermadec@orange.fr>\n"),
        new("a listed free-mail address, SPF alone", $"{SpoofRow.Field}mx.msp.example; spf=pass smtp.mailfrom=orange.fr\nFrom: <lise.kermadec@orange.fr>\n"),
    ];

    private static IEnumerable<SpoofRow> Domains(params string[] domains) => domains.Select(domain =>
        new SpoofRow($"look-alike {domain}", $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from={domain}\nFrom: Ada Modèle <ada@{domain}>\n"));
}
