using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>Signs in and opens the folder once, without fetching or marking anything, for <c>check</c>.</summary>
public static class ImapProbe
{
    /// <summary>Tries it.</summary>
    /// <param name="options">How the mailbox is reached.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What went wrong; null when it worked.</returns>
    public static async Task<WatcherFault?> RunAsync(ImapOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var tokens = MailTokens.Of(options, clock);
        try
        {
            await using var session = await ImapSession.OpenAsync(options, tokens, clock, cancellationToken);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return ImapFaults.Of(failure, failure is TimeoutException, connected: false);
        }
    }
}
