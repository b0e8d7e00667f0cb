using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.MailWatcher;
using SiOne.Bot.MailWatcher.Settings;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>check</c>: settings, customers, the language model, mailbox, way out, store, time zone data, Teams and Microsoft 365, one line each with its remedy. Changes nothing on a server.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Mistakes in the settings.</param>
public sealed class CheckCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var readings = new Option<bool>("--readings") { Description = "Prints every Reading of the contract in French, to be signed, and checks nothing." };
            var command = new Command("check", "Checks settings, customers, mailbox sign-in, SMTP, store, time zone data, Teams and what each tenant has granted.") { readings };
            command.SetAction((parsed, cancellationToken) => parsed.GetValue(readings) ? WriteReadingsAsync() : RunAsync(cancellationToken));
            return command;
        }
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        List<CheckLine> lines =
        [
            new("settings", true, settings.Demo ? "nothing is configured: demo mode" : settings.Engine.ObserveOnly ? "observe-only: every answer waits for a release" : "live"),
            new("senders", true, ProofSettings.Say(settings.Host)),
            TimeZoneData(),
            Customers(settings),
            LanguageModel(settings),
            DataProtection(settings),
            Backups(settings),
            Store(settings),
            .. await MailboxesAsync(settings, cancellationToken),
            await WayOutAsync(settings, cancellationToken),
        ];
        lines.AddRange(await TeamsChecks.RunAsync(settings, cancellationToken));
        lines.AddRange(await GraphChecks.RunAsync(settings, cancellationToken));
        foreach (var line in lines) await output.WriteLineAsync(line.ToString());
        return lines.All(line => line.Good) ? 0 : 1;
    }

    private async Task<int> WriteReadingsAsync()
    {
        var read = SettingsReader.Read(HostConfiguration.Build());
        if (read.Usable is not { } settings) return await SettingsReport.WriteAsync(read, error);
        foreach (var line in ReadingsText.Of(settings.Engine.Readings)) await output.WriteLineAsync(line);
        return 0;
    }

    private static CheckLine TimeZoneData()
    {
        // The clock changes of 2026, an hour each way: without tzdata every instant would be told in UTC.
        var summer = ParisTime.Of(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero)).Offset;
        var winter = ParisTime.Of(new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero)).Offset;
        return summer == TimeSpan.FromHours(2) && winter == TimeSpan.FromHours(1)
            ? new CheckLine("time zone", true, "Europe/Paris with its clock changes")
            : new CheckLine("time zone", false, "Europe/Paris is wrong; install the tzdata package");
    }

    private static CheckLine Customers(UsableSettings settings)
    {
        var loaded = CustomerFiles.Load(settings.Host.Customers!);
        return loaded.Mistakes.IsEmpty
            ? new CheckLine("customers", true, $"{Counted.Plain(loaded.Customers.Length, "file", "files")} read, {Counted.Plain(loaded.Customers.DistinctBy(customer => customer.Id, StringComparer.Ordinal).Count(), "customer", "customers")}")
            : new CheckLine("customers", false, $"{Counted.Plain(loaded.Mistakes.Length, "mistake", "mistakes")}, a running service keeps the customers as they were: {string.Join("; ", loaded.Mistakes)}");
    }

    /// <summary>Says whose messages go where; asks the provider nothing.</summary>
    private static CheckLine LanguageModel(UsableSettings settings)
    {
        var now = TimeProvider.System.GetUtcNow();
        var customers = new CustomerDirectory(CustomerFiles.Load(settings.Host.Customers!).Customers).All(now);
        return new CheckLine("language model", true, LanguageModelSettings.Say(settings.Host.LanguageModel, customers, ParisTime.DateOf(now)));
    }

    /// <summary>Art. 25, RGPD V, IX: without them notices and the register leave a gap, and technicians alone are told.</summary>
    private static CheckLine DataProtection(UsableSettings settings)
    {
        string[] missing =
        [
            .. settings.Engine.DataProtectionOfficer is null ? ["SiOne:DataProtection:Officer"] : (string[])[],
            .. settings.Engine.DataProtectionAddress is null ? ["SiOne:DataProtection:Address"] : (string[])[],
        ];
        if (settings.DataProtectionReaders.Any(reader => settings.SignIn?.Technicians.ContainsKey(reader) is not true))
            return new CheckLine("data protection", true, "SiOne:DataProtection:Readers names somebody who may not sign in to the page (SiOne:SignIn)") { Warning = true };
        return missing.Length == 0
            ? new CheckLine("data protection", true, "breaches and data rights are told to the officer's address")
            : new CheckLine("data protection", true, $"set {string.Join(" and ", missing)}: who answers for personal data is not known") { Warning = true };
    }

    /// <summary>Art. 19: nothing but the backup products knows whether backups succeed.</summary>
    private static CheckLine Backups(UsableSettings settings) => settings switch
    {
        { Host.BackupKey: not null } => new CheckLine("backups", true, "the end of a run may be told at POST /api/backups"),
        { Demo: true } => new CheckLine("backups", true, "none to be told of in the demo"),
        _ => new CheckLine("backups", true, "nobody tells of their runs, and digests say so: set SiOne:BackupKey") { Warning = true },
    };

    private static CheckLine Store(UsableSettings settings)
    {
        if (!File.Exists(settings.StorePath)) return new CheckLine("store", true, $"{settings.StorePath} will be made at the first start");
        try
        {
            var store = StoreOpening.Open(settings, TimeProvider.System, NullLoggerFactory.Instance, CommitPoints.None);
            var health = store.Health;
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return new CheckLine("store", health.Healthy, health.Name);
        }
        catch (StoreUnavailableException unavailable)
        {
            return new CheckLine("store", false, unavailable.Message);
        }
    }

    private static async Task<CheckLine[]> MailboxesAsync(UsableSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Host.MailFolder is { } folder) return [new CheckLine("mailbox", true, $"folder {folder}")];
        if (!settings.Host.Watched.Any()) return [new CheckLine("mailbox", true, "the program mailwatcher hands mails in")];
        return await Task.WhenAll(settings.Host.Watched.Select(async mailbox =>
        {
            var (key, imap) = (mailbox.Key == MailboxSettings.Only ? $"SiOne:{mailbox.Key}" : $"SiOne:Mailboxes:{mailbox.Key}", mailbox.Value);
            var fault = await ImapProbe.RunAsync(imap, TimeProvider.System, cancellationToken);
            return fault is null
                ? new CheckLine("mailbox", true, $"signed in at {imap.Host}, folder {imap.Folder} opened")
                : new CheckLine("mailbox", false, $"{fault}: {Remedy(fault.Value).Replace("SiOne:Imap", key, StringComparison.Ordinal)}");
        }));
    }

    private static async Task<CheckLine> WayOutAsync(UsableSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Host.Smtp is not { } smtp) return new CheckLine("smtp", true, $"folder {settings.Host.OutFolder}");
        var failure = await SmtpSender.ProbeAsync(smtp, TimeProvider.System, cancellationToken);
        return failure is null
            ? new CheckLine("smtp", true, $"{smtp.Host} reached{(smtp.User.Length > 0 ? ", signed in" : "")}")
            : new CheckLine("smtp", false, $"{failure}: {Remedy(failure.Value)}");
    }

    private static string Remedy(WatcherFault fault) => fault switch
    {
        WatcherFault.SignInRefused => "check SiOne:Imap:User and SiOne:Imap:Password, or that the app of SiOne:Imap:OAuth may enter the mailbox",
        WatcherFault.TokenRefused => "check SiOne:Imap:OAuth: tenant, app, secret or certificate",
        WatcherFault.TokenUnreachable => "check that SiOne:Imap:OAuth:Authority can be reached",
        WatcherFault.CertificateRefused => "check SiOne:Imap:Host against the certificate, or set SiOne:Imap:TrustedCertificate",
        _ => "check SiOne:Imap:Host, SiOne:Imap:Port, SiOne:Imap:Security and SiOne:Imap:Folder",
    };

    private static string Remedy(SendFailure failure) => failure switch
    {
        SendFailure.SignInRefused => "check SiOne:Smtp:User and SiOne:Smtp:Password, or that the app of SiOne:Smtp:OAuth may enter the mailbox",
        SendFailure.NoToken => "check SiOne:Smtp:OAuth: tenant, app, secret or certificate, and that its Authority can be reached",
        SendFailure.CertificateRefused => "check SiOne:Smtp:Host against the certificate, or set SiOne:Smtp:TrustedCertificate",
        _ => "check SiOne:Smtp:Host, SiOne:Smtp:Port and SiOne:Smtp:Security",
    };
}
