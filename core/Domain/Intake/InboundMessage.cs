using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Intake;

/// <summary>A message as people wrote it, read from whatever carried it; secrets are masked in every text.</summary>
public sealed record InboundMessage
{
    /// <summary>How it came in.</summary>
    public required Channel Channel { get; init; }

    /// <summary>When it was received (mail: INTERNALDATE), UTC. The clock starts here, never at the sender's own date.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The one sender; null when there is none or more than one.</summary>
    public Party? From { get; init; }

    /// <summary>Visible recipients. Never used to add people to a request.</summary>
    public ImmutableArray<Party> To { get; init; } = [];

    /// <summary>Visible copies. Never used to add people to a request.</summary>
    public ImmutableArray<Party> Cc { get; init; } = [];

    /// <summary>The decoded subject, empty when there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The Message-ID without angle brackets, a hint and never a key; null when missing.</summary>
    public string? MessageId { get; init; }

    /// <summary>The In-Reply-To id without angle brackets; null when missing.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The References, oldest first, at most 100.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The sender's own date, for display only; null when missing or unreadable.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What kind of message it is.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>What the person newly wrote: quoted history, signature and disclaimers removed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The whole readable text.</summary>
    public string Body { get; init; } = "";

    /// <summary>The attached parts; their content stays in the spool.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>What a trusted Authentication-Results says of the sender.</summary>
    public SenderProof Authentication { get; init; }

    /// <summary>The account that is signed in where it was written; null for every channel but Teams.</summary>
    public SignedInAccount? SignedIn { get; init; }

    /// <summary>It says anew what an earlier message of the sender said, under that one's <see cref="MessageId"/> in <see cref="InReplyTo"/>.</summary>
    public bool Amends { get; init; }

    /// <summary>What a technician should know of it besides its words.</summary>
    public ReadingFlags Flags { get; init; }

    /// <summary>The mail that a bounce returns; null for any other message, and where the notice does not say which.</summary>
    public ReturnedMail? Returned { get; init; }

    /// <summary>What was decided on the page behind a signed link; null for any other message.</summary>
    public LinkDecision? Decides { get; init; }

    /// <summary>How many secrets were masked in subject and body; above 0 the answer advises to change them.</summary>
    public int MaskedSecrets { get; init; }
}

/// <summary>A mail that came back, as a delivery notice names it. Anybody can write such a notice.</summary>
/// <param name="MessageId">Its Message-ID, without angle brackets.</param>
/// <param name="Recipients">For whom it was, as far as the notice tells: the failed recipients, then those in its header.</param>
public sealed record ReturnedMail(string MessageId, ImmutableArray<MailAddress> Recipients);

/// <summary>An address with the name shown beside it.</summary>
/// <param name="Address">The bare address.</param>
/// <param name="Name">The display name; null when there is none. Hostile text.</param>
public sealed record Party(MailAddress Address, string? Name);

/// <summary>An account of a Microsoft 365 tenant, as the authenticated activity names it; never taken from a card or a text.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="AccountId">The account's object id in it (<c>aadObjectId</c>).</param>
public sealed record SignedInAccount(Guid TenantId, Guid AccountId);

/// <summary>An attached part.</summary>
/// <param name="Name">A file name that is safe to show.</param>
/// <param name="ContentType">The media type as stated.</param>
/// <param name="Size">Decoded bytes.</param>
public sealed record Attachment(string Name, string ContentType, long Size);

/// <summary>The written channel of a request.</summary>
public enum Channel
{
    /// <summary>A mail to the support address (Art. 3).</summary>
    Mail,

    /// <summary>The application: SI-ONE Gestion through the HTTP door (Art. 9; Reading).</summary>
    Application,

    /// <summary>A phone call that a technician wrote down: no writing, but enough for an incident (Art. 8).</summary>
    Phone,

    /// <summary>The Teams bot, the application's conversational face (Art. 9; Reading).</summary>
    Teams,
}

/// <summary>What channels are.</summary>
public static class Channels
{
    /// <summary>The application under either of its faces: its users are signed in.</summary>
    public static bool IsApplication(this Channel channel) => channel is Channel.Application or Channel.Teams;
}

/// <summary>What kind of message it is.</summary>
public enum MessageKind
{
    /// <summary>Starts a conversation.</summary>
    New,

    /// <summary>Answers another message.</summary>
    Reply,

    /// <summary>Written by a machine in answer (RFC 3834); never answered.</summary>
    AutoReply,

    /// <summary>A delivery notice (RFC 3464); never answered.</summary>
    Bounce,

    /// <summary>List or bulk mail; never answered.</summary>
    List,

    /// <summary>Nothing readable in it.</summary>
    Empty,
}

/// <summary>Whether a trusted header proves the sender (RFC 8601).</summary>
public enum SenderProof
{
    /// <summary>Nothing trusted says anything: unproven.</summary>
    None,

    /// <summary>DMARC passed.</summary>
    Pass,

    /// <summary>DMARC failed.</summary>
    Fail,
}
