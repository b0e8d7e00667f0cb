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
[JsonSerializable(typeof(DemoMail))]
internal sealed partial class ApiJson : JsonSerializerContext;
