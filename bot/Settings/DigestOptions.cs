namespace SiOne.Bot.Host.Settings;

/// <summary>The weekly digests: when they leave, and what a person enters for the figures in SI-ONE's own.</summary>
public sealed class DigestOptions
{
    /// <summary>The day of the week, in English. Default <c>Monday</c>, the day after the week that is told of. Public holidays change nothing.</summary>
    public string Day { get; set; } = "Monday";

    /// <summary>The hour in Paris, from 00:00 to 23:59. Default <c>08:00</c>.</summary>
    public string At { get; set; } = "08:00";

    /// <summary>No digest leaves by itself. Default false.</summary>
    public bool Off { get; set; }

    /// <summary>
    /// After how many hours without a good run the digest warns of a backup, from 24 to 2160. Default 96: of backups that run from Monday to Friday, the last good run is some 60
    /// hours old on a Monday morning, and 84 after a public holiday.
    /// </summary>
    public int BackupLateHours { get; set; } = 96;

    /// <summary>
    /// The legal rate of interest in percent, as it is applied for a month, above 0 and up to 20 (Art. 4). Without it no late-payment penalty is worked out. Nothing is ever charged by
    /// itself.
    /// </summary>
    public double? LegalRatePercent { get; set; }

    /// <summary>The new value of the contract's index of wages for the next 1 January, above 0 (Art. 4.1). Without it no revised price is worked out.</summary>
    public double? PriceIndex { get; set; }
}
