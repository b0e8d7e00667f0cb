using System.Security.Cryptography.X509Certificates;

namespace SiOne.Bot.TestGraph.SignIn;

/// <summary>The registration of an app that asks for tokens with a secret or a certificate.</summary>
/// <param name="ClientId">Its application id.</param>
/// <param name="DisplayName">How tenants see it.</param>
/// <param name="Secret">Its client secret, or null.</param>
/// <param name="Certificate">The public half of its certificate, or null.</param>
public sealed record GraphApp(string ClientId, string DisplayName, string? Secret, X509Certificate2? Certificate = null);
