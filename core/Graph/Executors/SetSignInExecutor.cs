using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Lets an account sign in, or no more.</summary>
internal sealed class SetSignInExecutor : AccountExecutor<Step.SetSignIn>
{
    /// <inheritdoc/>
    public override string Permission => "User.EnableDisableAccount.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-update");

    /// <inheritdoc/>
    protected override bool CloudOnly => true;

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.SetSignIn step) => step.Account;

    /// <inheritdoc/>
    protected override Task<StepSight> SeeAsync(TenantGraph graph, Step.SetSignIn step, User user, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<StepSight>(user.AccountEnabled == step.Allowed ? new StepSight.Holds() : new StepSight.ToDo(step with { Allowed = user.AccountEnabled == true }));

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.SetSignIn step, StepCall call, CancellationToken cancellationToken)
    {
        await graph.With(Power).Users[IdOf(step.Account)].PatchAsync(new User { AccountEnabled = step.Allowed }, cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }
}
