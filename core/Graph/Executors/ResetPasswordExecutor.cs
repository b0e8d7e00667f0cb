using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// Sets a new password that must change at the next sign-in. An instant tells that one was set, not which: after an answer that was lost the password is
/// set again, and the last one holds (RELIABILITY E62).
/// </summary>
internal sealed class ResetPasswordExecutor : AccountExecutor<Step.ResetPassword>
{
    /// <inheritdoc/>
    public override string Permission => "User-PasswordProfile.ReadWrite.All";

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-update");

    /// <inheritdoc/>
    protected override string[] Select => ["lastPasswordChangeDateTime"];

    /// <inheritdoc/>
    protected override bool CloudOnly => true;

    /// <inheritdoc/>
    protected override bool NeedsSignIn => true;

    /// <inheritdoc/>
    protected override AccountRef AccountOf(Step.ResetPassword step) => step.Account;

    /// <inheritdoc/>
    protected override Task<StepSight> SeeAsync(TenantGraph graph, Step.ResetPassword step, User user, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<StepSight>(user.LastPasswordChangeDateTime >= graph.OursSince(since) ? new StepSight.Holds() : new StepSight.ToDo(null));

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.ResetPassword step, StepCall call, CancellationToken cancellationToken)
    {
        if (call.Password is not { Length: > 0 } password) return new StepAnswer.Refused("no-password");
        var user = new User { PasswordProfile = new PasswordProfile { Password = password, ForceChangePasswordNextSignIn = true } };
        await graph.With(Power).Users[IdOf(step.Account)].PatchAsync(user, cancellationToken: cancellationToken);
        return new StepAnswer.Taken();
    }
}
