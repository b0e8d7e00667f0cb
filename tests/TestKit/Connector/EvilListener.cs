using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>A host that waits for tokens which are not meant for it, and answers everything as the service would.</summary>
public sealed class EvilListener : IAsyncDisposable
{
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly WebApplication _app;

    private EvilListener()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            _requests.Enqueue(new SeenRequest(context.Request.Method, context.Request.Path, headers, await reader.ReadToEndAsync(context.RequestAborted)));
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":"taken"}""");
        });
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>What it got.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Listens.</summary>
    public static async Task<EvilListener> StartAsync()
    {
        var evil = new EvilListener();
        await evil._app.StartAsync();
        evil.Url = new Uri(evil._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return evil;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
