using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using SiOne.Bot.Benchmarks.Samples;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>The Teams runs: the product and the bare endpoint, each in a process of its own, under the same client.</summary>
/// <param name="say">Told what is being done.</param>
internal sealed class TeamsPart(Action<string> say)
{
    private const int Connections = 16;
    private const int PerSecond = 50;
    private const int OpenTurns = 12 * PerSecond;
    private const int Messages = 1_200;
    private const int WarmUp = 300;
    private const int Raw = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All of them.</summary>
    public async Task<TeamsTable> RunAsync(ImmutableArray<Company> companies, Random random)
    {
        using var files = new TempFolder();
        Company.WriteFiles(companies, files.File("customers"));
        await using var teams = await FakeTeams.StartAsync();
        var world = new TeamsWorld(teams, companies, random);
        await using var bare = await TeamsProcess.BareAsync();
        await using var product = await TeamsProcess.ProductAsync(files.Path, Settings(files, world));
        using var load = new TurnLoad();

        say("teams: the people greet, the code is compiled");
        foreach (var greeting in world.Greetings(product.Url)) await load.SendAsync(greeting);
        await load.ClosedAsync(world.Typing(product.Url, WarmUp), Connections);
        await load.ClosedAsync(world.Requests(product.Url, WarmUp), Connections);
        await SettledAsync(world, product, WarmUp);
        await load.ClosedAsync([.. world.Takes(product.Url).Take(WarmUp / 2)], Connections, CheckCard);

        var empty = new Uri(bare.Url, BareEndpoint.Empty);
        await load.ClosedAsync(At(empty, world.Typing(product.Url, WarmUp)), Connections);
        var table = new TeamsTable();
        say($"teams: {Raw} turns each of the bare endpoint and of typing, {Connections} connections");
        var typing = world.Typing(product.Url, Raw);
        table.Add("bare endpoint, empty answer", await load.ClosedAsync(At(empty, typing), Connections), null);
        await AddAsync(table, product, "**typing**: authenticated, parsed, dispatched, nothing stored", () => load.ClosedAsync(typing, Connections), Raw, 0);
        say($"teams: {Messages} messages, {Connections} connections");
        var requests = world.Requests(product.Url, Messages);
        await AddAsync(table, product, "**message turn**: kept behind the store's barrier", () => load.ClosedAsync(requests, Connections), Messages, 0);
        await SettledAsync(world, product, WarmUp + Messages);

        var takes = world.Takes(product.Url);
        var card = await load.SendAsync(takes[0]);
        await load.PutAsync(new Uri(bare.Url, BareEndpoint.Card), card);
        var (closed, open) = (takes[1..^OpenTurns], takes[^OpenTurns..]);
        say($"teams: {closed.Length} clicks, {Connections} connections");
        var bareCard = table.Rows;
        table.Add($"bare endpoint, a card of {card.Length / 1024.0:F0} KB", await load.ClosedAsync(At(new Uri(bare.Url, BareEndpoint.Card), typing), Connections), null);
        await AddAsync(table, product, "**click that takes a request** (invoke)", () => load.ClosedAsync(closed, Connections, CheckCard), closed.Length, bareCard);
        await SettledAsync(world, product, WarmUp + Messages);

        say($"teams: {OpenTurns} clicks and {OpenTurns} messages, {PerSecond} a second");
        table.AddPaced("bare endpoint, a card", await load.OpenAsync(At(new Uri(bare.Url, BareEndpoint.Card), open), PerSecond));
        table.AddPaced("**click that takes a request** (invoke)", await load.OpenAsync(open, PerSecond, CheckCard));
        table.AddPaced("**message turn**", await load.OpenAsync(world.Requests(product.Url, OpenTurns), PerSecond));
        await SettledAsync(world, product, WarmUp + Messages + OpenTurns);
        table.BarrierP99 = await BarrierAsync(load, product.Url);
        return table;
    }

    private static async Task AddAsync(TeamsTable table, TeamsProcess product, string what, Func<Task<TurnFigures>> run, int turns, int bare)
    {
        var before = product.ProcessorTime;
        var figures = await run();
        table.Add(what, figures, bare, (product.ProcessorTime - before).TotalMilliseconds / turns);
    }

    private static ImmutableArray<Turn> At(Uri to, ImmutableArray<Turn> turns) => [.. turns.Select(turn => turn with { To = to })];

    /// <summary>A fast run that lost something is no result: the run goes on when nearly every request has its card with the technicians and no more come. What has none is a follow-up.</summary>
    private static async Task SettledAsync(TeamsWorld world, TeamsProcess product, int messages)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var (last, still) = (-1, 0); still < 10; still = world.CardsInChannel == last && last >= messages * 95 / 100 ? still + 1 : 0)
        {
            last = world.CardsInChannel;
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new InvalidOperationException(FormattableString.Invariant($"Of {messages} messages, {last} have a card. The product's last warning: {product.LastWarning}"));
            await tick.WaitForNextTickAsync();
        }
    }

    private static void CheckCard(byte[] answer)
    {
        if ((string?)JsonNode.Parse(answer)?["type"] != "application/vnd.microsoft.card.adaptive")
            throw new InvalidOperationException($"A click was answered {Encoding.UTF8.GetString(answer)[..Math.Min(200, answer.Length)]}");
    }

    private static async Task<double> BarrierAsync(TurnLoad load, Uri product) =>
        (double)JsonNode.Parse(await load.GetAsync(new Uri(product, "/health/ready")))!["barrierP99Ms"]!;

    private static IEnumerable<KeyValuePair<string, string>> Settings(TempFolder files, TeamsWorld world) =>
    [
        .. world.Settings,
        KeyValuePair.Create("ASPNETCORE_ENVIRONMENT", "Development"), // Teams' service is on this machine.
        KeyValuePair.Create("SiOne__Url", "http://127.0.0.1:0"),
        KeyValuePair.Create("SiOne__DataFolder", files.File("data")),
        KeyValuePair.Create("SiOne__SupportAddress", MailMaker.Support),
        KeyValuePair.Create("SiOne__Customers", files.File("customers")),
        KeyValuePair.Create("SiOne__MailFolder", files.File("in")),
        KeyValuePair.Create("SiOne__OutFolder", files.File("out")),
        KeyValuePair.Create("SiOne__ObserveOnly", "false"),
        KeyValuePair.Create("SiOne__Caps__AnswersPerSenderPerHour", "1000000"),
        KeyValuePair.Create("SiOne__Caps__AnswersPerCustomerPerHour", "1000000"),
        KeyValuePair.Create("SiOne__Caps__AnswersPerHour", "1000000"),
    ];
}
