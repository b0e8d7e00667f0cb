namespace SiOne.Bot.Domain.Protection;

/// <summary>Where a right on personal data stands, besides the life of its request.</summary>
public sealed record RightsPath
{
    /// <summary>In which role SI-ONE holds the data; null until a technician has said so.</summary>
    public DataRole? Role { get; init; }

    /// <summary>When it was passed on to the customer, UTC; null while it was not.</summary>
    public DateTimeOffset? PassedOnAt { get; init; }

    /// <summary>What is passed on waits for a release: the customer has not read it.</summary>
    public bool Held { get; init; }

    /// <summary>A technician may pass it on: SI-ONE is the processor, and nothing has left or waits to.</summary>
    public bool MayBePassedOn => Role is DataRole.Processor && !IsPassedOn;

    /// <summary>A technician has passed it on, whether it has left or waits to.</summary>
    public bool IsPassedOn => Held || PassedOnAt is not null;

    /// <summary>Of which <see cref="RightsMarks.DaysBefore"/> the end of the month somebody was reminded.</summary>
    public int Reminders { get; init; }
}
