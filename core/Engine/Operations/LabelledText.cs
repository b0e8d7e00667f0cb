using System.Globalization;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;

namespace SiOne.Bot.Engine.Operations;

/// <summary>
/// Labelled messages as the training reads them: a head line <c>--- mail: subject</c> or <c>--- teams</c>, the body with the words of request 1
/// marked <c>[[1|…]]</c>, and one line <c>=&gt; 1 operation</c> a request. Nothing that somebody wrote can pass for a line of the format.
/// </summary>
internal static class LabelledText
{
    private static readonly string[] Greetings = ["bonjour", "bonsoir", "salut", "hello", "hi", "hey", "coucou", "cher", "chere", "madame", "monsieur", "dear"];

    /// <summary>The file.</summary>
    /// <param name="day">The day on which its messages count as received, in Paris.</param>
    /// <param name="messages">In any order: the file's says nothing of when and who.</param>
    public static string Of(DateOnly day, IEnumerable<LabelledWords> messages)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"# received {day:yyyy-MM-dd}\n");
        file.Append("# Corrected by technicians, redacted. Read every message before training: mark the words of each request where there are several,\n");
        file.Append("# and take out whatever still says who wrote. People and dates are not labelled.\n");
        foreach (var message in messages.Select(Message).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) file.Append('\n').Append(message);
        return file.ToString();
    }

    private static string Message(LabelledWords words)
    {
        var subject = Line(words.Subject);
        var isMail = words.Channel is Channel.Mail;
        var body = Body(isMail || subject.Length == 0 ? words.Text : $"{words.Subject}\n{words.Text}");
        var message = new StringBuilder(isMail ? $"--- mail: {subject}".TrimEnd() : "--- teams").Append('\n');
        message.Append(words.Labels is [{ IsRequest: true }] ? Marked(body) : body).Append('\n');
        for (var i = 0; i < words.Labels.Count; i++)
            message.Append("=> ").Append(words.Labels[i].Written(i + 1)).Append('\n');
        return message.ToString();
    }

    private static string Line(string text) => text.Length == 0 ? "" : string.Join(' ', Body(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // Two brackets make a mark; a line of the format begins with its first letter.
    private static string Body(string text)
    {
        var plain = text;
        while (plain.Contains("[[", StringComparison.Ordinal) || plain.Contains("]]", StringComparison.Ordinal))
            plain = plain.Replace("[[", "[ [", StringComparison.Ordinal).Replace("]]", "] ]", StringComparison.Ordinal);
        var lines = plain.Trim().Split('\n').Select(line => line is ['-', '-', '-', ..] or ['=', '>', ..] or ['#', ..] ? $"· {line}" : line.TrimEnd());
        return string.Join('\n', lines) is { Length: > 0 } body ? body : Redactor.Word;
    }

    // A greeting makes no request.
    private static string Marked(string body)
    {
        var end = body.IndexOf('\n', StringComparison.Ordinal);
        var word = body[..Math.Max(0, body.AsSpan().IndexOfAny(" ,!.\n"))].ToLowerInvariant();
        var rest = end > 0 && end <= 40 && Greetings.Contains(word, StringComparer.Ordinal) ? body[end..].TrimStart() : body;
        // A last bracket before the mark's two would close it one sign too early.
        return $"{body[..^rest.Length]}[[1|{rest}{(rest.EndsWith(']') ? " " : "")}]]";
    }
}

/// <summary>A message with what it asks.</summary>
/// <param name="Channel">How it came.</param>
/// <param name="Subject">Redacted.</param>
/// <param name="Text">Redacted.</param>
/// <param name="Labels">Its requests, in the order of the message.</param>
internal sealed record LabelledWords(Channel Channel, string Subject, string Text, IReadOnlyList<RequestLabel> Labels);

/// <summary>One request of a message.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Urgent">The words said that it is urgent.</param>
internal sealed record RequestLabel(Operation Operation, bool Urgent)
{
    /// <summary>It asks for something.</summary>
    public bool IsRequest => Operation.IsRequest;

    /// <summary>As a line says it.</summary>
    public string Written(int number) => IsRequest
        ? string.Create(CultureInfo.InvariantCulture, $"{number} {Operation.Id}{(Urgent || Operation == PhoneOperations.Lost ? " | urgent" : "")}")
        : Operation.Id;
}
