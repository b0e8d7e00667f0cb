using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Learning;

/// <summary>Reads labelled messages in plain text: a head line <c>--- mail: subject</c> or <c>--- teams</c>, the marked body, one line <c>=&gt; label</c> a request.</summary>
internal static class MessageFile
{
    private const string Received = "# received ";
    private const string Head = "--- ";
    private const string Mail = "--- mail:";
    private const string Label = "=> ";
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>The messages of a file.</summary>
    /// <param name="author">The name of the file, without its ending.</param>
    /// <param name="lines">Its lines; the first tells the day on which every message counts as received.</param>
    /// <exception cref="FormatException">A line cannot be read; the message names it.</exception>
    public static IEnumerable<LabelledMessage> Read(string author, IReadOnlyList<string> lines)
    {
        var first = lines.FirstOrDefault(line => line.StartsWith(Received, StringComparison.Ordinal)) ?? throw new FormatException($"{author}: no line \"{Received}YYYY-MM-DD\".");
        var day = DateOnly.ParseExact(first[Received.Length..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(Morning);
        var receivedAt = new DateTimeOffset(day, ParisTime.Zone.GetUtcOffset(day));
        var starts = Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith(Head, StringComparison.Ordinal)).ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : lines.Count;
            yield return Message(author, starts[i], [.. lines.Skip(starts[i]).Take(end - starts[i])], receivedAt);
        }
    }

    private static LabelledMessage Message(string author, int line, List<string> lines, DateTimeOffset receivedAt)
    {
        try
        {
            var isMail = lines[0].StartsWith(Mail, StringComparison.Ordinal);
            var labels = lines.FindIndex(text => text.StartsWith(Label, StringComparison.Ordinal));
            if (labels < 0) throw new FormatException("no label");
            var (text, marks) = MarkedText.Read(string.Join('\n', lines[1..labels]).Trim());
            var message = new MessageToUnderstand(isMail ? Channel.Mail : Channel.Application, isMail ? lines[0][Mail.Length..].Trim() : "", text, receivedAt);
            var requests = lines[labels..].Where(label => label.StartsWith(Label, StringComparison.Ordinal) && !label.StartsWith(Label + "secret ", StringComparison.Ordinal))
                .Select(label => Request(label[Label.Length..], marks)).ToImmutableArray();
            return new LabelledMessage(string.Create(CultureInfo.InvariantCulture, $"{author}:{line + 1}"), author, message, requests);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{author}, message of line {line + 1}: {wrong.Message}"), wrong);
        }
    }

    // "2 phone.prepare | person=Julie Perrot | date=2026-06-29 | urgent"; "other.none" has no number.
    private static LabelledRequest Request(string label, ImmutableArray<(int Number, TextSpan Span)> marks)
    {
        var parts = label.Split('|', StringSplitOptions.TrimEntries);
        var (number, operation) = parts[0].Split(' ') is [var digit, var id] ? (int.Parse(digit, CultureInfo.InvariantCulture), id) : (0, parts[0]);
        var person = Field(parts, "person=");
        var date = Field(parts, "date=");
        return new LabelledRequest(
            AllOperations.Get(operation), person,
            date is null ? null : DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            parts.Contains("urgent", StringComparer.Ordinal),
            [.. marks.Where(mark => mark.Number == number).Select(mark => mark.Span)]);
    }

    private static string? Field(string[] parts, string name) => Array.Find(parts, part => part.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
