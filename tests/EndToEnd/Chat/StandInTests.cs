using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Host.Demo;
using SiOne.Bot.Host.Demo.Teams;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.EndToEnd.Chat;

/// <summary>The stand-in refuses what Microsoft's side would: no token, another's secret, another bot's conversation.</summary>
public sealed class StandInTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private DemoTeams _teams = null!;

    private Uri Activities => new(_teams.Settings.LoginHost, $"teams/v3/conversations/{Uri.EscapeDataString(_teams.Settings.TechnicianChannelId)}/activities");

    public async Task InitializeAsync()
    {
        var customers = CustomerFiles.Load(DemoSettings.CustomersFolder);
        Assert.Empty(customers.Mistakes);
        _teams = await DemoTeams.StartAsync("http://127.0.0.1:0", customers.Customers, TimeProvider.System, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Without_a_token_nobody_posts()
    {
        using var answer = await _http.PostAsJsonAsync(Activities, new { type = "message", text = "Bonjour" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_bot_is_let_in_by_its_secret_into_its_own_conversations()
    {
        Assert.Null(await TokenAsync(_teams.Settings.Technicians, "another secret"));
        var technicians = await TokenAsync(_teams.Settings.Technicians, SecretOf(_teams.Settings.Technicians));
        var customers = await TokenAsync(_teams.Settings.Customers, SecretOf(_teams.Settings.Customers));
        Assert.Equal(HttpStatusCode.Created, await CallAsync(HttpMethod.Post, Activities, technicians));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(HttpMethod.Post, Activities, customers));
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync(HttpMethod.Put, new Uri($"{Activities}/1"), technicians));
        Assert.Equal(HttpStatusCode.NotImplemented, await CallAsync(HttpMethod.Delete, new Uri($"{Activities}/1"), technicians));
    }

    [Fact]
    public void The_technicians_are_told_to_the_product() => Assert.Equal(
        [TechnicianRole.Technician, TechnicianRole.Lead], _teams.Settings.TechnicianRoles.Values.Order());

    private async Task<HttpStatusCode> CallAsync(HttpMethod method, Uri address, string? token)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method != HttpMethod.Delete) request.Content = JsonContent.Create(new { type = "message", text = "Bonjour" });
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<string?> TokenAsync(BotSettings bot, string secret)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = bot.AppId,
            ["client_secret"] = secret,
            ["scope"] = _teams.Settings.Scope,
        });
        using var answer = await _http.PostAsync(new Uri(_teams.Settings.LoginHost, $"{bot.TenantId}/oauth2/v2.0/token"), form);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode ? body.RootElement.GetProperty("access_token").GetString() : null;
    }

    private static string SecretOf(BotSettings bot) => Assert.IsType<BotCredential.Secret>(bot.Credential).Value;
}
