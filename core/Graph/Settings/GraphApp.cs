using System.Security.Cryptography.X509Certificates;

namespace SiOne.Bot.Graph.Settings;

/// <summary>One app registration of SI-ONE's, consented to in each customer's tenant.</summary>
/// <param name="ClientId">Its application id.</param>
/// <param name="Credential">How it proves itself.</param>
public sealed record GraphApp(Guid ClientId, GraphCredential Credential);

/// <summary>How an app registration proves itself.</summary>
public abstract record GraphCredential
{
    private GraphCredential() { }

    /// <summary>A certificate with its private key: what is preferred.</summary>
    /// <param name="Value">The certificate.</param>
    public sealed record Certificate(X509Certificate2 Value) : GraphCredential;

    /// <summary>A signed assertion made elsewhere: a key vault, a federated identity.</summary>
    /// <param name="Make">Makes one; called whenever a token is asked for.</param>
    public sealed record Assertion(Func<CancellationToken, Task<string>> Make) : GraphCredential;

    /// <summary>A secret: allowed, not preferred.</summary>
    /// <param name="Value">The secret.</param>
    public sealed record Secret(string Value) : GraphCredential
    {
        /// <summary>Never the secret.</summary>
        public override string ToString() => "***";
    }
}
