using System.Globalization;
using System.Net;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.Faults;

/// <summary>What shall go wrong with the calls of an order.</summary>
public sealed class FaultOrder
{
    private readonly Action<GraphFault> _add;

    internal FaultOrder(Action<GraphFault> add) => _add = add;

    /// <summary>429, with how long to wait in whole seconds.</summary>
    public void Throttle(TimeSpan retryAfter) => Answer(HttpStatusCode.TooManyRequests, "TooManyRequests", "Too Many Requests", Seconds(retryAfter));

    /// <summary>429, with the instant until which to wait.</summary>
    public void ThrottleUntil(DateTimeOffset retryAfter) =>
        Answer(HttpStatusCode.TooManyRequests, "TooManyRequests", "Too Many Requests", retryAfter.UtcDateTime.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>503, with how long to wait or without a word of it.</summary>
    public void Unavailable(TimeSpan? retryAfter = null) =>
        Answer(HttpStatusCode.ServiceUnavailable, "serviceNotAvailable", "The service is unavailable.", retryAfter is { } wait ? Seconds(wait) : null);

    /// <summary>504; nothing was done.</summary>
    public void GatewayTimeout() => Answer(HttpStatusCode.GatewayTimeout, "UnknownError", "The gateway did not receive an answer in time.", null);

    /// <summary>That refusal; nothing is done.</summary>
    public void Refuse(HttpStatusCode status, string code, string message) => Answer(status, code, message, null);

    /// <summary>The connection ends, and nothing is done.</summary>
    public void CutBefore() => _add(new GraphFault { Instead = _ => GraphAnswer.Cut });

    /// <summary>It is done, and the connection ends without an answer.</summary>
    public void CutAfter() => _add(new GraphFault { After = _ => Task.FromResult(GraphAnswer.Cut) });

    /// <summary>It is done, and 504 is answered.</summary>
    public void GatewayTimeoutAfter(TimeProvider clock) => _add(new GraphFault
    {
        After = _ => Task.FromResult(GraphAnswer.Error(HttpStatusCode.GatewayTimeout, "UnknownError", "The gateway did not receive an answer in time.", clock.GetUtcNow())),
    });

    /// <summary>It is done, and the true answer comes when that ends.</summary>
    public void HoldAfter(Task release) => _add(new GraphFault
    {
        After = async answer =>
        {
            await release;
            return answer;
        },
    });

    /// <summary>It is done and answered, and so many reads of the tenant do not see it yet.</summary>
    public void LateForReads(int reads) => _add(new GraphFault { Late = new Lateness(Reads: reads) });

    /// <summary>It is done and answered, and reads see it only after so long by the server's clock.</summary>
    public void LateFor(TimeSpan time) => _add(new GraphFault { Late = new Lateness(Time: time) });

    /// <summary>It is done and answered, and reads see it only when that has ended.</summary>
    public void LateUntil(Task signal) => _add(new GraphFault { Late = new Lateness(Signal: signal) });

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private void Answer(HttpStatusCode status, string code, string message, string? retryAfter)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (retryAfter is not null) headers["Retry-After"] = retryAfter;
        _add(new GraphFault { Instead = now => GraphAnswer.Error(status, code, message, now, headers) });
    }
}
