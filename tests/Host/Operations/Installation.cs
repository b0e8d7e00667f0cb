using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ledger;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.Teams;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>A configured installation in a folder of the test's: settings, customers, and its engine without a page.</summary>
internal sealed class Installation : IDisposable
{
    private static readonly MailboxIdentity Inbox = new("mail.msp.example", "support@msp.example", "INBOX");
    private readonly TempFolder _folder = new();
    private readonly (string Key, string Value)[] _more;

    /// <param name="more">Settings besides those that every test has.</param>
    public Installation(params (string Key, string Value)[] more)
    {
        _more = more;
        Directory.CreateDirectory(At("customers"));
        File.WriteAllText(At("customers", "scierie.json"), """
            { "name": "Scierie Fabulet", "level": "Standard", "services": ["Maintenance", "Messaging", "Microsoft365"], "domains": ["scierie.example"],
              "people": [{ "name": "Ada Modèle", "addresses": ["ada@scierie.example"], "role": "direction" }] }
            """);
        File.WriteAllText(At("customers", "atelier.json"), """
            { "name": "Atelier Fabulet", "level": "Premium", "services": ["Maintenance", "Messaging", "Microsoft365"], "domains": ["atelier.example"],
              "people": [{ "name": "Léa Inventée", "addresses": ["lea@atelier.example"], "role": "administrator" }] }
            """);
    }

    public string Folder => _folder.Path;

    public string Data => At("data");

    public (string Key, string Value)[] Environment =>
    [
        ("SiOne__Url", "http://127.0.0.1:0"), ("SiOne__DataFolder", Data), ("SiOne__SupportAddress", "support@msp.example"), ("SiOne__Customers", At("customers")),
        ("SiOne__MailFolder", At("in")), ("SiOne__OutFolder", At("out")), ("SiOne__ObserveOnly", "false"), ("SiOne__TrustedAuthservId", "mx.msp.example"),
        .. _more,
    ];

    public UsableSettings Settings => SettingsIn(Data);

    public string At(params ReadOnlySpan<string> parts) => _folder.File(parts);

    /// <summary>The same settings with another data folder.</summary>
    public UsableSettings SettingsIn(string data)
    {
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            Environment.Append(("SiOne__DataFolder", data)).GroupBy(pair => pair.Item1).Select(same =>
                KeyValuePair.Create(same.Key.Replace("__", ":", StringComparison.Ordinal), (string?)same.Last().Item2))).Build());
        Assert.Empty(read.Mistakes);
        return read.Usable!;
    }

    /// <summary>The engine on the data folder, as the host opens it.</summary>
    public async Task<EngineParts> OpenAsync(CommitPoints? points = null, string? data = null)
    {
        var settings = EffectsHeld.Under(SettingsIn(data ?? Data));
        return await EngineParts.OpenAsync(
            settings, new CustomerDirectory(CustomerFiles.Load(settings.Host.Customers!).Customers), TimeProvider.System, NullLoggerFactory.Instance,
            points ?? CommitPoints.None, new ActivityReader(), CancellationToken.None);
    }

    /// <summary>Mails of several kinds, and what the application hands in: requests, a draft, a follow-up, a stranger, an automatic one, and one that cannot be read.</summary>
    public static async Task TakeSomeAsync(EngineParts parts)
    {
        await TakeAsync(parts, Mail(1), Mail(2, text: "Bonjour,\n\nPouvez-vous restaurer le dossier Devis supprimé hier ?\n"), Mail(3, from: "lea@atelier.example"));
        await TakeAsync(parts, Mail(4, from: "inconnu@ailleurs.example"), Mail(5, more: "Auto-Submitted: auto-replied\n"), Mail(6) with { TooLarge = true });
        await TakeAsync(parts, Mail(7, inReplyTo: "mail-1@client.example", text: "Bonjour,\n\nUn complément : il arrive lundi.\n"));
        await HandInAsync(parts, "cle-0001", "lea@atelier.example", "Merci de créer une boîte mail pour Zoé Fabulet.");
        await HandInAsync(parts, "cle-0002", "lea@atelier.example", "Mon téléphone a été volé ce matin.");
        await SettleAsync(parts);
    }

    public static async Task TakeAsync(EngineParts parts, params RawMail[] mails)
    {
        await parts.Door.KeepAsync([.. mails], fence: 0, CancellationToken.None);
        await SettleAsync(parts);
    }

    public static async Task HandInAsync(EngineParts parts, string key, string from, string text)
    {
        var raw = JsonSerializer.SerializeToUtf8Bytes(new ApplicationMessage { From = from, Text = text }, ApplicationJson.Default.ApplicationMessage);
        Assert.NotNull(await parts.Door.KeepHandedAsync(Channel.Application, key, raw, TimeProvider.System.GetUtcNow(), CancellationToken.None));
    }

    /// <summary>A mail of now, as the watcher hands it in.</summary>
    public static RawMail Mail(
        uint uid, string from = "ada@scierie.example", string text = "Bonjour,\n\nMerci de créer la boîte mail pour Julien Tessier.\n", string? inReplyTo = null, string? more = null) =>
        new(Inbox, 1, uid, TimeProvider.System.GetUtcNow(), Encoding.UTF8.GetBytes(
            $"""
            Authentication-Results: mx.msp.example; dmarc=pass header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
            From: <{from}>
            To: <support@msp.example>
            Subject: Demande {uid}
            Message-ID: <mail-{uid}@client.example>
            {(inReplyTo is null ? "" : $"In-Reply-To: <{inReplyTo}>\n")}{more}MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {text}
            """.ReplaceLineEndings("\r\n")));

    public static Task<LedgerReport> AuditAsync(EngineParts parts) => new LedgerAudit(parts.Store, parts.Spool).RunAsync(CancellationToken.None);

    public static async Task<ImmutableArray<RequestDocument>> RequestsAsync(EngineParts parts) =>
        [.. await parts.Store.AllRequestsAsync(CancellationToken.None).ToListAsync()];

    public static async Task SettleAsync(EngineParts parts)
    {
        while (await parts.Intake.WorkOnceAsync(CancellationToken.None)) { }
    }

    public void Dispose() => _folder.Dispose();
}
