using MimeKit;

namespace SiOne.Bot.Engine.Tests.Proof;

/// <summary>A mail that left, read as its receiver's program reads it.</summary>
internal static class SentMail
{
    public static MimeMessage Of(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
    }
}
