using System.Security.Claims;

namespace SiOne.Bot.Host.SignIn;

/// <summary>A technician with a session on the local page. The session holds this much of them and no more.</summary>
/// <param name="Tenant">Their tenant; empty in the demo.</param>
/// <param name="Id">Their object id there.</param>
/// <param name="Name">The name under which they act.</param>
internal sealed record SignedIn(string Tenant, string Id, string Name)
{
    private const string TenantClaim = "tid";
    private const string IdClaim = "oid";
    private const string NameClaim = "name";

    /// <summary>Who asks; null without a session that holds.</summary>
    public static SignedIn? Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true, AuthenticationType: PageSessions.Scheme }
        && user.FindFirst(IdClaim)?.Value is { Length: > 0 } id && user.FindFirst(NameClaim)?.Value is { Length: > 0 } name
            ? new SignedIn(user.FindFirst(TenantClaim)?.Value ?? "", id, name)
            : null;

    /// <summary>What the session keeps.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [new Claim(TenantClaim, Tenant), new Claim(IdClaim, Id), new Claim(NameClaim, Name)], PageSessions.Scheme, NameClaim, roleType: null));

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(SignedIn);
}
