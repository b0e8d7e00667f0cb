using System.Globalization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Operations;

/// <summary>What operators do to an installation, the same whether its host runs or not. Lines bear keys, codes and counts: no subject, no address, no text.</summary>
/// <param name="store">The store.</param>
/// <param name="settings">Where everything lies.</param>
/// <param name="master">The installation's secret.</param>
/// <param name="spool">The raw messages.</param>
/// <param name="journal">What is done is written down first.</param>
/// <param name="quarantine">Messages that could not be read; null where the store is not opened.</param>
/// <param name="corrections">What technicians corrected; null where nobody knows who has agreed to it.</param>
/// <param name="rights">What is held about whom; null where the store is not opened.</param>
/// <param name="digests">Customers' weeks, and SI-ONE's own; null where nobody knows the customers.</param>
/// <param name="clock">The clock.</param>
internal sealed class OperatorActs(
    IOperatedStore store, UsableSettings settings, MasterKey master, MessageSpool spool, OperatorJournal journal, QuarantineDesk? quarantine, CorrectionActs? corrections,
    RightsActs? rights, DigestActs? digests, TimeProvider clock)
{
    public const string Hello = "hello";
    public const string QuarantineList = "quarantine-list";
    public const string QuarantineShow = "quarantine-show";
    public const string QuarantineReplay = "quarantine-replay";
    public const string Backup = "backup";
    public const string Verify = "verify";
    public const string All = "all";

    /// <summary>Does one.</summary>
    public Task<OperatorAnswer> DoAsync(OperatorAsk ask, CancellationToken cancellationToken) => ask switch
    {
        { Act: Hello } => Task.FromResult(new OperatorAnswer(0, [], [])),
        { Act: QuarantineList } when quarantine is not null => ListAsync(quarantine, cancellationToken),
        { Act: QuarantineShow, Key: { } key } when quarantine is not null => ShowAsync(quarantine, key, cancellationToken),
        { Act: QuarantineReplay, Key: { } key } when quarantine is not null => ReplayAsync(quarantine, key, ask.Who, cancellationToken),
        { Act: Backup, Folder: { } folder } => BackUpAsync(folder, ask, cancellationToken),
        { Act: Verify } => VerifyAsync(cancellationToken),
        { Act: CorrectionActs.List } when corrections is not null => corrections.ListAsync(cancellationToken),
        { Act: CorrectionActs.Write, Folder: { } path, Reason: { Length: > 0 } reason } when corrections is not null => corrections.WriteAsync(path, ask.Who, reason, cancellationToken),
        { Act: DigestActs.Show, Customer: { } customer, Week: { } week } when digests is not null => digests.ShowAsync(customer, week, ask.Format, cancellationToken),
        { Act: DigestActs.Send, Customer: { } customer, Week: { } week } when digests is not null => digests.SendAsync(customer, week, cancellationToken),
        { Act: DigestActs.ShowOwn, Week: { } week } when digests is not null => digests.ShowOwnAsync(week, ask.Format, cancellationToken),
        { Act: DigestActs.SendOwn, Week: { } week } when digests is not null => digests.SendOwnAsync(week, cancellationToken),
        _ when rights is not null && RightsActs.Holds(ask.Act) => rights.DoAsync(ask, cancellationToken),
        _ => Task.FromResult(OperatorAnswer.Failed("The host does not know this verb: it is of another version.")),
    };

    private static async Task<OperatorAnswer> ListAsync(QuarantineDesk desk, CancellationToken cancellationToken)
    {
        var rows = await desk.ListAsync(cancellationToken).OrderBy(row => row.ReceivedAt).ToListAsync(cancellationToken);
        return new OperatorAnswer(
            0, [.. rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key} {Instant(row.ReceivedAt)} {row.Reason} {row.Size} {row.Attempts}"))],
            rows.Count == 0 ? ["Nothing is in quarantine."] : []);
    }

    private static async Task<OperatorAnswer> ShowAsync(QuarantineDesk desk, string key, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(new IntakeKey(key), cancellationToken) is not var (row, raw)) return Unknown(key);
        return new OperatorAnswer(0,
        [
            Fact("key", row.Key.Value), Fact("channel", row.Channel.ToString()), Fact("mailbox", row.Mailbox), Fact("uidvalidity", row.UidValidity), Fact("uid", row.Uid),
            Fact("received", Instant(row.ReceivedAt)), Fact("kept", Instant(row.KeptAt)), Fact("size", row.Size), Fact("header-only", row.TooLarge ? "yes" : "no"),
            Fact("sha256", row.ContentHash), Fact("end", row.End?.ToString() ?? "Waiting"), Fact("reason", row.Reason ?? ""), Fact("ended", row.EndedAt is { } ended ? Instant(ended) : ""),
            Fact("attempts", row.Attempts), Fact("replayed", row.ReplayedAt is { } replayed ? Instant(replayed) : ""), Fact("raw", raw.ToString()),
        ], []);
    }

    private static async Task<OperatorAnswer> ReplayAsync(QuarantineDesk desk, string which, string who, CancellationToken cancellationToken)
    {
        var keys = which == All ? await desk.ListAsync(cancellationToken).Select(row => row.Key.Value).ToListAsync(cancellationToken) : [which];
        var (lines, messages) = (new List<string>(), new List<string>());
        foreach (var key in keys)
        {
            var outcome = await desk.ReplayAsync(new IntakeKey(key), who, cancellationToken);
            if (outcome is ReplayOutcome.Replayed) lines.Add(key);
            else messages.Add($"{key}: {Say(outcome)}");
        }

        if (keys.Count == 0) messages.Add("Nothing is in quarantine.");
        else if (lines.Count > 0 && desk.WaitsForStart) messages.Add("They are read at the host's next start.");
        return new OperatorAnswer(lines.Count == keys.Count ? 0 : 1, lines, messages);
    }

    private async Task<OperatorAnswer> BackUpAsync(string folder, OperatorAsk ask, CancellationToken cancellationToken)
    {
        journal.Append(ask.Who, ask.WithKey ? "backup-with-key" : "backup", Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
        return await new Backup(store, settings, master, spool, clock).MakeAsync(folder, ask.WithKey, cancellationToken);
    }

    private async Task<OperatorAnswer> VerifyAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(settings.Host.DataFolder, "verify.tmp");
        await spool.Keeping.WaitAsync(cancellationToken);
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true); // Left by one that was killed.
            OwnFile.MakeFolder(folder);
            IReadOnlyCollection<IntakeKey> spooled = [.. spool.Keys()];
            var copy = await store.CopyToAsync(folder, cancellationToken);
            var report = await new Verification(spool, master, journal).RunAsync(copy, spooled, store.Live, cancellationToken);
            return new OperatorAnswer(report.IsSound ? 0 : 1, [.. report.Findings, .. report.Counts, report.IsSound ? "sound" : "NOT SOUND"],
                report.IsSound ? [] : ["Keep the files as they are. Restore a backup, or make the store anew: rebuild-from-spool --into DIR."]);
        }
        finally
        {
            spool.Keeping.Release();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static OperatorAnswer Unknown(string key) => OperatorAnswer.Failed($"{key}: {Say(ReplayOutcome.NoSuchMessage)}");

    private static string Say(ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.NoSuchMessage => "no message has this key; `quarantine list` prints those in quarantine.",
        ReplayOutcome.NotQuarantined => "it is not in quarantine: it waits, or ended otherwise.",
        ReplayOutcome.RawGone => "its raw bytes are gone or do not open; `quarantine show` says which. It stays in quarantine.",
        ReplayOutcome.Contended => "others change it at this moment: try again.",
        ReplayOutcome.Replayed => "put back.",
    };

    private static string Fact(string name, object value) => string.Create(CultureInfo.InvariantCulture, $"{name,-12} {value}").TrimEnd();

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
