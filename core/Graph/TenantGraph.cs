using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using SiOne.Bot.Graph.Calls;
using SiOne.Bot.Graph.Settings;
using SiOne.Bot.Graph.Tokens;

namespace SiOne.Bot.Graph;

/// <summary>One customer's tenant, and never another: its clients hold tokens of it alone.</summary>
internal sealed class TenantGraph : IDisposable
{
    private readonly TenantBudget _budget;
    private readonly Dictionary<PowerClass, GraphServiceClient> _clients;
    private readonly List<HttpClient> _https = [];

    /// <summary>Calls nobody yet.</summary>
    public TenantGraph(Guid tenant, GraphSettings settings, ITenantTokens tokens, HttpMessageHandler wire, TimeProvider time, ILogger logger)
    {
        Tenant = tenant;
        Settings = settings;
        Time = time;
        _budget = new TenantBudget(settings.CallsAtOnce, time);
        _clients = Enum.GetValues<PowerClass>().ToDictionary(power => power, power =>
        {
            var handler = new TenantHandler(tenant, power, settings, tokens, _budget, time, logger) { InnerHandler = wire };
            // None of Kiota's own handlers: they repeat and follow.
            var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            _https.Add(http);
            return new GraphServiceClient(http, new AnonymousAuthenticationProvider(), settings.BaseUrl);
        });
    }

    /// <summary>The tenant.</summary>
    public Guid Tenant { get; }

    /// <summary>The settings.</summary>
    public GraphSettings Settings { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Looks.</summary>
    public GraphServiceClient Reads => _clients[PowerClass.Reading];

    /// <summary>Acts with the power of a class.</summary>
    public GraphServiceClient With(PowerClass power) => _clients[power];

    /// <summary>How an object is named in a reference.</summary>
    public string ReferenceTo(Guid id) => $"{Settings.BaseUrl}/directoryObjects/{id}";

    /// <summary>The earliest instant of Microsoft's that counts as ours.</summary>
    /// <param name="since">Ours; Microsoft's instants have no fractions of a second everywhere.</param>
    public DateTimeOffset OursSince(DateTimeOffset since) => since - TimeSpan.FromTicks(since.Ticks % TimeSpan.TicksPerSecond) - Settings.ClockTolerance;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var client in _clients.Values) client.Dispose();
        foreach (var http in _https) http.Dispose();
        _budget.Dispose();
    }
}
