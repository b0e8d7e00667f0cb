using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>What holds at the end of every scenario, whatever happened in it (RELIABILITY, section 3), looked at in this process on a stopped installation.</summary>
/// <param name="site">The installation.</param>
internal sealed class Invariants(Site site)
{
    private readonly UsableSettings _settings = SettingsOf(site.Settings);

    /// <summary>Checks all of them.</summary>
    public async Task CheckAsync()
    {
        await ProvenAsync(_settings);
        await EachMailIsOneRowAsync();
        await NoSecondDistinctAnswerAsync();
        NobodyIsNamedInTheLog();
    }

    /// <summary>Store, indexes, sealed texts, spool, ledger (I2), requests' and operators' journals (I6): the verb <c>verify</c>.</summary>
    /// <param name="settings">Of a stopped installation.</param>
    public static async Task ProvenAsync(UsableSettings settings)
    {
        var answer = await new OperatorDoor(settings).AskAsync(new OperatorAsk(OperatorActs.Verify, "scenario"), CancellationToken.None);
        Assert.True(answer.ExitCode == 0, string.Join('\n', [.. answer.Lines, .. answer.Messages]));
    }

    /// <summary>The settings of environment variables.</summary>
    public static UsableSettings SettingsOf(IReadOnlyDictionary<string, string> environment)
    {
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            environment.Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value))).Build());
        Assert.Empty(read.Mistakes);
        return read.Usable!;
    }

    /// <summary>I1: each UID on the server has one row; a row without a UID is of a mail that somebody deleted or moved.</summary>
    private async Task EachMailIsOneRowAsync()
    {
        var looked = SettingsOf(site.Settings);
        looked.Host.SafeMode = true; // A copy: nothing is changed by looking.
        await using var store = StoreOpening.Open(looked, TimeProvider.System, NullLoggerFactory.Instance, CommitPoints.None);
        var mailbox = IntakeKeys.MailboxId(new MailboxIdentity("127.0.0.1", site.Support, "INBOX"));
        var rows = await store.AllIntakeAsync(CancellationToken.None).Where(row => row.Channel is Channel.Mail && row.Mailbox == mailbox).ToListAsync();
        Assert.All(rows.GroupBy(row => (row.UidValidity, row.Uid)), same => Assert.Single(same));
        var known = rows.Select(row => row.Uid).ToHashSet();
        Assert.All(await site.SupportMailbox.UidsAsync(), uid => Assert.Contains(uid, known));
    }

    /// <summary>I3: what bears one Message-ID is one mail, however often a cut connection made it arrive.</summary>
    private async Task NoSecondDistinctAnswerAsync()
    {
        foreach (var person in new[] { site.Admin, site.Address("direction"), site.Address("employe"), site.Technicians })
            Assert.All(
                (await site.AllMailsOfAsync(person)).GroupBy(mail => mail.Id, StringComparer.Ordinal),
                copies => Assert.Single(copies.Select(copy => copy.Content).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>No log line holds an address of the customers' people.</summary>
    private void NobodyIsNamedInTheLog()
    {
        var domain = site.Admin[site.Admin.IndexOf("-standard-", StringComparison.Ordinal)..].Replace("-standard", "", StringComparison.Ordinal);
        Assert.DoesNotContain(File.ReadLines(site.LogFile), line => line.Contains("@demo-", StringComparison.Ordinal) && line.Contains(domain, StringComparison.Ordinal));
    }
}
