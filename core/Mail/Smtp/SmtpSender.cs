using MailKit.Net.Smtp;
using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Mail.Smtp;

/// <summary>
/// Hands frozen mails to one SMTP server, one at a time, over a connection that is kept open for a burst. Thread-safe.
/// </summary>
/// <param name="options">Valid options.</param>
/// <param name="clock">Time for limits and for closing an idle connection.</param>
/// <param name="dataSent">
/// Called when the end of a mail's content was written and before its reply is read: the one instant in which a crash leaves open whether
/// the server took the mail.
/// </param>
public sealed class SmtpSender(SmtpOptions options, TimeProvider clock, Action? dataSent = null) : IMailSender, IAsyncDisposable
{
    // One failed sign-in a minute locks no account, however many mails wait.
    private static readonly TimeSpan SignInPause = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly MailTokens? _tokens = MailTokens.Of(options, clock);
    private (SendFailure Failure, long At)? _signInFailed;
    private Connection? _open;
    private ITimer? _idle;
    private bool _disposed;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(
        ReadOnlyMemory<byte> frozenMail, MailAddress envelopeFrom, MailAddress recipient, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(recipient.Value, out var to) || to.Address.Length == 0) return new SendOutcome.Refused(553);
        var from = envelopeFrom.Value.Length == 0 ? new MailboxAddress("", "") : MailboxAddress.Parse(envelopeFrom.Value);
        using var message = FrozenMessage.Of(frozenMail);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _idle?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return await SendOnAnyAsync(message, from, to, cancellationToken);
        }
        finally
        {
            CloseLater();
            _gate.Release();
        }
    }

    /// <summary>Closes the connection; a mail on its way is finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        _disposed = true;
        await CloseAsync();
        if (_idle is not null) await _idle.DisposeAsync();
        _tokens?.Dispose();
        _gate.Release();
    }

    private async Task<SendOutcome> SendOnAnyAsync(FrozenMessage message, MailboxAddress from, MailboxAddress to, CancellationToken stop)
    {
        if (_open is { Client.IsConnected: true } kept)
        {
            var outcome = await SendOnAsync(kept, message, from, to, stop);
            // A server closes idle connections when it likes: that says nothing about this mail as long as none of it was sent.
            var stale = outcome is SendOutcome.Unreachable or SendOutcome.TryLater(421);
            if (!stale || kept.Wire.ContentBegun) return outcome;
        }
        await CloseAsync();
        if (_signInFailed is { } before && clock.GetElapsedTime(before.At) < SignInPause) return new SendOutcome.Unreachable(before.Failure);
        var (connection, failure) = await Connection.OpenAsync(options, _tokens, clock, stop);
        _signInFailed = connection is null && failure is SendFailure.SignInRefused or SendFailure.NoToken ? (failure, clock.GetTimestamp()) : null;
        if (connection is null) return new SendOutcome.Unreachable(failure);
        _open = connection;
        return await SendOnAsync(connection, message, from, to, stop);
    }

    private async Task<SendOutcome> SendOnAsync(
        Connection connection, FrozenMessage message, MailboxAddress from, MailboxAddress to, CancellationToken stop)
    {
        var (client, wire) = connection;
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(wire.Token);
        // Once the content has begun, giving up would leave open whether the server took the mail.
        await using var heard = stop.UnsafeRegister(static c => ((CancellationTokenSource)c!).Cancel(), cancel);
        wire.Begin(() => heard.Unregister(), dataSent);
        try
        {
            using var owed = wire.Owed();
            await client.SendAsync(FormatOptions.Default, message, from, [to], cancel.Token);
            return new SendOutcome.Accepted((int)SmtpStatusCode.Ok);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !wire.Expired && !wire.ContentBegun)
        {
            await CloseAsync();
            throw;
        }
        catch (Exception e) when (SmtpFailures.IsOutside(e))
        {
            var outcome = SmtpFailures.OfMail(e, wire.Expired, wire.ContentSent);
            if (outcome is SendOutcome.Unreachable or SendOutcome.TryLater(421)) await CloseAsync();
            return outcome;
        }
    }

    private void CloseLater()
    {
        if (_open is null || _disposed) return;
        _idle ??= clock.CreateTimer(_ => CloseIfIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _idle.Change(options.KeepOpen, Timeout.InfiniteTimeSpan);
    }

    private async void CloseIfIdle()
    {
        if (!await _gate.WaitAsync(0)) return;
        try
        {
            if (!_disposed) await CloseAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task CloseAsync()
    {
        if (_open is not { } connection) return;
        _open = null;
        await connection.CloseAsync();
    }

    /// <summary>Connects and signs in without sending anything, for <c>check</c>.</summary>
    /// <param name="options">How the server is reached.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Where it failed; null when it worked.</returns>
    public static async Task<SendFailure?> ProbeAsync(SmtpOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var tokens = MailTokens.Of(options, clock);
        var (connection, failure) = await Connection.OpenAsync(options, tokens, clock, cancellationToken);
        if (connection is null) return failure;
        await connection.CloseAsync();
        return null;
    }

    private sealed record Connection(SmtpClient Client, SmtpWire Wire)
    {
        public static async Task<(Connection? Connection, SendFailure Failure)> OpenAsync(
            SmtpOptions options, MailTokens? tokens, TimeProvider clock, CancellationToken stop)
        {
            var wire = new SmtpWire(options, clock);
            var client = new SmtpClient(wire);
            try
            {
                using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop, wire.Token);
                // BDAT has no end-of-data mark, and one way of sending is enough.
                await MailSignIn.OpenAsync(
                    client, options, tokens, wire, () => client.Capabilities &= ~(SmtpCapabilities.Chunking | SmtpCapabilities.BinaryMime), cancel.Token);
                return (new Connection(client, wire), default);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested && !wire.Expired)
            {
                Drop(client, wire);
                throw;
            }
            catch (Exception e) when (SmtpFailures.IsOutside(e))
            {
                var failure = SmtpFailures.OnTheWay(e, wire.Expired);
                Drop(client, wire);
                return (null, failure);
            }
        }

        public async Task CloseAsync()
        {
            try
            {
                using var owed = Wire.Owed();
                if (Client.IsConnected) await Client.DisconnectAsync(quit: !Wire.Expired, Wire.Token);
            }
            catch (Exception e) when (SmtpFailures.IsOutside(e))
            {
                // It was to be closed anyway.
            }
            Drop(Client, Wire);
        }

        private static void Drop(SmtpClient client, SmtpWire wire)
        {
            client.Dispose();
            wire.Dispose();
        }
    }
}
