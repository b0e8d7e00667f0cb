using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>A message labelled with the value of one field.</summary>
/// <param name="Line">Where it begins in its file.</param>
/// <param name="Operation">What it asks.</param>
/// <param name="Message">Its text.</param>
/// <param name="Expected">The field's value; null where the message tells none.</param>
internal sealed record FieldMessage(int Line, Operation Operation, MessageToUnderstand Message, string? Expected)
{
    private const string Head = "--- ";
    private const string Label = "=> ";

    /// <summary>Reads a file: a line "--- operation: subject", the text, and a line "=> value" (more lines go on with it; "-" for none).</summary>
    public static IEnumerable<FieldMessage> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith(Head, StringComparison.Ordinal)) throw new FormatException($"{path}, line {i + 1}: no message begins here.");
            var (start, head) = (i, lines[i][Head.Length..].Split(": ", 2));
            var (text, value) = (new StringBuilder(), new StringBuilder());
            for (i++; !lines[i].StartsWith(Label, StringComparison.Ordinal); i++) text.Append(lines[i]).Append('\n');
            value.Append(lines[i][Label.Length..]);
            for (i++; i < lines.Length && !lines[i].StartsWith(Head, StringComparison.Ordinal); i++) value.Append('\n').Append(lines[i]);
            var message = new MessageToUnderstand(head.Length > 1 ? Channel.Mail : Channel.Application, head.Length > 1 ? head[1] : "", text.ToString().Trim(), LabelledRequests.ReceivedAt);
            yield return new FieldMessage(start + 1, AllOperations.Get(head[0]), message, value.ToString().Trim() is var told and not "-" ? told : null);
        }
    }
}
