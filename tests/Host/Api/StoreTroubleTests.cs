using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class StoreTroubleTests
{
    [Fact]
    public async Task While_the_store_is_away_whoever_asks_is_told_when_to_ask_again()
    {
        foreach (var failure in (Exception[])[new StoreUnavailableException("away"), new IOException("no room")])
        {
            var context = Context();
            await new StoreTrouble(_ => throw failure).InvokeAsync(context);
            Assert.Equal((503, "30"), (context.Response.StatusCode, context.Response.Headers.RetryAfter.ToString()));
        }
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_its_senders_matter() => await Assert.ThrowsAsync<BadHttpRequestException>(
        () => new StoreTrouble(_ => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge)).InvokeAsync(Context()));

    private static DefaultHttpContext Context() => new() { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
}
