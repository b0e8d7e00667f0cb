using System.Diagnostics;
using System.Globalization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Stores.LiteDb;
using static SiOne.Bot.Stores.Tests.Samples;

namespace SiOne.Bot.Stores.Tests;

/// <summary>What was acknowledged survives the death of the process, and nothing is ever half there.</summary>
public sealed class KillTests : IDisposable
{
    private const int Round = 100_000;
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Twenty_kills_at_random_lose_nothing_acknowledged()
    {
        var random = new Random(20261123);
        var total = 0;
        for (var round = 1; round <= 20; round++)
        {
            var acknowledged = await WriteUntilKilledAsync(round * Round, "never", killAfter: random.Next(1, 150));
            Assert.NotEmpty(acknowledged);
            total += acknowledged.Count;
            await WholeAsync(round * Round, acknowledged);
        }

        Assert.True(total >= 20);
    }

    [Theory]
    [InlineData("store.written")]
    [InlineData("store.committed")]
    [InlineData("store.barrier")]
    public async Task Death_at_each_point_of_a_commit_loses_nothing_acknowledged(string point)
    {
        for (var round = 1; round <= 3; round++)
            await WholeAsync(round * Round, await WriteUntilKilledAsync(round * Round, $"{point}/{round * 4}", killAfter: int.MaxValue));
    }

    [Fact]
    public async Task A_second_process_is_refused_while_the_first_lives_and_let_in_when_it_dies()
    {
        using var first = Start("write", _folder.File, "1", "never");
        await first.StandardOutput.ReadLineAsync();

        var refused = Assert.Throws<StoreUnavailableException>(() => LiteDbStore.Open(new LiteDbOptions { Path = _folder.File }, TimeProvider.System));
        using var second = Start("open", _folder.File);
        Assert.Contains("another process uses this store", await second.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        await second.WaitForExitAsync();
        Assert.Equal(75, second.ExitCode);
        Assert.Contains("another process uses this store", refused.Message, StringComparison.Ordinal);

        first.Kill();
        await first.WaitForExitAsync();
        await using var store = LiteDbStore.Open(new LiteDbOptions { Path = _folder.File }, TimeProvider.System);
        Assert.NotNull(await store.FindIntakeAsync(MailKey(1), None));
    }

    [Fact]
    public async Task A_process_without_file_locks_is_refused()
    {
        using var process = Start(start => start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1", "open", _folder.File);

        Assert.Contains("DISABLEFILELOCKING", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(75, process.ExitCode);
        Assert.False(File.Exists(_folder.File));
    }

    internal static StoreUnit Unit(int n) => new()
    {
        NewIntake = [Mail((uint)n)],
        Requests = [Request(n, 1)],
        Conversations = [Talk(n, 1, $"<mail-{n}>")],
        NewOutbox = [Answer($"{Id(n)}|1|0", n)],
        Texts = [Text($"intake/{n}", new byte[2_000])],
    };

    private async Task<List<int>> WriteUntilKilledAsync(int first, string dieAt, int killAfter)
    {
        using var process = Start("write", _folder.File, first.ToString(CultureInfo.InvariantCulture), dieAt);
        var acknowledged = new List<int>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            // The kill may cut the last line short.
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var n) && n >= first) acknowledged.Add(n);
            if (acknowledged.Count == killAfter) process.Kill();
        }

        await process.WaitForExitAsync();
        Assert.Equal(137, process.ExitCode);
        return acknowledged;
    }

    private async Task WholeAsync(int first, List<int> acknowledged)
    {
        await using var store = LiteDbStore.Open(new LiteDbOptions { Path = _folder.File }, TimeProvider.System);
        var stored = new HashSet<int>();
        for (var after = MailKey((uint)first - 1).Value; ;)
        {
            var page = await store.ListIntakeAsync(after, 100, None);
            if (page.IsEmpty) break;
            stored.UnionWith(page.Select(row => (int)row.Uid));
            after = page[^1].Key.Value;
        }

        Assert.Subset(stored, acknowledged.ToHashSet());
        foreach (var n in stored)
        {
            Same(Request(n), await store.FindRequestAsync(new RequestId(Id(n)), None));
            Same(Talk(n, 1, $"<mail-{n}>"), await store.FindConversationByInboundIdAsync(Hash($"<mail-{n}>"), None));
            Same(Mail((uint)n), await store.FindIntakeByContentAsync(Mail((uint)n).ContentHash, Box, None));
            Assert.Equal($"{Id(n)}|1|0", Assert.Single(await store.ListOutboxOfAsync(new ConversationId(Id(n)), None)).Key);
            Assert.NotNull(await store.FindTextAsync($"intake/{n}", None));
        }
    }

    private static Process Start(params string[] arguments) => Start(_ => { }, arguments);

    private static Process Start(Action<ProcessStartInfo> change, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])["exec", typeof(Program).Assembly.Location, .. arguments]) start.ArgumentList.Add(argument);
        change(start);
        return Process.Start(start)!;
    }
}
