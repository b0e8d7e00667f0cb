using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary><c>backup DIR</c>: store, spool, attachments, customer versions and the operators' journal, copied together and proven.</summary>
/// <param name="output">Data.</param>
/// <param name="error">Messages.</param>
public sealed class BackupCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var folder = new Argument<string>("DIR") { Description = "A new folder." };
            var withKey = new Option<bool>("--with-key") { Description = "The master key goes along: whoever reads the backup reads the mails." };
            var command = new Command("backup", "Copies all data into a new folder, whether the host runs or not, and proves the copy.") { folder, withKey };
            command.SetAction((parsed, cancellationToken) => new OperatorVerb(output, error).AskAsync(
                new OperatorAsk(OperatorActs.Backup, OperatorVerb.Who) { Folder = Path.GetFullPath(parsed.GetValue(folder)!), WithKey = parsed.GetValue(withKey) }, null, cancellationToken));
            return command;
        }
    }
}
