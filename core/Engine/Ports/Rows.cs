using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Engine.Ports;

/// <summary>One message seen. It ends exactly once (ledger rule).</summary>
public sealed record IntakeRow
{
    /// <summary>The key; rows sort by it.</summary>
    public required IntakeKey Key { get; init; }

    /// <summary>1 when new, one more at each save.</summary>
    public int Version { get; init; } = 1;

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The mailbox's short id; empty for the HTTP door.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>UIDVALIDITY; 0 where there is none.</summary>
    public uint UidValidity { get; init; }

    /// <summary>UID; 0 where there is none.</summary>
    public uint Uid { get; init; }

    /// <summary>When it was received (INTERNALDATE), UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>SHA-256 of the raw bytes, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Raw bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Only its header was kept; the rest stays on the server.</summary>
    public bool TooLarge { get; init; }

    /// <summary>How often it was begun; raised before parsing, so that a mail which kills the process is quarantined after three.</summary>
    public int Attempts { get; init; }

    /// <summary>How it ended; null while it waits.</summary>
    public LedgerEnd? End { get; init; }

    /// <summary>A short machine reason of the end, free of the message's text; null while it waits.</summary>
    public string? Reason { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The requests that it made or followed up.</summary>
    public ImmutableArray<RequestId> Requests { get; init; } = [];

    /// <summary>A secret stood in it: its raw bytes are destroyed early.</summary>
    public bool SecretReceived { get; init; }

    /// <summary>When it was last put back out of the quarantine, UTC; null if never. Its age counts up to here.</summary>
    public DateTimeOffset? ReplayedAt { get; init; }

    /// <summary>When its raw bytes were destroyed because their time had come, UTC; null while they are kept.</summary>
    public DateTimeOffset? RawDestroyedAt { get; init; }
}

/// <summary>The five ends of a message.</summary>
public enum LedgerEnd
{
    /// <summary>It made one or several requests.</summary>
    Requests,

    /// <summary>It spoke of a known request.</summary>
    FollowUp,

    /// <summary>Nobody we know: a technician may sort it into a request later.</summary>
    Refused,

    /// <summary>Automatic, list, duplicate or no request; listed for a technician.</summary>
    Ignored,

    /// <summary>It could not be read; kept, visible and replayable.</summary>
    Quarantined,
}

/// <summary>What belongs together: one exchange of messages, its requests and the order of its answers.</summary>
public sealed record Conversation
{
    /// <summary>Its identifier.</summary>
    public required ConversationId Id { get; init; }

    /// <summary>1 when new, one more at each save.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The customer; null for an unknown sender.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Its requests, oldest first.</summary>
    public ImmutableArray<RequestId> Requests { get; init; } = [];

    /// <summary>SHA-256 (hex) of the Message-IDs that customers sent in it; a later mail's References are looked up among them.</summary>
    public ImmutableArray<string> InboundIds { get; init; } = [];

    /// <summary>The order number of the next effect.</summary>
    public int NextOrder { get; init; } = 1;
}

/// <summary>One effect to perform outside, under its idempotency key.</summary>
public sealed record OutboxRow
{
    /// <summary>Request or intake, event number, effect ordinal, recipient: the same decision always gives the same key.</summary>
    public required string Key { get; init; }

    /// <summary>1 when new, one more at each save.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The conversation, in which order is kept.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>Place inside the conversation: an effect starts when every earlier one has left.</summary>
    public required int Order { get; init; }

    /// <summary>What to do.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; init; } = OutboxState.Waiting;

    /// <summary>Why it is held, failed or was dropped: a short machine reason; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be tried before, UTC.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>How often it was begun; at the first, its bytes are rendered and frozen.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was first begun, UTC: patience with the way out counts from here, however long it waited before. Null before.</summary>
    public DateTimeOffset? FirstTriedAt { get; init; }

    /// <summary>When it left, failed or was dropped, UTC; null before.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>When a held effect was released, UTC; null otherwise.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Who released or dropped a held effect; null otherwise.</summary>
    public string? DecidedBy { get; init; }
}

/// <summary>Where an effect stands.</summary>
public enum OutboxState
{
    /// <summary>To be performed when its time has come.</summary>
    Waiting,

    /// <summary>Waits for a technician's release (observe-only mode, old mail, rebuilt intake).</summary>
    Held,

    /// <summary>Accepted outside.</summary>
    Sent,

    /// <summary>Refused outside for good; a technician is told.</summary>
    Failed,

    /// <summary>A technician decided that it is not to be performed.</summary>
    Dropped,
}

/// <summary>A text or rendered mail, sealed, under a key of its own, so that it can be erased without breaking the journal.</summary>
/// <param name="Key">For example <c>intake/KEY/subject</c>.</param>
/// <param name="Sealed">The encrypted bytes, at most 256 KiB.</param>
public sealed record TextRow(string Key, ImmutableArray<byte> Sealed);

/// <summary>What stays of a text that was erased: a known state, no damage. No personal data.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Erasure">Under which erasure, as the operators' journal calls it, or which time limit.</param>
public sealed record ErasedText(string Key, DateTimeOffset At, string Erasure)
{
    /// <summary>The key itself tells who somebody is: then nothing stays at all.</summary>
    [JsonIgnore]
    public bool WithoutTrace { get; init; }
}

/// <summary>How far a mailbox has been read.</summary>
public sealed record MailboxRow
{
    /// <summary>The mailbox's short id.</summary>
    public required string Id { get; init; }

    /// <summary>1 when new, one more at each save.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The UIDVALIDITY that the cursor belongs to; 0 while it was leased and never opened.</summary>
    public required uint UidValidity { get; init; }

    /// <summary>Every UID up to and including this one is settled.</summary>
    public required uint Cursor { get; init; }

    /// <summary>Mails received earlier are none of ours, UTC; null for no limit.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the mailbox was first opened, UTC: after a change of UIDVALIDITY, older mails are none of ours.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who watches it; null before the first.</summary>
    public string? Holder { get; init; }

    /// <summary>The number of the newest lease; 0 before the first.</summary>
    public long Fence { get; init; }

    /// <summary>Until when nobody else may take it, UTC; null once it was given back.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }
}

/// <summary>A unit's condition: it is written only while that is the number of the mailbox's newest lease.</summary>
/// <param name="Mailbox">The mailbox's short id.</param>
/// <param name="Number">The lease's number; 0 for a mailbox that was never leased.</param>
public sealed record Fence(string Mailbox, long Number);
