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

    /// <summary>
    /// How long the server may take to answer once it has the whole mail: from <see cref="MailServerOptions.CommandTimeout"/> to 10 minutes.
    /// Default 5 minutes: giving up too early sends the mail twice, and servers examine mails before they answer.
    /// </summary>
    public TimeSpan ReplyTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    // RFC 5321 section 4.5.3.2: idle sessions may be closed after 5 minutes; 10 for the answer to the end of the content.
    protected override IEnumerable<OptionMistake> OwnMistakes() =>
        Between(nameof(KeepOpen), KeepOpen, TimeSpan.Zero, TimeSpan.FromMinutes(4))
            .Concat(Between(nameof(ReplyTimeout), ReplyTimeout, CommandTimeout, TimeSpan.FromMinutes(10)));
}
