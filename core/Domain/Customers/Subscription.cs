using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Customers;

/// <summary>What a customer has subscribed and the state of the contract.</summary>
public sealed record Subscription
{
    /// <summary>The subscription level (formule, Art. 3, 9).</summary>
    public required Level Level { get; init; }

    /// <summary>The parts subscribed (Art. 1).</summary>
    public required ImmutableHashSet<Service> Services { get; init; }

    /// <summary>The Weekend option of the order form (Art. 3); null without it.</summary>
    public WeekendOption? Weekend { get; init; }

    /// <summary>A suspension decided by SI-ONE (Art. 2, 4); null when not suspended.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>The contract's last day (Art. 2); null while it runs.</summary>
    public DateOnly? TerminatedOn { get; init; }

    /// <summary>Start and length of the contract (Art. 2); null when the file does not say.</summary>
    public ContractTerm? Term { get; init; }

    /// <summary>Unpaid since that day (Art. 4); null when nothing is. SI-ONE may suspend after 15 days, and never does so by itself.</summary>
    public DateOnly? OverdueSince { get; init; }

    /// <summary>What is unpaid since then, in euros (Art. 4); null when the file does not say.</summary>
    public decimal? OverdueEuros { get; init; }

    /// <summary>The price and the index that it was agreed on (Art. 4.1); null when the file does not say.</summary>
    public AgreedPrice? Price { get; init; }

    /// <summary>What is backed up, and how long versions last (Art. 19, order form).</summary>
    public BackupFacts Backups { get; init; } = new();

    /// <summary>The Microsoft 365 licences (Art. 14, 17); null when the file does not say.</summary>
    public LicenceCount? Licences { get; init; }

    /// <summary>The office software under contract (Art. 8.1) by name; empty for the list of the readings.</summary>
    public ImmutableArray<string> OfficeSoftware { get; init; } = [];

    /// <summary>The computers and company phones under contract (Art. 8) by the label on them; empty when the file does not say.</summary>
    public ImmutableArray<string> Equipment { get; init; } = [];

    /// <summary>Sérénité: the hours within which an urgent intervention begins, from the order form (XIV 3); null for the definition of XIV 1.</summary>
    public int? UrgentHours { get; init; }

    /// <summary>What becomes of the data at the end (RGPD VIII); null while the customer has not chosen.</summary>
    public DataAtEnd? DataAtEnd { get; init; }
}

/// <summary>The contract's term (Art. 2): renewed by tacit agreement unless a registered letter is received three months before its end.</summary>
/// <param name="Start">First day.</param>
/// <param name="Months">Length in months, at least 1.</param>
public sealed record ContractTerm(DateOnly Start, int Months)
{
    /// <summary>Months of notice (Art. 2).</summary>
    public const int NoticeMonths = 3;

    /// <summary>The last day of the term that runs on that day.</summary>
    public DateOnly EndOfTerm(DateOnly today)
    {
        var terms = 1;
        while (Start.AddMonths(Months * terms) <= today) terms++;
        return Start.AddMonths(Months * terms).AddDays(-1);
    }

    /// <summary>The last day on which a notice of termination may be received for that term.</summary>
    public DateOnly LastNoticeDay(DateOnly today) => EndOfTerm(today).AddDays(1).AddMonths(-NoticeMonths).AddDays(-1);
}

/// <summary>The price of the order form, revised on 1 January by an index of wages (Art. 4.1).</summary>
/// <param name="MonthlyEuros">What was agreed on, in euros a month without tax.</param>
/// <param name="Index">The value of the index then.</param>
public sealed record AgreedPrice(decimal MonthlyEuros, decimal Index);

/// <summary>What is backed up (Art. 18, 19, order form).</summary>
public sealed record BackupFacts
{
    /// <summary>Days during which versions are kept; null when the file does not say.</summary>
    public int? HistoryDays { get; init; }

    /// <summary>Mail data is backed up: only as the order form says (Art. 19).</summary>
    public bool Mail { get; init; }

    /// <summary>The runs of the servers' backup: the contract gives no schedule; null when the file does not say.</summary>
    public BackupRuns? Servers { get; init; }
}

/// <summary>When a backup runs, in Paris.</summary>
/// <param name="Days">The days of the week.</param>
/// <param name="At">The hour.</param>
public sealed record BackupRuns(ImmutableHashSet<DayOfWeek> Days, TimeOnly At);

/// <summary>Microsoft 365 licences (Art. 14, 17).</summary>
/// <param name="Owned">Licences paid for.</param>
/// <param name="Used">Licences assigned to somebody.</param>
/// <param name="Baseline">The number that the price was agreed on (Art. 17).</param>
public sealed record LicenceCount(int Owned, int Used, int Baseline);

/// <summary>The customer's choice for its data at the end of the service (RGPD VIII).</summary>
public enum DataAtEnd
{
    /// <summary>Destroyed.</summary>
    Destroyed,

    /// <summary>Returned to the customer.</summary>
    Returned,

    /// <summary>Handed to another processor.</summary>
    HandedOver,
}

/// <summary>The subscription level.</summary>
public enum Level
{
    /// <summary>Requests come by mail to the support address (Art. 3).</summary>
    Standard,

    /// <summary>Requests come through the application (Art. 9).</summary>
    Premium,

    /// <summary>As Premium, with managed services (annex XIV); interventions by mail too (XIV 2.5.3).</summary>
    Serenite,
}

/// <summary>A part of the contract that a customer may subscribe (Art. 1).</summary>
public enum Service
{
    /// <summary>Computers and their maintenance (Art. 8).</summary>
    Maintenance,

    /// <summary>Company phones (Art. 8).</summary>
    Phones,

    /// <summary>Domain and classic mail (Art. 11).</summary>
    Messaging,

    /// <summary>Microsoft 365 (Art. 14).</summary>
    Microsoft365,

    /// <summary>Server and workstation backup (Art. 18, 19).</summary>
    Backup,

    /// <summary>Microsoft 365 backup (Art. 19).</summary>
    Backup365,

    /// <summary>Infogérance, only with <see cref="Level.Serenite"/> (annex XIV).</summary>
    ManagedServices,
}

/// <summary>The Weekend option: which days without service become days of service (Art. 3, order form).</summary>
/// <param name="Saturday">Saturdays are served.</param>
/// <param name="Sunday">Sundays are served.</param>
/// <param name="Holidays">French public holidays are served, on the days otherwise served.</param>
/// <param name="From">Opening on these days, Paris; null for the usual hours.</param>
/// <param name="To">Closing on these days, Paris; null for the usual hours.</param>
public sealed record WeekendOption(bool Saturday = true, bool Sunday = true, bool Holidays = false, TimeOnly? From = null, TimeOnly? To = null);

/// <summary>A suspension: a decision of SI-ONE, never automatic (Art. 2, 4).</summary>
/// <param name="Since">First suspended day.</param>
/// <param name="Reason">Why, for technicians; never shown to an employee.</param>
/// <param name="DecidedBy">Who at SI-ONE decided; null in files that do not say.</param>
public sealed record Suspension(DateOnly Since, string Reason, string? DecidedBy = null);
