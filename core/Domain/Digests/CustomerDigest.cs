using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What a customer's administrator reads on Monday about the week before: facts alone, of that customer alone (Art. 20). Names are those of the customer's own people.</summary>
public sealed record CustomerDigest
{
    /// <summary>The customer.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Its name.</summary>
    public required string CustomerName { get; init; }

    /// <summary>The week told of.</summary>
    public required IsoWeek Week { get; init; }

    /// <summary>Which words it opens with.</summary>
    public required DigestKind Kind { get; init; }

    /// <summary>Where its knowledge ends, UTC: at the end of the week, or in a week that still runs when it was made.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Since when the contract is suspended (Art. 2, 4); null unless it is.</summary>
    public DateOnly? SuspendedSince { get; init; }

    /// <summary>The last weeks up to this one, oldest first.</summary>
    public ImmutableArray<DigestPast> Past { get; init; } = [];

    /// <summary>
    /// Requests taken in in the week, by category and by where they stand at its end; no row without one. The journal's instants decide, so that
    /// a digest that is made again counts the same.
    /// </summary>
    public ImmutableArray<DigestCount> Counts { get; init; } = [];

    /// <summary>What was promised and was done in the week, fell due in it, or was overdue at its end; oldest promise first (Art. 11, 14, 22).</summary>
    public ImmutableArray<DigestPromise> Promises { get; init; } = [];

    /// <summary>Requests that were found outside the contract (Art. 1, 8.1) or refused in the week, with why.</summary>
    public ImmutableArray<DigestAside> Asides { get; init; } = [];

    /// <summary>What was done in the customer's Microsoft 365 in the week, and who said yes to it.</summary>
    public ImmutableArray<DigestWork> Work { get; init; } = [];

    /// <summary>What waits for the customer when the digest is made, longest first.</summary>
    public ImmutableArray<DigestWaiting> Waiting { get; init; } = [];

    /// <summary>Licences (Art. 14, 17); null where neither tenant nor customer file says.</summary>
    public DigestLicences? Licences { get; init; }

    /// <summary>Notice and renewal (Art. 2); null where the customer file has no term.</summary>
    public DigestTerm? Term { get; init; }

    /// <summary>Microsoft's announcements of the week about services that the customer uses (Art. 14), newest first; empty where the tenant was not read.</summary>
    public ImmutableArray<DigestAnnouncement> Announcements { get; init; } = [];

    /// <summary>The last good runs of backups, as far as known (Art. 19).</summary>
    public ImmutableArray<DigestBackup> Backups { get; init; } = [];

    /// <summary>Why licences and announcements of the tenant are missing: a short machine reason; null when they were read, or there is no tenant.</summary>
    public string? TenantUnread { get; init; }

    /// <summary>The reason where no tenant is read at all.</summary>
    public const string NotConfigured = "not-configured";

    /// <summary>Promises kept in the week.</summary>
    public int Kept => Promises.Count(promise => promise.IsKept);

    /// <summary>Promises that fell due in the week and were not kept.</summary>
    public int Late => Promises.Count(promise => !promise.IsKept && Week.Holds(promise.Due));
}

/// <summary>One week in figures.</summary>
/// <param name="Week">Which one.</param>
/// <param name="Requests">Requests taken in.</param>
/// <param name="Kept">Promises kept in it.</param>
/// <param name="Late">Promises that fell due in it and were not kept.</param>
public sealed record DigestPast(IsoWeek Week, int Requests, int Kept, int Late);

/// <summary>Which week it was.</summary>
public enum DigestKind
{
    /// <summary>Something was asked, promised, done or waits.</summary>
    Ordinary,

    /// <summary>Nothing was asked and nothing waits.</summary>
    Empty,

    /// <summary>The week of the customer's first request.</summary>
    First,

    /// <summary>The contract is suspended (Art. 2, 4).</summary>
    Suspended,
}

/// <summary>How many requests.</summary>
/// <param name="Category">The category.</param>
/// <param name="State">Where they stood at the end of the week.</param>
/// <param name="Number">At least 1.</param>
public sealed record DigestCount(Catalogue.Category Category, RequestState State, int Number);

/// <summary>A promise that was kept or missed.</summary>
/// <param name="Reference">What people call the request.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="IsCommitment">The contract's 48 hours, or a mere target (Art. 11, 14, 22; XIV 4.1).</param>
/// <param name="Due">What stood promised, UTC; a date that was moved after it had passed stays missed.</param>
/// <param name="DoneAt">When it was done, UTC; null while it is not.</param>
/// <param name="State">Where the request stands at the end of what is known.</param>
public sealed record DigestPromise(
    RequestReference Reference, string OperationId, bool IsCommitment, DateTimeOffset Due, DateTimeOffset? DoneAt, RequestState State)
{
    /// <summary>Done, and no later than in the minute that was told.</summary>
    public bool IsKept => DoneAt is { } done && LateAt(done) == TimeSpan.Zero;

    /// <summary>By how many minutes it is late, as hours are told: seconds are dropped on both sides. Zero when it was kept.</summary>
    /// <param name="at">Up to when an open one counts, UTC.</param>
    public TimeSpan LateAt(DateTimeOffset at)
    {
        var late = Minute(DoneAt ?? at) - Minute(Due);
        return late < TimeSpan.Zero ? TimeSpan.Zero : late;
    }

    /// <summary>The first instant at which what was promised for <paramref name="due"/> is late, UTC.</summary>
    public static DateTimeOffset LateFrom(DateTimeOffset due) => Minute(due).AddMinutes(1);

    private static DateTimeOffset Minute(DateTimeOffset instant) => instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMinute));
}

/// <summary>A request that is not done under the contract.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="Why">In which way.</param>
/// <param name="State">Where it stands at the end of what is known.</param>
public sealed record DigestAside(RequestReference Reference, string OperationId, AsideKind Why, RequestState State)
{
    /// <summary>The sentences behind it, for administrators; empty where no clause said so, or where the request's details were erased.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The person of the customer's who said no; null where nobody of theirs did, or they are not listed.</summary>
    public string? DeclinedBy { get; init; }

    /// <summary>The words that who asked was given for it; null without, or when they were erased.</summary>
    public string? Said { get; init; }
}

/// <summary>Why a request is not done under the contract.</summary>
public enum AsideKind
{
    /// <summary>Outside the contract: a quote (Art. 1, 8.1).</summary>
    Quote,

    /// <summary>The contract has ended (Art. 2).</summary>
    Terminated,

    /// <summary>The customer's own administrator or direction said no.</summary>
    RefusedByCustomer,

    /// <summary>A technician declined it.</summary>
    RefusedByTechnician,
}

/// <summary>What was done in the tenant for one request: no name and no address of whom it was done to, who may be the reader.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="DoneAt">When the last of these changes was seen to hold, UTC.</param>
public sealed record DigestWork(RequestReference Reference, string OperationId, DateTimeOffset DoneAt)
{
    /// <summary>Who asked; null where they are not listed.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Who of the customer's said yes; null where nobody was asked, or they are not listed.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The technicians who approved the plan, in order.</summary>
    public ImmutableArray<string> Technicians { get; init; } = [];

    /// <summary>How many changes were made and read back.</summary>
    public int Steps { get; init; }

    /// <summary>How many a technician made and ticked off.</summary>
    public int ByHand { get; init; }

    /// <summary>It brought back what had been changed.</summary>
    public bool Undoes { get; init; }
}

/// <summary>A request that waits for somebody of the customer's.</summary>
/// <param name="Request">Its identifier: behind it lie the buttons.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="State">Draft, details, or approval.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="AskedBy">Who asked; null where they are not listed.</param>
/// <param name="ClosesAt">When it is closed without an answer, UTC; null where it never is.</param>
public sealed record DigestWaiting(
    RequestId Request, RequestReference Reference, string OperationId, RequestState State, DateTimeOffset Since, string? AskedBy, DateTimeOffset? ClosesAt);

/// <summary>The licences of a customer.</summary>
/// <param name="Products">Each product of the tenant; empty where only the customer file's totals are known.</param>
/// <param name="Owned">Paid for, in all.</param>
/// <param name="Used">Assigned, in all.</param>
/// <param name="Baseline">The number that the price was agreed on (Art. 17); null where the file does not say.</param>
public sealed record DigestLicences(ImmutableArray<DigestProduct> Products, int Owned, int Used, int? Baseline)
{
    /// <summary>Not assigned to anybody; never below zero.</summary>
    public int Spare => Math.Max(0, Owned - Used);

    /// <summary>Art. 17: more than a tenth above the number that the price was agreed on, which allows a revision of it.</summary>
    public bool AllowsRevision => Baseline is > 0 and var agreed && (Owned - agreed) * 10 > agreed;
}

/// <summary>The licences of one product.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Owned">Paid for.</param>
/// <param name="Used">Assigned.</param>
public sealed record DigestProduct(string Name, int Owned, int Used);

/// <summary>The contract's next dates (Art. 2), in Paris.</summary>
/// <param name="LastNoticeDay">The last day on which a notice by registered letter may be received.</param>
/// <param name="EndsOn">The last day of the running term, after which it is renewed.</param>
/// <param name="IsTerminated">It is not renewed: that day is the contract's last.</param>
public sealed record DigestTerm(DateOnly LastNoticeDay, DateOnly EndsOn, bool IsTerminated = false);

/// <summary>An announcement of Microsoft's. Its words are Microsoft's, hostile like every text from outside.</summary>
/// <param name="Id">Microsoft's number, for example <c>MC123456</c>.</param>
/// <param name="Title">Its title as it is published.</param>
/// <param name="Services">The services that it speaks of.</param>
/// <param name="PublishedAt">When it was last changed, UTC.</param>
/// <param name="ActBy">Until when something must be done, UTC; null where nothing must.</param>
public sealed record DigestAnnouncement(string Id, string Title, ImmutableArray<string> Services, DateTimeOffset PublishedAt, DateTimeOffset? ActBy);

/// <summary>What is known of a backup.</summary>
/// <param name="What">The part subscribed.</param>
/// <param name="LastGoodRun">When its last good run ended, UTC; null where nobody has recorded one.</param>
public sealed record DigestBackup(Service What, DateTimeOffset? LastGoodRun)
{
    /// <summary>The backup product's name of the job; null where none was ever told of.</summary>
    public string? Job { get; init; }

    /// <summary>When a newer run ended that failed, UTC; null where the newest one was good.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Since how many hours no run has been good, where that is longer than it should be; null where it is not.</summary>
    public int? LateHours { get; init; }

    /// <summary>Somebody should look at it: its newest run failed, or it is late.</summary>
    public bool IsAmiss => FailedAt is not null || LateHours is not null;
}
