namespace SiOne.Bot.Domain.Contract;

/// <summary>Where the contract is silent or ambiguous, the reading chosen. Settings; the defaults are the documented Readings.</summary>
public sealed record Readings
{
    /// <summary>The documented readings.</summary>
    public static Readings Default { get; } = new();

    /// <summary>How the 48 hours of Art. 11, 14 and 22 are counted ("48 heures" against "jours ouvrés" in Art. 23 and XIV).</summary>
    public HoursReading Hours { get; init; } = HoursReading.ServiceDays;

    /// <summary>Hours of the commitment (Art. 11, 14, 22). 1 to 240.</summary>
    public int CommitmentHours { get; init; } = 48;

    /// <summary>Hours of the target for phones, incidents and the rest, for which the contract promises no time. 1 to 240.</summary>
    public int TargetHours { get; init; } = 48;

    /// <summary>Art. 9 says "uniquement via l'application", XIV 2.5.3 allows mail: Sérénité may ask for interventions by mail.</summary>
    public bool SereniteInterventionsByMail { get; init; } = true;

    /// <summary>Lost phones and security incidents are accepted on every channel at once.</summary>
    public bool EmergenciesOnEveryChannel { get; init; } = true;
}

/// <summary>How hours are counted.</summary>
public enum HoursReading
{
    /// <summary>Over whole service days, nights included; days without service stand still.</summary>
    ServiceDays,

    /// <summary>By the wall clock.</summary>
    Calendar,
}
