using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Execution;
using SiOne.Bot.TestGraph;

namespace SiOne.Bot.Benchmarks.Acts;

/// <summary>Approved plans of one step, carried out and read back on the test graph; and the very calls of it once more, sent by a bare client.</summary>
/// <param name="say">Told what is being done.</param>
internal sealed class ActsPart(Action<string> say)
{
    private const int WarmUp = 50;
    private const int Overhead = 500;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);
    private readonly List<string> _lines = [];

    /// <summary>All runs; the table as Markdown.</summary>
    public async Task<string> RunAsync()
    {
        await CostAsync();
        foreach (var (tenants, acts) in new[] { (1, 150), (4, 150), (16, 50) }) await PaceAsync(tenants, acts);
        return string.Join('\n', (string[])
        [
            "| acts: look, call, read back, each behind the store's barrier | acts/s | Graph calls an act | wall ms an act | CPU ms an act |",
            "|---|--:|--:|--:|--:|", .. _lines, "",
            Line($"An act makes somebody a member of a team. {Environment.ProcessorCount} cores, load {LoadNow()}; the test graph runs in the same process, and its processor time counts in every row."), "",
        ]);
    }

    private async Task PaceAsync(int tenants, int acts)
    {
        say(Line($"acts: {tenants} tenants, {acts} acts each, {Latency.TotalMilliseconds} ms a call"));
        await using var server = await GraphServer.StartAsync();
        var world = new ActsWorld(server, tenants, acts);
        await using var engine = new ActsEngine(world);
        var requests = ImmutableArray.CreateBuilder<RequestId>();
        foreach (var customer in world.Customers) requests.AddRange(await engine.ApprovedAsync(customer, 0, acts));
        server.Latency = Latency;
        await AddAsync(Line($"**{tenants} {(tenants == 1 ? "tenant" : "tenants")}**, {Latency.TotalMilliseconds:F0} ms a Graph call"), server, tenants * acts, () => WorkAsync(engine));
        server.Latency = TimeSpan.Zero;
        await engine.CheckDoneAsync(requests.ToImmutable());
    }

    private async Task CostAsync()
    {
        say(Line($"acts: what {Overhead} acts cost without latency, and their calls alone"));
        await using var server = await GraphServer.StartAsync();
        var world = new ActsWorld(server, 1, WarmUp + Overhead);
        await using var engine = new ActsEngine(world);
        await engine.ApprovedAsync(world.Customers[0], 0, WarmUp);
        await WorkAsync(engine);
        var requests = await engine.ApprovedAsync(world.Customers[0], WarmUp, Overhead);
        var from = server.Log.Calls.Count;
        await AddAsync("**1 tenant**, no latency", server, Overhead, () => WorkAsync(engine));
        await engine.CheckDoneAsync(requests);
        var calls = server.Log.Calls.Skip(from).Where(call => call.Path.StartsWith("/v1.0/", StringComparison.Ordinal)).ToArray();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.IssueToken(world.Tenants[0]));
        await ReplayAsync(http, server, calls[..Math.Min(calls.Length, 200)]);
        await AddAsync("the same calls from a bare `HttpClient`, as many at once", server, Overhead, () => ReplayAsync(http, server, calls));
    }

    private static async Task WorkAsync(ActsEngine engine)
    {
        while (await engine.Worker.WorkOnceAsync(CancellationToken.None)) { }
    }

    /// <summary>A change is refused this time, since it holds already: read, checked and answered all the same.</summary>
    private static Task ReplayAsync(HttpClient http, GraphServer server, GraphCall[] calls) => Parallel.ForEachAsync(
        calls, new ParallelOptions { MaxDegreeOfParallelism = ExecutionWorker.LaneWidth }, async (call, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri($"{server.Url}{call.Path}{call.Query}"));
            if (call.Method != "GET") request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var response = await http.SendAsync(request, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (call.Method == "GET" && !response.IsSuccessStatusCode) throw new InvalidOperationException(Line($"A look was answered {(int)response.StatusCode}."));
        });

    private async Task AddAsync(string what, GraphServer server, int acts, Func<Task> run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (calls, cpu, started) = (server.Log.Calls.Count, process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await run();
        var time = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        cpu = process.TotalProcessorTime - cpu;
        _lines.Add(Line($"| {what} ({acts} acts) | {acts / time.TotalSeconds:F0} | {(server.Log.Calls.Count - calls) / (double)acts:F1} | {time.TotalMilliseconds / acts:F1} | {cpu.TotalMilliseconds / acts:F1} |"));
    }

    private static string LoadNow() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
