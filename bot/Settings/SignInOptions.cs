namespace SiOne.Bot.Host.Settings;

/// <summary>
/// The settings under <c>SiOne:SignIn</c>: technicians sign in to the local page by Entra ID. Without the section the demo asks for a one-time code,
/// and a live host for nothing; its page then answers this machine alone. The app registration needs the redirect address
/// <c>{PublicUrl}/signin/callback</c>, or <c>http://localhost:5080/signin/callback</c> where there is no public address.
/// </summary>
public sealed class SignInOptions
{
    /// <summary>SI-ONE's own tenant, a GUID: nobody of another one enters. Required; the same as <c>SiOne:Teams:TechnicianTenantId</c> where Teams is set.</summary>
    public string? TenantId { get; set; }

    /// <summary>The (client) id of the app that stands for the page, a GUID. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's secret; one of the two ways to prove who the page is. Keep it in user secrets or the environment.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A PKCS #12 or PEM file with certificate and private key (RSA); one of the two ways.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file, if it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// Who signs technicians in: https, or in Development an address of this machine. Default
    /// <c>https://login.microsoftonline.com/{TenantId}/v2.0</c>.
    /// </summary>
    public string? Authority { get; set; }

    /// <summary>
    /// The address under which a reverse proxy on this machine shows the page, for example https://support.msp.example: https and a host, without a
    /// path. The proxy hands the <c>Host</c> header on as it came. Without it the page answers this machine alone.
    /// </summary>
    public string? PublicUrl { get; set; }

    /// <summary>
    /// Who may enter where Teams is off: the person's object id in Entra ID, and <c>Technician</c> or <c>Lead</c>. Where Teams is set,
    /// <c>SiOne:Teams:TechnicianRoles</c> says it for both, and this stays empty.
    /// </summary>
    public IDictionary<string, string> Technicians { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
