using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What SI-ONE itself reads once a week: what runs out, what lies about, and what its contracts allow it. Facts alone; whatever follows from them a person decides.</summary>
public sealed record OwnDigest
{
    /// <summary>The week that is over.</summary>
    public required IsoWeek Week { get; init; }

    /// <summary>Requests whose told date is past, oldest first.</summary>
    public ImmutableArray<OwnDue> Overdue { get; init; } = [];

    /// <summary>Requests that are due within the next week, soonest first.</summary>
    public ImmutableArray<OwnDue> DueSoon { get; init; } = [];

    /// <summary>Drafts that were closed in the week since nobody confirmed them (Art. 3, 9).</summary>
    public ImmutableArray<OwnDraft> ExpiredDrafts { get; init; } = [];

    /// <summary>Messages that could not be read and lie in quarantine.</summary>
    public int Quarantined { get; init; }

    /// <summary>What could not be delivered in the week.</summary>
    public int Undelivered { get; init; }

    /// <summary>What waits for a technician's release.</summary>
    public int Held { get; init; }

    /// <summary>How often in the week a cap was reached: of answers, or of approvals.</summary>
    public int CapsReached { get; init; }

    /// <summary>Customers' backups whose newest run failed or that are late (Art. 18, 19), as the customers' own digests tell it.</summary>
    public ImmutableArray<OwnBackup> Backups { get; init; } = [];

    /// <summary>Customers that pay for a backup of which nobody ever told a run (Art. 18, 19).</summary>
    public ImmutableArray<UntoldBackups> UntoldBackups { get; init; } = [];

    /// <summary>Payments that are late by more than 15 days (Art. 4), longest first.</summary>
    public ImmutableArray<LatePayment> LatePayments { get; init; } = [];

    /// <summary>What prices become on 1 January (Art. 4.1); only around that day, and only where a person has entered the figures.</summary>
    public ImmutableArray<PriceRevision> PriceRevisions { get; init; } = [];

    /// <summary>Contracts whose last day for a notice comes near (Art. 2), soonest first.</summary>
    public ImmutableArray<NoticeNear> Notices { get; init; } = [];

    /// <summary>Customers whose licences have grown by more than a tenth, which allows a revision of the price (Art. 17).</summary>
    public ImmutableArray<LicenceGrowth> Growth { get; init; } = [];

    /// <summary>There is nothing to tell.</summary>
    public bool IsEmpty => Overdue.IsEmpty && DueSoon.IsEmpty && ExpiredDrafts.IsEmpty && Backups.IsEmpty && UntoldBackups.IsEmpty && LatePayments.IsEmpty && PriceRevisions.IsEmpty && Notices.IsEmpty
        && Growth.IsEmpty && Quarantined + Undelivered + Held + CapsReached == 0;
}

/// <summary>A request that is or will be due.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="At">What was told, or the earlier instant that technicians work against while it is to come, UTC.</param>
public sealed record OwnDue(RequestReference Reference, string OperationId, string Customer, DateTimeOffset At);

/// <summary>A draft that nobody confirmed.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="Customer">The customer's name.</param>
public sealed record OwnDraft(RequestReference Reference, string OperationId, string Customer);

/// <summary>A backup that somebody should look at.</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="Backup">What is known of it; the job has a name.</param>
public sealed record OwnBackup(string Customer, DigestBackup Backup);

/// <summary>Backups that nobody knows anything of.</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="Parts">The parts subscribed without a run ever told; at least one.</param>
public sealed record UntoldBackups(string Customer, ImmutableArray<Service> Parts);

/// <summary>A late payment (Art. 4). The figures are a proposal: nothing is suspended or charged by itself.</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="Since">Unpaid since that day, in Paris.</param>
/// <param name="Days">How many days that is.</param>
public sealed record LatePayment(string Customer, DateOnly Since, int Days)
{
    /// <summary>What is owed, in euros; null where the customer file does not say.</summary>
    public decimal? Euros { get; init; }

    /// <summary>The penalty of one month in percent: 1.5 times the legal rate (Art. 4); null where that is not set.</summary>
    public decimal? MonthlyPercent { get; init; }

    /// <summary>For how many months it counts, to two decimals.</summary>
    public decimal Months { get; init; }

    /// <summary>The penalty so far, in euros; null where what is owed or the rate is not known.</summary>
    public decimal? Penalty => Euros * MonthlyPercent / 100 * Months is { } sum ? decimal.Round(sum, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>A price on 1 January: initial price × new index / initial index (Art. 4.1).</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="Initial">The price agreed on, in euros a month.</param>
/// <param name="InitialIndex">The index then.</param>
/// <param name="NewIndex">The index now.</param>
public sealed record PriceRevision(string Customer, decimal Initial, decimal InitialIndex, decimal NewIndex)
{
    /// <summary>The price that the formula gives, in euros a month.</summary>
    public decimal Revised => decimal.Round(Initial * NewIndex / InitialIndex, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A contract near its notice date (Art. 2).</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="LastNoticeDay">The last day on which a notice may be received.</param>
/// <param name="EndsOn">The term's last day, after which it is renewed.</param>
public sealed record NoticeNear(string Customer, DateOnly LastNoticeDay, DateOnly EndsOn);

/// <summary>Licences that have grown (Art. 17).</summary>
/// <param name="Customer">The customer's name.</param>
/// <param name="Baseline">The number that the price was agreed on.</param>
/// <param name="Owned">Paid for now.</param>
public sealed record LicenceGrowth(string Customer, int Baseline, int Owned);
