using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Catalogue;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>One request as a model proposed it: an operation of the closed list, and places in the text that it was given. None of its own words.</summary>
/// <param name="Operation">What is asked.</param>
/// <param name="Confidence">How sure it says it is, 0 to 1; not calibrated.</param>
/// <param name="Date">The words of the message that say when; null when there are none.</param>
/// <param name="Urgent">It quotes words that say that it is urgent.</param>
internal sealed record Proposal(Operation Operation, double Confidence, string? Date, bool Urgent);

/// <summary>Reads a model's answer as what a stranger wrote: of the schema to the letter, or not at all.</summary>
internal static class ModelAnswer
{
    private const int MaxLength = 16_000;
    private const int MaxRequests = 8;
    private const int MaxDate = 80;

    /// <summary>The proposals of an answer, at least one.</summary>
    /// <param name="content">What the model wrote.</param>
    /// <param name="sent">What it was given.</param>
    /// <exception cref="ModelFaultException">The answer cannot be used.</exception>
    public static ImmutableArray<Proposal> Read(string? content, RedactedText sent)
    {
        if (content is null) throw new ModelFaultException(ModelFault.Malformed);
        if (content.Length > MaxLength) throw new ModelFaultException(ModelFault.TooLarge);
        var answer = Parse(content);
        if (answer.Requests is not { Length: > 0 and <= MaxRequests } requests || Array.Exists(requests, request => request is null))
            throw new ModelFaultException(ModelFault.Malformed);
        return [.. requests.Select(request => Read(request, sent)).DistinctBy(proposal => proposal.Operation)];
    }

    private static Proposal Read(WrittenRequest request, RedactedText sent)
    {
        if (!AllOperations.TryGet(request.Operation, out var operation)) throw new ModelFaultException(ModelFault.UnknownOperation);
        if (request.Confidence is not (>= 0 and <= 1)) throw new ModelFaultException(ModelFault.Malformed);
        _ = Found(request.Quote, sent);
        var date = request.Date is { } words ? Found(words, sent) : null;
        if (date?.Length > MaxDate) throw new ModelFaultException(ModelFault.Malformed);
        var urgent = request.Urgent is { } pressed && Found(pressed, sent).Length > 0;
        return new Proposal(operation!, request.Confidence, date, urgent);
    }

    private static string Found(string quote, RedactedText sent) =>
        !string.IsNullOrWhiteSpace(quote) && sent.Original(quote) is { } original ? original : throw new ModelFaultException(ModelFault.NotInText);

    private static WrittenAnswer Parse(string content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, ModelAnswerJson.Default.WrittenAnswer) ?? throw new ModelFaultException(ModelFault.Malformed);
        }
        catch (JsonException wrong)
        {
            throw new ModelFaultException(ModelFault.Malformed, wrong);
        }
    }
}

/// <summary>The answer as the schema has it.</summary>
internal sealed record WrittenAnswer(WrittenRequest[] Requests);

/// <summary>A request as the schema has it.</summary>
internal sealed record WrittenRequest(string Operation, double Confidence, string Quote, string? Date, string? Urgent);

/// <summary>Strict: no key missing, twice or unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8)]
[JsonSerializable(typeof(WrittenAnswer))]
internal sealed partial class ModelAnswerJson : JsonSerializerContext;
