using System.Security.Cryptography;
using System.Text.Json;
using SiOne.Bot.Engine.Spool;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// Where an operator's verb reaches the host that holds the store: <c>POST /operator</c>, this machine alone, signed with a key that only who reads the
/// master key has. The place is told by a file in the data folder, for its owner alone.
/// </summary>
internal sealed class OperatorEndpoint : IDisposable
{
    /// <summary>The path.</summary>
    public const string Path = "/operator";

    private readonly string _file;
    private readonly string _start = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public OperatorEndpoint(WebApplication app, EngineParts parts, TimeProvider clock, ILoggerFactory logs)
    {
        _file = parts.Settings.OperatorPath;
        var signature = new OperatorSignature(parts.Master, _start, clock);
        var acts = new OperatorActs(
            new RunningStore(parts), parts.Settings, parts.Master, parts.Spool, parts.Journal, parts.Quarantine, new CorrectionActs(parts.Corrections), new RightsActs(parts, clock),
            new DigestActs(parts.Digests, parts.OwnDigests, parts.Directory, parts.DigestDesk, parts.Settings.Engine, clock), clock);
        var log = logs.CreateLogger<OperatorEndpoint>();
        app.MapPost(Path, async (HttpContext context, CancellationToken cancellationToken) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, cancellationToken);
            if (!signature.Verify(context.Request.Headers.Authorization, body.ToArray()))
                return JsonBody.Problem(StatusCodes.Status401Unauthorized, "a call of a verb of this installation");
            if (JsonSerializer.Deserialize(body.ToArray(), OperatorJson.Default.OperatorAsk) is not { } ask) return JsonBody.Problem(StatusCodes.Status400BadRequest, "what to do");
            log.LogOperator(ask.Act, ask.Who);
            return Results.Json(await acts.DoAsync(ask, cancellationToken), OperatorJson.Default.OperatorAnswer);
        });
    }

    /// <summary>Whether a request is a verb's.</summary>
    public static bool Holds(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells verbs where the host is, once it listens.</summary>
    public void Open(string url) => PrivateFile.Replace(_file, JsonSerializer.SerializeToUtf8Bytes(new OperatorPlace(url, _start), OperatorJson.Default.OperatorPlace));

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);
}

internal static partial class OperatorLog
{
    [LoggerMessage(2201, LogLevel.Information, "An operator's verb: {Act}, by {Who}.")]
    public static partial void LogOperator(this ILogger logger, string act, string who);
}
