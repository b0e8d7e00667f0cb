using SiOne.Bot.Domain.Contract;

namespace SiOne.Bot.Host.Settings;

/// <summary>The readings of the contract; the defaults are the documented ones, printed by <c>check --readings</c>.</summary>
public sealed class ReadingOptions
{
    /// <summary>How the 48 hours are counted: ServiceDays (default) or Calendar.</summary>
    public HoursReading Hours { get; set; } = Readings.Default.Hours;

    /// <summary>Hours of the commitment (Art. 11, 14, 22), 1 to 240. Default 48.</summary>
    public int CommitmentHours { get; set; } = Readings.Default.CommitmentHours;

    /// <summary>Hours of the target where the contract promises no time, 1 to 240. Default 48.</summary>
    public int TargetHours { get; set; } = Readings.Default.TargetHours;

    /// <summary>Sérénité may ask for interventions by mail (XIV 2.5.3 against Art. 9). Default true.</summary>
    public bool SereniteInterventionsByMail { get; set; } = Readings.Default.SereniteInterventionsByMail;

    /// <summary>The Teams bot and SI-ONE Gestion count as the contract's application (Art. 9). Default true.</summary>
    public bool BotIsTheApplication { get; set; } = Readings.Default.BotIsTheApplication;

    /// <summary>Lost phones and security incidents are accepted on every channel. Default true.</summary>
    public bool EmergenciesOnEveryChannel { get; set; } = Readings.Default.EmergenciesOnEveryChannel;

    /// <summary>Beyond Art. 8, 14, 16 and 19, administrators decide for others. Default true.</summary>
    public bool CompanyRules { get; set; } = Readings.Default.CompanyRules;

    /// <summary>The clock stands still while the customer owes an answer (Art. 10, 13). Default true.</summary>
    public bool PauseWhileCustomerOwes { get; set; } = Readings.Default.PauseWhileCustomerOwes;

    /// <summary>A remote wipe takes two people's word (Art. 8). Default true.</summary>
    public bool WipeTakesTwo { get; set; } = Readings.Default.WipeTakesTwo;

    /// <summary>The hours of a service day in Paris, all year (Art. 3): <c>08:30-12:30, 14:00-18:00</c> by default.</summary>
    public string ServiceHours { get; set; } = "08:30-12:30, 14:00-18:00";

    /// <summary>The standard office software (Art. 8.1), separated by commas. Default: Word, Excel, PowerPoint, Outlook, OneDrive, SharePoint, Teams, Yammer.</summary>
    public string OfficeSoftware { get; set; } = string.Join(", ", Readings.Default.OfficeSoftware);

    /// <summary>Working days after the contract's end during which request content is kept, 0 to 250. Default 15.</summary>
    public int KeepContentWorkingDays { get; set; } = Readings.Default.KeepContentWorkingDays;

    /// <summary>Days for which the words of a message that led to nothing (a stranger's, an automatic one) are kept, 1 to 365. Default 30.</summary>
    public int KeepUnansweredDays { get; set; } = Readings.Default.KeepUnansweredDays;

    /// <summary>Days for which a mail is kept as it left, 1 to 3,650. Default 30.</summary>
    public int KeepSentMailsDays { get; set; } = Readings.Default.KeepSentMailsDays;

    /// <summary>Days for which the words of an answer are kept once it has left and its request is over, 1 to 3,650. Default 365.</summary>
    public int KeepSentWordsDays { get; set; } = Readings.Default.KeepSentWordsDays;
}
