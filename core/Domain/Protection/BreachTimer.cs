using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Protection;

/// <summary>The 36 hours within which a customer is notified of a personal-data breach (RGPD V), as they stand.</summary>
/// <param name="Stage">What a person has decided so far.</param>
/// <param name="AwareAt">Since when SI-ONE knows of it, UTC.</param>
public sealed record BreachTimer(BreachStage Stage, DateTimeOffset AwareAt)
{
    /// <summary>Until when the customer is notified, UTC: 36 hours by the wall clock.</summary>
    public DateTimeOffset DueAt => AwareAt.AddHours(BreachClock.Hours);

    /// <summary>Somebody still has to decide or to notify.</summary>
    public bool IsOpen => Stage is BreachStage.Proposed or BreachStage.Running;

    /// <summary>The technician who started it; null while nobody did.</summary>
    public string? HeldBy { get; init; }

    /// <summary>Of which <see cref="BreachMarks.Hours"/> somebody was told, or knew when they acted.</summary>
    public int Alerts { get; init; }

    /// <summary>The notice as it was last written, sent or not; null while nobody has worked on it.</summary>
    public string? NoticeKey { get; init; }

    /// <summary>A notice waits for a release: the customer is not notified, and the time runs on.</summary>
    public bool NoticeHeld { get; init; }

    /// <summary>When the customer was notified, UTC; null while it was not.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }
}

/// <summary>How far a breach timer is.</summary>
public enum BreachStage
{
    /// <summary>Proposed: a person starts or dismisses it.</summary>
    Proposed,

    /// <summary>A person has started it; the customer is to be notified.</summary>
    Running,

    /// <summary>A person decided that no notice is needed.</summary>
    Dismissed,

    /// <summary>A person has notified the customer.</summary>
    Notified,
}
