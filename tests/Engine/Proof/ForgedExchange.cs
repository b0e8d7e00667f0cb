namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>The same where the mailbox is in Exchange Online, whose field names no server.</summary>
internal static class ForgedExchange
{
    private const string Good = "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=acme.example; dkim=pass (signature was verified) header.d=acme.example;"
        + "dmarc=pass action=none header.from=acme.example;compauth=pass reason=100";

    public static SpoofRow[] Rows { get; } =
    [
        new("no field at all, Exchange", SpoofRow.Ada, Mail.Reading.AuthenticationProfile.ExchangeOnline),
        .. Values(
            "spf=pass smtp.mailfrom=acme.example; dkim=pass header.d=acme.example; dmarc=none action=none header.from=acme.example; compauth=pass reason=100",
            "spf=none; dkim=none; dmarc=none action=none header.from=acme.example; compauth=pass reason=703",
            "spf=pass; dkim=pass; dmarc=bestguesspass action=none header.from=acme.example; compauth=pass reason=109",
            "spf=fail; dkim=none; dmarc=fail action=oreject header.from=acme.example; compauth=pass reason=130",
            "spf=fail; dkim=none; dmarc=fail action=quarantine header.from=acme.example; compauth=fail reason=000",
            "spf=pass; dmarc=permerror action=none header.from=acme.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none header.from=acme.example; compauth=fail reason=001",
            "spf=pass; dmarc=pass action=quarantine header.from=acme.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass header.from=acme.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none header.from=evil.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none header.from=mail.acme.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none header.from=acme.example header.from=evil.example; compauth=pass reason=100",
            "spf=pass; dmarc=pass action=none header.from=acme.example; dmarc=none action=none header.from=evil.example",
            "compauth=pass reason=100",
            "spf=pass smtp.mailfrom=acme.example; compauth=pass reason=100",
            "arc=pass; compauth=pass reason=130",
            "spf=pass smtp.mailfrom=\"; dmarc=pass action=none header.from=acme.example;\"@evil.example; dmarc=none action=none header.from=acme.example",
            "spf=fail (dmarc=pass action=none header.from=acme.example); dmarc=none action=none header.from=acme.example",
            "spf=fail smtp.helo=dmarc=pass action=none header.from=acme.example; compauth=pass reason=100",
            "compauth=pass reason=\"100; dmarc=pass action=none header.from=acme.example\"",
            "evil.example; dmarc=pass action=none header.from=acme.example; compauth=pass reason=100",
            "mx.msp.example; dmarc=pass action=none header.from=acme.example",
            "; dmarc=none; compauth=pass",
            ""),
        SpoofRow.OfExchange("forged below Exchange's own", "spf=none; dkim=none; dmarc=none action=none header.from=acme.example; compauth=fail reason=601", Good),
        SpoofRow.OfExchange("forged below another server's, Exchange", "relay.example; spf=pass", Good),
        SpoofRow.OfExchange("forged below an empty one, Exchange", "", Good),
        new("as the field that Exchange moved away", $"Authentication-Results-Original: {Good}\n{SpoofRow.Ada}", Mail.Reading.AuthenticationProfile.ExchangeOnline),
        new("Exchange's own field where another server is believed", $"{SpoofRow.Field}{Good}\n{SpoofRow.Ada}"),
    ];

    private static IEnumerable<SpoofRow> Values(params string[] values) => values.Select(value => SpoofRow.OfExchange($"Exchange: {value}", value));
}
