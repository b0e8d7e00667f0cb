using SiOne.Bot.Host.Connector.Inbound;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Mail.Transport;

namespace SiOne.Bot.Host.Connector;

/// <summary>The connection to Teams: who may speak to the bots, and how they speak. Made once; asks the network nothing before it is used.</summary>
public sealed class TeamsConnector : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClient _login;
    private readonly SigningKeys _keys;
    private readonly BotTokens _tokens;

    /// <summary>Puts it together.</summary>
    /// <param name="settings">Usable settings.</param>
    /// <param name="knowsTenant">Whether a bot serves a tenant (GUID in lower case); asked for each activity. What it does not know is answered 403.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logs">Where logs go.</param>
    public TeamsConnector(TeamsSettings settings, Func<BotKey, string, bool> knowsTenant, TimeProvider clock, ILoggerFactory logs)
    {
        Settings = settings;
        _http = new HttpClient(Plain()) { Timeout = Timeout.InfiniteTimeSpan };
        _login = new HttpClient(new PlainLogin(settings.LoginHost) { InnerHandler = Plain() }) { Timeout = TimeSpan.FromSeconds(10) };
        _keys = new SigningKeys(new KeyDocuments(_http, settings.OpenIdMetadata), settings.OpenIdMetadata, settings.Issuer, clock, logs.CreateLogger<SigningKeys>());
        _tokens = new BotTokens(settings, _login);
        Authentication = new InboundAuthentication(settings, _keys, knowsTenant, clock);
        Client = new ConnectorClient(settings, new ConnectorCalls(_http, _tokens, clock));
    }

    /// <summary>How the bots speak.</summary>
    public ConnectorClient Client { get; }

    /// <summary>The settings it was made with.</summary>
    public TeamsSettings Settings { get; }

    /// <summary>Who may speak to the bots.</summary>
    internal InboundAuthentication Authentication { get; }

    /// <summary>Whether a bot gets its token; asks the login host, posts nothing.</summary>
    internal Task<BotToken> SignInAsync(BotKey bot, CancellationToken cancellationToken) => _tokens.GetAsync(bot, cancellationToken);

    /// <summary>Whether the service's keys can be had now: null, or why not.</summary>
    internal Task<string?> FetchKeysAsync(CancellationToken cancellationToken) => _keys.FetchNowAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _tokens.Dispose();
        _keys.Dispose();
        _http.Dispose();
        _login.Dispose();
    }

    /// <summary>Redirects are never followed: they would carry what was meant for a trusted host elsewhere.</summary>
    private static SocketsHttpHandler Plain() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
