using MimeKit;
using MimeKit.Tnef;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What winmail.dat holds: Outlook's own wrapping of a text and its files, which it sends by mistake.</summary>
internal static class TnefContent
{
    /// <summary>The wrapped entity; null when it cannot be unpacked, or there is nothing in it.</summary>
    public static MimeEntity? Of(TnefPart part)
    {
        try
        {
            return part.Content is null ? null : part.ConvertToMessage().Body;
        }
        catch (Exception e) when (e is TnefException or IOException or FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
