using System.Security.Claims;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.SignIn;

/// <summary>Why a person whom Entra ID has signed in does not enter.</summary>
internal enum EntryRefusal
{
    /// <summary>Of another tenant than the technicians'.</summary>
    OtherTenant,

    /// <summary>The token names no object id.</summary>
    NoObjectId,

    /// <summary>A guest of the tenant: their account is another company's to give and to take.</summary>
    Guest,

    /// <summary>The settings give them no role.</summary>
    NoRole,
}

/// <summary>Who may enter: members of the technicians' tenant who bear a role, as for the technicians' bot; a name or an address proves nothing.</summary>
/// <param name="settings">The sign-in.</param>
internal sealed class EntryRule(SignInSettings settings)
{
    /// <summary>Judges a token whose signature, audience, issuer and nonce hold.</summary>
    /// <returns>The technician, or why not.</returns>
    public (SignedIn? Technician, EntryRefusal? Refusal) Judge(ClaimsPrincipal person)
    {
        if (Only(person, "tid") is not { } tenant || Tenants.Normal(tenant) != settings.TenantId) return (null, EntryRefusal.OtherTenant);
        if (Tenants.Normal(Only(person, "oid")) is not { } id) return (null, EntryRefusal.NoObjectId);
        if (IsGuest(person)) return (null, EntryRefusal.Guest);
        return settings.Technicians.ContainsKey(id)
            ? (new SignedIn(settings.TenantId, id, TechnicianName.Of(Only(person, "name"), id)), null)
            : (null, EntryRefusal.NoRole);
    }

    /// <summary>Whether a session of before still holds under the present settings.</summary>
    public bool StillHolds(SignedIn technician) => technician.Tenant == settings.TenantId && settings.Technicians.ContainsKey(technician.Id);

    /// <summary><c>acct</c> is 1 for guests where the app asks for it; <c>idp</c> is there, and another than the issuer, for people of elsewhere.</summary>
    private bool IsGuest(ClaimsPrincipal person) =>
        person.FindAll("acct").Any(claim => claim.Value is not "0") || person.FindAll("idp").Any(claim => !IsOwn(claim.Value, person));

    private bool IsOwn(string provider, ClaimsPrincipal person) =>
        provider == person.FindFirst("iss")?.Value || provider.TrimEnd('/') == $"https://sts.windows.net/{settings.TenantId}";

    /// <summary>A claim that is there once; told twice it tells nothing.</summary>
    private static string? Only(ClaimsPrincipal person, string type) => person.FindAll(type).ToArray() is [{ } claim] ? claim.Value : null;
}
