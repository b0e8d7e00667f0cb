using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Engine.Customers;

/// <summary>Reads what the order form says of backups and licences.</summary>
/// <param name="file">The customer file.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class OrderFormReader(Section file, MistakeList mistakes)
{
    private const int MostLicences = 100_000;

    /// <summary>What is backed up (Art. 18, 19).</summary>
    /// <param name="services">The services subscribed: nothing is backed up without a backup service.</param>
    public BackupFacts Backups(ImmutableHashSet<Service> services)
    {
        if (file.Child("backups", CustomerFileShape.BackupKeys) is not { } backups) return new BackupFacts();
        var facts = new BackupFacts
        {
            HistoryDays = backups.Number("historyDays", 1, 3660, "the days during which versions are kept (Art. 19)"),
            Mail = backups.Flag("mail", byDefault: false),
            Servers = Servers(backups),
        };
        var any = services.Contains(Service.Backup) || services.Contains(Service.Backup365);
        if (facts.HistoryDays is not null && !any) backups.Mistake("historyDays", "this only with service \"Backup\" or \"Backup365\" (Art. 18, 19)");
        if (facts.Mail && !any) backups.Mistake("mail", "this only with service \"Backup\" or \"Backup365\" (Art. 19)");
        if (facts.Servers is not null && !services.Contains(Service.Backup)) backups.Mistake("servers", "this only with service \"Backup\" (Art. 18)");
        return facts;
    }

    /// <summary>The Microsoft 365 licences (Art. 14, 17).</summary>
    /// <param name="services">The services subscribed.</param>
    public LicenceCount? Licences(ImmutableHashSet<Service> services)
    {
        if (file.Child("licences", CustomerFileShape.LicenceKeys) is not { } licences) return null;
        var owned = licences.Number("owned", 0, MostLicences, "the licences paid for", required: true);
        var used = licences.Number("used", 0, MostLicences, "the licences assigned to somebody", required: true);
        var baseline = licences.Number("baseline", 1, MostLicences, "the number of licences that the price was agreed on (Art. 17)", required: true);
        if (used > owned) licences.Mistake("used", "at most as many licences as are owned");
        if (!services.IsEmpty && !services.Contains(Service.Microsoft365)) file.Mistake("licences", "this only with service \"Microsoft365\" (Art. 14)");
        return owned is { } paid && used is { } assigned && baseline is { } agreed ? new LicenceCount(paid, assigned, agreed) : null;
    }

    private BackupRuns? Servers(Section backups)
    {
        if (backups.Child("servers", CustomerFileShape.ServerKeys) is not { } servers) return null;
        var days = ImmutableHashSet.CreateBuilder<DayOfWeek>();
        foreach (var (value, path) in servers.Items("days", "an array of at least one day such as \"monday\"", required: true))
            if (Section.Word(value, path, CustomerFileShape.Days, mistakes) is { } day && !days.Add(day)) mistakes.Add(path, value.Line, "each day once");
        return servers.Time("at", required: true) is { } at ? new BackupRuns(days.ToImmutable(), at) : null;
    }
}
