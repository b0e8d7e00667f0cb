using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Execution;

/// <summary>What a person wrote, as one harmless line that may stand in a plan.</summary>
internal static class Plain
{
    /// <summary>One line without control characters and double blanks, cut at <paramref name="most"/> characters.</summary>
    public static string Line(string text, int most)
    {
        var line = string.Join(' ', Typography.OneLine(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most) return line;
        return line[..(char.IsHighSurrogate(line[most - 1]) ? most - 1 : most)].TrimEnd();
    }
}
