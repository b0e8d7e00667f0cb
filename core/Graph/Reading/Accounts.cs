using System.Globalization;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Graph.Calls;

namespace SiOne.Bot.Graph.Reading;

/// <summary>One account, live.</summary>
internal static class Accounts
{
    /// <summary>By id, which stays when somebody is renamed; by address where an earlier step of the same plan made it.</summary>
    public static string KeyOf(AccountRef account) => account.Id?.ToString("D", CultureInfo.InvariantCulture) ?? account.UserPrincipalName;

    /// <summary>The account; null when there is none.</summary>
    public static async Task<User?> FindAsync(GraphServiceClient reads, string key, string[] select, CancellationToken cancellationToken)
    {
        try
        {
            return await reads.Users[key].GetAsync(asked => asked.QueryParameters.Select = select, cancellationToken);
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Its manager with id and address; null for none.</summary>
    public static async Task<AccountRef?> ManagerAsync(GraphServiceClient reads, string id, CancellationToken cancellationToken)
    {
        try
        {
            var manager = await reads.Users[id].Manager.GetAsync(asked => asked.QueryParameters.Select = ["id", "userPrincipalName"], cancellationToken);
            return manager?.Id is { } found ? new AccountRef(NameOf(manager).ToLowerInvariant(), Guid.Parse(found)) : null;
        }
        catch (CallFailedException none) when (none.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Without its type's name beside it Kiota reads a person as a mere directory object.</summary>
    private static string NameOf(DirectoryObject manager) => manager is User user
        ? user.UserPrincipalName ?? ""
        : manager.AdditionalData.TryGetValue("userPrincipalName", out var name) ? name as string ?? "" : "";

    /// <summary>How plans name it.</summary>
    public static AccountRef RefOf(User user) => new((user.UserPrincipalName ?? "").ToLowerInvariant(), Guid.Parse(user.Id!));
}
