using Microsoft.Identity.Client;

namespace SiOne.Bot.Mail.Transport;

/// <summary>Gives MSAL the one HTTP client that asks for tokens: it follows no redirect, so a secret goes to the address that was set and to no other.</summary>
/// <param name="http">The client; its owner disposes it.</param>
public sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
{
    /// <inheritdoc/>
    public HttpClient GetHttpClient() => http;
}
