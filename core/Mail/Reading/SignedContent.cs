using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Cms;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What an opaquely signed S/MIME part (RFC 8551, signed-data) holds. It is read, never verified: a signature proves nothing here.</summary>
internal static class SignedContent
{
    /// <summary>The signed entity; null when the part is encrypted, or is nothing of the kind.</summary>
    public static MimeEntity? Of(ApplicationPkcs7Mime part)
    {
        if (part.Content is null || part.SecureMimeType is SecureMimeType.EnvelopedData or SecureMimeType.AuthEnvelopedData) return null;
        try
        {
            using var bytes = new MemoryStream();
            part.Content.DecodeTo(bytes);
            using var content = new MemoryStream();
            if (new CmsSignedData(bytes.ToArray()).SignedContent is not { } signed) return null;
            signed.Write(content);
            content.Position = 0;
            return MimeEntity.Load(content);
        }
        catch (Exception e) when (e is CmsException or IOException or FormatException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            return null;
        }
    }
}
