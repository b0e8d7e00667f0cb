using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Domain.Tests.Digests;

public sealed class BackupJobTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 21, 40, 0, TimeSpan.Zero);

    [Fact]
    public void Runs_may_be_told_twice_and_in_any_order()
    {
        (DateTimeOffset At, bool Good)[] runs = [(Night, true), (Night.AddDays(1), false), (Night.AddDays(2), true), (Night.AddDays(3), false)];
        foreach (var order in Orders(runs))
        {
            var job = BackupJob.Of(Service.Backup, "SRV01", order[0].At, order[0].Good);
            foreach (var run in order.Skip(1).Append(order[0])) job = job.With(run.At, run.Good);
            Assert.Equal((Night.AddDays(3), false, Night.AddDays(2)), (job.LastRunAt, job.LastRunGood, job.LastGoodAt));
        }
    }

    [Fact]
    public void Of_two_runs_that_ended_at_one_instant_the_failed_one_is_the_last_whichever_was_told_first()
    {
        (DateTimeOffset At, bool Good)[] runs = [(Night, true), (Night.AddDays(1), true), (Night.AddDays(1), false), (Night.AddDays(1), true)];
        foreach (var order in Orders(runs))
        {
            var job = BackupJob.Of(Service.Backup, "SRV01", order[0].At, order[0].Good);
            foreach (var run in order.Skip(1)) job = job.With(run.At, run.Good);
            Assert.Equal((Night.AddDays(1), false, Night.AddDays(1)), (job.LastRunAt, job.LastRunGood, job.LastGoodAt));
        }
    }

    private static IEnumerable<(DateTimeOffset At, bool Good)[]> Orders((DateTimeOffset, bool)[] runs) =>
        runs.Length == 1 ? [runs] : runs.SelectMany((run, i) => Orders([.. runs[..i], .. runs[(i + 1)..]]).Select(rest => ((DateTimeOffset, bool)[])[run, .. rest]));
}
