namespace SiOne.Bot.Engine.Operations;

/// <summary>A clock that stands at the instant of the message that is taken in again, and never goes back: what is decided is dated as it was then.</summary>
/// <param name="start">Where it stands first.</param>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Puts it to an instant; nothing happens when that is past.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant.UtcTicks > _ticks) Volatile.Write(ref _ticks, instant.UtcTicks);
    }

    /// <summary>Lets time go by.</summary>
    public void Advance(TimeSpan time) => MoveTo(GetUtcNow() + time);
}
