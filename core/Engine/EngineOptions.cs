using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Digests;

namespace SiOne.Bot.Engine;

/// <summary>How the engine behaves. Validated at start; the defaults are safe.</summary>
public sealed record EngineOptions
{
    /// <summary>The support address: where mails come in and answers come from.</summary>
    public required MailAddress SupportAddress { get; init; }

    /// <summary>The name shown beside it.</summary>
    public string SupportName { get; init; } = "SI-ONE Support";

    /// <summary>Where technicians are alerted; null: on the local page only.</summary>
    public MailAddress? TechnicianAddress { get; init; }

    /// <summary>SI-ONE's data-protection address (Art. 25); null: technicians alone are told.</summary>
    public MailAddress? DataProtectionAddress { get; init; }

    /// <summary>The name of SI-ONE's data protection officer (RGPD V, IX); null where none is named.</summary>
    public string? DataProtectionOfficer { get; init; }

    /// <summary>Technicians have a channel in the chat: they are alerted there, and by mail where it takes nothing.</summary>
    public bool TechniciansInChat { get; init; }

    /// <summary>Everything is read and decided, and each answer waits for a technician's release.</summary>
    public bool ObserveOnly { get; init; } = true;

    /// <summary>From where a mailbox never seen is read.</summary>
    public StartFrom StartFrom { get; init; } = StartFrom.Now;

    /// <summary>A message older than this at intake gets no automatic answer until a technician says so.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Why every effect waits for a technician whatever the settings say (a restored or rebuilt store), together with <see cref="ObserveOnly"/>; null: nothing of the kind.</summary>
    public string? HoldAll { get; init; }

    /// <summary>Why nothing at all leaves until a technician says so, as rows bear it; null when it may.</summary>
    public string? HeldInAll => HoldAll ?? (ObserveOnly ? "observe-only" : null);

    /// <summary>How long whoever watches a mailbox keeps it without a word; then another one may take it.</summary>
    public TimeSpan MailboxLease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long raw messages are kept once they were read (RGPD I).</summary>
    public TimeSpan RawFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The same of those in which a secret stood.</summary>
    public TimeSpan RawWithSecretFor { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How often a message is begun before it is quarantined.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Answers to one sender within an hour; what exceeds it waits for a technician.</summary>
    public int AnswersPerSenderPerHour { get; init; } = 5;

    /// <summary>Answers to one customer within an hour; what exceeds it waits for a technician.</summary>
    public int AnswersPerCustomerPerHour { get; init; } = 50;

    /// <summary>Mails that messages cause within an hour in all: answers to known and unknown senders, and notices to others.</summary>
    public int AnswersPerHour { get; init; } = 500;

    /// <summary>Neutral answers to unknown senders within an hour, in all; one sender gets one a day. What exceeds it is not answered.</summary>
    public int UnknownAnswersPerHour { get; init; } = 20;

    /// <summary>Alerts about unknown senders within an hour; what exceeds it is listed on the local page alone.</summary>
    public int UnknownAlertsPerHour { get; init; } = 60;

    /// <summary>The pause after an answer's first failed attempt; doubled at each further one, an hour at most.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer is tried before it counts as undelivered.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromHours(48);

    /// <summary>After how many hours of service without a mail the technicians are told; 0: never.</summary>
    public int NoMailHours { get; init; } = 8;

    /// <summary>When the weekly digests leave; null: none does.</summary>
    public DigestTimetable? Digest { get; init; } = DigestTimetable.Default;

    /// <summary>How old a backup's last good run may be before the digest warns.</summary>
    public TimeSpan BackupLateAfter { get; init; } = TimeSpan.FromHours(96);

    /// <summary>Backup products can tell of their runs here: of a backup without a run something is wrong.</summary>
    public bool BackupsAreTold { get; init; }

    /// <summary>The choices of reading in force.</summary>
    public Readings Readings { get; init; } = Readings.Default;

    /// <summary>How long requests wait before something happens by itself; the hours of service are those of the readings.</summary>
    public LifeTimes LifeTimes => LifeTimes.Default with { ServiceHours = Readings.ServiceHours };
}

/// <summary>From where a mailbox never seen is read.</summary>
/// <param name="Kind">Now, a date, or all.</param>
/// <param name="Date">For <see cref="StartKind.Date"/>: the first received instant that counts.</param>
public sealed record StartFrom(StartKind Kind, DateTimeOffset? Date = null)
{
    /// <summary>Only mails that arrive from now on.</summary>
    public static StartFrom Now { get; } = new(StartKind.Now);

    /// <summary>Every mail in the folder.</summary>
    public static StartFrom All { get; } = new(StartKind.All);
}

/// <summary>The kinds of start.</summary>
public enum StartKind
{
    /// <summary>At UIDNEXT.</summary>
    Now,

    /// <summary>At a received instant.</summary>
    Date,

    /// <summary>At the first mail.</summary>
    All,
}
