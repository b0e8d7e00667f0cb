using System.Net;
using SiOne.Bot.TestGraph.Wire;

namespace SiOne.Bot.TestGraph.State;

/// <summary>
/// Intune's multi admin approval of destructive actions (https://learn.microsoft.com/intune/fundamentals/role-based-access-control/multi-admin-approval-graph-api):
/// the first call is refused with a code, a second administrator approves, the same call with the code is done.
/// </summary>
public sealed class Approvals
{
    /// <summary>The header that names an approval.</summary>
    public const string CodeHeader = "x-msft-approval-code";

    /// <summary>The header that says, in Base64, why it is wanted.</summary>
    public const string JustificationHeader = "x-msft-approval-justification";

    private static readonly TimeSpan Life = TimeSpan.FromDays(3);
    private readonly List<Asked> _asked = [];

    internal Approvals()
    {
    }

    /// <summary>Whether the tenant wants it. Off unless set.</summary>
    public bool IsOn { get; set; }

    /// <summary>With which status the first call is refused; services and reports differ, so a client must go by the header.</summary>
    public HttpStatusCode FirstStatus { get; set; } = HttpStatusCode.PreconditionFailed;

    /// <summary>The codes that wait for the second administrator, oldest first.</summary>
    public IReadOnlyList<string> Waiting
    {
        get
        {
            lock (_asked) return [.. _asked.Where(asked => asked.State == AskedState.Waiting).Select(asked => asked.Code)];
        }
    }

    /// <summary>The second administrator says yes.</summary>
    public void Approve(string code) => Decide(code, AskedState.Approved);

    /// <summary>The second administrator says no.</summary>
    public void Reject(string code) => Decide(code, AskedState.Rejected);

    internal void Require(GraphRequest request, string action, string deviceId, string body, DateTimeOffset now)
    {
        if (!IsOn) return;
        lock (_asked)
        {
            _asked.RemoveAll(asked => asked.At + Life <= now);
            if (request.Header(CodeHeader) is { } code) Use(code, action, deviceId, body);
            else Ask(request, action, deviceId, body, now);
        }
    }

    private void Use(string code, string action, string deviceId, string body)
    {
        var asked = _asked.Find(asked => asked.Code == code && asked.Action == action && asked.DeviceId == deviceId && asked.Body == body)
            ?? throw new GraphRefusalException(HttpStatusCode.Forbidden, "Forbidden", "The approval code is unknown, has expired, or is of another request.");
        if (asked.State == AskedState.Rejected) throw new GraphRefusalException(HttpStatusCode.Forbidden, "Forbidden", "The approval request was rejected.");
        if (asked.State == AskedState.Waiting) throw Refused(HttpStatusCode.Conflict, code, "The approval request has not been approved yet.");
        _asked.Remove(asked);
    }

    private void Ask(GraphRequest request, string action, string deviceId, string body, DateTimeOffset now)
    {
        if (_asked.Find(asked => asked.Action == action && asked.DeviceId == deviceId && asked.State != AskedState.Rejected) is { } before)
            throw Refused(HttpStatusCode.Conflict, before.Code, "An active approval request already exists for this resource.");
        if (!IsBase64(request.Header(JustificationHeader)))
            throw GraphRefusalException.BadRequest($"The {JustificationHeader} header is required, in Base64, since the resource is protected by multi admin approval.");
        var made = new Asked(Guid.NewGuid().ToString(), action, deviceId, body, now);
        _asked.Add(made);
        throw Refused(FirstStatus, made.Code, "Approval is required before this operation can be performed.");
    }

    private void Decide(string code, AskedState state)
    {
        lock (_asked)
        {
            var asked = _asked.Find(asked => asked.Code == code && asked.State == AskedState.Waiting) ?? throw new InvalidOperationException($"No approval {code} is waiting.");
            asked.State = state;
        }
    }

    private static bool IsBase64(string? text) => text is { Length: > 0 } && Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0;

    private static GraphRefusalException Refused(HttpStatusCode status, string code, string message) =>
        new(status, "BadRequest", $"{message} {CodeHeader}: {code}") { Headers = { [CodeHeader] = code } };

    private enum AskedState
    {
        Waiting,
        Approved,
        Rejected,
    }

    private sealed record Asked(string Code, string Action, string DeviceId, string Body, DateTimeOffset At)
    {
        public AskedState State { get; set; }
    }
}
