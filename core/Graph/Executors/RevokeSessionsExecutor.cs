using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>Ends every session: the instant before which sessions no longer hold is read back.</summary>
internal sealed class RevokeSessionsExecutor : AccountExecutor<Step.RevokeSessions>
{
    /// <inheritdoc/>
    public override string Permission => "User.RevokeSessions.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-revokesigninsessions");

    /// <inheritdoc/>
    protected override string[] Select => ["signInSessionsValidFromDateTime"];

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.RevokeSessions step) => step.Account;

    /// <inheritdoc/>
    protected override Task<StepSight> SeeAsync(TenantGraph graph, Step.RevokeSessions step, User user, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<StepSight>(user.SignInSessionsValidFromDateTime >= graph.OursSince(since) ? new StepSight.Holds() : new StepSight.ToDo(null));

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.RevokeSessions step, StepCall call, CancellationToken cancellationToken)
    {
        await graph.With(Power).Users[IdOf(step.Account)].RevokeSignInSessions.PostAsRevokeSignInSessionsPostResponseAsync(cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }
}
