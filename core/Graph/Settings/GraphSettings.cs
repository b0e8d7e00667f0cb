namespace SiOne.Bot.Graph.Settings;

/// <summary>How the customers' tenants are reached.</summary>
public sealed record GraphSettings
{
    /// <summary>Where tokens come from; another one in national clouds.</summary>
    public Uri LoginHost { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>Where Graph is, without its version; another one in national clouds.</summary>
    public Uri GraphHost { get; init; } = new("https://graph.microsoft.com/");

    /// <summary>What tokens are asked for: everything that was consented to in Graph; another address in national clouds.</summary>
    public string Scope { get; init; } = "https://graph.microsoft.com/.default";

    /// <summary>The app registration of each class; a class without one is off.</summary>
    public required IReadOnlyDictionary<PowerClass, GraphApp> Apps { get; init; }

    /// <summary>How long one call may take, its token included.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Calls at the same time in one tenant. Exchange takes four for one mailbox and app, and a plan makes one at a time; Entra ID and Intune count by the
    /// second (https://learn.microsoft.com/graph/throttling-limits). What Microsoft throttles all the same waits as it says.
    /// </summary>
    public int CallsAtOnce { get; init; } = 8;

    /// <summary>How long to wait where Microsoft does not say.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far Microsoft's clock may be behind ours when an instant tells whether something is ours.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a role that somebody may take up (Privileged Identity Management) counts as a role.</summary>
    public bool ReadEligibleRoles { get; init; } = true;

    /// <summary>The address that every call begins with.</summary>
    internal string BaseUrl => $"{GraphHost.GetLeftPart(UriPartial.Authority)}/v1.0";

    /// <summary>What is wrong with the settings; empty when nothing is.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (!IsSafe(LoginHost)) yield return "LoginHost: https is expected (http for this machine alone).";
        if (!IsSafe(GraphHost)) yield return "GraphHost: https is expected (http for this machine alone).";
        if (!Apps.ContainsKey(PowerClass.Reading)) yield return "Apps: Reading is missing.";
        if (Apps.Values.Select(app => app.ClientId).Distinct().Count() != Apps.Count) yield return "Apps: each class has an app registration of its own.";
        if (CallTimeout <= TimeSpan.Zero) yield return "CallTimeout: more than nothing is expected.";
        if (BackOff <= TimeSpan.Zero) yield return "BackOff: more than nothing is expected.";
        if (ClockTolerance < TimeSpan.Zero) yield return "ClockTolerance: nothing or more is expected.";
        if (CallsAtOnce < 1) yield return "CallsAtOnce: one or more is expected.";
    }

    private static bool IsSafe(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" });
}
