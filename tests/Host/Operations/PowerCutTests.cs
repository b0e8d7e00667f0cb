using System.Globalization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Operations;

namespace SiOne.Bot.Host.Tests.Operations;

/// <summary>
/// Power cuts (F76): of the writes that were not yet on the disk, any subset may have reached it. The files are kept as they stood between commits and
/// their barriers; then pages of the data file are taken from before or after at random, the log is cut or loses pages. What is left is proven, or the
/// intake is made anew out of the spool, and no mail is lost. <c>SIONE_CUTS=5000</c> makes the series long.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Page = 8192;
    private readonly Installation _installation = new();
    private readonly List<Snapshot> _snapshots = [];
    private readonly Random _random = new(20261123);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task After_any_cut_the_store_is_proven_or_made_anew_and_no_mail_is_lost()
    {
        await FillAsync();
        var (sound, rebuilt) = (0, 0);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var at = _random.Next(_snapshots.Count - 1);
            var folder = CutAt(at, cut);
            if (await IsSoundAsync(folder, _snapshots[at])) sound++;
            else
            {
                await RebuiltAsync(folder);
                rebuilt++;
            }

            Directory.Delete(folder, recursive: true);
        }

        Assert.True(sound > Cuts / 20 && rebuilt > Cuts / 20, $"{sound} sound, {rebuilt} rebuilt");
    }

    private static int Cuts => int.TryParse(Environment.GetEnvironmentVariable("SIONE_CUTS"), CultureInfo.InvariantCulture, out var cuts) ? cuts : 80;

    private MasterKey Master => MasterKey.Load(_installation.At("data", "master.key"), mayCreate: false);

    private async Task FillAsync()
    {
        var acknowledged = new List<IntakeKey>();
        var hit = 0;
        await using var parts = await _installation.OpenAsync(new CommitPoints(point =>
        {
            // On the writer's thread, between a commit and its barrier.
            if (point == "P4" && ++hit % 2 == 0) lock (acknowledged) _snapshots.Add(Snapshot.Of(_installation.Data, acknowledged));
        }));
        for (uint uid = 1; uid <= 8; uid++)
        {
            var mail = Installation.Mail(uid);
            await parts.Door.KeepAsync([mail], fence: 0, CancellationToken.None);
            lock (acknowledged) acknowledged.Add(Engine.Intake.IntakeKeys.Of(mail));
            await Installation.SettleAsync(parts);
        }

        Assert.True(_snapshots.Count > 8);
    }

    /// <summary>The files after a cut while the group of a snapshot was being made durable.</summary>
    private string CutAt(int at, int number)
    {
        var folder = Directory.CreateDirectory(_installation.At($"cut-{number}")).FullName;
        var (before, after) = (_snapshots[at], _snapshots[at + 1]);
        var data = before.Data.ToArray();
        if (_random.Next(2) == 0)
        {
            Array.Resize(ref data, Math.Max(before.Data.Length, after.Data.Length));
            for (var page = 0; page < data.Length; page += Page)
                if (_random.Next(2) == 0 && page < after.Data.Length) after.Data.AsSpan(page, Math.Min(Page, after.Data.Length - page)).CopyTo(data.AsSpan(page));
        }

        var log = before.Log.ToArray();
        switch (_random.Next(4))
        {
            case 0:
                log = log[.._random.Next(log.Length + 1)];
                break;
            case 1:
                for (var page = 0; page < log.Length; page += Page)
                    if (_random.Next(2) == 0) log.AsSpan(page, Math.Min(Page, log.Length - page)).Clear();
                break;
            case 2:
                data = data[.._random.Next(data.Length / 2, data.Length + 1)];
                break;
        }

        File.WriteAllBytes(Path.Combine(folder, "sione.db"), data);
        File.WriteAllBytes(Path.Combine(folder, "sione-log.db"), log);
        return folder;
    }

    /// <summary>What the verb <c>verify</c> would say, had the spool held what was acknowledged then.</summary>
    private async Task<bool> IsSoundAsync(string folder, Snapshot snapshot)
    {
        using var spool = new MessageSpool(_installation.At("data", "spool"), Master);
        var report = await new Verification(spool, Master, new OperatorJournal(Path.Combine(folder, "operators.log"), Master, TimeProvider.System))
            .RunAsync(Path.Combine(folder, "sione.db"), snapshot.Acknowledged, null, CancellationToken.None);
        return report.IsSound;
    }

    private async Task RebuiltAsync(string folder)
    {
        // The spool as it was: its files were on the disk before anybody was told.
        var old = _installation.SettingsIn(folder);
        OwnFile.CopyFolder(_installation.At("data", "spool"), old.SpoolPath);
        OwnFile.CopyFile(_installation.At("data", "master.key"), old.MasterKeyPath);
        var into = _installation.SettingsIn(Path.Combine(_installation.Folder, $"{Path.GetFileName(folder)}-again"));
        var answer = await new Rebuild(old, into).RunAsync(CancellationToken.None);
        Assert.True(answer.ExitCode == 0, string.Join('\n', answer.Messages));
        await using var parts = await _installation.OpenAsync(data: into.Host.DataFolder);
        for (uint uid = 1; uid <= 8; uid++)
            Assert.Equal(LedgerEnd.Requests, (await parts.Store.FindIntakeAsync(Engine.Intake.IntakeKeys.Of(Installation.Mail(uid)), CancellationToken.None))?.End);
    }

    /// <summary>The files between a commit and its barrier, and what had been acknowledged by then.</summary>
    private sealed record Snapshot(byte[] Data, byte[] Log, IReadOnlyList<IntakeKey> Acknowledged)
    {
        public static Snapshot Of(string folder, IReadOnlyList<IntakeKey> acknowledged) =>
            new(Read(Path.Combine(folder, "sione.db")), Read(Path.Combine(folder, "sione-log.db")), [.. acknowledged]);

        private static byte[] Read(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
    }
}
