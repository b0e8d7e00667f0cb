using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class RecoveryPointTests
{
    private static readonly BackupRuns Nightly = new([DayOfWeek.Saturday], new TimeOnly(3, 0));

    private readonly RecoveryPoint _clause = new();

    [Theory]
    [InlineData(null, "2026-11-24 10:00", "lundi 23~novembre 2026 à~22~h~30")]
    [InlineData(null, "2026-11-24 22:29", "lundi 23~novembre 2026 à~22~h~30")]
    [InlineData(null, "2026-11-24 22:30", "mardi 24~novembre 2026 à~22~h~30")]
    [InlineData(null, "2026-11-23 09:00", "vendredi 20~novembre 2026 à~22~h~30")] // on a Monday, Friday's run
    [InlineData("2026-11-21", "2026-11-24 10:00", "vendredi 20~novembre 2026 à~22~h~30")] // a Saturday
    [InlineData("2026-11-11", "2026-11-24 10:00", "mercredi 11~novembre 2026 à~22~h~30")] // machines know no holidays
    [InlineData("2026-12-24", "2026-11-24 10:00", "lundi 23~novembre 2026 à~22~h~30")] // a day that is to come
    [InlineData("2026-10-26", "2026-11-24 10:00", "lundi 26~octobre 2026 à~22~h~30")]
    [InlineData("2026-10-23", "2026-11-22 10:00", "vendredi 23~octobre 2026 à~22~h~30")] // thirty days back to the day
    public void The_last_run_before_the_day_asked_for_can_serve(string? day, string received, string run)
    {
        var finding = Assert.Single(_clause.Examine(Restore().On(day).At(received)));
        Assert.Equal("recovery-point", finding.Code);
        Assert.Contains(run, finding.Text.Fr.Replace('\u00A0', '~'), StringComparison.Ordinal);
        Assert.Contains("vérifie", finding.Text.Fr, StringComparison.Ordinal); // never named as certain
    }

    [Theory]
    [InlineData("2026-10-23", true)] // the thirty-second day
    [InlineData("2026-08-23", true)] // the ninety-third
    [InlineData("2026-08-22", false)]
    public void Beyond_the_versions_the_bin_may_serve_for_93_days(string day, bool bin)
    {
        var finding = Assert.Single(_clause.Examine(Restore().On(day)));
        Assert.Equal("no-recovery-point", finding.Code);
        Assert.Contains("30 jours", finding.Text.Fr, StringComparison.Ordinal);
        Assert.Equal(bin, finding.Text.Fr.Contains("corbeille", StringComparison.Ordinal));
        Assert.Equal(bin, finding.Text.En.Contains("bin", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Service.Backup, false)]
    [InlineData(Service.Backup365, true)]
    public void The_bin_is_Microsofts(Service service, bool bin) => Assert.Equal(
        bin,
        Assert.Single(_clause.Examine(Restore().With(s => s with
        {
            Services = [service],
            Backups = s.Backups with { Servers = Nightly },
        }).On("2026-09-15"))).Text.Fr.Contains("corbeille", StringComparison.Ordinal));

    [Theory]
    [InlineData("restore.file", false, "recovery-point")]
    [InlineData("restore.site", false, "recovery-point")]
    [InlineData("restore.mailbox", true, "recovery-point")]
    [InlineData("restore.mailbox", false, "mail-not-backed-up")]
    [InlineData("restore.plan", true, "")]
    [InlineData("mailbox.create", true, "")]
    public void Mail_is_backed_up_as_the_order_form_says(string operation, bool mail, string found) => Assert.Equal(
        found,
        Codes(A.Case(AllOperations.Get(operation)).With(s => s with { Backups = new BackupFacts { Mail = mail, HistoryDays = 30 } })));

    [Theory]
    [InlineData("Backup", true, "recovery-point")]
    [InlineData("Backup", false, "no-schedule")] // the contract gives servers no schedule
    [InlineData("Maintenance", true, "")] // no backup is subscribed: another clause's matter
    public void Servers_have_a_schedule_of_their_own(string service, bool known, string found) => Assert.Equal(
        found,
        Codes(Restore().With(s => s with
        {
            Services = [Enum.Parse<Service>(service)],
            Backups = s.Backups with { Servers = known ? Nightly : null },
        })));

    [Fact]
    public void What_lay_in_local_folders_may_have_no_backup() => Assert.Equal(
        "recovery-point local-folder", Codes(Restore().Saying(Matter.LocalFolder)));

    [Theory]
    [InlineData("2026-11-13", "2026-11-24 10:00", "vendredi 13")] // nothing is backed up after the last day
    [InlineData("2026-11-30", "2026-11-24 10:00", "lundi 23")]
    [InlineData("2026-10-30", "2026-11-24 10:00", null)] // the fifteen days of Art. 23 are over
    public void After_the_end_only_what_was_backed_up_before_can_serve(string end, string received, string? run)
    {
        var found = _clause.Examine(Restore().With(s => s with { TerminatedOn = A.Day(end) }).At(received));
        if (run is null) Assert.Empty(found);
        else Assert.Contains(run, Assert.Single(found).Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_learns_nothing_of_backups() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));

    private static Case Restore() =>
        A.Case(RestoreOperations.File).With(s => s with { Backups = new BackupFacts { HistoryDays = 30 } });

    private string Codes(Case examined) => string.Join(' ', _clause.Examine(examined).Select(finding => finding.Code));

    [Theory]
    [InlineData("2026-11-23", "vendredi 20")] // lost on Monday: Friday's run still holds it
    [InlineData("2026-11-24", "lundi 23")]
    [InlineData(null, "lundi 23")]
    public void What_was_lost_on_a_day_was_there_the_evening_before(string? lost, string run)
    {
        var asked = A.Case(RestoreOperations.File).With(s => s with { Backups = new BackupFacts { HistoryDays = 30 } }).On(lost).Saying(Matter.LossDate);
        Assert.Contains(run, Assert.Single(_clause.Examine(asked)).Text.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-17", "recovery-point/19/-")]
    [InlineData("2026-11-16", "no-schedule/19/-")] // older than a week, and the file does not say how long versions last
    public void Without_the_days_of_history_only_the_newest_runs_are_named(string day, string found) => Assert.Equal(
        found, _clause.Finds(A.Case(RestoreOperations.File).With(s => s with { Backups = new BackupFacts() }).On(day)));

    [Fact]
    public void A_servers_file_has_the_schedule_of_the_customer_file_or_none()
    {
        var asked = A.Case(RestoreOperations.File).With(s => s with { Backups = new BackupFacts { HistoryDays = 30 } }).Saying(Matter.ServerFile);
        Assert.Equal("no-schedule/19/-", _clause.Finds(asked));
        var known = asked.With(s => s with { Backups = s.Backups with { Servers = new BackupRuns([DayOfWeek.Sunday], new TimeOnly(3, 0)) } });
        Assert.Contains("dimanche 22", Assert.Single(_clause.Examine(known)).Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void However_late_it_is_decided_no_run_after_the_request_is_named()
    {
        var asked = A.Case(RestoreOperations.File).With(s => s with { Backups = new BackupFacts { HistoryDays = 30 } });
        Assert.Contains("lundi 23", Assert.Single(_clause.Examine(asked with { CountsFrom = A.Tuesday, ReceivedAt = A.Tuesday.AddDays(3) })).Text.Fr, StringComparison.Ordinal);
    }
}
