using System.Diagnostics;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>
/// A disk that fails under a running process: the first fsync in each of its threads answers EIO, and every later one says yes again, as Linux does once
/// it has dropped the pages. Made by strace (Debian's package), which holds the process for as long as this lives.
/// </summary>
internal sealed class FsyncFault : IAsyncDisposable
{
    private readonly Process _strace;
    private readonly string _trace;
    private readonly Task<string> _rest;

    private FsyncFault(Process strace, string trace)
    {
        (_strace, _trace) = (strace, trace);
        _rest = strace.StandardError.ReadToEndAsync();
    }

    /// <summary>How many fsyncs have failed so far.</summary>
    public int Injected
    {
        get
        {
            using var file = new FileStream(_trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Split("(INJECTED)").Length - 1;
        }
    }

    /// <summary>Takes hold of a process.</summary>
    /// <param name="process">Its id.</param>
    /// <param name="only">The one file or folder whose fsync fails; null: that of any.</param>
    /// <param name="trace">Where strace writes.</param>
    public static async Task<FsyncFault> AttachAsync(int process, string? only, string trace)
    {
        string[] path = only is null ? [] : ["-P", only];
        var start = new ProcessStartInfo(
            "strace", ["-f", "-o", trace, .. path, "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=1", "-p", $"{process}"])
        { RedirectStandardError = true, UseShellExecute = false };
        var strace = Process.Start(start)!;
        while (true)
        {
            var said = await strace.StandardError.ReadLineAsync().WithinAsync(what: "strace has hold of the process");
            Assert.False(said is null, "strace ended: this account may not trace a process of its own");
            if (said.Contains(" attached", StringComparison.Ordinal)) return new FsyncFault(strace, trace);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_strace.HasExited) _strace.Kill(); // The kernel lets go of the process, which runs on.
        await _strace.WaitForExitAsync().WithinAsync();
        await _rest.WithinAsync();
        _strace.Dispose();
    }
}
