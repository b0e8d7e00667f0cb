using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Mail.Smtp;

/// <summary>What went wrong, as an outcome. Only codes and kinds leave: the messages of exceptions quote the server.</summary>
internal static class SmtpFailures
{
    /// <summary>Whether the network, the server or the settings did it; anything else is our own mistake and is thrown.</summary>
    public static bool IsOutside(Exception e) =>
        e is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException or CryptographicException
            or TokenException or TimeoutException or NotSupportedException or OperationCanceledException or UnauthorizedAccessException;

    /// <summary>What came of connecting and signing in.</summary>
    public static SendFailure OnTheWay(Exception e, bool expired) => e switch
    {
        _ when expired => SendFailure.TimedOut,
        // No STARTTLS where it is demanded, or a certificate file that cannot be read.
        SslHandshakeException or NotSupportedException or CryptographicException or UnauthorizedAccessException
            or FileNotFoundException or DirectoryNotFoundException => SendFailure.CertificateRefused,
        AuthenticationException => SendFailure.SignInRefused,
        TokenException => SendFailure.NoToken,
        TimeoutException => SendFailure.TimedOut,
        _ => SendFailure.NoConnection,
    };

    /// <summary>What came of the mail on an open connection.</summary>
    public static SendOutcome OfMail(Exception e, bool expired, bool contentSent) => e switch
    {
        SmtpCommandException { StatusCode: var code } when (int)code is >= 400 and < 500 => new SendOutcome.TryLater((int)code),
        SmtpCommandException { StatusCode: var code } when (int)code is >= 500 and < 600 => new SendOutcome.Refused((int)code),
        _ when contentSent => new SendOutcome.Unreachable(SendFailure.NoReplyAfterData),
        ServiceNotAuthenticatedException => new SendOutcome.Unreachable(SendFailure.SignInRefused),
        _ => new SendOutcome.Unreachable(OnTheWay(e, expired)),
    };
}
