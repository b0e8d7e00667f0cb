using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Api;

/// <summary>What a health page answers.</summary>
internal sealed record HealthAnswer(
    string Status, string? Store, double? BarrierP99Ms, long? LogBytes, string? Mailbox, DateTimeOffset? LastPoll, string? Customers);

/// <summary>What the HTTP door answers: the key under which the message was kept.</summary>
internal sealed record DoorAnswer(string Key);

/// <summary>Why something was refused: what was expected.</summary>
internal sealed record ProblemAnswer(string Expected);

/// <summary>What the local page shows.</summary>
internal sealed record BoardAnswer(
    long Revision, bool Demo, bool ObserveOnly, string SupportAddress, IReadOnlyList<BoardCustomer> Customers, BoardCounts Counts,
    IReadOnlyList<BoardMessage> Messages);

/// <summary>A customer of the demo, to be chosen as sender.</summary>
internal sealed record BoardCustomer(string Id, string Name, string Level, string? TenantId, IReadOnlyList<BoardPerson> People);

/// <summary>A person of the demo.</summary>
internal sealed record BoardPerson(string Name, string Address, string Role);

/// <summary>How many messages ended how.</summary>
internal sealed record BoardCounts(int Seen, int Waiting, int Requests, int FollowUps, int Refused, int Ignored, int Quarantined);

/// <summary>One message's way.</summary>
internal sealed record BoardMessage(
    string Key, string Channel, string ReceivedAt, string? From, string? FromName, string? Customer, string? Level, string Subject, string Text,
    IReadOnlyList<string> Attachments, int MaskedSecrets, string? End, string? Reason, IReadOnlyList<BoardRequest> Requests,
    IReadOnlyList<BoardEffect> Effects);

/// <summary>One request of a message.</summary>
internal sealed record BoardRequest(
    string Reference, string Category, string Operation, string Name, int ConfidencePercent, bool Abstained, bool Urgent, string? EffectiveOn,
    string Verdict, IReadOnlyList<string> Articles, IReadOnlyList<BoardFinding> Findings, string Promise, string? PromiseArticle, string? DueText, string? DueAt, string? ShadowDueText);

/// <summary>One finding with its article, cited as people read it.</summary>
internal sealed record BoardFinding(string Code, string Article, string Text);

/// <summary>One effect of a message.</summary>
internal sealed record BoardEffect(string Key, string Kind, string State, string? Reason, string? To, bool HasPreview);

/// <summary>A technician's word on a held effect.</summary>
internal sealed record EffectDecision(string Key);

/// <summary>What a technician does to a request.</summary>
/// <param name="Technician">Who acts, as the journal will name them.</param>
/// <param name="Verb">What: one of the verbs of the desk.</param>
/// <param name="Text">The words of a question, a reply, a note or a refusal.</param>
/// <param name="Person">Who at the customer's said yes or no, by id.</param>
/// <param name="Operation">The right operation of a correction.</param>
/// <param name="Date">The right date of a correction, 2026-11-30.</param>
/// <param name="At">When a visit is planned, or to when a date moves; Paris where no offset is given.</param>
/// <param name="Reason">Why a date moves.</param>
internal sealed record DeskAct(
    string Technician, string Verb, string? Text = null, string? Person = null, string? Operation = null, string? Date = null, string? At = null,
    string? Reason = null);

/// <summary>Where a request stands after an act.</summary>
internal sealed record DeskAnswer(string State, int Version);

/// <summary>A call that a technician writes down.</summary>
/// <param name="Key">The same key is the same call.</param>
/// <param name="From">The caller's mail address.</param>
/// <param name="Text">What the caller asked.</param>
internal sealed record DeskCall(string Key, string From, string Text);

/// <summary>A mail written in the demo's form.</summary>
internal sealed record DemoMail(string From, string Subject, string Text);

/// <summary>Source-generated JSON of the pages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(DoorAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(EffectDecision))]
[JsonSerializable(typeof(DeskAct))]
[JsonSerializable(typeof(DeskAnswer))]
[JsonSerializable(typeof(DeskCall))]
[JsonSerializable(typeof(DemoMail))]
internal sealed partial class ApiJson : JsonSerializerContext;
