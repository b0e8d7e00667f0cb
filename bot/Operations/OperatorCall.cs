using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Operations;

/// <summary>What an operator's verb asks.</summary>
/// <param name="Act">Which: one of <see cref="OperatorActs"/>.</param>
/// <param name="Who">Who asks: the account of the operating system.</param>
internal sealed record OperatorAsk(string Act, string Who)
{
    /// <summary>Which message.</summary>
    public string? Key { get; init; }

    /// <summary>A whole path.</summary>
    public string? Folder { get; init; }

    /// <summary>Why; stays in the operators' journal.</summary>
    public string? Reason { get; init; }

    /// <summary>Which week, as <c>2026-W12</c>.</summary>
    public string? Week { get; init; }

    /// <summary>How it is written: text, html or json.</summary>
    public string? Format { get; init; }

    /// <summary>Whose data: a mail address, or the id in a customer file.</summary>
    public string? Person { get; init; }

    /// <summary>Whose data: a customer's; or beside a person, which customer's.</summary>
    public string? Customer { get; init; }

    /// <summary>What else the person is called.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Says what would be done, and changes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Open requests are closed first.</summary>
    public bool AlsoOpen { get; init; }

    /// <summary>The master key goes with the backup.</summary>
    public bool WithKey { get; init; }
}

/// <summary>What a verb prints.</summary>
/// <param name="ExitCode">0, 1, or 2 for wrong use.</param>
/// <param name="Lines">Data.</param>
/// <param name="Messages">Messages.</param>
internal sealed record OperatorAnswer(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Messages)
{
    public static OperatorAnswer Failed(string message) => new(1, [], [message]);

    public static OperatorAnswer Wrong(string message) => new(2, [], [message]);
}

/// <summary>How verbs reach a running host.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Start">Of this start alone: what was signed for another one is worth nothing.</param>
internal sealed record OperatorPlace(string Url, string Start);

/// <summary>Source-generated JSON between verb and host.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OperatorAsk))]
[JsonSerializable(typeof(OperatorAnswer))]
[JsonSerializable(typeof(OperatorPlace))]
internal sealed partial class OperatorJson : JsonSerializerContext;
