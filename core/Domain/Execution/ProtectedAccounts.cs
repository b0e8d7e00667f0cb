using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Execution;

/// <summary>SI-ONE's own accounts in its customers' tenants: never a target (RELIABILITY E66). A setting of the host.</summary>
public sealed record ProtectedAccounts
{
    /// <summary>None is known.</summary>
    public static ProtectedAccounts None { get; } = new();

    /// <summary>By address.</summary>
    public ImmutableArray<MailAddress> Addresses { get; init; } = [];

    /// <summary>By object id.</summary>
    public ImmutableArray<Guid> Ids { get; init; } = [];

    /// <summary>Every address of these domains, in lower case: SI-ONE's own.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Whether an account is one of them, or a break-glass or service account of the customer file.</summary>
    public bool Hold(AccountRef account, TenantTerms terms)
    {
        if (account.Id is { } id && Ids.Contains(id)) return true;
        return MailAddress.TryParse(account.UserPrincipalName, out var address)
            && (Addresses.Contains(address) || terms.BreakGlass.Contains(address) || terms.ServiceAccounts.Contains(address)
                || Domains.Contains(address.Domain, StringComparer.OrdinalIgnoreCase));
    }
}
