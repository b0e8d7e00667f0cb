using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Executors;
using SiOne.Bot.Graph.Reading;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph;

/// <summary>The customers' tenants by Microsoft Graph, app-only. A tenant has clients of its own, and a tenant that is no customer's has none.</summary>
public sealed partial class GraphTenants : ITenants, ITenantFacts, IDisposable
{
    private readonly GraphSettings _settings;
    private readonly Func<Guid, bool> _isCustomer;
    private readonly TimeProvider _time;
    private readonly ILogger<GraphTenants> _logger;
    private readonly ITenantTokens _tokens;
    private readonly HttpMessageHandler _wire;
    private readonly IDisposable[] _owned;
    private readonly ConcurrentDictionary<Guid, Lazy<TenantGraph>> _graphs = new();

    /// <summary>Calls nobody yet.</summary>
    /// <param name="settings">Where Graph is and who calls.</param>
    /// <param name="isCustomer">Whether a tenant is a customer's, by the customer file as it is now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Receives tenant ids, steps, statuses and codes; never a name, an address, a token, a password or a body.</param>
    /// <exception cref="ArgumentException">The settings are wrong.</exception>
    public GraphTenants(GraphSettings settings, Func<Guid, bool> isCustomer, TimeProvider time, ILogger<GraphTenants> logger)
        : this(settings, isCustomer, time, logger, tokens: null)
    {
    }

    internal GraphTenants(GraphSettings settings, Func<Guid, bool> isCustomer, TimeProvider time, ILogger<GraphTenants> logger, ITenantTokens? tokens)
    {
        if (settings.Mistakes().FirstOrDefault() is { } mistake) throw new ArgumentException(mistake, nameof(settings));
        _settings = settings;
        _isCustomer = isCustomer;
        _time = time;
        _logger = logger;
        var login = new HttpClient(new LoginHandler(settings.LoginHost) { InnerHandler = Wire() }) { Timeout = Timeout.InfiniteTimeSpan };
        var own = new MsalTokens(settings, login, time);
        _tokens = tokens ?? own;
        _wire = Wire();
        _owned = [own, login, _wire];
    }

    /// <inheritdoc/>
    public async Task<TenantPicture> ReadAsync(Guid tenant, PictureWanted wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await PictureReader.ReadAsync(Graph(tenant), wanted, cancellationToken);
        }
        catch (Exception failed) when (IsFailure(failed))
        {
            LogUnread(tenant, CodeOf(failed));
            return new TenantPicture { ReadAt = _time.GetUtcNow(), Failed = true };
        }
    }

    /// <inheritdoc/>
    public async Task<TenantFacts> ReadAsync(Guid tenant, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            return await FactsReader.ReadAsync(Graph(tenant), since, cancellationToken);
        }
        catch (Exception failed) when (IsFailure(failed))
        {
            LogUnread(tenant, CodeOf(failed));
            return new TenantFacts([], [], CodeOf(failed));
        }
    }

    /// <inheritdoc/>
    public async Task<StepSight> LookAsync(Guid tenant, Step step, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (AllExecutors.Of(step) is not { } executor) return new StepSight.Untold();
        try
        {
            return await executor.LookAsync(Graph(tenant), step, since, cancellationToken);
        }
        catch (CallFailedException failed)
        {
            return new StepSight.Failed(await MeaningAsync(tenant, failed, PowerClass.Reading, executor.ReadPermissions, cancellationToken));
        }
        catch (Exception failed) when (IsFailure(failed))
        {
            return new StepSight.Failed(new StepAnswer.Later(_time.GetUtcNow() + _settings.BackOff)); // An answer that is no answer.
        }
    }

    /// <inheritdoc/>
    public async Task<StepAnswer> DoAsync(Guid tenant, Step step, StepCall call, CancellationToken cancellationToken)
    {
        if (AllExecutors.Of(step) is not { } executor) return new StepAnswer.Refused("by-hand");
        var answer = await AnswerAsync(tenant, executor, step, call, cancellationToken);
        LogStep(tenant, call.Key, executor.Step.Name, answer.GetType().Name, (answer as StepAnswer.Refused)?.Code ?? "");
        return answer;
    }

    /// <summary>What a tenant has granted to an app registration. Asks Entra for a token anew, and changes nothing.</summary>
    /// <param name="tenant">A customer's tenant.</param>
    /// <param name="power">Which app registration.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<AppGrants> GrantedAsync(Guid tenant, PowerClass power, CancellationToken cancellationToken)
    {
        try
        {
            return await Grants.ReadAsync(Graph(tenant), _tokens, power, cancellationToken);
        }
        catch (Exception failed) when (IsFailure(failed))
        {
            LogUnread(tenant, CodeOf(failed));
            return new AppGrants(power, null, CodeOf(failed));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var graph in _graphs.Values.Where(graph => graph.IsValueCreated)) graph.Value.Dispose();
        foreach (var owned in _owned) owned.Dispose();
    }

    private async Task<StepAnswer> AnswerAsync(Guid tenant, IExecutor executor, Step step, StepCall call, CancellationToken cancellationToken)
    {
        if (!_settings.Apps.ContainsKey(executor.Power)) return new StepAnswer.Refused("not-configured");
        try
        {
            return await executor.DoAsync(Graph(tenant), step, call, cancellationToken);
        }
        catch (CallFailedException failed)
        {
            return await MeaningAsync(tenant, failed, executor.Power, [executor.Permission], cancellationToken);
        }
        catch (Exception failed) when (IsFailure(failed))
        {
            return new StepAnswer.Unknown(); // An answer came that cannot be read: the call was probably applied.
        }
    }

    private TenantGraph Graph(Guid tenant)
    {
        if (!_isCustomer(tenant)) throw CallFailedException.Refused("wrong-tenant");
        return _graphs.GetOrAdd(tenant, id => new Lazy<TenantGraph>(() => new TenantGraph(id, _settings, _tokens, _wire, _time, _logger))).Value;
    }

    /// <summary>Graph says 403 both for a permission that nobody gave and for a target out of reach: a fresh token tells which.</summary>
    private async Task<StepAnswer> MeaningAsync(Guid tenant, CallFailedException failed, PowerClass power, IReadOnlyList<string> needed, CancellationToken cancellationToken)
    {
        if (failed is not { Status: 403, Answer: StepAnswer.Refused }) return failed.Answer;
        try
        {
            var token = await _tokens.GetAsync(tenant, power, anew: true, cancellationToken);
            return needed.All(token.Roles.Contains) || token.Tenant != tenant ? failed.Answer : new StepAnswer.Refused("consent-missing");
        }
        catch (CallFailedException none) when (none.Code == "consent-missing")
        {
            return none.Answer;
        }
        catch (CallFailedException)
        {
            return failed.Answer;
        }
    }

    private static bool IsFailure(Exception failed) => failed is CallFailedException or JsonException or FormatException or InvalidOperationException;

    private static string CodeOf(Exception failed) => failed is CallFailedException { Code: { Length: > 0 } code } ? code : failed.GetType().Name;

    private static SocketsHttpHandler Wire() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Follows a change of Microsoft's addresses.
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Tenant {Tenant}, {Key}: {Step} answered {Answer} {Code}")]
    private partial void LogStep(Guid tenant, string key, string step, string answer, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tenant {Tenant} could not be read: {Code}")]
    private partial void LogUnread(Guid tenant, string code);
}
