using System.Net;
using System.Text.Json.Nodes;

namespace SiOne.Bot.TestKit.Connector;

/// <summary>A bot's registration: what its settings must say.</summary>
/// <param name="AppId">The app.</param>
/// <param name="TenantId">Where it is registered.</param>
/// <param name="Secret">Its secret.</param>
/// <param name="Path">Where the bot listens, below its own address.</param>
public sealed record FakeApp(string AppId, string TenantId, string Secret, string Path)
{
    /// <summary>Its account in conversations.</summary>
    public string AccountId => $"28:{AppId}";
}

/// <summary>A person.</summary>
/// <param name="Id">Teams' id.</param>
/// <param name="ObjectId">Entra's.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="Name">The shown name.</param>
/// <param name="Email">Address and sign-in name.</param>
/// <param name="Role"><c>user</c>, <c>guest</c> or <c>anonymous</c>.</param>
public sealed record FakeUser(string Id, string ObjectId, string TenantId, string Name, string Email, string Role = "user");

/// <summary>A conversation in which a bot takes part.</summary>
/// <param name="Id">Its id; a channel's threads are below it.</param>
/// <param name="App">The bot.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="Kind"><c>personal</c> or <c>channel</c>.</param>
/// <param name="TeamId">The team of a channel.</param>
public sealed record FakeConversation(string Id, FakeApp App, string TenantId, string Kind, string? TeamId = null);

/// <summary>What a bot posted, as it stands now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">Where; with its thread.</param>
/// <param name="App">Who.</param>
/// <param name="Activity">What.</param>
/// <param name="Edits">How often it was replaced.</param>
public sealed record FakePost(string Id, string ConversationId, FakeApp App, JsonObject Activity, int Edits = 0)
{
    /// <summary>The words.</summary>
    public string? Text => (string?)Activity["text"];

    /// <summary>The first card, or null.</summary>
    public JsonObject? Card => (Activity["attachments"] as JsonArray)?.OfType<JsonObject>()
        .FirstOrDefault(attachment => (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"] as JsonObject;
}

/// <summary>What the bot's endpoint answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, if it is JSON.</param>
public sealed record FakeAnswer(HttpStatusCode Status, JsonNode? Body);

/// <summary>A request that arrived.</summary>
/// <param name="Method">How.</param>
/// <param name="Path">Path and query as they were written.</param>
/// <param name="Headers">Every header.</param>
/// <param name="Body">The body.</param>
public sealed record SeenRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What goes wrong with the next request.</summary>
public sealed record FakeFault(int Status)
{
    /// <summary>The error's code.</summary>
    public string? Code { get; init; }

    /// <summary>The error's sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The Retry-After header.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The Location header.</summary>
    public string? Location { get; init; }

    /// <summary>The request is done, and the connection cut before the answer.</summary>
    public bool LoseAnswer { get; init; }

    /// <summary>Requests to this conversation and its threads alone; null for any.</summary>
    public string? In { get; init; }

    /// <summary>Posts of cards alone.</summary>
    public bool Cards { get; init; }

    /// <summary>Requests of this method alone; null for any.</summary>
    public string? Method { get; init; }
}
