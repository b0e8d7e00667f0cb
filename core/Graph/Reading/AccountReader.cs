using System.Collections.Immutable;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>An account with all that a plan compares.</summary>
internal static class AccountReader
{
    /// <summary>Reads what belongs to it, side by side.</summary>
    public static async Task<FoundAccount> ReadAsync(TenantGraph graph, User user, string soughtAs, ImmutableArray<FoundLicence> bought, CancellationToken cancellationToken)
    {
        var id = user.Id!;
        var privileged = Privileges.AnyAsync(graph, id, cancellationToken);
        var groups = Groups.OfAsync(graph.Reads, id, cancellationToken);
        var manager = Accounts.ManagerAsync(graph.Reads, id, cancellationToken);
        var absent = AnswersAbsenceAsync(graph, id, cancellationToken);
        await Task.WhenAll(privileged, groups, manager, absent);
        return new FoundAccount
        {
            SoughtAs = soughtAs,
            Account = Accounts.RefOf(user),
            DisplayName = user.DisplayName ?? "",
            SignInAllowed = user.AccountEnabled == true,
            IsGuest = string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase),
            IsSynced = user.OnPremisesSyncEnabled == true,
            IsPrivileged = await privileged,
            UsageLocation = user.UsageLocation,
            Licences = Licences.HeldBy(user, bought),
            Groups = [.. (await groups).Select(group => Groups.FoundOf(group, ""))],
            Manager = await manager,
            AnswersAbsence = await absent,
        };
    }

    private static async Task<bool> AnswersAbsenceAsync(TenantGraph graph, string id, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await graph.Reads.Users[id].MailboxSettings.GetAsync(cancellationToken: cancellationToken);
            return settings?.AutomaticRepliesSetting?.Status is AutomaticRepliesStatus.AlwaysEnabled or AutomaticRepliesStatus.Scheduled;
        }
        catch (CallFailedException none) when (none.Status is 403 or 404)
        {
            return false; // No mailbox, or none that may be looked at: no plan hangs on it.
        }
    }
}
