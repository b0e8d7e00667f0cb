using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Engine;

namespace SiOne.Bot.Host.Hosting;

/// <summary>
/// Crash tests: <c>SIONE_CRASH_AT=P4:3</c> kills this process when it reaches a commit point for the third time, as <c>kill -9</c> would. Heard
/// only together with <c>DOTNET_ENVIRONMENT=CrashTest</c>, so that no stray variable can stop a working host.
/// </summary>
public static class CrashRequest
{
    /// <summary>Commit points that kill, or <see cref="CommitPoints.None"/>.</summary>
    public static CommitPoints FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") != "CrashTest") return CommitPoints.None;
        if (Environment.GetEnvironmentVariable("SIONE_CRASH_AT")?.Split(':') is not [var point, var hit]) return CommitPoints.None;
        var left = int.Parse(hit, CultureInfo.InvariantCulture);
        return new CommitPoints(reached =>
        {
            if (reached == point && Interlocked.Decrement(ref left) == 0) Process.GetCurrentProcess().Kill();
        });
    }
}
