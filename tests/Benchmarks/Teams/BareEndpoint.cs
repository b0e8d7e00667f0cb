using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SiOne.Bot.Benchmarks.Teams;

/// <summary>
/// The raw limit of a turn: an ASP.NET Core endpoint, in a process of its own, that reads what is posted to the end and answers given bytes. It
/// checks no token and parses nothing.
/// </summary>
internal static class BareEndpoint
{
    public const string Verb = "bare";

    /// <summary>Answers nothing, as a message turn does.</summary>
    public const string Empty = "/empty";

    /// <summary>Answers what was put there, as an invoke does.</summary>
    public const string Card = "/card";

    /// <summary>Prints its address; ends when standard input does.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.AddServerHeader = false);
        await using var app = builder.Build();
        byte[] card = [];
        app.MapPut(Card, async context => card = await ReadAsync(context));
        app.MapPost(Empty, async context => { await ReadAsync(context); });
        app.MapPost(Card, async context =>
        {
            await ReadAsync(context);
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.Body.WriteAsync(card, context.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        return bytes.ToArray();
    }
}
