namespace SiOne.Bot.Host.Settings;

/// <summary>The settings under <c>SiOne:Teams</c>. Without the section, Teams is off.</summary>
public sealed class TeamsOptions
{
    /// <summary>The customers' bot. Required.</summary>
    public BotOptions? Customers { get; set; }

    /// <summary>The technicians' bot. Required, with an app of its own.</summary>
    public BotOptions? Technicians { get; set; }

    /// <summary>SI-ONE's own tenant, a GUID: technicians are members of it. Required.</summary>
    public string? TechnicianTenantId { get; set; }

    /// <summary>The technicians' team, <c>19:…@thread.tacv2</c>. Required.</summary>
    public string? TechnicianTeamId { get; set; }

    /// <summary>The channel of that team in which requests are posted, <c>19:…@thread.tacv2</c>. Required.</summary>
    public string? TechnicianChannelId { get; set; }

    /// <summary>
    /// The language of what is posted in that channel unasked, <c>fr</c> or <c>en</c>: cards of requests, alerts. Whoever asks or clicks is answered in the
    /// language of their own client. Default fr.
    /// </summary>
    public string TechnicianLanguage { get; set; } = "fr";

    /// <summary>Who may act: the person's object id in Entra ID, and <c>Technician</c> or <c>Lead</c>. Nobody by default.</summary>
    public IDictionary<string, string> TechnicianRoles { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The hosts of Teams' service, separated by commas: exact names, reached by https. In Development also addresses of this machine such as
    /// http://127.0.0.1:56150. Default: the public cloud's and the two documented ones of the United States' government.
    /// </summary>
    public string ServiceHosts { get; set; } = "smba.trafficmanager.net, smba.infra.gcc.teams.microsoft.com, smba.infra.gov.teams.microsoft.us";

    /// <summary>
    /// Where files that people attach may be fetched, separated by commas; <c>*.</c> stands for any name below. In Development also addresses of
    /// this machine. Default *.sharepoint.com.
    /// </summary>
    public string FileHosts { get; set; } = "*.sharepoint.com";

    /// <summary>Where the service's signing keys are told. Default: the public cloud.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who signs what arrives. Default: the public cloud.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the bots get their tokens. Default: the public cloud.</summary>
    public string LoginHost { get; set; } = "https://login.microsoftonline.com";

    /// <summary>For what they ask a token. Default: the public cloud.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>
    /// The folder with the app packages as they were uploaded to Teams: at start their bot ids are compared with the bots that run. Without it
    /// nothing is compared.
    /// </summary>
    public string? Packages { get; set; }

    /// <summary>Activities without a token are taken from this machine, for the Microsoft 365 Agents Playground. Only in Development. Default false.</summary>
    public bool AllowAnonymous { get; set; }
}

/// <summary>One bot: a single-tenant app, or a user-assigned managed identity.</summary>
public sealed class BotOptions
{
    /// <summary>The app's (client) id, a GUID. Required.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant in which the app is registered, a GUID. Required.</summary>
    public string? TenantId { get; set; }

    /// <summary>The app's secret; one of the three ways to prove who the bot is. Keep it in user secrets or the environment.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>A PKCS #12 or PEM file with certificate and private key; one of the three ways.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file, if it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>The client id of the managed identity that the bot is, a GUID equal to the app id; one of the three ways.</summary>
    public string? ManagedIdentityClientId { get; set; }
}
