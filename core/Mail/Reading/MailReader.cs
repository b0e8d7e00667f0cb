using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MimeKit;
using MimeKit.Utils;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Mail.Reading;

/// <summary>
/// Raw bytes of a mail to a message, secrets masked. Caps are checked on the bytes before MimeKit sees them; nothing that a sender
/// writes makes it throw. One instance serves all threads.
/// </summary>
public sealed class MailReader(MailReaderOptions options) : IMailReader
{
    private readonly ParserOptions _parserOptions = new() { MaxMimeDepth = options.MaxDepth + 8 };

    /// <inheritdoc/>
    public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
    {
        if (raw.Length > options.MaxSize) return new MailReading.Unreadable("too-large");
        var mail = MailStart.Normalise(raw);
        if (RawScan.Refusal(mail.Span, options) is { } refusal) return new MailReading.Unreadable(refusal);
        try
        {
            using var stream = AsStream(mail);
            using var message = MimeMessage.Load(_parserOptions, stream, persistent: true);
            return message.Headers.Count == 0 && message.Body is not { Headers.Count: > 0 }
                ? new MailReading.Unreadable("not-a-mail")
                : Read(message, receivedAt);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The parser's own words may quote the mail; the raw bytes stay in the spool for whoever looks.
            return new MailReading.Unreadable(e is FormatException ? "not-a-mail" : "parser-error");
        }
    }

    private MailReading Read(MimeMessage message, DateTimeOffset receivedAt)
    {
        var parts = MailParts.Of(message.Body, options);
        if (parts.Refusal is { } refusal) return new MailReading.Unreadable(refusal);
        var headers = message.Headers;
        var from = Senders(headers) is [var only] ? only : null;
        var subject = TextCleaning.Clip(TextCleaning.Composed(InvisibleCharacters.Remove(TextCleaning.OneLine(message.Subject))), 998);
        var body = TextCleaning.Composed(InvisibleCharacters.Remove(parts.Body(options.MaxText))).Trim('\n', ' ');
        var kind = MailKind.Of(message, from, subject, body, options);
        var returned = kind is MessageKind.Bounce ? ReturnedPart.Of(message) : null;
        // A mail attached without a word is a forward.
        if (kind is MessageKind.New or MessageKind.Reply && parts.Nested is { } nested && Footers.AreAll(body.Split('\n'))) body = Forwarded(body, nested);
        if (kind is MessageKind.New or MessageKind.Reply && Footers.AreAll(body.Split('\n')) && SubjectPrefix.IsAlone(subject) && parts.Attachments.IsEmpty && parts.Flags is ReadingFlags.None)
            kind = MessageKind.Empty;
        return new MailReading.Message(Mask(new InboundMessage
        {
            Channel = Channel.Mail,
            ReceivedAt = receivedAt.ToUniversalTime(),
            From = from,
            To = Parties(message.To),
            Cc = Parties(message.Cc),
            Subject = subject,
            MessageId = Ids(headers[HeaderId.MessageId]).FirstOrDefault(),
            InReplyTo = Ids(headers[HeaderId.InReplyTo]).FirstOrDefault(),
            References = [.. Ids(headers[HeaderId.References]).TakeLast(options.MaxReferences)],
            Date = DateUtils.TryParse(headers[HeaderId.Date] ?? "", out var date) ? date : null,
            Kind = kind,
            Text = NewText.Of(body, subject, Author.Of(from, parts.Signature)),
            Body = body,
            Attachments = parts.Attachments,
            Authentication = AuthenticationResults.Read(headers, from, options),
            Flags = parts.Flags,
            Returned = returned,
        }));
    }

    // As a client would have written it: who wrote it and about what, then the words. The sender stays who sent it.
    private string Forwarded(string body, MimeMessage nested)
    {
        var author = TextCleaning.OneLine(nested.From.Mailboxes.FirstOrDefault() is { } mailbox ? (string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address : mailbox.Name) : "");
        var words = InvisibleCharacters.Remove(MailParts.Of(nested.Body, options).Body(options.MaxText)).Trim('\n', ' ');
        return TextCleaning.Clip(
            $"{body}\n\n---------- Message transféré ----------\nDe : {author}\nObjet : {TextCleaning.OneLine(nested.Subject)}\n\n{words}".TrimStart('\n'), options.MaxText);
    }

    // Every text in one pass: a secret found in one place is masked in all.
    private static InboundMessage Mask(InboundMessage m)
    {
        List<string> texts = [m.Subject, m.Body, m.Text, m.From?.Name ?? ""];
        texts.AddRange(m.To.Select(p => p.Name ?? ""));
        texts.AddRange(m.Cc.Select(p => p.Name ?? ""));
        texts.AddRange(m.Attachments.Select(a => a.Name));
        var masked = Secrets.Mask(texts);
        if (masked.Texts.SequenceEqual(texts)) return m;
        var names = new Queue<string>(masked.Texts.Skip(4));
        return m with
        {
            Subject = masked.Texts[0],
            Body = masked.Texts[1],
            Text = masked.Texts[2],
            From = m.From is null ? null : Named(m.From, masked.Texts[3]),
            To = [.. m.To.Select(p => Named(p, names.Dequeue()))],
            Cc = [.. m.Cc.Select(p => Named(p, names.Dequeue()))],
            Attachments = [.. m.Attachments.Select(a => a with { Name = names.Dequeue() })],
            MaskedSecrets = masked.Count,
        };
    }

    private static Party Named(Party party, string name) => party with { Name = name.Length == 0 ? null : name };

    // All From fields together: a second one is a trick, and MimeKit reads only the first.
    private List<Party> Senders(HeaderList headers)
    {
        var senders = new List<Party>();
        foreach (var header in headers)
        {
            if (header.Id != HeaderId.From) continue;
            if (InternetAddressList.TryParse(_parserOptions, header.RawValue, out var list)) senders.AddRange(Parties(list));
        }

        return [.. senders.DistinctBy(p => p.Address)];
    }

    private ImmutableArray<Party> Parties(InternetAddressList list) =>
        [.. list.Mailboxes.Take(options.MaxAddresses).Select(ToParty).OfType<Party>()];

    private static Party? ToParty(MailboxAddress mailbox)
    {
        var name = TextCleaning.Clip(TextCleaning.OneLine(mailbox.Name), 200);
        return MailAddress.TryParse(TextCleaning.Lines(mailbox.Address ?? ""), out var address)
            ? new Party(address, name.Length == 0 ? null : name)
            : null;
    }

    private static IEnumerable<string> Ids(string? value) =>
        value is null ? [] : MessageIds.Of(value);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> mail) => MemoryMarshal.TryGetArray(mail, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(mail.ToArray(), writable: false);
}
