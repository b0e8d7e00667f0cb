namespace SiOne.Bot.Host.Settings;

/// <summary>The settings under <c>SiOne:Graph</c>: how approved requests are carried out in the customers' Microsoft 365. Without the section nothing is.</summary>
public sealed class GraphOptions
{
    /// <summary>The app that looks and changes nothing. Required.</summary>
    public GraphAppOptions? Reading { get; set; }

    /// <summary>The app that changes what can be changed back. Without it plans are shown and never run.</summary>
    public GraphAppOptions? Changing { get; set; }

    /// <summary>The app that deletes and acts on devices. Off unless given.</summary>
    public GraphAppOptions? Destroying { get; set; }

    /// <summary>Where tokens come from. Default https://login.microsoftonline.com/.</summary>
    public string LoginHost { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>Where Graph is. Default https://graph.microsoft.com/.</summary>
    public string Host { get; set; } = "https://graph.microsoft.com/";

    /// <summary>What tokens are asked for. Default https://graph.microsoft.com/.default.</summary>
    public string Scope { get; set; } = "https://graph.microsoft.com/.default";

    /// <summary>How long one call may take, 5 seconds to 5 minutes. Default 30 seconds.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>SI-ONE's own accounts in its customers' tenants, never a target: addresses, and domains as <c>@msp.example</c>, separated by commas.</summary>
    public string ProtectedAccounts { get; set; } = "";

    /// <summary>New passwords that one approver may let make in an hour, 1 to 100; a customer may have twice that. Default 5.</summary>
    public int PasswordsPerHour { get; set; } = 5;

    /// <summary>Accounts that one approver may let block in an hour, 1 to 100. Default 2.</summary>
    public int BlocksPerHour { get; set; } = 2;

    /// <summary>Devices and accounts that one approver may let wipe or delete in an hour, 1 to 20. Default 1.</summary>
    public int WipesPerHour { get; set; } = 1;

    /// <summary>For how many minutes a wipe that two people approved can be called off before it is begun, 0 to 60. Default 15.</summary>
    public int WipeCancelMinutes { get; set; } = 15;

    /// <summary>For how many hours what was done can be undone by a button, 1 to 720. Default 72.</summary>
    public int UndoHours { get; set; } = 72;

    /// <summary>The person behind an account of a technician, where one has several: <c>SiOne:Graph:Persons:ACCOUNT = name</c>. Two accounts of one person have one voice.</summary>
    public IDictionary<string, string> Persons { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Who is away and who approves meanwhile: <c>SiOne:Graph:Away:ACCOUNT = 2026-08-03/2026-08-21/PERSON</c>, the last one as <see cref="Persons"/> or
    /// by the account.
    /// </summary>
    public IDictionary<string, string> Away { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One app registration, consented to in each customer's tenant; each class of power has one of its own (RELIABILITY E73).</summary>
public sealed class GraphAppOptions
{
    /// <summary>Its application id.</summary>
    public string? ClientId { get; set; }

    /// <summary>A PKCS #12 or PEM file with its private key: what is preferred.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The password of that file, if it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A secret, where there is no certificate.</summary>
    public string? ClientSecret { get; set; }
}
