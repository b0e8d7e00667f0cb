using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Api;

/// <summary>What a health page answers.</summary>
internal sealed record HealthAnswer(
    string Status, string? Store, double? BarrierP99Ms, long? LogBytes, string? Mailbox, DateTimeOffset? LastPoll, string? Customers)
{
    /// <summary>Each mailbox that this process watches.</summary>
    public IReadOnlyList<MailboxHealth>? Mailboxes { get; init; }

    /// <summary>What is wrong and does not stop the work; empty when nothing is.</summary>
    public IReadOnlyList<string>? Degraded { get; init; }
}

/// <summary>How one mailbox is doing.</summary>
internal sealed record MailboxHealth(string Name, string State, DateTimeOffset? LastPoll, string? LastFault, int StuckMails)
{
    /// <summary>Mails in the folder that is only counted; null where none is.</summary>
    public int? Reported { get; init; }
}

/// <summary>What the HTTP door answers: the key under which the message was kept.</summary>
internal sealed record DoorAnswer(string Key);

/// <summary>Why something was refused: what was expected, and for a person at the page a French sentence.</summary>
internal sealed record ProblemAnswer(string Expected, string? Text = null);

/// <summary>A technician's word on a held effect.</summary>
internal sealed record EffectDecision(string Key);

/// <summary>A technician's wish to have a quarantined message read again.</summary>
/// <param name="Key">The message.</param>
/// <param name="Technician">Who asks; not looked at where technicians sign in.</param>
internal sealed record ReplayWish(string Key, string? Technician = null);

/// <summary>What a technician does to a request.</summary>
/// <param name="Verb">What: one of the verbs of the desk.</param>
/// <param name="Technician">Who acts, as the journal will name them; not looked at where technicians sign in.</param>
/// <param name="Text">The words of a question, a reply, a note or a refusal.</param>
/// <param name="Person">Who at the customer's said yes or no, by id.</param>
/// <param name="Number">The number that was called back, by its id in the list.</param>
/// <param name="Operation">The right operation of a correction.</param>
/// <param name="Date">The right date of a correction, 2026-11-30.</param>
/// <param name="At">When a visit is planned, or to when a date moves; Paris where no offset is given.</param>
/// <param name="Reason">Why a date moves.</param>
internal sealed record DeskAct(
    string Verb, string? Technician = null, string? Text = null, string? Person = null, string? Number = null, string? Operation = null, string? Date = null, string? At = null,
    string? Reason = null);

/// <summary>Where a request stands after an act.</summary>
internal sealed record DeskAnswer(string State, int Version);

/// <summary>A call that a technician writes down.</summary>
/// <param name="Key">The same key is the same call.</param>
/// <param name="From">The caller's mail address.</param>
/// <param name="Text">What the caller asked.</param>
internal sealed record DeskCall(string Key, string From, string Text);

/// <summary>A request as the page behind a link in a mail shows it: to who made it, or to whose yes it waits for.</summary>
/// <param name="Language">The language of every text in it, as pages name it.</param>
/// <param name="Tone">The colour beside the status.</param>
/// <param name="Request">The words.</param>
/// <param name="Confirm">The button's text; null where there is nothing to confirm any more.</param>
internal sealed record ConfirmationAnswer(string Language, string Tone, Domain.Words.WordedRequest Request, string? Confirm)
{
    /// <summary>Who asks what of the reader; null where they asked themselves.</summary>
    public string? Opening { get; init; }

    /// <summary>Words of a person that belong to where it stands: the reason of a no.</summary>
    public Domain.Words.WordedSaid? Said { get; init; }

    /// <summary>How the reader decides; null where there is nothing to decide any more.</summary>
    public DecisionForm? Decide { get; init; }

    /// <summary>What was decided, by whom and when; null before, and where nobody did.</summary>
    public string? Decided { get; init; }
}

/// <summary>The two buttons of an approval, and the form of a no.</summary>
internal sealed record DecisionForm(string Approve, string Decline, string Reason, int MostReason, string Confirm, string Back);

/// <summary>A yes or no, as the page sends it.</summary>
/// <param name="Granted">Yes.</param>
/// <param name="Reason">Why not; null or empty without.</param>
internal sealed record DecisionBody(bool Granted, string? Reason = null);

/// <summary>A mail written in the demo's form.</summary>
internal sealed record DemoMail(string From, string Subject, string Text);

/// <summary>Source-generated JSON of the pages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(DoorAnswer))]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(BoardAnswer))]
[JsonSerializable(typeof(QueueAnswer))]
[JsonSerializable(typeof(EffectDecision))]
[JsonSerializable(typeof(ReplayWish))]
[JsonSerializable(typeof(DeskAct))]
[JsonSerializable(typeof(PlanAct))]
[JsonSerializable(typeof(PlanActAnswer))]
[JsonSerializable(typeof(DeskAnswer))]
[JsonSerializable(typeof(DeskCall))]
[JsonSerializable(typeof(ConfirmationAnswer))]
[JsonSerializable(typeof(DecisionBody))]
[JsonSerializable(typeof(BackupRun))]
[JsonSerializable(typeof(DemoMail))]
internal sealed partial class ApiJson : JsonSerializerContext;
