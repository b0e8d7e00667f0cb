using System.Net.Http.Headers;
using System.Text.Json;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Demo.Teams;

/// <summary>What a bot's endpoint answered.</summary>
/// <param name="Status">The status; 0 when nothing was heard.</param>
/// <param name="Body">The body, if it is JSON.</param>
internal sealed record DemoHeard(int Status, JsonElement? Body = null)
{
    /// <summary>It was taken.</summary>
    public bool IsTaken => Status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices;
}

/// <summary>Writes activities as Teams does, signs for them, and posts them to the product's own endpoints.</summary>
/// <param name="http">The client; its time is as long as Teams waits for a bot.</param>
/// <param name="key">Signs.</param>
/// <param name="serviceUrl">Where the bots answer.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoSender(HttpClient http, DemoKey key, string serviceUrl, TimeProvider clock)
{
    /// <summary>Where the product listens; set once it does.</summary>
    public Func<Uri>? Product { get; set; }

    /// <summary>An activity of somebody in a conversation, with all that Teams states of it.</summary>
    public Activity Activity(string type, string id, DemoChat chat, DemoPerson person, string? thread) => new()
    {
        Type = type,
        Id = id,
        Timestamp = clock.GetUtcNow(),
        ServiceUrl = serviceUrl,
        ChannelId = "msteams",
        From = new ChannelAccount { Id = person.Id, Name = person.Name, AadObjectId = person.ObjectId },
        Recipient = chat.Bot.Account,
        Conversation = chat.Account(thread),
        ChannelData = new TeamsChannelData
        {
            Tenant = new TenantInfo(chat.TenantId),
            Team = chat.IsChannel ? new TeamInfo { Id = DemoChat.TeamId, Name = "Technique" } : null,
            Channel = chat.IsChannel ? new ChannelInfo { Id = DemoChat.ChannelId, Name = "Demandes" } : null,
        },
        Locale = person.Locale,
    };

    /// <summary>Posts it. What the network does is a value.</summary>
    public async Task<DemoHeard> SendAsync(DemoBot bot, Activity activity, CancellationToken cancellationToken)
    {
        if (Product is not { } product) return new DemoHeard(0);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(product(), bot.Path));
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Default.Activity));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.TokenFor(bot, DemoSignIn.Issuer, serviceUrl));
            using var response = await http.SendAsync(request, cancellationToken);
            return new DemoHeard((int)response.StatusCode, Json(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new DemoHeard(0);
        }
    }

    private static JsonElement? Json(byte[] body)
    {
        try
        {
            return body.Length > 0 ? JsonSerializer.Deserialize(body, ConnectorJson.Default.JsonElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
