using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// Creates an account under its marker, so that a repeated call finds its own and nobody else's (RELIABILITY E61). The marker lies in extension attribute 15: it
/// can be set while creating, is read back by the same right, takes 1,024 characters (an employee id takes 16), and means nothing to Microsoft or to HR.
/// </summary>
internal sealed class CreateAccountExecutor : Executor<Step.CreateAccount>
{
    private static readonly string[] Select = ["id", "userPrincipalName", "onPremisesExtensionAttributes"];

    /// <inheritdoc/>
    public override string Permission => "User.ReadWrite.All";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => ["User.Read.All"];

    /// <inheritdoc/>
    public override Uri Page { get; } = new("https://learn.microsoft.com/graph/api/user-post-users");

    /// <inheritdoc/>
    protected override async Task<StepSight> LookAsync(TenantGraph graph, Step.CreateAccount step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var user = await Accounts.FindAsync(graph.Reads, step.Account.UserPrincipalName, Select, cancellationToken);
        if (user is null) return new StepSight.ToDo(null);
        return user.OnPremisesExtensionAttributes?.ExtensionAttribute15 == step.Marker
            ? new StepSight.Holds(Guid.Parse(user.Id!))
            : new StepSight.Drifted("not-ours");
    }

    /// <inheritdoc/>
    protected override async Task<StepAnswer> DoAsync(TenantGraph graph, Step.CreateAccount step, StepCall call, CancellationToken cancellationToken)
    {
        if (call.Password is not { Length: > 0 } password) return new StepAnswer.Refused("no-password");
        try
        {
            var made = await graph.With(Power).Users.PostAsync(AccountOf(step, password), cancellationToken: cancellationToken);
            return new StepAnswer.Taken(made?.Id is { } id ? Guid.Parse(id) : null);
        }
        catch (CallFailedException taken) when (taken.SaysAlready || taken.Status == 409)
        {
            return new StepAnswer.Unknown(); // Ours of an earlier try, or somebody else's: its marker tells.
        }
    }

    private static User AccountOf(Step.CreateAccount step, string password) => new()
    {
        AccountEnabled = true,
        DisplayName = step.DisplayName,
        GivenName = step.GivenName,
        Surname = step.Surname,
        MailNickname = step.Account.UserPrincipalName.Split('@')[0],
        UserPrincipalName = step.Account.UserPrincipalName,
        UsageLocation = step.UsageLocation,
        PasswordProfile = new PasswordProfile { Password = password, ForceChangePasswordNextSignIn = true },
        OnPremisesExtensionAttributes = new OnPremisesExtensionAttributes { ExtensionAttribute15 = step.Marker },
    };
}
