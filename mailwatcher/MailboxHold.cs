using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.MailWatcher;

/// <summary>
/// A mailbox's lease, kept for as long as this lives: renewed three times in its length. Once it cannot be renewed any more, <see cref="Lost"/> ends
/// what is done under it before somebody else may begin.
/// </summary>
internal sealed class MailboxHold : IAsyncDisposable
{
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);
    private readonly IMailIntake _intake;
    private readonly MailboxIdentity _mailbox;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    private MailboxHold(IMailIntake intake, MailboxIdentity mailbox, string holder, MailboxLease lease, TimeProvider clock, CancellationToken stop)
    {
        (_intake, _mailbox, _clock, Fence) = (intake, mailbox, clock, lease.Fence);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _renewing = RenewAsync(holder, lease.For, CancellationTokenSource.CreateLinkedTokenSource(stop, _ended.Token));
    }

    /// <summary>The lease's number.</summary>
    public long Fence { get; }

    /// <summary>Cancelled when the lease has gone, or with the token it was taken with.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes a mailbox; null while somebody else holds it.</summary>
    /// <exception cref="IntakeException">The intake failed.</exception>
    public static async Task<MailboxHold?> TakeAsync(IMailIntake intake, MailboxIdentity mailbox, string holder, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            return await intake.LeaseAsync(mailbox, holder, 0, stop) is { } lease ? new MailboxHold(intake, mailbox, holder, lease, clock, stop) : null;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            throw new IntakeException(e);
        }
    }

    /// <summary>Stops renewing, and gives the mailbox back if that works at once: else the lease ends by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        try
        {
            using var limit = new CancellationTokenSource(ReleaseLimit);
            await _intake.ReleaseAsync(_mailbox, Fence, limit.Token);
        }
#pragma warning disable CA1031 // Whatever the intake throws while everything ends: the lease ends by itself.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(string holder, TimeSpan length, CancellationTokenSource end)
    {
        using var owned = end;
        var renewed = _clock.GetTimestamp();
        while (true)
        {
            // Given up a sixth before its end: what is on its way then still arrives under a lease that holds.
            var left = (length * 5 / 6) - _clock.GetElapsedTime(renewed);
            if (left <= TimeSpan.Zero) break;
            await Task.Delay(left < length / 3 ? left : length / 3, _clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            var asked = _clock.GetTimestamp();
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
                if (await _intake.LeaseAsync(_mailbox, holder, Fence, limit.Token).WaitAsync(length / 3, _clock, end.Token) is null) break;
                renewed = asked;
            }
#pragma warning disable CA1031 // An intake that fails for a moment is asked again; the lease's length is the limit.
            catch (Exception)
#pragma warning restore CA1031
            {
                if (end.IsCancellationRequested) return;
            }
        }
        await _lost.CancelAsync();
    }
}
