using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Settings;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Deletes an account: it lies in the tenant's bin for 30 days. Gone, or in the bin, is what was asked for.</summary>
internal sealed class DeleteAccountExecutor : AccountExecutor<Step.DeleteAccount>
{
    /// <inheritdoc/>
    public override PowerClass Power => PowerClass.Destroying;

    /// <inheritdoc/>
    public override string Permission => "User.DeleteRestore.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-delete");

    /// <inheritdoc/>
    protected override bool CloudOnly => true;

    /// <inheritdoc/>
    protected override StepSight Gone => new StepSight.Holds();

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.DeleteAccount step) => step.Account;

    /// <inheritdoc/>
    protected override Task<StepSight> SeeAsync(TenantGraph graph, Step.DeleteAccount step, User user, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<StepSight>(new StepSight.ToDo(null));

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.DeleteAccount step, StepCall call, CancellationToken cancellationToken)
    {
        if (step.Account.Id is null) return new StepAnswer.Refused("no-id"); // Never by an address, which may be somebody else's by now.
        await graph.With(Power).Users[IdOf(step.Account)].DeleteAsync(cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }
}
