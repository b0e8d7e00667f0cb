using System.Text;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;
using SiOne.Bot.Understanding;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>One mail of the spoof table: its name, its header fields as they arrive, and the profile under which it is read.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Headers">The fields that speak of the sender, LF between lines.</param>
/// <param name="Profile">What the installation believes.</param>
internal sealed record SpoofRow(string Name, string Headers, AuthenticationProfile Profile = AuthenticationProfile.Rfc8601)
{
    public const string Field = "Authentication-Results: ";

    public const string Ada = "From: Ada Modèle <ada@acme.example>\n";

    private static readonly Examination Examination = new(
        new CustomerDirectory([Bench.Acme, Bench.Rival]), new RuleBasedUnderstanding(), Domain.Contract.Readings.Default);

    /// <summary>Rows about what fields say of Ada, who is listed: the name, then the value of each field, topmost first.</summary>
    public static SpoofRow OfFields(string name, params string[] fields) => new(name, string.Concat(fields.Select(field => $"{Field}{field}\n")) + Ada);

    /// <summary>The same as Exchange Online writes them.</summary>
    public static SpoofRow OfExchange(string name, params string[] fields) => OfFields(name, fields) with { Profile = AuthenticationProfile.ExchangeOnline };

    public static MailReader ReaderOf(AuthenticationProfile profile) => new(new MailReaderOptions
    {
        OwnAddresses = [MailAddress.Parse("support@msp.example")],
        AuthenticationProfile = profile,
        TrustedAuthServId = profile is AuthenticationProfile.Rfc8601 ? "mx.msp.example" : null,
    });

    /// <summary>A whole mail that asks for something that only a proven sender gets without a call back.</summary>
    public byte[] ToBytes(int number = 0) => Encoding.UTF8.GetBytes(
        $"""
        {Headers}To: <support@msp.example>
        Subject: Nouvelle adresse mail
        Message-ID: <spoof-{number}@client.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Bonjour,

        Merci de créer la boîte mail pour Julien Tessier.
        """.ReplaceLineEndings("\r\n"));

    /// <summary>Who the real reader and the real directory say it is.</summary>
    public Sender Who() => ReaderOf(Profile).Read(ToBytes(), Bench.Start) is MailReading.Message { Value: var message }
        ? Examination.Identify(message)
        : Sender.Unknown;

    /// <summary>Somebody of a customer, beyond doubt: the one thing that no forged mail may be.</summary>
    public bool IsBelieved() => Who() is { Customer: not null, Proven: true };

    public override string ToString() => Name;
}
