using System.Globalization;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Reading;

namespace SiOne.Bot.Graph.Executors;

/// <summary>
/// A step on an account. Right before, the account is read live: still the one that was approved, by id and address (RELIABILITY E67), no guest, and without a
/// role of the directory (E66).
/// </summary>
internal abstract class AccountExecutor<TStep> : Executor<TStep>
    where TStep : Step
{
    /// <summary>How long a new account may have no mailbox yet.</summary>
    private static readonly TimeSpan MailboxAppears = TimeSpan.FromHours(24);

    /// <summary>How long a new account may be unknown to some of Microsoft's servers.</summary>
    private static readonly TimeSpan AccountAppears = TimeSpan.FromMinutes(5);

    private static readonly string[] Always = ["id", "userPrincipalName", "accountEnabled", "userType", "onPremisesSyncEnabled", "createdDateTime"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadPermissions => ["User.Read.All", "RoleManagement.Read.Directory"];

    /// <summary>What to read of the account beside what the checks need.</summary>
    protected virtual string[] Select => [];

    /// <summary>A server of the customer's decides it for accounts that it feeds.</summary>
    protected virtual bool CloudOnly => false;

    /// <summary>Makes no sense for an account that may not sign in: somebody has left meanwhile.</summary>
    protected virtual bool NeedsSignIn => false;

    /// <summary>The account.</summary>
    protected abstract AccountRef AccountOf(TStep step);

    /// <summary>Whether the state holds for the account as it is.</summary>
    protected abstract Task<StepSight> SeeAsync(TenantGraph graph, TStep step, User user, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What it means that the account is no longer there.</summary>
    protected virtual StepSight Gone => new StepSight.Drifted("gone");

    /// <inheritdoc/>
    protected sealed override async Task<StepSight> LookAsync(TenantGraph graph, TStep step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var account = AccountOf(step);
        var user = await Accounts.FindAsync(graph.Reads, Accounts.KeyOf(account), [.. Always, .. Select], cancellationToken);
        if (user is null) return await MissingAsync(graph, account, since, cancellationToken);
        if (Drift(account, user) is { } reason) return new StepSight.Drifted(reason);
        if (await Privileges.AnyAsync(graph, user.Id!, cancellationToken)) return new StepSight.Drifted("privileged");
        try
        {
            return await SeeAsync(graph, step, user, since, cancellationToken);
        }
        catch (CallFailedException none) when (none.Code == "MailboxNotEnabledForRESTAPI" && graph.Time.GetUtcNow() - user.CreatedDateTime < MailboxAppears)
        {
            return NotYet(graph);
        }
    }

    /// <summary>How the account is named in a call.</summary>
    protected static string IdOf(AccountRef account) => Accounts.KeyOf(account);

    /// <summary>Deleted is in the bin for 30 days; what is neither here nor there may have been made a moment ago by an earlier step.</summary>
    private async Task<StepSight> MissingAsync(TenantGraph graph, AccountRef account, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (account.Id is null) return NotYet(graph);
        if (Gone is StepSight.Holds || graph.Time.GetUtcNow() - since >= AccountAppears) return Gone;
        return await Accounts.IsDeletedAsync(graph.Reads, Accounts.KeyOf(account), cancellationToken) ? Gone : NotYet(graph);
    }

    private string? Drift(AccountRef account, User user)
    {
        if (account.Id is { } id && user.Id != id.ToString("D", CultureInfo.InvariantCulture)) return "gone";
        if (!string.Equals(user.UserPrincipalName, account.UserPrincipalName, StringComparison.OrdinalIgnoreCase)) return "renamed";
        if (string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase)) return "guest";
        if (CloudOnly && user.OnPremisesSyncEnabled == true) return "synced";
        return NeedsSignIn && user.AccountEnabled == false ? "disabled" : null;
    }

    /// <summary>An earlier step made it, and not every server of Microsoft's knows.</summary>
    private static StepSight.Failed NotYet(TenantGraph graph) => new(new StepAnswer.Later(graph.Time.GetUtcNow() + graph.Settings.BackOff));
}
