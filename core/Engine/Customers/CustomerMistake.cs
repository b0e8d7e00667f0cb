using System.Globalization;

namespace SiOne.Bot.Engine.Customers;

/// <summary>One mistake in a customer file, in words for the person who wrote the file. Never quotes a name, an address or a stack trace.</summary>
/// <param name="File">The file's name, or the path that was asked for when it could not be opened.</param>
/// <param name="Key">Where in the file, for example <c>people[2].role</c>; empty for the file as a whole.</param>
/// <param name="Expected">What was expected there, as a phrase that follows "expected".</param>
public sealed record CustomerMistake(string File, string Key, string Expected)
{
    /// <summary>The line, from 1; null when the mistake has no single line.</summary>
    public int? Line { get; init; }

    /// <summary>One line: <c>acme.json:14 people[2].role: expected …</c>.</summary>
    public override string ToString()
    {
        var line = Line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        return Key.Length == 0 ? $"{File}{line}: expected {Expected}" : $"{File}{line} {Key}: expected {Expected}";
    }
}
