using System.Collections.Immutable;
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

    /// <summary>Requests received in the week, by category and by where they stand at its end; no row without one.</summary>
    public ImmutableArray<DigestCount> Counts { get; init; } = [];

    /// <summary>What was promised and fell due or was done in the week, oldest promise first (Art. 11, 14, 22).</summary>
    public ImmutableArray<DigestPromise> Promises { get; init; } = [];

    /// <summary>Requests received in the week outside the contract (Art. 1, 8.1) or refused, with why.</summary>
    public ImmutableArray<DigestAside> Asides { get; init; } = [];

    /// <summary>What was done in the customer's Microsoft 365 in the week, and who said yes to it.</summary>
    public ImmutableArray<DigestWork> Work { get; init; } = [];

    /// <summary>What waits for the customer when the digest is made, longest first.</summary>
    public ImmutableArray<DigestWaiting> Waiting { get; init; } = [];

    /// <summary>Licences (Art. 14, 17); null where neither tenant nor customer file says.</summary>
    public DigestLicences? Licences { get; init; }

    /// <summary>Notice and renewal (Art. 2); null where the customer file has no term.</summary>
    public DigestTerm? Term { get; init; }

    /// <summary>Microsoft's announcements about services that the customer uses (Art. 14), newest first; empty where the tenant was not read.</summary>
    public ImmutableArray<DigestAnnouncement> Announcements { get; init; } = [];

    /// <summary>The last good runs of backups, as far as known (Art. 19).</summary>
    public ImmutableArray<DigestBackup> Backups { get; init; } = [];

    /// <summary>Why licences and announcements of the tenant are missing: a short machine reason; null when they were read, or there is no tenant.</summary>
    public string? TenantUnread { get; init; }
}

/// <summary>Which week it was.</summary>
public enum DigestKind
{
    /// <summary>Something was asked, promised, done or waits.</summary>
    Ordinary,

    /// <summary>Nothing was asked and nothing waits.</summary>
    Empty,

    /// <summary>The customer's first digest.</summary>
    First,

    /// <summary>The contract is suspended (Art. 2, 4).</summary>
    Suspended,
}

/// <summary>How many requests.</summary>
/// <param name="Category">The category.</param>
/// <param name="State">Where they stood at the end of the week.</param>
/// <param name="Number">At least 1.</param>
public sealed record DigestCount(Catalogue.Category Category, RequestState State, int Number);

/// <summary>A promise and what became of it.</summary>
/// <param name="Reference">What people call the request.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="IsCommitment">The contract's 48 hours, or a mere target (Art. 11, 14, 22; XIV 4.1).</param>
/// <param name="Due">What stood promised, UTC.</param>
/// <param name="DoneAt">When it was done, UTC; null while it is not.</param>
public sealed record DigestPromise(RequestReference Reference, string OperationId, bool IsCommitment, DateTimeOffset Due, DateTimeOffset? DoneAt)
{
    /// <summary>Whether it was kept, to the minute: done in the minute of its due instant is kept. Null while it is not done and not yet due at <paramref name="at"/>.</summary>
    public bool? KeptAt(DateTimeOffset at) => (DoneAt ?? at) < Due.AddMinutes(1) ? DoneAt is null ? null : true : false;
}

/// <summary>A request that is not done under the contract.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="Articles">The articles behind it, in order; empty where nobody cites one (the customer's own no).</param>
/// <param name="Codes">The codes of the findings behind it.</param>
/// <param name="State">Where it stands: to be quoted, declined, withdrawn, closed.</param>
/// <param name="DeclinedBy">The person of the customer's who said no; null where nobody of theirs did.</param>
public sealed record DigestAside(
    RequestReference Reference, string OperationId, ImmutableArray<string> Articles, ImmutableArray<string> Codes, RequestState State, string? DeclinedBy);

/// <summary>What was done in the tenant for one request.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="OperationId">What was asked.</param>
/// <param name="AskedBy">Who asked; null where they are not listed.</param>
/// <param name="ApprovedBy">Who of the customer's said yes; null where the contract asks nobody.</param>
/// <param name="Steps">How many changes were made and read back.</param>
/// <param name="DoneAt">When, UTC.</param>
public sealed record DigestWork(
    RequestReference Reference, string OperationId, string? AskedBy, string? ApprovedBy, int Steps, DateTimeOffset DoneAt);

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
public sealed record DigestTerm(DateOnly LastNoticeDay, DateOnly EndsOn);

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
public sealed record DigestBackup(Service What, DateTimeOffset? LastGoodRun);
