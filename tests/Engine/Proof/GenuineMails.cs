namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>What real servers write of real senders, and how people's programs write their From: all of it is believed.</summary>
internal static class GenuineMails
{
    private const string Own = $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=acme.example\n";

    public static SpoofRow[] Rows { get; } =
    [
        .. Values(
            "mx.msp.example; dmarc=pass",
            "mx.msp.example; dmarc=pass header.from=acme.example",
            "mx.msp.example; dmarc=pass (p=reject dis=none) header.from=acme.example",
            "mx.msp.example; dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=acme.example",
            "mx.msp.example; spf=pass smtp.mailfrom=acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example",
            "mx.msp.example; spf=fail smtp.mailfrom=relay.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example",
            "mx.msp.example; dkim=pass header.d=acme.example header.b=abc; dkim=fail header.d=list.example; dmarc=pass header.from=acme.example",
            "mx.msp.example 1; dmarc=pass header.from=acme.example",
            "MX.MSP.EXAMPLE; DMARC=PASS header.from=ACME.EXAMPLE",
            "mx.msp.example;\n\tdmarc=pass header.from=acme.example",
            "mx.msp.example;\n spf=pass\n smtp.mailfrom=acme.example;\n dmarc=pass\n header.from=acme.example",
            "(checked) mx.msp.example (v; 1); dmarc=pass (ok (really)) header.from=acme.example",
            "\"mx.msp.example\"; dmarc=pass header.from=acme.example",
            "mx.msp.example; dmarc/1=pass header.from=acme.example",
            "mx.msp.example; dmarc = pass header . from = acme.example",
            "mx.msp.example; dmarc=pass(p=none)header.from=acme.example",
            "mx.msp.example; dmarc=pass reason=\"aligned; by DKIM\" header.from=acme.example",
            "mx.msp.example; dmarc=pass reason=\"aligned with header.from by DKIM\" header.from=acme.example",
            "mx.msp.example; dmarc=pass policy.dmarc=reject header.from=acme.example",
            "mx.msp.example; dmarc=pass header.from=\"acme.example\"",
            "mx.msp.example; dmarc=pass header.from=acme.example.",
            "mx.msp.example; dmarc=pass header.from=ada@acme.example",
            "mx.msp.example; dmarc=pass header.from=acme.example;",
            "mx.msp.example; arc=none; dmarc=pass header.from=acme.example; compauth=pass reason=100",
            "mx.msp.example; spf=pass smtp.mailfrom=\"dmarc=fail\"@acme.example; dmarc=pass header.from=acme.example"),
        SpoofRow.OfFields("another server's field below", "mx.msp.example; dmarc=pass header.from=acme.example", "relay.example; dmarc=fail header.from=acme.example"),
        .. Exchange(
            "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100",
            "spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=acme.example; dkim=none (message not signed)\n header.d=none;dmarc=pass action=none\n header.from=acme.example;compauth=pass reason=100",
            "spf=fail smtp.mailfrom=relay.example; dkim=pass header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100",
            "spf=pass smtp.mailfrom=acme.example; dmarc=pass action=none header.from=acme.example",
            "dmarc=pass action=none header.from=Acme.Example;",
            "spf=pass smtp.mailfrom=acme.example; dkim=pass header.d=acme.example; dmarc=pass action=none header.from=acme.example;compauth=softpass reason=201"),
        SpoofRow.OfExchange("a forwarder's field below Exchange's", "spf=pass; dmarc=pass action=none header.from=acme.example", "mx.client.example; dmarc=fail"),
        .. Froms(
            "ada@acme.example", "<ada@acme.example>", "ADA@ACME.EXAMPLE", "Ada Modèle <ada@acme.example>", "=?utf-8?q?Ada_Mod=C3=A8le?= <ada@acme.example>",
            "=?iso-8859-1?Q?Ada_Mod=E8le?= <ada@acme.example>", "\"Modèle, Ada\" <ada@acme.example>", "\"mallory@evil.example\" <ada@acme.example>",
            "ada@acme.example (Ada Modèle)", "A. Modele <ada@acme.example>", "Ada Modele - Acme <ada@acme.example>", "\"Ada (Acme)\" <ada@acme.example>",
            "Ada\n\tModele\n\t<ada@acme.example>", "<ada@acme.example.>"),
        new("a Sender of a secretary", $"{Own}Sender: secretariat@acme.example\n{SpoofRow.Ada}"),
        new("another Reply-To", $"{Own}Reply-To: secretariat@acme.example\n{SpoofRow.Ada}"),
        new("an unlisted colleague", $"{Own}From: eva@acme.example\n"),
        new("a listed free-mail address", $"{SpoofRow.Field}mx.msp.example; dmarc=pass header.from=orange.fr\nFrom: Lise Kermadec <lise.kermadec@orange.fr>\n"),
    ];

    private static IEnumerable<SpoofRow> Values(params string[] values) => values.Select(value => SpoofRow.OfFields(value, value));

    private static IEnumerable<SpoofRow> Exchange(params string[] values) => values.Select(value => SpoofRow.OfExchange($"Exchange: {value}", value));

    private static IEnumerable<SpoofRow> Froms(params string[] values) => values.Select(value => new SpoofRow($"From: {value}", $"{Own}From: {value}\n"));
}
