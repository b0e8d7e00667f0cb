using System.Collections.Immutable;
using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Domain.Requests;

/// <summary>How long a request waits before something happens by itself. Readings: the contract is silent; settings of SI-ONE.</summary>
public sealed record LifeTimes
{
    /// <summary>The documented times.</summary>
    public static LifeTimes Default { get; } = new();

    /// <summary>The hours of a day of service (Art. 3; Reading).</summary>
    public DayHours ServiceHours { get; init; } = new();

    /// <summary>Service days after which whoever owes an answer is reminded, one reminder each, growing.</summary>
    public ImmutableArray<int> RemindAfterDays { get; init; } = [2, 5];

    /// <summary>Service days after which a request without an answer is closed; more than the last reminder's.</summary>
    public int CloseAfterDays { get; init; } = 10;

    /// <summary>Service hours after which an unconfirmed draft is shown to a technician.</summary>
    public int UnconfirmedDraftHours { get; init; } = 4;

    /// <summary>Service hours after which technicians are told that nobody looks at what waits for them.</summary>
    public int UntakenHours { get; init; } = 4;

    /// <summary>Service hours before the due instant at which technicians are told, one alert each, shrinking.</summary>
    public ImmutableArray<int> AlertBeforeHours { get; init; } = [8, 2];

    /// <summary>How long after a message its sender may still put it otherwise, by the wall clock.</summary>
    public TimeSpan AmendWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after it was done the customer may say that it does not work, by the wall clock; then it is closed.</summary>
    public TimeSpan ReopenWithin { get; init; } = TimeSpan.FromDays(15);
}
