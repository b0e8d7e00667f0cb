namespace SiOne.Bot.Domain.Commitments;

/// <summary>When a request is due. Both readings are always kept; technicians are alerted before the earlier one.</summary>
/// <param name="At">The instant that was told, UTC: the reading in force, or the effective date.</param>
/// <param name="ByServiceDays">Counted over whole service days, UTC.</param>
/// <param name="ByCalendar">Counted by the wall clock, UTC.</param>
/// <param name="NotBefore">For a departure: its stated hour, else the start of its day in Paris, before which nothing may be applied (Art. 13), UTC; null otherwise.</param>
public sealed record Due(DateTimeOffset At, DateTimeOffset ByServiceDays, DateTimeOffset ByCalendar, DateTimeOffset? NotBefore = null)
{
    /// <summary>Alerts count from here: the earliest of the three, or a governing effective date (Art. 13) that is later than both readings.</summary>
    public DateTimeOffset Earliest => At > ByServiceDays && At > ByCalendar ? At : new[] { At, ByServiceDays, ByCalendar }.Min();
}
