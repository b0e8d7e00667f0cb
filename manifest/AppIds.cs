using System.Security.Cryptography;
using System.Text;

namespace SiOne.Bot.Manifest;

/// <summary>The id under which Teams keeps an app.</summary>
public static class AppIds
{
    /// <summary>Made from the bot's id alone: every package of one bot is an update of the same app, whoever writes it and when.</summary>
    public static Guid Of(TeamsApp app, Guid botId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"teams-app|{app}|{botId:D}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // RFC 9562, version 8: a hash of the maker's own.
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
