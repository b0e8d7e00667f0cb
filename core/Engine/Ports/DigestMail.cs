using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Ports;

/// <summary>A customer's digest as one of its people reads it.</summary>
/// <param name="Digest">The facts.</param>
/// <param name="Language">The reader's language.</param>
public sealed record DigestMail(CustomerDigest Digest, Language Language)
{
    /// <summary>The reader's name; null greets nobody by name.</summary>
    public string? Greeting { get; init; }

    /// <summary>Where the reader answers a request that waits: an absolute address for this reader alone; null where they cannot.</summary>
    public Func<RequestId, Uri?> LinkOf { get; init; } = _ => null;

    /// <summary>Where the reader leaves the digest with one POST (RFC 8058): an absolute https address; null says nothing of leaving.</summary>
    public Uri? Unsubscribe { get; init; }
}
