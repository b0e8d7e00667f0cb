using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Ports;

/// <summary>Hands one frozen mail to the outgoing mail server. It never renders: the same bytes are given at every attempt.</summary>
public interface IMailSender
{
    /// <summary>Sends one mail to one recipient. Never throws on what the server or the network does: that is the outcome.</summary>
    /// <param name="frozenMail">
    /// The whole MIME message, sent byte for byte; only line ends are written as CRLF where they are not (RFC 5321 section 2.3.8).
    /// </param>
    /// <param name="envelopeFrom">The reverse-path; the default value for the null one (RFC 5321 section 4.5.5).</param>
    /// <param name="recipient">The one recipient.</param>
    /// <param name="cancellationToken">
    /// Heard until the mail's content begins to be sent; from there on the attempt ends by itself within the sender's time limit.
    /// </param>
    /// <exception cref="OperationCanceledException">Cancelled in time: nothing was sent.</exception>
    Task<SendOutcome> SendAsync(
        ReadOnlyMemory<byte> frozenMail, MailAddress envelopeFrom, MailAddress recipient, CancellationToken cancellationToken);
}

/// <summary>What came of one attempt to send. Holds codes and kinds alone: a server's words may quote addresses and mail.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <summary>The server has taken it and answers for it.</summary>
    /// <param name="Code">The SMTP reply code, 250; for a chat the HTTP status.</param>
    public sealed record Accepted(int Code) : SendOutcome;

    /// <summary>The server asks to come back later; the mail was not taken.</summary>
    /// <param name="Code">An SMTP reply code of 400 to 499; for a chat the HTTP status.</param>
    public sealed record TryLater(int Code) : SendOutcome;

    /// <summary>The server will never take this mail for this recipient.</summary>
    /// <param name="Code">An SMTP reply code of 500 to 599; 553 too where the recipient's address cannot be written in SMTP; for a chat the HTTP status.</param>
    public sealed record Refused(int Code) : SendOutcome;

    /// <summary>No answer about this mail: the way to the server failed. Try again later.</summary>
    /// <param name="Kind">Where it failed; <see cref="SendFailure.NoReplyAfterData"/> alone may have been delivered.</param>
    public sealed record Unreachable(SendFailure Kind) : SendOutcome;
}

/// <summary>Where the way to the outgoing mail server failed.</summary>
public enum SendFailure
{
    /// <summary>No connection, or it was cut or the server turned it away before the mail's content was complete.</summary>
    NoConnection,

    /// <summary>TLS failed, or the certificate is not trusted.</summary>
    CertificateRefused,

    /// <summary>The server refused user or password, or asks for a sign-in that is not set.</summary>
    SignInRefused,

    /// <summary>The sign-in service gave no token to sign in with (OAuth).</summary>
    NoToken,

    /// <summary>The server stayed silent for longer than the time limit, before the mail's content was complete.</summary>
    TimedOut,

    /// <summary>The content was sent whole and no reply was read: the server may have taken it. Repeat only the same bytes.</summary>
    NoReplyAfterData,
}
