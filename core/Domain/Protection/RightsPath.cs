namespace SiOne.Bot.Domain.Protection;

/// <summary>Where a right on personal data stands, besides the life of its request.</summary>
public sealed record RightsPath
{
    /// <summary>In which role SI-ONE holds the data; null until a technician has said so.</summary>
    public DataRole? Role { get; init; }

    /// <summary>When it was passed on to the customer, UTC; null while it was not.</summary>
    public DateTimeOffset? PassedOnAt { get; init; }

    /// <summary>Of which <see cref="RightsMarks.DaysBefore"/> the end of the month somebody was reminded.</summary>
    public int Reminders { get; init; }
}
