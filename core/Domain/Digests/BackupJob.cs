using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Digests;

/// <summary>What the backup product has told of one of its jobs at a customer's (Art. 18, 19).</summary>
/// <param name="What">The part subscribed.</param>
/// <param name="Name">What the backup product calls the job.</param>
/// <param name="LastRunAt">When its newest run ended, UTC.</param>
/// <param name="LastRunGood">Whether that one succeeded.</param>
/// <param name="LastGoodAt">When its newest good run ended, UTC; null where none has been told.</param>
public sealed record BackupJob(Service What, string Name, DateTimeOffset LastRunAt, bool LastRunGood, DateTimeOffset? LastGoodAt)
{
    /// <summary>
    /// With one more run. They may be told twice, and in any order. Of two that ended at one instant the failed one is the newest, whichever was told first: somebody looks
    /// at it; the other one still is a good run.
    /// </summary>
    /// <param name="finishedAt">When it ended, UTC.</param>
    /// <param name="succeeded">Whether it succeeded.</param>
    public BackupJob With(DateTimeOffset finishedAt, bool succeeded) => this with
    {
        LastRunAt = finishedAt > LastRunAt ? finishedAt : LastRunAt,
        LastRunGood = finishedAt > LastRunAt ? succeeded : LastRunGood && (succeeded || finishedAt < LastRunAt),
        LastGoodAt = succeeded && !(LastGoodAt > finishedAt) ? finishedAt : LastGoodAt,
    };

    /// <summary>A job of which this is the first run told.</summary>
    public static BackupJob Of(Service what, string name, DateTimeOffset finishedAt, bool succeeded) =>
        new(what, name, finishedAt, succeeded, succeeded ? finishedAt : null);
}
