using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>
/// Art. 19: OneDrive and SharePoint are backed up Monday to Friday at 22:30 and versions last as many days as the order form says; mail only
/// as it says; a deleted OneDrive file stays 93 days in the bin. Names the point that can serve, or says that none can. Art. 22: restores.
/// </summary>
public sealed class RecoveryPoint : IClause
{
    /// <summary>Days that deleted files stay in the bin of OneDrive and SharePoint (Art. 19).</summary>
    public const int BinDays = 93;

    /// <summary>Days whose runs are named where the file does not say how long versions last: enough for the last run before a long weekend.</summary>
    private const int KnownDays = 7;

    private static readonly BackupRuns Microsoft365 = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(22, 30));

    /// <inheritdoc/>
    public Article Article { get; } = new("19");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Services, Fact.Backups, Fact.Received, Fact.Date, Fact.Matters, Fact.ContractEnd];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer?.Subscription is not { } subscription) return [];
        if (request.Operation.Category is not Category.Restore || request.Operation == RestoreOperations.Plan) return [];
        // After the days of Art. 23 the data may have been erased.
        if (subscription.TerminatedOn is { } last && !DataRecovery.Applies(request, last)) return [];
        // Without a subscribed backup there is nothing to name: that is another clause's matter.
        if (!request.Operation.Services.Any(subscription.Services.Contains)) return [];
        if (request.Operation == RestoreOperations.Mailbox && !subscription.Backups.Mail) return [MailNotBackedUp];
        ImmutableArray<Finding> local = request.Request.Speaks(Matter.LocalFolder) ? [LocalFolder] : [];
        // Without the days of history only the newest runs are sure to be there still.
        if (subscription.Backups.HistoryDays is null && request.Request.Date < ParisTime.DateOf(request.StartedAt).AddDays(-KnownDays)) return [NoSchedule, .. local];
        return RunsOf(subscription) is { } runs ? [Point(request, subscription.Backups, runs), .. local] : [NoSchedule, .. local];
    }

    private static BackupRuns? RunsOf(Subscription subscription) =>
        subscription.Services.Contains(Service.Backup365) ? Microsoft365 : subscription.Backups.Servers;

    /// <summary>The last run on or before the day asked for (Paris), and before the request; null when versions do not reach back that far.</summary>
    private static DateTimeOffset? LastRun(Case request, BackupFacts facts, BackupRuns runs)
    {
        // However late it is decided: what was backed up since the request holds what was lost no more.
        var today = ParisTime.DateOf(request.StartedAt);
        var asked = request.Request.Date is { } day && day < today ? day : today;
        // Nothing is backed up any more after the contract's last day.
        if (request.Customer!.Subscription.TerminatedOn is { } last && last < asked) asked = last;
        var first = facts.HistoryDays is { } days ? request.Day.AddDays(-days) : asked.AddDays(-KnownDays);
        for (var at = asked; at >= first; at = at.AddDays(-1))
            if (runs.Days.Contains(at.DayOfWeek) && ParisTime.At(at, runs.At) is var run && run <= request.StartedAt) return run;
        return null;
    }

    private Finding Point(Case request, BackupFacts facts, BackupRuns runs)
    {
        if (LastRun(request, facts, runs) is { } run)
            return new Finding("recovery-point", Article, LeadsTo: null, new Label(
                $"La sauvegarde qui peut servir est celle prévue {Instants.Say(run, Language.French)} ; un technicien vérifie d’abord qu’elle a bien eu lieu.",
                $"The backup that can serve is the one planned for {Instants.Say(run, Language.English)}; a technician first checks that it was made."));
        if (facts.HistoryDays is not { } days) return NoSchedule;
        var services = request.Customer!.Subscription.Services;
        var inBin = request.Request.Date is { } day && day >= request.Day.AddDays(-BinDays) && request.Operation != RestoreOperations.Mailbox
            && (services.Contains(Service.Backup365) || services.Contains(Service.Microsoft365));
        return new Finding("no-recovery-point", Article, LeadsTo: null, new Label(
            $"Les versions sont conservées {days} jours : aucune ne remonte à la date demandée"
            + (inBin ? " ; un technicien regarde si la corbeille, conservée 93 jours, peut servir." : "."),
            $"Versions are kept for {days} days: none reaches back to the date asked for"
            + (inBin ? "; a technician looks whether the bin, kept for 93 days, can serve." : ".")));
    }

    private Finding MailNotBackedUp => new("mail-not-backed-up", Article, LeadsTo: null, new Label(
        "La sauvegarde des messages n’est pas prévue à votre bon de commande : un technicien regarde ce qui peut encore être récupéré dans la messagerie.",
        "Backups of mail are not on your order form: a technician looks what can still be recovered in the mail system."));

    private Finding NoSchedule => new("no-schedule", Article, LeadsTo: null, new Label(
        "Un technicien vérifie quelle sauvegarde peut servir et vous l’indique.",
        "A technician checks which backup can serve, and tells you."));

    // Art. 16: work files belong into OneDrive; what lies in local folders may never have been copied there.
    private static Finding LocalFolder => new("local-folder", new Article("16"), LeadsTo: null, new Label(
        "Les fichiers du Bureau, de Documents ou d’Images n’ont peut-être pas été sauvegardés : seuls ceux qui sont enregistrés dans OneDrive le sont à coup sûr.",
        "Files on the Desktop, in Documents or in Pictures may not have been backed up: only those stored in OneDrive surely are."));
}
