using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Mail.Reading;

/// <summary>What the mail reader accepts and trusts. Sizes are in bytes of the raw mail unless said otherwise.</summary>
public sealed record MailReaderOptions
{
    /// <summary>Largest mail. Default 25 MiB.</summary>
    public int MaxSize { get; init; } = 25 * 1024 * 1024;

    /// <summary>Largest header block, of the mail and of each part. Default 256 KiB.</summary>
    public int MaxHeaderBlock { get; init; } = 256 * 1024;

    /// <summary>Longest header line. Body lines may be longer: HTML mails of one line are daily business. Default 64 KiB.</summary>
    public int MaxHeaderLine { get; init; } = 64 * 1024;

    /// <summary>Most parts, counted by boundary lines and Content-Type fields before parsing. Default 500.</summary>
    public int MaxParts { get; init; } = 500;

    /// <summary>Deepest nesting of parts, attached mails included. Default 32.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Most addresses in the sender and recipient fields together. Default 500.</summary>
    public int MaxAddresses { get; init; } = 500;

    /// <summary>References kept, the newest ones. Default 100.</summary>
    public int MaxReferences { get; init; } = 100;

    /// <summary>Characters of readable text kept; a person reads no more, and the stores hold documents of 256 KiB. Default 60,000.</summary>
    public int MaxText { get; init; } = 60_000;

    /// <summary>Addresses that we send from. A mail from one of them is our own and counts as automatic: it would start a loop.</summary>
    public ImmutableArray<MailAddress> OwnAddresses { get; init; } = [];

    /// <summary>How our own border server writes Authentication-Results.</summary>
    public AuthenticationProfile AuthenticationProfile { get; init; } = AuthenticationProfile.Rfc8601;

    /// <summary>
    /// The authserv-id (RFC 8601, 2.2) under which our own border server writes Authentication-Results. Null trusts none; unused under Exchange Online.
    /// The border server must remove fields of this name that come from outside (RFC 8601, 5).
    /// </summary>
    public string? TrustedAuthServId { get; init; }
}
