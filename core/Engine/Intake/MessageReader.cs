using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Spool;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Stop 3: spooled bytes to a message, whatever channel they came by.</summary>
/// <param name="spool">The raw messages.</param>
/// <param name="mails">Reads mails.</param>
/// <param name="activities">Reads what came by a chat.</param>
public sealed class MessageReader(MessageSpool spool, IMailReader mails, IActivityReader activities)
{
    /// <summary>Reads one kept message; secrets are masked in what it returns. Of a mail above the size cap there is the header alone.</summary>
    public MailReading Read(IntakeRow row)
    {
        var raw = spool.Read(row.Key, row.ReceivedAt);
        return row.Channel switch
        {
            Channel.Mail => mails.Read(raw, row.ReceivedAt),
            Channel.Teams => activities.Read(raw, row.ReceivedAt),
            Channel.Application or Channel.Phone => ReadHanded(raw, row.Channel, row.ReceivedAt),
        };
    }

    private static MailReading ReadHanded(byte[] raw, Channel channel, DateTimeOffset receivedAt)
    {
        ApplicationMessage? handed;
        try
        {
            handed = JsonSerializer.Deserialize(raw, ApplicationJson.Default.ApplicationMessage);
        }
        catch (JsonException)
        {
            return new MailReading.Unreadable("not-an-application-message");
        }

        if (handed is null || !MailAddress.TryParse(handed.From, out var from)) return new MailReading.Unreadable("not-an-application-message");
        var masked = Secrets.Mask([handed.Subject ?? "", handed.Text, handed.Decision?.Reason ?? ""]);
        return new MailReading.Message(new InboundMessage
        {
            Channel = channel,
            ReceivedAt = receivedAt,
            From = new Party(from, null),
            Subject = masked.Texts[0],
            Text = masked.Texts[1],
            Body = masked.Texts[1],
            Kind = string.IsNullOrWhiteSpace(handed.Text) && string.IsNullOrWhiteSpace(handed.Subject) ? MessageKind.Empty : MessageKind.New,
            // The application has signed its sender in; a voice on the phone proves nothing.
            Authentication = channel is Channel.Application ? SenderProof.Pass : SenderProof.None,
            MaskedSecrets = masked.Count,
            Decides = channel is Channel.Application && handed.Decision is { } decision
                ? decision with { Reason = decision.Reason is null ? null : masked.Texts[2] }
                : null,
        });
    }
}
