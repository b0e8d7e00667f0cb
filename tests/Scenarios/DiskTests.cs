using System.Diagnostics;
using System.Net;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;
using Xunit.Abstractions;

namespace SiOne.Bot.Scenarios;

/// <summary>A real disk that is full, and has room again (RELIABILITY F77).</summary>
public sealed class DiskTests(ITestOutputHelper output)
{
    private const int Mails = 24;

    [Fact]
    public async Task A_full_disk_takes_no_mail_marks_none_and_after_there_is_room_each_is_taken_once()
    {
        await using var site = await Site.CreateAsync();
        site.Settings["SiOne__Imap__BatchSize"] = "2";
        Directory.CreateDirectory(site.DataFolder);
        if (!await RunAsync("mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", site.DataFolder))
        {
            output.WriteLine("SKIPPED: this machine lets nobody mount a small disk; nothing was measured.");
            return;
        }

        try
        {
            // Twenty-four mails of a megabyte do not fit on ten.
            var padding = string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 14_000));
            await site.SupportMailbox.AppendAsync(Enumerable.Range(0, Mails).Select(_ => new Letter { From = site.Admin, Attached = padding }.ToBytes(site.Support)));
            await site.RunAsync();
            await site.UntilAsync(async () => (await site.SupportMailbox.FlagsAsync()).Values.Any(flags => flags.Contains("Seen")), "the first mails are kept");
            await site.UntilAsync(async () => await site.HealthAsync() is HttpStatusCode.ServiceUnavailable, "the host says that it is not ready");
            // What is marked was kept before; some may be kept between the two looks.
            var marked = (await site.SupportMailbox.FlagsAsync()).Values.Count(flags => flags.Contains("Seen"));
            var kept = Directory.EnumerateFiles(Path.Combine(site.DataFolder, "spool"), "*", SearchOption.AllDirectories).Count();
            Assert.InRange(marked, 1, Math.Min(kept, Mails - 1));

            Assert.True(await RunAsync("mount", "-o", "remount,size=100m", site.DataFolder));
            await site.UntilAsync(async () => await site.HealthAsync() is HttpStatusCode.OK, "the host is ready again");
            await site.SettledAsync(Mails);
            var ledger = await site.LedgerAsync();
            output.WriteLine($"{marked} of {Mails} marked before the disk was full");
            Assert.Equal((Mails, Mails, Mails), (ledger["seen"], ledger["requests"], ledger["outbox-sent"]));
            Assert.Equal(Mails, (await site.AllMailsOfAsync(site.Admin)).Select(answer => answer.InReplyTo).Distinct(StringComparer.Ordinal).Count());
        }
        finally
        {
            if (site.Host is not null) await site.Host.KillAsync();
            await RunAsync("umount", site.DataFolder);
        }
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        await process.WaitForExitAsync().WithinAsync();
        return process.ExitCode == 0;
    }
}
