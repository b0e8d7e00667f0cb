using System.Collections.Immutable;

namespace SiOne.Bot.Domain.Contract;

/// <summary>Where the contract is silent or ambiguous, the reading chosen. Settings; the defaults are the documented Readings, listed by <see cref="ReadingList"/>.</summary>
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

    /// <summary>The contract's application has three names; the Teams bot and SI-ONE Gestion count as it (Art. 3, 9, 13, 22).</summary>
    public bool BotIsTheApplication { get; init; } = true;

    /// <summary>Lost phones and security incidents are accepted on every channel at once.</summary>
    public bool EmergenciesOnEveryChannel { get; init; } = true;

    /// <summary>Beyond Art. 8, 14, 16 and 19 the contract does not say who may ask: an administrator or direction, or for oneself the person.</summary>
    public bool CompanyRules { get; init; } = true;

    /// <summary>The clock stands still while the customer owes an answer (Art. 10 "indisponibilité du client", Art. 13 "indications précises").</summary>
    public bool PauseWhileCustomerOwes { get; init; } = true;

    /// <summary>A remote wipe takes two people's word and a call back to a known number (Art. 8).</summary>
    public bool WipeTakesTwo { get; init; } = true;

    /// <summary>The hours of a service day (Art. 3 gives those of August): the same all year. They serve alerts and visits, never a refusal.</summary>
    public DayHours ServiceHours { get; init; } = new();

    /// <summary>The standard office software (Art. 8.1), where the order form lists none.</summary>
    public ImmutableArray<string> OfficeSoftware { get; init; } = ["Word", "Excel", "PowerPoint", "Outlook", "OneDrive", "SharePoint", "Teams", "Yammer"];

    /// <summary>Working days after the end of the contract during which request content is still kept (Art. 23, 25). 0 to 250.</summary>
    public int KeepContentWorkingDays { get; init; } = 15;

    /// <summary>Days for which the words of a message that led to nothing (a stranger's, an automatic one) are kept. 1 to 365.</summary>
    public int KeepUnansweredDays { get; init; } = 30;

    /// <summary>Days for which a mail is kept as it left. 1 to 3,650.</summary>
    public int KeepSentMailsDays { get; init; } = 30;

    /// <summary>Days for which the words of an answer are kept once it has left and its request is over. 1 to 3,650.</summary>
    public int KeepSentWordsDays { get; init; } = 365;
}

/// <summary>The hours of a service day in Paris, with the break.</summary>
/// <param name="Opening">Morning opening.</param>
/// <param name="BreakFrom">Start of the break.</param>
/// <param name="BreakTo">End of the break.</param>
/// <param name="Closing">Evening closing.</param>
public sealed record DayHours(TimeOnly Opening, TimeOnly BreakFrom, TimeOnly BreakTo, TimeOnly Closing)
{
    /// <summary>Those of August (Art. 3): 8:30 to 12:30 and 14:00 to 18:00.</summary>
    public DayHours() : this(new TimeOnly(8, 30), new TimeOnly(12, 30), new TimeOnly(14, 0), new TimeOnly(18, 0)) { }
}

/// <summary>How hours are counted.</summary>
public enum HoursReading
{
    /// <summary>Over whole service days, nights included; days without service stand still.</summary>
    ServiceDays,

    /// <summary>By the wall clock.</summary>
    Calendar,
}
