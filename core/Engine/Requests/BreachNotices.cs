using System.Text;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>The notice of a breach as the technician finds it: as it was last written, else begun from what is known. It sends nothing.</summary>
/// <param name="options">Who answers for personal data at SI-ONE.</param>
/// <param name="vault">Details, plans and what technicians wrote.</param>
/// <param name="directory">The customer's name and people.</param>
/// <param name="clock">The clock: people are those of now.</param>
public sealed class BreachNotices(EngineOptions options, TextVault vault, ICustomerDirectory directory, TimeProvider clock)
{
    /// <summary>The text to go on with; null where no notice is being written.</summary>
    public async Task<string?> ReadyAsync(RequestDocument document, CancellationToken cancellationToken)
    {
        var state = document.State;
        if (state.Breach is not { Stage: BreachStage.Running } timer) return null;
        if (timer.NoticeKey is { } key && await vault.ReadBytesAsync(key, cancellationToken) is { } written) return Encoding.UTF8.GetString(written);
        var customer = directory.Find(state.CustomerId, clock.GetUtcNow());
        var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
        return BreachNoticeText.Of(new BreachNoticeFacts(state, customer?.Name ?? state.CustomerId, timer.AwareAt)
        {
            ReportedBy = customer?.FindPerson(state.PersonId)?.Name,
            Kind = details?.Breach,
            Person = details?.Person,
            Device = details?.Fields.GetValueOrDefault(FieldNames.PhoneModel),
            Officer = options.DataProtectionOfficer,
            OfficerAddress = options.DataProtectionAddress?.Value,
            Work = state.Run is { } run ? WorkReport.Of(await new PlanVault(vault).FindAsync(run, cancellationToken), run) : null,
        });
    }
}
