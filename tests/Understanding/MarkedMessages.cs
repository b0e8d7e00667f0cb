using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>Labelled messages as plain text: the words that make a request stand between marks, "[[1|…]]".</summary>
internal static partial class MarkedMessages
{
    /// <summary>Names the folder of the files while they are not in the repository.</summary>
    public const string FolderVariable = "SIONE_MARKED_MESSAGES";

    /// <summary>The files that there are: those of the folder that the variable names, else those beside the development set. A file "test.txt" is never read: it judges.</summary>
    public static IEnumerable<string> Files()
    {
        var named = Environment.GetEnvironmentVariable(FolderVariable);
        var folder = named ?? Path.Combine(AppContext.BaseDirectory, "Data");
        return Directory.EnumerateFiles(folder, named is null ? "messages-*.txt" : "*.txt").Where(path => Path.GetFileName(path) != "test.txt").Order(StringComparer.Ordinal);
    }

    /// <summary>Reads one file.</summary>
    public static IEnumerable<MarkedMessage> Read(string path)
    {
        var received = default(DateTimeOffset);
        MarkedMessage? message = null;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.StartsWith("# received ", StringComparison.Ordinal)) received = Morning(line[11..].Trim());
            else if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (message is not null) yield return message;
                var isMail = line.StartsWith("--- mail:", StringComparison.Ordinal);
                message = new MarkedMessage(number, isMail ? Channel.Mail : Channel.Application, isMail ? line[9..].Trim() : "", received);
            }
            else if (line.StartsWith("=> ", StringComparison.Ordinal)) message!.Label(line[3..]);
            else message?.Append(line);
        }
        if (message is not null) yield return message;
    }

    private static DateTimeOffset Morning(string day) =>
        new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(9, 0), TimeSpan.FromHours(1));

    /// <summary>A mark: its number and its words.</summary>
    [GeneratedRegex(@"\[\[(?<number>\d)\|(?<words>.*?)\]\]", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    internal static partial Regex Mark();
}

/// <summary>One message of a file.</summary>
internal sealed class MarkedMessage(int line, Channel channel, string subject, DateTimeOffset receivedAt)
{
    private readonly StringBuilder _body = new();
    private readonly List<MarkedRequest> _expected = [];

    /// <summary>Where it begins in its file.</summary>
    public int Line => line;

    /// <summary>What was asked, in the order of the labels; "other.none" is one.</summary>
    public IReadOnlyList<MarkedRequest> Expected => _expected;

    /// <summary>The message without marks.</summary>
    public MessageToUnderstand Message => new(channel, subject, MarkedMessages.Mark().Replace(_body.ToString(), "${words}").Trim(), receivedAt);

    /// <summary>The marked words of a request, in order.</summary>
    public IEnumerable<string> Marks(int number) =>
        MarkedMessages.Mark().Matches(_body.ToString()).Where(mark => mark.Groups["number"].Value[0] - '0' == number).Select(mark => mark.Groups["words"].Value);

    /// <summary>Adds a line of the body.</summary>
    public void Append(string text) => _body.Append(text).Append('\n');

    /// <summary>Adds a label line; one that names a secret is none.</summary>
    public void Label(string text)
    {
        if (text.StartsWith("secret ", StringComparison.Ordinal)) return;
        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var isNumbered = char.IsAsciiDigit(parts[0][0]);
        var details = parts.Skip(1).ToList();
        var date = details.Find(part => part.StartsWith("date=", StringComparison.Ordinal));
        _expected.Add(new MarkedRequest(
            isNumbered ? parts[0][0] - '0' : 0,
            new ExpectedRequest(
                isNumbered ? parts[0][2..] : parts[0],
                details.Find(part => part.StartsWith("person=", StringComparison.Ordinal))?[7..],
                date is null ? null : DateOnly.ParseExact(date[5..], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                details.Contains("urgent"))));
    }
}

/// <summary>A labelled request and the number of its marks; 0 where it has none.</summary>
internal sealed record MarkedRequest(int Number, ExpectedRequest Request);
