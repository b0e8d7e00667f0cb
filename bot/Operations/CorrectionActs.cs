using System.Globalization;
using SiOne.Bot.Engine.Operations;

namespace SiOne.Bot.Host.Operations;

/// <summary>What technicians corrected, for the next training: how much of it there is, and a file of it for a person to read through.</summary>
/// <param name="corrections">Finds and writes them.</param>
internal sealed class CorrectionActs(CorrectionsExport corrections)
{
    public const string List = "corrections-list";
    public const string Write = "corrections-export";


    /// <summary>Counts them.</summary>
    public async Task<OperatorAnswer> ListAsync(CancellationToken cancellationToken)
    {
        var offered = await corrections.ListAsync(cancellationToken);
        return new OperatorAnswer(
            0, [.. offered.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.CustomerId} {row.Before} {row.After} {row.Count}"))],
            offered.IsEmpty ? ["No correction is offered: none was made, or no customer has agreed to it."] : []);
    }

    /// <summary>Writes them to a new file.</summary>
    public async Task<OperatorAnswer> WriteAsync(string path, string who, string reason, CancellationToken cancellationToken)
    {
        try
        {
            var messages = await corrections.WriteAsync(path, who, reason, cancellationToken);
            return messages == 0
                ? OperatorAnswer.Failed("No correction is offered: none was made, or no customer has agreed to it. Nothing was written.")
                : new OperatorAnswer(0, [path], [string.Create(CultureInfo.InvariantCulture, $"{messages} messages. Read every one of them before it trains.")]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return OperatorAnswer.Failed(failure.Message);
        }
    }
}
