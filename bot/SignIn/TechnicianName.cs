using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Host.SignIn;

/// <summary>The name under which a technician acts, as the journal will say it.</summary>
internal static class TechnicianName
{
    private const int MaxName = 60;

    /// <summary>The directory's spelling on one line, clipped; the fallback where nothing is left of it.</summary>
    /// <param name="name">What the directory says.</param>
    /// <param name="fallback">Names the person all the same: their object id.</param>
    public static string Of(string? name, string fallback)
    {
        var line = Typography.OneLine(name ?? "").Trim();
        if (line.Length > MaxName) line = line[..(char.IsHighSurrogate(line[MaxName - 1]) ? MaxName - 1 : MaxName)];
        return line.Length > 0 ? line : fallback;
    }
}
