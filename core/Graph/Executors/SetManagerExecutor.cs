using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Names an account's manager, or takes the manager away.</summary>
internal sealed class SetManagerExecutor : AccountExecutor<Step.SetManager>
{
    private static readonly string[] Id = ["id"];

    /// <inheritdoc/>
    public override string Permission => "User.ReadWrite.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-post-manager");

    /// <inheritdoc/>
    protected override bool CloudOnly => true;

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetManager step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.SetManager step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = await Accounts.ManagerAsync(graph.Reads, user.Id!, cancellationToken);
        var wanted = step.Manager is null ? null : await IdOfManagerAsync(graph, step.Manager, cancellationToken);
        if (step.Manager is not null && wanted is null) return new StepSight.Drifted("manager-gone");
        return now?.Id == wanted ? new StepSight.Holds() : new StepSight.ToDo(step with { Manager = now });
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetManager step, StepCall call, CancellationToken cancellationToken)
    {
        var manager = graph.With(Power).Users[IdOf(step.Account)].Manager.Ref;
        if (step.Manager is null)
        {
            await manager.DeleteAsync(cancellationToken: cancellationToken);
            return new StepAnswer.Taken();
        }
        if (await IdOfManagerAsync(graph, step.Manager, cancellationToken) is not { } id) return new StepAnswer.Refused("manager-gone");
        await manager.PutAsync(new ReferenceUpdate { OdataId = graph.ReferenceTo(id) }, cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }

    private static async Task<Guid?> IdOfManagerAsync(TenantGraph graph, AccountRef manager, CancellationToken cancellationToken) =>
        (await Accounts.FindAsync(graph.Reads, Accounts.KeyOf(manager), Id, cancellationToken))?.Id is { } id ? Guid.Parse(id) : null;
}
