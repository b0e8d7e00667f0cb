using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>
/// Stands in for Microsoft's side of Teams in the demo, on a port of this machine of its own: signing keys, sign-in, the Bot Connector service, and
/// everybody's Teams window as a page. The product is given <see cref="Settings"/> and does all that it does with the real one.
/// </summary>
public sealed class DemoTeams : IAsyncDisposable
{
    // Teams tells the person that a bot which takes longer has not answered.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly WebApplication _service;
    private readonly HttpClient _http;
    private readonly DemoKey _key;
    private readonly DemoChats _chats;
    private readonly DemoSender _sender;
    private readonly DemoHands _hands;
    private readonly DemoFiles _files;
    private readonly TimeProvider _clock;
    private Task _installing = Task.CompletedTask;

    private DemoTeams(WebApplication service, string url, DemoChats chats, DemoFiles files, DemoKey key, TimeProvider clock)
    {
        _service = service;
        _chats = chats;
        _key = key;
        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { Timeout = Patience };
        _sender = new DemoSender(_http, key, $"{url}{DemoService.Path}", clock);
        _files = files;
        _hands = new DemoHands(chats, _sender, url, clock);
        Settings = SettingsAt(url, chats.People);
    }

    /// <summary>The settings with which the product speaks to this. Who the technicians are stands in <see cref="TeamsSettings.TechnicianRoles"/>.</summary>
    public TeamsSettings Settings { get; }

    /// <summary>Completes once everybody has the apps; a failure of one of them does not keep the demo from starting.</summary>
    public Task Installed => _installing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Listens, beside the product's own port where that one is free.</summary>
    /// <param name="productUrl">Where the product will listen.</param>
    /// <param name="customers">The customers whose people chat.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    public static async Task<DemoTeams> StartAsync(string productUrl, IEnumerable<Customer> customers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{FreePort(productUrl)}").ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        var service = builder.Build();
        var key = new DemoKey(clock);
        var chats = new DemoChats(DemoPeople.Of(customers), clock);
        var signIn = new DemoSignIn(key, clock);
        var files = new DemoFiles();
        service.UseRouting();
        signIn.Map(service);
        new DemoService(chats, signIn, clock).Map(service);
        files.Map(service);
        await service.StartAsync(cancellationToken);
        return new DemoTeams(service, AddressOf(service), chats, files, key, clock);
    }

    /// <summary>Serves what the chat page asks; once the product listens, adds the apps for everybody, as their companies would.</summary>
    public void Map(WebApplication app)
    {
        new DemoChatEndpoints(_chats, _hands, _files, _clock).Map(app);
        _sender.Product = () => new Uri(AddressOf(app));
        app.Lifetime.ApplicationStarted.Register(() => _installing = InstallAsync(app.Lifetime.ApplicationStopping));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _installing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _service.StopAsync();
        await _service.DisposeAsync();
        _http.Dispose();
        _key.Dispose();
    }

    private async Task InstallAsync(CancellationToken stopping)
    {
        await _hands.InstallTeamAsync(_chats.People.First(person => person.Technician is not null), stopping);
        foreach (var person in _chats.People.Where(person => !DemoPeople.ReadsMailAlone(person))) await _hands.InstallAsync(person, stopping);
    }

    private static TeamsSettings SettingsAt(string url, ImmutableArray<DemoPerson> people) => new()
    {
        Customers = DemoBot.Customers.Settings,
        Technicians = DemoBot.Technicians.Settings,
        TechnicianTenantId = DemoPeople.TechnicianTenant,
        TechnicianTeamId = DemoChat.TeamId,
        TechnicianChannelId = DemoChat.ChannelId,
        TechnicianRoles = people.Where(person => person.Technician is not null)
            .ToImmutableDictionary(person => person.ObjectId, person => person.Technician!.Value, StringComparer.Ordinal),
        ServiceHosts = TrustedHosts.Parse(url, loopback: true, wildcards: false)!,
        FileHosts = TrustedHosts.Parse(url, loopback: true, wildcards: false)!,
        OpenIdMetadata = new Uri($"{url}{DemoSignIn.MetadataPath}"),
        Issuer = DemoSignIn.Issuer,
        LoginHost = new Uri(url),
        Scope = DemoSignIn.Scope,
        AllowAnonymous = false,
    };

    /// <summary>Kept conversations name this address, so it is the same at each start if it can be.</summary>
    private static int FreePort(string productUrl)
    {
        if (!Uri.TryCreate(productUrl, UriKind.Absolute, out var uri) || uri.Port is <= 0 or >= IPEndPoint.MaxPort) return 0;
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, uri.Port + 1);
            probe.Start();
            return uri.Port + 1;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static string AddressOf(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return address.Replace("//[::]:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal);
    }
}
