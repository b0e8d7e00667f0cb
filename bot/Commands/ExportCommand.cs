using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>export --person ADDRESS|ID | --customer X --into DIR --reason TEXT</c>: what is held about somebody, to be read and handed over (Art. 25, RGPD VIII).</summary>
/// <param name="output">How much of which class.</param>
/// <param name="error">Messages.</param>
public sealed class ExportCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var into = new Option<string>("--into") { HelpName = "DIR", Description = "A new folder, made for this account alone.", Required = true };
            var subject = new SubjectOptions();
            var command = new Command("export", "Writes everything that is held about a person or a customer into a new folder: an index in French, texts, JSON, raw messages and files.") { into };
            subject.AddTo(command);
            command.Validators.Add(parsed => subject.Check(parsed));
            command.SetAction((parsed, cancellationToken) => new OperatorVerb(output, error).AskAsync(
                subject.Fill(parsed, new OperatorAsk(RightsActs.Export, OperatorVerb.Who) { Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(into)!)) }), null, cancellationToken));
            return command;
        }
    }
}
