using System.Globalization;

namespace SiOne.Bot.Mail.Reading;

/// <summary>Whether a line is the name that stands beside the sender's address: "LEFEVRE Julie" and "Julie Lefèvre" are the same person.</summary>
internal static class SenderName
{
    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    public static bool Is(string line, string sender)
    {
        if (line.Length is 0 or > 60) return false;
        var signed = Words(line);
        var stated = Words(sender);
        return stated.Length >= 2 && signed.Length == stated.Length && stated.All(word => signed.Any(other => Same(word, other)));
    }

    private static string[] Words(string name) => name.Split([' ', ',', '\u00A0', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(string one, string other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, Loose) == 0;
}
