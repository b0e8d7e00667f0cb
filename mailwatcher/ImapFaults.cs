using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.MailWatcher;

/// <summary>An exception as a kind; its message may quote the server, the user or a mail and is never passed on.</summary>
internal static class ImapFaults
{
    public static WatcherFault Of(Exception e, bool expired, bool connected) => e switch
    {
        StaleLeaseException => WatcherFault.LeaseLost,
        IntakeException => WatcherFault.IntakeFailed,
        _ when expired => WatcherFault.TimedOut,
        TimeoutException => WatcherFault.TimedOut,
        AuthenticationException => WatcherFault.SignInRefused,
        TokenException token => token.Refused ? WatcherFault.TokenRefused : WatcherFault.TokenUnreachable,
        FolderNotFoundException => WatcherFault.FolderMissing,
        // No STARTTLS where it is demanded, or a certificate file that cannot be read.
        SslHandshakeException or NotSupportedException or CryptographicException or UnauthorizedAccessException
            or FileNotFoundException or DirectoryNotFoundException => WatcherFault.CertificateRefused,
        ImapCommandException => WatcherFault.CommandRefused,
        IOException or SocketException or ProtocolException or ServiceNotConnectedException when !connected => WatcherFault.Unreachable,
        IOException or SocketException or ProtocolException or ServiceNotConnectedException or OperationCanceledException
            or ObjectDisposedException => WatcherFault.ConnectionLost,
        _ => WatcherFault.Unexpected,
    };
}

/// <summary>The intake failed: neither the server nor the network is to blame.</summary>
internal sealed class IntakeException(Exception inner) : Exception("The intake failed.", inner);
