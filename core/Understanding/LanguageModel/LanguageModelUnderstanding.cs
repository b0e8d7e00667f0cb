using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// Asks a language model where the embedded reader abstains, and the customer has agreed to that provider. Whatever goes wrong, the embedded
/// answer stands. May be called from many threads at once.
/// </summary>
/// <param name="embedded">The reader inside the process.</param>
/// <param name="chat">The model.</param>
/// <param name="provider">Who runs it, as the customers' agreements name it.</param>
/// <param name="budget">The day's requests.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Told of faults, never of texts.</param>
public sealed partial class LanguageModelUnderstanding(
    IUnderstanding embedded, IChatCompletionService chat, string provider, DailyBudget budget, TimeProvider clock, ILogger<LanguageModelUnderstanding> logger)
    : IUnderstanding
{
    /// <summary>The time that an answer may take, connecting included.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long a model that fails is left alone.</summary>
    public static readonly TimeSpan LeftAlone = TimeSpan.FromMinutes(5);

    /// <summary>After so many answers within ten minutes of which half failed or more.</summary>
    public const int FailuresBefore = 3;

    private readonly ResiliencePipeline _limits = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = FailuresBefore,
            SamplingDuration = TimeSpan.FromMinutes(10),
            BreakDuration = LeftAlone,
            ShouldHandle = new PredicateBuilder().Handle<Exception>(failure => IsItsFailure(failure)),
        })
        .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeLimit })
        .Build();

    // One message is read at several stops of its way: the model is asked once.
    private volatile Remembered? _last;

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var own = await embedded.UnderstandAsync(message, cancellationToken);
        if (!own.Any(request => request.Abstained) || !MayBeTold(message)) return own;
        if (_last is { } last && last.Message == message) return last.Answer;
        var answer = await AskedAsync(message, own, cancellationToken);
        _last = new Remembered(message, answer);
        return answer;
    }

    /// <summary>RGPD II a, b, f: only with the customer's written agreement to this provider, on the day on which it would be told.</summary>
    private bool MayBeTold(MessageToUnderstand message) =>
        message.Customer?.LanguageModel is { } agreement && agreement.Covers(provider, ParisTime.DateOf(clock.GetUtcNow()));

    private async Task<ImmutableArray<UnderstoodRequest>> AskedAsync(
        MessageToUnderstand message, ImmutableArray<UnderstoodRequest> own, CancellationToken cancellationToken)
    {
        try
        {
            var details = new OwnDetails(message);
            if (details.NamesSeveral) throw new ModelFaultException(ModelFault.NotItsToDecide);
            var redacted = Redaction.Of(message);
            var proposals = await _limits.ExecuteAsync(async limited => ModelAnswer.Read(await CompleteAsync(redacted, limited), redacted), cancellationToken);
            return SecondOpinion.Join(own, proposals, details);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            Log.Kept(logger, FaultOf(failure));
            return own;
        }
    }

    private async Task<string?> CompleteAsync(RedactedText redacted, CancellationToken cancellationToken)
    {
        if (!budget.TrySpend()) throw new ModelFaultException(ModelFault.BudgetSpent);
        var history = new ChatHistory(ModelPrompt.Task);
        history.AddUserMessage(ModelPrompt.Of(redacted.Text));
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0, // No limit of tokens: its key has two names, and no provider takes both. Time and bytes are limited.
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(ModelPrompt.SchemaName, BinaryData.FromString(ModelPrompt.Schema), jsonSchemaIsStrict: true),
        };
        // No kernel: there is no function that it could call.
        var contents = await chat.GetChatMessageContentsAsync(history, settings, kernel: null, cancellationToken);
        if (contents is not [var only]) throw new ModelFaultException(ModelFault.Malformed);
        return only is OpenAIChatMessageContent { ToolCalls.Count: > 0 } ? throw new ModelFaultException(ModelFault.WantsTool) : only.Content;
    }

    // What the budget holds back says nothing of the provider, and an answer of the schema is one, useful or not.
    private static bool IsItsFailure(Exception failure) => FaultOf(failure) is not ModelFault.BudgetSpent && failure is not OperationCanceledException;

    private static ModelFault FaultOf(Exception failure) => failure switch
    {
        ModelFaultException fault => fault.Fault,
        TimeoutRejectedException => ModelFault.TimedOut,
        BrokenCircuitException => ModelFault.CircuitOpen,
        HttpRequestException or IOException => ModelFault.Unreachable,
        HttpOperationException { InnerException: { } inner } => inner.InnerException is { } cause ? FaultOf(cause) : ModelFault.Unreachable,
        // What the client library throws where the protocol's keys are missing or of another type.
        JsonException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or NotSupportedException
            or NullReferenceException => ModelFault.Malformed,
        _ => ModelFault.Unexpected,
    };

    private sealed record Remembered(MessageToUnderstand Message, ImmutableArray<UnderstoodRequest> Answer);

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "The language model's answer is not used ({Fault}); the embedded reader's stands.")]
        public static partial void Kept(ILogger logger, ModelFault fault);
    }
}
