using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Which mail a delivery notice (RFC 3464) returns: the Message-ID in the returned header, and for whom it was.</summary>
internal static class ReturnedPart
{
    private const int LookedAt = 50;

    /// <summary>The mail returned; null when the notice does not say which.</summary>
    public static ReturnedMail? Of(MimeMessage notice)
    {
        var parts = new List<MimeEntity>();
        Collect(notice.Body, parts, 0);
        if (parts.Select(HeaderOf).FirstOrDefault(h => h?[HeaderId.MessageId] is not null) is not { } header) return null;
        if (MessageIds.Of(header[HeaderId.MessageId] ?? "").FirstOrDefault() is not { } id) return null;
        var failed = parts.OfType<MessageDeliveryStatus>().SelectMany(report => report.StatusGroups).SelectMany(Recipients);
        var stated = InternetAddressList.TryParse(header[HeaderId.To] ?? "", out var to) ? to.Mailboxes.Select(m => m.Address) : [];
        return new ReturnedMail(id, [.. failed.Concat(stated).Select(Address).OfType<MailAddress>().Distinct().Take(10)]);
    }

    private static void Collect(MimeEntity? entity, List<MimeEntity> parts, int depth)
    {
        if (entity is null || parts.Count >= LookedAt) return;
        parts.Add(entity);
        if (entity is not Multipart multipart || depth > 4) return;
        foreach (var part in multipart) Collect(part, parts, depth + 1);
    }

    // The whole mail, or its header alone (RFC 6522, 3: text/rfc822-headers).
    private static HeaderList? HeaderOf(MimeEntity part)
    {
        if (part is MessagePart { Message: { } mail }) return mail.Headers;
        if (part is not MimePart { Content: not null } text || !part.ContentType.IsMimeType("text", "rfc822-headers")) return null;
        using var bytes = new MemoryStream();
        text.Content.DecodeTo(bytes);
        bytes.Write("\r\n\r\n"u8);
        bytes.Position = 0;
        return new MimeParser(bytes, MimeFormat.Entity).ParseHeaders();
    }

    // "rfc822;julie@client.example". The original recipient is the one we wrote to, whatever it was rewritten to since.
    private static IEnumerable<string> Recipients(HeaderList group) =>
        new[] { group["Original-Recipient"], group["Final-Recipient"] }.OfType<string>().Select(value => value[(value.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim(' ', '<', '>'));

    private static MailAddress? Address(string text) => MailAddress.TryParse(text, out var address) ? address : null;
}
