using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// Makes a Temporary Access Pass. An account has one at most: a new one takes the place of the one before, so that a pass whose code was lost with its answer
/// is simply made again.
/// </summary>
internal sealed class CreateAccessPassExecutor : AccountExecutor<Step.CreateAccessPass>
{
    /// <inheritdoc/>
    public override string Permission => "UserAuthMethod-TAP.ReadWrite.All";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => [.. base.ReadPermissions, "UserAuthMethod-TAP.Read.All"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods");

    /// <inheritdoc/>
    protected override bool NeedsSignIn => true;

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.CreateAccessPass step) => step.Account;

    /// <inheritdoc/>
    protected override async Task<StepSight> SeeAsync(TenantGraph graph, Step.CreateAccessPass step, User user, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var passes = await graph.Reads.Users[user.Id].Authentication.TemporaryAccessPassMethods.GetAsync(cancellationToken: cancellationToken);
        // Ours hold from the instant they are made: where Graph leaves that one out, their beginning says it.
        return passes?.Value?.Any(pass => (pass.CreatedDateTime ?? pass.StartDateTime) >= graph.OursSince(since)) == true ? new StepSight.Holds() : new StepSight.ToDo(null);
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.CreateAccessPass step, StepCall call, CancellationToken cancellationToken)
    {
        var pass = new TemporaryAccessPassAuthenticationMethod { LifetimeInMinutes = step.Minutes, IsUsableOnce = true };
        var made = await graph.With(Power).Users[IdOf(step.Account)].Authentication.TemporaryAccessPassMethods.PostAsync(pass, cancellationToken: cancellationToken);
        return made?.TemporaryAccessPass is { Length: > 0 } code ? new StepAnswer.Taken(Secret: code) : new StepAnswer.Unknown();
    }
}
