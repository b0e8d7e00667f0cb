using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Engine.Digests;

/// <summary>When digests leave: one instant a week by the clock of Paris, public holidays included.</summary>
/// <param name="Day">The day of the week; Monday is the day after the week that is told of.</param>
/// <param name="At">The hour.</param>
public sealed record DigestTimetable(DayOfWeek Day, TimeOnly At)
{
    /// <summary>Monday at 8:00.</summary>
    public static DigestTimetable Default { get; } = new(DayOfWeek.Monday, new TimeOnly(8, 0));

    /// <summary>When the digest of a week leaves, UTC; after the week is over.</summary>
    public DateTimeOffset SendsAt(IsoWeek week) => ParisTime.At(week.Next.Monday.AddDays(((int)Day + 6) % 7), At);

    /// <summary>The newest week whose digest has to have left: earlier ones that were missed are not sent late.</summary>
    /// <param name="now">UTC.</param>
    public IsoWeek NewestDue(DateTimeOffset now)
    {
        var last = IsoWeek.Of(ParisTime.DateOf(now)).Previous;
        return SendsAt(last) <= now ? last : last.Previous;
    }

    /// <summary>When there is something to send next, UTC.</summary>
    /// <param name="now">UTC.</param>
    public DateTimeOffset NextAfter(DateTimeOffset now) => SendsAt(NewestDue(now).Next);
}
