namespace SiOne.Bot.Host.Api;

/// <summary>What the local page shows. All sentences are French, the language of the page; cards take theirs from the same records in their reader’s language.</summary>
internal sealed record BoardAnswer(
    long Revision, bool Demo, bool ObserveOnly, string SupportAddress, IReadOnlyList<BoardCustomer> Customers, IReadOnlyList<BoardChoice> Operations,
    IReadOnlyList<BoardChoice> Reasons, BoardCounts Counts, IReadOnlyList<BoardMessage> Messages)
{
    /// <summary>Who looks, by their session; null where the page asks for no sign-in.</summary>
    public string? SignedIn { get; init; }

    /// <summary>Weekly digests that wait for a technician or were not delivered, newest first: no message is behind them.</summary>
    public IReadOnlyList<BoardEffect> Digests { get; init; } = [];

    /// <summary>What to know where nothing can be changed; null in a host at work.</summary>
    public string? SafeMode { get; init; }

    /// <summary>The stop switch; null where nothing is ever changed at customers'.</summary>
    public BoardStop? Stop { get; init; }
}

/// <summary>The stop switch as it stands.</summary>
/// <param name="State">off, on, or held: nothing leaves anyway.</param>
/// <param name="Says">The same as people say it.</param>
/// <param name="Hint">What pressing does, in one sentence; empty where nothing can be pressed.</param>
internal sealed record BoardStop(string State, string Says, string Hint)
{
    /// <summary>What is on the button; null where there is none.</summary>
    public string? Act { get; init; }

    /// <summary>What is on it after the first click.</summary>
    public string? Confirm { get; init; }
}

/// <summary>A customer of the demo, to be chosen as sender.</summary>
internal sealed record BoardCustomer(string Id, string Name, string Level, string? TenantId, IReadOnlyList<BoardPerson> People);

/// <summary>A person of the demo.</summary>
internal sealed record BoardPerson(string Name, string Address, string Role);

/// <summary>Something to choose from a list, below a heading where there is one.</summary>
internal sealed record BoardChoice(string Id, string Name, string? Under = null);

/// <summary>How many messages ended how.</summary>
internal sealed record BoardCounts(int Seen, int Waiting, int Requests, int FollowUps, int Refused, int Ignored, int Quarantined);

/// <summary>One message's way.</summary>
internal sealed record BoardMessage(
    string Key, string Channel, string ReceivedAt, string? From, string? FromName, string? Customer, string? Level, string Subject, string Text,
    IReadOnlyList<BoardFile> Attachments, int MaskedSecrets, string? End, string? Reason, IReadOnlyList<BoardRequest> Requests,
    IReadOnlyList<BoardEffect> Effects);

/// <summary>A file of a message.</summary>
/// <param name="Name">As its sender named it, made harmless.</param>
/// <param name="Path">Where its bytes are given; null when they are not held.</param>
/// <param name="Note">Why they are not; null where nothing is missing.</param>
internal sealed record BoardFile(string Name, string? Path, string? Note);

/// <summary>One request of a message.</summary>
internal sealed record BoardRequest
{
    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    public required string Category { get; init; }

    public required string Operation { get; init; }

    public required string Name { get; init; }

    public required int ConfidencePercent { get; init; }

    public required bool Abstained { get; init; }

    public required bool Urgent { get; init; }

    public required string? EffectiveOn { get; init; }

    public required string Verdict { get; init; }

    public required string State { get; init; }

    /// <summary>The state as people say it.</summary>
    public required string StateName { get; init; }

    /// <summary>The colour beside the word: good, wait, stop or none.</summary>
    public required string StateTone { get; init; }

    public required IReadOnlyList<string> Articles { get; init; }

    public required string Promise { get; init; }

    public required string? PromiseArticle { get; init; }

    /// <summary>The told date; null unless the clock runs.</summary>
    public required string? DueText { get; init; }

    /// <summary>The same as ISO 8601 in Paris.</summary>
    public required string? DueAt { get; init; }

    /// <summary>The one message under which it is shown whole, with what can be done to it.</summary>
    public required string Home { get; init; }

    /// <summary>All the rest; null under any other message.</summary>
    public BoardLife? Life { get; init; }
}

/// <summary>The life of a request.</summary>
/// <param name="Facts">Who has it, what it waits for, until when.</param>
/// <param name="Findings">What the contract says of it now.</param>
/// <param name="Written">What technicians wrote about it, oldest first.</param>
/// <param name="Journal">What happened, oldest first.</param>
/// <param name="Acts">What technicians can do where it stands.</param>
/// <param name="Approvers">Who at the customer's may say yes to it.</param>
internal sealed record BoardLife(
    IReadOnlyList<BoardFact> Facts, IReadOnlyList<BoardFinding> Findings, IReadOnlyList<BoardText> Written, IReadOnlyList<BoardLine> Journal,
    IReadOnlyList<BoardAct> Acts, IReadOnlyList<BoardChoice> Approvers)
{
    /// <summary>The numbers on record at which the requester can be called back.</summary>
    public IReadOnlyList<BoardChoice> Numbers { get; init; } = [];

    /// <summary>What is, or would be, done in the customer's Microsoft 365; null where nothing could be planned.</summary>
    public BoardPlan? Plan { get; init; }
}

/// <summary>One fact, as a term and what is said of it.</summary>
internal sealed record BoardFact(string Id, string Name, string Text);

/// <summary>One finding with its article, cited as people read it; who alone may read it, null for everybody.</summary>
internal sealed record BoardFinding(string Article, string Text, string? OnlyFor);

/// <summary>Words of a technician. Internal ones never leave.</summary>
internal sealed record BoardText(string Kind, bool Internal, string By, string At, string Text);

/// <summary>One line of the journal.</summary>
internal sealed record BoardLine(string At, string Text);

/// <summary>One thing that a technician can do, and what has to be given for it.</summary>
/// <param name="Verb">What the desk calls it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Hint">What follows from it.</param>
/// <param name="First">One of those that come next in most cases.</param>
internal sealed record BoardAct(string Verb, string Name, string Hint, bool First)
{
    /// <summary>The label of the text; null where none is asked.</summary>
    public string? Text { get; init; }

    /// <summary>What the text begins with, for the technician to finish; null: nothing.</summary>
    public string? Value { get; init; }

    /// <summary>The instant may be left out.</summary>
    public bool AtOptional { get; init; }

    /// <summary>Somebody who may say yes has to be chosen.</summary>
    public bool Person { get; init; }

    /// <summary>The number that was called back has to be chosen.</summary>
    public bool Number { get; init; }

    /// <summary>An operation has to be chosen, and a date may be given.</summary>
    public bool Operation { get; init; }

    /// <summary>The label of the instant; null where none is asked.</summary>
    public string? At { get; init; }

    /// <summary>A reason has to be chosen.</summary>
    public bool Reason { get; init; }
}

/// <summary>One effect of a message.</summary>
internal sealed record BoardEffect(string Key, string Kind, string Name, string State, string? Reason, string? To, bool HasPreview);
