namespace SiOne.Bot.Domain.Execution;

/// <summary>A full name, first name first, in its two parts.</summary>
internal static class PersonParts
{
    /// <summary>First word and the rest: "Marie-Claire de la Tour" gives "Marie-Claire" and "de la Tour"; one word alone has no last name.</summary>
    public static (string First, string Last) Of(string name)
    {
        var words = Plain.Line(name, 128).Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (words.Length > 0 ? words[0] : "", words.Length > 1 ? words[1] : "");
    }
}
