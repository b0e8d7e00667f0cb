namespace SiOne.Bot.Host.Connector.Inbound;

/// <summary>Why an activity was not let in. Logged by name; never with what was sent.</summary>
public enum RefusalReason
{
    /// <summary>No bearer token, or several.</summary>
    NoToken,

    /// <summary>No signed token as Teams makes them.</summary>
    MalformedToken,

    /// <summary>Not one of the three RSA signatures.</summary>
    Algorithm,

    /// <summary>No such key, even after a refresh; or the keys are too old to be believed.</summary>
    UnknownKey,

    /// <summary>Signature, issuer, audience or lifetime.</summary>
    InvalidToken,

    /// <summary>The key does not speak for Teams.</summary>
    NotEndorsed,

    /// <summary>The token names no service address, another one, or one that is not on the list.</summary>
    ServiceUrl,

    /// <summary>The body is not JSON in UTF-8.</summary>
    MediaType,

    /// <summary>The body is larger than an activity is.</summary>
    TooLarge,

    /// <summary>The body is no activity.</summary>
    Malformed,

    /// <summary>Another channel than Teams.</summary>
    Channel,

    /// <summary>The tenant is missing, stated in two ways, or not known.</summary>
    Tenant,
}

/// <summary>A refusal.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">Why.</param>
public sealed record Refusal(int Status, RefusalReason Reason)
{
    internal static Refusal Unauthorized(RefusalReason reason) => new(StatusCodes.Status401Unauthorized, reason);

    internal static Refusal Forbidden(RefusalReason reason) => new(StatusCodes.Status403Forbidden, reason);
}
