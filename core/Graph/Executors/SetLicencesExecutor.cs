using System.Collections.Immutable;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.AssignLicense;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Gives and takes licences in one call. What is held, by whom it came and what is left is read first (RELIABILITY E72).</summary>
internal sealed class SetLicencesExecutor : AccountExecutor<Step.SetLicences>
{
    private static readonly string[] Held = ["id", "usageLocation", "licenseAssignmentStates"];

    /// <inheritdoc/>
    public override string Permission => "LicenseAssignment.ReadWrite.All";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "LicenseAssignment.Read.All"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-assignlicense");

    /// <inheritdoc/>
    protected override string[] Select => Held;

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetLicences step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetLicences step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (missing, superfluous) = Difference(step, user);
        if (missing.IsEmpty && superfluous.IsEmpty) return new StepSight.Holds();
        if (superfluous.Any(licence => Licences.IsByGroup(user, licence.SkuId))) return new StepSight.Drifted("licence-by-group");
        if (!missing.IsEmpty && string.IsNullOrEmpty(user.UsageLocation)) return new StepSight.Drifted("no-usage-location");
        if (!missing.IsEmpty)
        {
            var bought = await Licences.BoughtAsync(graph.Reads, cancellationToken);
            if (missing.Any(licence => bought.FirstOrDefault(found => found.Licence.SkuId == licence.SkuId) is not { Spare: > 0 }))
                return new StepSight.Drifted("no-licence-left");
        }
        return new StepSight.ToDo(step with { Added = superfluous, Removed = missing });
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetLicences step, StepCall call, CancellationToken cancellationToken)
    {
        // To remove what is not held is an error: what is left to do is read first.
        var user = await Accounts.FindAsync(graph.Reads, IdOf(step.Account), Held, cancellationToken);
        if (user is null) return new StepAnswer.Refused("gone");
        var (missing, superfluous) = Difference(step, user);
        if (missing.IsEmpty && superfluous.IsEmpty) return new StepAnswer.Taken();
        await graph.With(Power).Users[user.Id].AssignLicense.PostAsync(
            new AssignLicensePostRequestBody
            {
                AddLicenses = [.. missing.Select(licence => new AssignedLicense { SkuId = licence.SkuId, DisabledPlans = [] })],
                RemoveLicenses = [.. superfluous.Select(licence => (Guid?)licence.SkuId)],
            },
            cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }

    private static (ImmutableArray<LicenceRef> Missing, ImmutableArray<LicenceRef> Superfluous) Difference(Step.SetLicences step, User user) =>
        ([.. step.Added.Where(licence => !Licences.IsHeld(user, licence.SkuId))], [.. step.Removed.Where(licence => Licences.IsAssigned(user, licence.SkuId))]);
}
