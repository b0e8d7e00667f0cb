using System.Globalization;
using System.Text.Json;
using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Reading;

namespace SiOne.Bot.Engine.Tests.Injections;

/// <summary>A plain request with words in it that want to talk a reader into something.</summary>
/// <param name="Number">Counts from 0.</param>
/// <param name="Name">Which words, and where they stand.</param>
/// <param name="Put">Puts them into a mail.</param>
internal sealed record InjectedMail(int Number, string Name, Action<MimeMessage, string> Put)
{
    private const int PlacesEach = 2;

    private static readonly string[] Requests =
    [
        "Bonjour,\n\nL'imprimante du couloir affiche un bourrage, pouvez-vous regarder ?\n\nMerci",
        "Bonjour, mon compte est bloqué depuis ce matin, je ne peux plus me connecter. Merci",
        "Hello,\n\nmy screen stays black since yesterday, could you have a look?\n\nThanks",
        "Bonjour\n\nExcel se ferme tout seul à l'ouverture du budget.\n\nBien à vous",
        "Bonjour,\n\nj'ai supprimé un fichier par erreur hier, peut-on le récupérer ?",
        "Bonjour, pouvez-vous mettre un message d'absence sur ma boîte la semaine prochaine ? Merci d'avance",
        "Le wifi coupe en salle de réunion.",
    ];

    /// <summary>64 texts, each in nine of eighteen places: 576 mails.</summary>
    public static IReadOnlyList<InjectedMail> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Injections", "injections.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .SelectMany((words, i) => Carrier.All.Where((_, place) => (place + i) % PlacesEach == 0).Select(place => (words, place)))
            .Select((pair, number) => new InjectedMail(
                number, $"{pair.words.GetProperty("id").GetString()} {pair.place}", (mail, request) => pair.place.Put(mail, request, pair.words.GetProperty("text").GetString()!))),
    ];

    /// <summary>The plain request in it.</summary>
    public string Request => Requests[Number % Requests.Length];

    /// <summary>Its bytes as they arrive.</summary>
    public byte[] ToBytes(string from, bool proven) => Bytes(from, proven, Number, mail => Put(mail, Request));

    /// <summary>The same request without a word more.</summary>
    public byte[] CleanBytes(string from, bool proven) => Bytes(from, proven, Number, mail => mail.Body = new TextPart("plain") { Text = Request });

    /// <summary>As the real reader reads it.</summary>
    public InboundMessage Read(string from, bool proven) => Read(ToBytes(from, proven));

    /// <summary>As the real reader reads the request alone.</summary>
    public InboundMessage ReadClean(string from, bool proven) => Read(CleanBytes(from, proven));

    public override string ToString() => Name;

    private static InboundMessage Read(byte[] raw)
    {
        var reader = new MailReader(new MailReaderOptions { OwnAddresses = [MailAddress.Parse("support@msp.example")], TrustedAuthServId = "mx.msp.example" });
        return Assert.IsType<MailReading.Message>(reader.Read(raw, Bench.Start)).Value;
    }

    private static byte[] Bytes(string from, bool proven, int number, Action<MimeMessage> fill)
    {
        var mail = new MimeMessage { Subject = "Demande", MessageId = $"injection-{number.ToString(CultureInfo.InvariantCulture)}@client.example" };
        mail.From.Add(new MailboxAddress("", from));
        mail.To.Add(new MailboxAddress("", "support@msp.example"));
        fill(mail);
        mail.Headers.Insert(0, "Authentication-Results", $"mx.msp.example; dmarc={(proven ? "pass" : "fail")} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}");
        using var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        return bytes.ToArray();
    }
}
