using System.CommandLine;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Commands;

/// <summary>
/// <c>erase --person ADDRESS|ID | --customer X --reason TEXT</c>: what is held about somebody goes (Art. 25, RGPD VIII); <c>erase --expired</c>: what its time
/// has come for. With <c>--dry-run</c> nothing is changed.
/// </summary>
/// <param name="output">How much of which class, what stays and what is still to be done.</param>
/// <param name="error">Messages.</param>
public sealed class EraseCommand(TextWriter output, TextWriter error)
{
    /// <summary>The verb.</summary>
    public Command Command
    {
        get
        {
            var expired = new Option<bool>("--expired") { Description = "What its time has come for, as the daily job does it." };
            var dryRun = new Option<bool>("--dry-run") { Description = "Counts by class, and changes nothing." };
            var alsoOpen = new Option<bool>("--also-open") { Description = "Closes open requests first; without it they stand against the erasure." };
            var subject = new SubjectOptions();
            var command = new Command("erase", "Erases what is held about a person or a customer for good; journals keep their keys. Or, with --expired, what its time has come for.") { expired, dryRun, alsoOpen };
            subject.AddTo(command);
            command.Validators.Add(parsed =>
            {
                if (!parsed.GetValue(expired)) subject.Check(parsed);
                else if (subject.IsNamed(parsed)) parsed.AddError("--expired: for everybody; without --person and --customer.");
            });
            command.SetAction((parsed, cancellationToken) => new OperatorVerb(output, error).AskAsync(
                subject.Fill(parsed, new OperatorAsk(parsed.GetValue(expired) ? RightsActs.Expire : RightsActs.Erase, OperatorVerb.Who)
                {
                    DryRun = parsed.GetValue(dryRun),
                    AlsoOpen = parsed.GetValue(alsoOpen),
                }), null, cancellationToken));
            return command;
        }
    }
}
