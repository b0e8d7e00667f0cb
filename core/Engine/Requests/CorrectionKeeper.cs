using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>
/// What is kept of a technician's correction for the next training: nothing without the customer's written agreement in force at that instant
/// (Art. 7, RGPD II a, b), else the redacted words in one sealed row, stored with the decision itself.
/// </summary>
/// <param name="directory">Who has agreed.</param>
/// <param name="vault">Where the message's words lie, and what seals them.</param>
public sealed class CorrectionKeeper(ICustomerDirectory directory, TextVault vault)
{
    /// <summary>The row to be stored with a decision; null where nothing may be kept, or there is nothing to learn.</summary>
    /// <param name="before">The request before the decision.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="at">Now, UTC: an agreement of a later day covers nothing of today.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<TextRow?> RowOfAsync(RequestDocument before, Decision decision, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Corrections.LastIn(decision.Events) is not { } operation || !Corrections.Teaches(before, operation)) return null;
        if (directory.Find(before.State.CustomerId, at) is not { } customer || !customer.AgreesToTraining(ParisTime.DateOf(at))) return null;
        if (await KeptText.ReadAsync(vault, before.State.Intake, cancellationToken) is not { } kept || kept.Flags.HasFlag(ReadingFlags.Encrypted)) return null;
        var details = await RequestDetails.ReadAsync(vault, before.Id, cancellationToken);
        var names = NamesToCut.Of(customer, kept.FromName, details?.Person);
        var corrected = new CorrectedText(
            Redactor.Redact(kept.Subject, names), Redactor.Redact(kept.Text, names), Corrections.ProposedFor(before), operation);
        return vault.Seal(CorrectedText.Key(before.Id), corrected.Bytes());
    }
}
