using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>When which request's plan has to go on, or expires; filled after each commit, rebuilt at start.</summary>
public sealed class PlanTimetable : IDisposable
{
    /// <summary>When which.</summary>
    public Timetable Times { get; } = new(document => PlanAgenda.NextAt(document.State));

    /// <summary>Raised when one changed.</summary>
    public Signal Changed { get; } = new();

    /// <summary>A request was made or changed.</summary>
    public void Set(RequestDocument document)
    {
        Times.Set(document);
        if (document.State.Run is { IsLive: true }) Changed.Raise();
    }

    /// <inheritdoc/>
    public void Dispose() => Changed.Dispose();
}
