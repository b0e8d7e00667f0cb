using MimeKit;
using MimeKit.Utils;

namespace SiOne.Bot.Mail.Reading;

/// <summary>When a mail file was received, as far as the file tells: its topmost Received, then its Date. A server's INTERNALDATE is better.</summary>
public static class ReceivedInstant
{
    private const int MostHeaderBytes = 256 * 1024;

    /// <summary>The instant; null when neither can be read.</summary>
    /// <param name="raw">The mail.</param>
    public static DateTimeOffset? Of(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var stream = new MemoryStream(raw[..Math.Min(raw.Length, MostHeaderBytes)].ToArray(), writable: false);
            var headers = new MimeParser(stream, MimeFormat.Entity).ParseHeaders();
            return AfterSemicolon(headers[HeaderId.Received]) ?? Parsed(headers[HeaderId.Date]);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>RFC 5321, 4.4: the date-time of a Received field follows its last semicolon.</summary>
    private static DateTimeOffset? AfterSemicolon(string? received) =>
        received?.LastIndexOf(';') is { } at and >= 0 ? Parsed(received[(at + 1)..]) : null;

    private static DateTimeOffset? Parsed(string? text) =>
        text is not null && DateUtils.TryParse(text, out var instant) && instant.Year > 1970 ? instant : null;
}
