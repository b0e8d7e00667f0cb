using System.Net;
using Microsoft.AspNetCore.Http;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class LocalOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "GET", null, true)]
    [InlineData("127.0.0.1", "localhost:5080", "GET", null, true)]
    [InlineData("::1", "[::1]:5080", "GET", null, true)]
    [InlineData("192.0.2.7", "127.0.0.1:5080", "GET", null, false)]
    [InlineData(null, "127.0.0.1:5080", "GET", null, false)]
    [InlineData("127.0.0.1", "hostile.example", "GET", null, false)]
    [InlineData("127.0.0.1", "localhost.hostile.example", "GET", null, false)]
    [InlineData("127.0.0.1", "192.0.2.7:5080", "GET", null, false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "POST", null, true)] // A program at the door sends no Origin; it shows its key.
    [InlineData("127.0.0.1", "127.0.0.1:5080", "POST", "http://127.0.0.1:5080", true)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "POST", "http://127.0.0.1:5081", false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "POST", "http://hostile.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "POST", "null", false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "DELETE", "http://hostile.example", false)]
    public async Task Only_this_machines_own_page_is_answered(string? remote, string name, string method, string? origin, bool answered)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(name);
        context.Request.Method = method;
        if (origin is not null) context.Request.Headers.Origin = origin;
        var reached = false;
        await new LocalOnly(_ =>
        {
            reached = true;
            return Task.CompletedTask;
        }).InvokeAsync(context);
        Assert.Equal((answered, answered ? 200 : 403), (reached, context.Response.StatusCode));
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions);
    }
}
