using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What a digest says of the contract itself: licences, dates, backups.</summary>
public static class DigestTerms
{
    /// <summary>Licences (Art. 14, 17): the tenant's own figures where it was read, else those of the customer file; null where neither says.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="products">The tenant's licences that are paid for; empty where it was not read.</param>
    public static DigestLicences? Licences(Customer customer, ImmutableArray<DigestProduct> products)
    {
        var agreed = customer.Subscription.Licences;
        return !products.IsEmpty ? new DigestLicences(products, products.Sum(product => product.Owned), products.Sum(product => product.Used), agreed?.Baseline)
            : agreed is null ? null
            : new DigestLicences([], agreed.Owned, agreed.Used, agreed.Baseline);
    }

    /// <summary>The next dates (Art. 2): of the running term, or the contract's last day; null where the customer file says neither.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="today">A day in Paris.</param>
    public static DigestTerm? Term(Customer customer, DateOnly today) => customer.Subscription switch
    {
        { TerminatedOn: { } last } => new DigestTerm(last, last, IsTerminated: true),
        { Term: { } term } => new DigestTerm(term.LastNoticeDay(today), term.EndOfTerm(today)),
        _ => null,
    };

    /// <summary>Since when the contract is suspended (Art. 2, 4); null where it is not on that day.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="today">A day in Paris.</param>
    public static DateOnly? SuspendedSince(Customer customer, DateOnly today) =>
        customer.Subscription.Suspended is { } suspension && suspension.Since <= today ? suspension.Since : null;

    /// <summary>The parts of the contract that are backups (Art. 18, 19), with the last good run of each job; one line where no job was ever told of.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="jobs">What backup products told.</param>
    /// <param name="now">The instant from which lateness counts, UTC.</param>
    /// <param name="lateAfter">How old the last good run may be.</param>
    public static ImmutableArray<DigestBackup> Backups(Customer customer, ImmutableArray<BackupJob> jobs, DateTimeOffset now, TimeSpan lateAfter) =>
    [
        .. from part in new[] { Service.Backup, Service.Backup365 }
           where customer.Subscription.Services.Contains(part)
           from job in jobs.Where(job => job.What == part).Cast<BackupJob?>().DefaultIfEmpty()
           select job is null ? new DigestBackup(part, LastGoodRun: null) : Of(job, now, lateAfter),
    ];

    // Of a job that has never succeeded, the time counts from the run that was told of.
    private static DigestBackup Of(BackupJob job, DateTimeOffset now, TimeSpan lateAfter) => new(job.What, job.LastGoodAt)
    {
        Job = job.Name,
        FailedAt = job.LastRunGood ? null : job.LastRunAt,
        LateHours = now - (job.LastGoodAt ?? job.LastRunAt) is var age && age > lateAfter ? (int)age.TotalHours : null,
    };
}
