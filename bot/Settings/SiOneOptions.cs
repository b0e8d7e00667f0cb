using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.MailWatcher;
using SiOne.Bot.MailWatcher.Settings;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Host.Settings;

/// <summary>The settings under <c>SiOne</c>, from appsettings.json, the environment (<c>SiOne__Key</c>) and user secrets.</summary>
public sealed class SiOneOptions
{
    /// <summary>Where the local page and the HTTP door listen. Default http://127.0.0.1:5080.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Store, spool and master key lie here. Default <c>data</c> below the current folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>File of the master key (32 bytes in base64), made at the first start. Default <c>master.key</c> in the data folder. Back it up apart.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>The support address (Art. 3). Required outside the demo.</summary>
    public string? SupportAddress { get; set; }

    /// <summary>The name shown beside it. Default "SI-ONE Support".</summary>
    public string SupportName { get; set; } = "SI-ONE Support";

    /// <summary>Where technicians are alerted. Without it, alerts are on the local page only.</summary>
    public string? TechnicianAddress { get; set; }

    /// <summary>Folder of the customer files, one JSON file a customer. Required outside the demo.</summary>
    public string? Customers { get; set; }

    /// <summary>Every answer waits for a technician's release. Default true: go live by setting it to false.</summary>
    public bool ObserveOnly { get; set; } = true;

    /// <summary>
    /// A start that only looks: nothing is taken in, sent or changed, and the page shows a copy of the data as it was at the start. A store that cannot be
    /// read is started so by itself. Default false.
    /// </summary>
    public bool SafeMode { get; set; }

    /// <summary>From where a mailbox never seen is read: <c>now</c> (default), <c>all</c>, or a date such as 2026-03-01.</summary>
    public string StartFrom { get; set; } = "now";

    /// <summary>
    /// How the mail server in front of the mailbox says what it found of a sender: <c>rfc8601</c> (default; it names itself, see
    /// <see cref="TrustedAuthservId"/>) or <c>exchange-online</c>, for a mailbox in Exchange Online alone: it names no server, and whoever could
    /// put a mail past it would be believed.
    /// </summary>
    public string AuthenticationProfile { get; set; } = "rfc8601";

    /// <summary>The authserv-id (RFC 8601) of the mail server whose Authentication-Results is believed. Without it no mail is proven. Not with exchange-online.</summary>
    public string? TrustedAuthservId { get; set; }

    /// <summary>The mailbox to watch. More of them: <see cref="Mailboxes"/>.</summary>
    public ImapOptions? Imap { get; set; }

    /// <summary>Mailboxes to watch, by a name of the operator's choice, beside <see cref="Imap"/>: <c>SiOne:Mailboxes:NAME:Host</c> and so on.</summary>
    public IDictionary<string, ImapOptions> Mailboxes { get; } = new SortedDictionary<string, ImapOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every mailbox that this process watches, by name.</summary>
    public IEnumerable<KeyValuePair<string, ImapOptions>> Watched =>
        (Imap is { } only ? [new KeyValuePair<string, ImapOptions>(MailboxSettings.Only, only)] : Array.Empty<KeyValuePair<string, ImapOptions>>()).Concat(Mailboxes);

    /// <summary>What the program <c>mailwatcher</c> presents at the intake door (at least 32 characters). Without it that door is closed.</summary>
    public string? IntakeKey { get; set; }

    /// <summary>
    /// How long a watcher keeps its mailbox without a word, 3 seconds to 10 minutes: when it or its machine dies, another one takes over after so long at
    /// most. It is renewed three times in that time. Default 60 seconds.
    /// </summary>
    public TimeSpan MailboxLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A folder in which .eml files are dropped, instead of mailboxes.</summary>
    public string? MailFolder { get; set; }

    /// <summary>The way out; either this or <see cref="OutFolder"/>.</summary>
    public SmtpOptions? Smtp { get; set; }

    /// <summary>A folder into which answers are written as .eml files, instead of being sent.</summary>
    public string? OutFolder { get; set; }

    /// <summary>The pause after an answer's first failed attempt, 1 second to 1 hour; doubled at each further one. Default 30 seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Days for which raw messages lie in the encrypted spool once they were read, 3 to 365. Default 90. What a secret stood in is destroyed after 72
    /// hours whatever is set. Requests and their masked texts are kept apart from this; a rebuild reaches back as far as the spool does.
    /// </summary>
    public int RawRetentionDays { get; set; } = 90;

    /// <summary>What the application presents at the HTTP door (at least 32 characters). Without it the door is closed.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// What a backup product's script presents at <c>POST /api/backups</c> to tell the end of a run (at least 32 characters, another one than the other keys). Without it that door is
    /// closed, and digests say that the last success is not recorded.
    /// </summary>
    public string? BackupKey { get; set; }

    /// <summary>
    /// The address under which a reverse proxy on this machine shows customers' people the pages behind the links of our mails: where they confirm by one
    /// click a request that they made by mail (Art. 9), and where an approver says yes or no (Art. 11, 14). https and a host, without a path, for example
    /// https://demandes.msp.example. The proxy hands the <c>Host</c> header on as it came. Without it such a mail asks them to confirm in the application,
    /// or to answer with one word.
    /// </summary>
    public string? ConfirmationUrl { get; set; }

    /// <summary>How sure the reader must be of a request, 0 to 1; below that a technician reads it first. Default 0.87.</summary>
    public double AbstainBelow { get; set; } = new UnderstandingOptions().AbstainBelow;

    /// <summary>Who answers for personal data at SI-ONE (Art. 25, RGPD V), and what the register of processing says (RGPD IX).</summary>
    public DataProtectionOptions DataProtection { get; set; } = new();

    /// <summary>The contract where it is silent or ambiguous.</summary>
    public ReadingOptions Readings { get; set; } = new();

    /// <summary>A language model behind the embedded reader; null (default): none, no message is sent to a provider.</summary>
    public LanguageModelOptions? LanguageModel { get; set; }

    /// <summary>When technicians are told that something is wrong with the product itself.</summary>
    public AlarmOptions Alarm { get; set; } = new();

    /// <summary>How many answers may leave.</summary>
    public CapOptions Caps { get; set; } = new();

    /// <summary>The weekly digests.</summary>
    public DigestOptions Digest { get; set; } = new();
}

/// <summary>How many answers may leave; what exceeds a cap waits for a technician, or for unknown senders is not answered.</summary>
public sealed class CapOptions
{
    /// <summary>Answers to one sender within an hour, 1 to 1,000,000. Default 5.</summary>
    public int AnswersPerSenderPerHour { get; set; } = 5;

    /// <summary>Answers to one customer within an hour, 1 to 1,000,000. Default 50.</summary>
    public int AnswersPerCustomerPerHour { get; set; } = 50;

    /// <summary>Mails that messages cause within an hour in all, to known and unknown senders and to their colleagues, 1 to 1,000,000. Default 500.</summary>
    public int AnswersPerHour { get; set; } = 500;

    /// <summary>Neutral answers to unknown senders within an hour, 0 to 1,000. Default 20.</summary>
    public int UnknownAnswersPerHour { get; set; } = 20;

    /// <summary>Alerts to technicians about unknown senders within an hour, 1 to 1,000; the local page lists every message. Default 60.</summary>
    public int UnknownAlertsPerHour { get; set; } = 60;
}

/// <summary>When technicians are told that something is wrong with the product itself.</summary>
public sealed class AlarmOptions
{
    /// <summary>
    /// After how many hours of service (Art. 3; Reading) without a mail, 0 to 400; 0: never. Default 8, a whole day of service: at a support address that is
    /// rarely chance.
    /// </summary>
    public int NoMailHours { get; set; } = 8;
}
