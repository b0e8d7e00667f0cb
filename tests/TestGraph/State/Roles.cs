namespace SiOne.Bot.TestGraph.State;

/// <summary>Entra's administrative roles in use here, with the ids that all tenants share (https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference).</summary>
public static class Roles
{
    /// <summary>Global Administrator.</summary>
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";

    /// <summary>Privileged Authentication Administrator: may reset anybody's password.</summary>
    public const string PrivilegedAuthenticationAdministrator = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";

    /// <summary>User Administrator: may reset the passwords of people without a role.</summary>
    public const string UserAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";

    /// <summary>Helpdesk Administrator.</summary>
    public const string HelpdeskAdministrator = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

    /// <summary>Exchange Administrator.</summary>
    public const string ExchangeAdministrator = "29232cdf-9323-42fd-ade2-1d097af3e4de";

    /// <summary>Role template id to name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [GlobalAdministrator] = "Global Administrator",
        [PrivilegedAuthenticationAdministrator] = "Privileged Authentication Administrator",
        [UserAdministrator] = "User Administrator",
        [HelpdeskAdministrator] = "Helpdesk Administrator",
        [ExchangeAdministrator] = "Exchange Administrator",
    };
}
