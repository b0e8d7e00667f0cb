using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Mail.Smtp;

/// <summary>How outgoing mail is handed over. User and password may both be empty where the server relays by address.</summary>
public sealed class SmtpOptions : MailServerOptions
{
    /// <summary>TCP port, 1 to 65535. Default 587, submission (RFC 6409).</summary>
    public override int Port { get; set; } = 587;

    /// <summary>How the connection is encrypted. Default StartTls.</summary>
    public override MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>How long a connection without work is kept for the next mail: 0 to 4 minutes. Default 15 seconds.</summary>
    public TimeSpan KeepOpen { get; set; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    // A server may close an idle session after 5 minutes (RFC 5321 section 4.5.3.2.7).
    protected override IEnumerable<OptionMistake> OwnMistakes() => Between(nameof(KeepOpen), KeepOpen, TimeSpan.Zero, TimeSpan.FromMinutes(4));
}
