using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.Model;

namespace SiOne.Bot.Host.Commands;

/// <summary>One message on the standard input of <c>classify</c>.</summary>
public sealed record ClassifyQuestion(string Id, string? Channel, string? Subject, string? Body, string? ReceivedAt);

/// <summary>One line of <c>classify</c>.</summary>
public sealed record ClassifyAnswer(string Id, IReadOnlyList<RequestLine> Requests);

/// <summary>One understood request, as every verb writes it.</summary>
public sealed record RequestLine(
    string Category, string Operation, double Confidence, bool Abstained, string? Person, DateOnly? Date, bool Urgent)
{
    /// <summary>From what was understood.</summary>
    public static RequestLine Of(UnderstoodRequest request) => new(
        request.Operation.Category.Id(), request.Operation.Id, Math.Round(request.Confidence, 3), request.Abstained, request.Person,
        request.Date, request.Urgent);
}

/// <summary>One line of <c>explain</c>.</summary>
public sealed record ExplainLine(
    string File, ExplainedMessage? Message, ExplainedSender? Sender, IReadOnlyList<ExplainedRequest> Requests, string? Error,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExplainedReason>? Why = null);

/// <summary>One operation of <c>explain --why</c>: how likely it was held, and the sentences and features that decided.</summary>
public sealed record ExplainedReason(
    string Operation, double Probability, IReadOnlyList<Weighed> Sentences, IReadOnlyList<Weighed> Features, double RuleScore)
{
    /// <summary>From the reader's reason.</summary>
    public static ExplainedReason Of(Reason reason) => new(reason.Operation.Id, reason.Probability, reason.Sentences, reason.Features, reason.RuleScore);
}

/// <summary>A message as it was read; flags only where there are any.</summary>
public sealed record ExplainedMessage(
    ExplainedParty? From, IReadOnlyList<ExplainedParty> To, IReadOnlyList<ExplainedParty> Cc, string Subject, string? MessageId, string? InReplyTo,
    IReadOnlyList<string> References, DateTimeOffset? Date, string Kind, string Text, string Body, IReadOnlyList<ExplainedAttachment> Attachments,
    string Authentication, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Flags);

/// <summary>An address with its display name.</summary>
public sealed record ExplainedParty(string Address, string? Name)
{
    /// <summary>From a party; null stays null.</summary>
    public static ExplainedParty? Of(Party? party) => party is null ? null : new ExplainedParty(party.Address.Value, party.Name);
}

/// <summary>An attached part.</summary>
public sealed record ExplainedAttachment(string Name, string ContentType, long Size);

/// <summary>Who sent it; the role is null for an unknown sender.</summary>
public sealed record ExplainedSender(string? Customer, string? Person, string? Role);

/// <summary>One request with what the contract says.</summary>
public sealed record ExplainedRequest(
    string Category, string Operation, double Confidence, bool Abstained, string? Person, DateOnly? Date, bool Urgent,
    IReadOnlyDictionary<string, string> Fields, IReadOnlyList<ExplainedFinding> Findings, string Verdict, string? DueAt, string Promise,
    IReadOnlyList<ExplainedStep> Plan, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExplainedClause>? Trace)
{
    /// <summary>From a judged case.</summary>
    public static ExplainedRequest Of(Case item, Judgement judged, IReadOnlyList<ExplainedClause>? trace) => new(
        item.Operation.Category.Id(), item.Operation.Id, Math.Round(item.Request.Confidence, 3), item.Request.Abstained, item.Request.Person,
        item.Request.Date, item.Request.Urgent, item.Request.Fields,
        [.. judged.Findings.Select(finding => new ExplainedFinding(finding.Code, finding.Article.Number, finding.Text.Fr))],
        judged.Verdict.Id(), judged.ToldDue is { } due ? InstantText.InParis(due) : null, PromiseId(judged.Promise),
        ExplainedStep.Of(item), trace);

    private static string PromiseId(Promise promise) => promise switch
    {
        Domain.Catalogue.Promise.None => "none",
        Domain.Catalogue.Promise.Target => "target",
        Domain.Catalogue.Promise.Commitment => "commitment",
    };
}

/// <summary>One step of what would be done in the customer's tenant, which is not read for it.</summary>
/// <param name="Step">Its kind.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Permission">The application permission that it takes; null for what a technician does.</param>
/// <param name="Before">Null: nothing was read.</param>
/// <param name="After">The value afterwards; null where there is none to show.</param>
/// <param name="Reversible">It can be undone.</param>
/// <param name="Destructive">It destroys data.</param>
public sealed record ExplainedStep(string Step, string Target, string? Permission, string? Before, string? After, bool Reversible, bool Destructive)
{
    /// <summary>The steps whatever the verdict, since a plan is no approval; none where a person does it all.</summary>
    public static IReadOnlyList<ExplainedStep> Of(Case item) => PlanWriter.Of(item, TenantPicture.Unread) is not { } plan ? [] :
    [
        .. plan.Steps.Select(step => (Planned: step, Facts: StepFacts.Of(step.Does))).Select(step => new ExplainedStep(
            step.Facts.Id, StepTarget.Of(step.Planned.Does), step.Facts.Permission, step.Planned.Before, step.Planned.After,
            step.Planned.Reversible, step.Planned.Destructive)),
    ];
}

/// <summary>One finding.</summary>
public sealed record ExplainedFinding(string Code, string Article, string Text);

/// <summary>One clause of <c>explain --trace</c>.</summary>
/// <param name="Clause">Its name.</param>
/// <param name="Article">The article that it reads.</param>
/// <param name="LookedAt">What it looked at in this case, by name.</param>
/// <param name="Found">The codes of what it found; empty when it had nothing to say.</param>
public sealed record ExplainedClause(string Clause, string Article, IReadOnlyDictionary<string, string> LookedAt, IReadOnlyList<string> Found)
{
    /// <summary>Every clause, in the order of the contract's list.</summary>
    public static IReadOnlyList<ExplainedClause> Of(Case item) =>
    [
        .. Terms.Trace(item).Select(examined => new ExplainedClause(
            examined.Clause.GetType().Name, examined.Clause.Article.Number,
            examined.Clause.LooksAt.ToDictionary(fact => JsonNamingPolicy.CamelCase.ConvertName(fact.ToString()), fact => Facts.Of(item, fact), StringComparer.Ordinal),
            [.. examined.Findings.Select(finding => finding.Code)])),
    ];
}

/// <summary>Source-generated JSON of the verbs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClassifyQuestion))]
[JsonSerializable(typeof(ClassifyAnswer))]
[JsonSerializable(typeof(ExplainLine))]
[JsonSerializable(typeof(ModelCard))]
public sealed partial class CommandJson : JsonSerializerContext
{
    /// <summary>French letters as they are, not as escapes. The output is a data stream, never part of a page.</summary>
    public static CommandJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
