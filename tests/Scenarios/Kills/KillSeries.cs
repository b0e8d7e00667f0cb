using System.Collections.Immutable;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios.Kills;

/// <summary>
/// Rounds on one installation: five new mails, a host that dies, a host that is left to end what there is. Afterwards the mailboxes and the
/// ledger say whether anything was lost or done twice.
/// </summary>
/// <param name="site">The installation.</param>
/// <param name="kills">One a round.</param>
internal sealed class KillSeries(Site site, IReadOnlyList<Kill> kills)
{
    private const int MailsPerRound = 5;
    private const int RequestsPerRound = MailsPerRound + 1; // One mail asks for two things.
    private static readonly TimeSpan DieLimit = TimeSpan.FromSeconds(60);
    private readonly Dictionary<string, int> _roundOf = new(StringComparer.Ordinal);

    /// <summary>Makes all kills, and gives for each of them how many mails left twice.</summary>
    public async Task<ImmutableArray<(Kill Kill, int Repeats)>> RunAsync()
    {
        site.Settings["SiOne__Imap__BatchSize"] = "2";
        site.Settings["SiOne__Imap__PollInterval"] = "00:00:01";
        for (var round = 0; round < kills.Count; round++)
        {
            await PutInAsync(round);
            await DieAsync(kills[round]);
            await site.RunAsync();
            var board = await site.SettledAsync((round + 1) * MailsPerRound);
            Assert.Equal((0, (round + 1) * MailsPerRound), (board.Counts.Quarantined, board.Counts.Requests));
            await site.StopAsync();
        }

        await CheckLedgerAsync();
        return await CheckAnswersAsync();
    }

    private async Task PutInAsync(int round)
    {
        var letters = Enumerable.Range(0, MailsPerRound).Select(n => n == 0 ? Letter.Twofold(site.Admin) : new Letter { From = site.Admin }).ToList();
        foreach (var letter in letters) _roundOf.Add(letter.Id, round);
        await site.SupportMailbox.AppendAsync(letters.Select(letter => letter.ToBytes(site.Support)));
    }

    private async Task DieAsync(Kill kill)
    {
        await using var host = site.Launch(kill.CrashAt);
        if (kill.Point is null)
        {
            using var timer = new PeriodicTimer(kill.After);
            await timer.WaitForNextTickAsync();
            await host.KillAsync();
        }

        await host.Exited.WithinAsync(DieLimit, $"the host dies at {kill.CrashAt}");
        Assert.Equal(128 + 9, host.ExitCode);
    }

    private async Task CheckLedgerAsync()
    {
        var ledger = await site.LedgerAsync();
        var mails = kills.Count * MailsPerRound;
        Assert.Equal((mails, 0, mails), (ledger["seen"], ledger["waiting"], ledger["requests"]));
        Assert.Equal(kills.Count * RequestsPerRound, ledger["requests-made"]);
        Assert.Equal(mails, ledger["outbox-sent"]);
        Assert.Equal(0, ledger["mistakes"]);
    }

    private async Task<ImmutableArray<(Kill Kill, int Repeats)>> CheckAnswersAsync()
    {
        var copies = (await site.AllMailsOfAsync(site.Admin)).ToLookup(answer => answer.InReplyTo!, StringComparer.Ordinal);
        Assert.Equal(_roundOf.Keys.Order(StringComparer.Ordinal), copies.Select(answers => answers.Key).Order(StringComparer.Ordinal));
        Assert.All(copies, answers => Assert.Single(answers.Select(answer => answer.Id).Distinct(StringComparer.Ordinal)));
        Assert.All(copies, answers => Assert.Single(answers.Select(answer => answer.Content).Distinct(StringComparer.Ordinal)));
        var rounds = copies.GroupBy(answers => _roundOf[answers.Key])
            .Select(round => (Kill: kills[round.Key], Repeats: round.Sum(answers => answers.Count() - 1))).ToImmutableArray();

        // One answer at a time is on its way, so a kill can repeat one at most.
        Assert.All(rounds, round => Assert.InRange(round.Repeats, 0, round.Kill.MayRepeat ? 1 : 0));
        return rounds;
    }
}
