using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>The service's side of HTTP: connections that stay open, each answer read to its end and checked. A turn that fails ends the run.</summary>
internal sealed class TurnLoad : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(15), // So long Teams waits for a bot.
    };

    /// <summary>Closed loop: so many connections, each sends its next turn when the last was answered.</summary>
    public async Task<TurnFigures> ClosedAsync(IReadOnlyList<Turn> turns, int connections, Action<byte[]>? check = null)
    {
        GC.Collect();
        var times = new TimeSpan[turns.Count];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var at && at < turns.Count)
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = await SendAsync(turns[at]);
                times[at] = Stopwatch.GetElapsedTime(sent);
                check?.Invoke(answer);
            }
        })));
        return TurnFigures.Of(times, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>
    /// Open loop: one turn after the other at a fixed pace, whether or not the last was answered. A turn's time runs from when it was due, so that
    /// what waits in line is not left out.
    /// </summary>
    public async Task<TurnFigures> OpenAsync(IReadOnlyList<Turn> turns, int perSecond, Action<byte[]>? check = null)
    {
        GC.Collect();
        var times = new TimeSpan[turns.Count];
        var sending = new Task[turns.Count];
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var at = 0; at < turns.Count; at++)
        {
            var due = started + (long)((double)at / perSecond * Stopwatch.Frequency);
            while (Stopwatch.GetTimestamp() < due) await tick.WaitForNextTickAsync();
            sending[at] = OneAsync(at, due);
        }

        await Task.WhenAll(sending);
        return TurnFigures.Of(times, Stopwatch.GetElapsedTime(started));

        async Task OneAsync(int at, long due)
        {
            var answer = await SendAsync(turns[at]);
            times[at] = Stopwatch.GetElapsedTime(due);
            check?.Invoke(answer);
        }
    }

    /// <summary>Sends one.</summary>
    public async Task<byte[]> SendAsync(Turn turn)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, turn.To) { Content = new ByteArrayContent(turn.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", turn.Token);
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode is HttpStatusCode.OK ? answer : throw new InvalidOperationException($"A turn was answered {(int)response.StatusCode}.");
    }

    /// <summary>Puts bytes somewhere.</summary>
    public async Task PutAsync(Uri to, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var response = await _http.PutAsync(to, content);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Gets bytes, whatever the status.</summary>
    public async Task<byte[]> GetAsync(Uri from)
    {
        using var response = await _http.GetAsync(from);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();
}
