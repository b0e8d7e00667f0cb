using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;

namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>The way to a server of the OpenAI protocol, by Semantic Kernel: one attempt, bounded, to that address alone.</summary>
public sealed class LanguageModelClient : IDisposable
{
    // The client library demands a key; a server on this machine may want none.
    private const string NoKey = "none";

    private readonly HttpClient _http;

    /// <summary>Prepares the way; nothing is sent yet.</summary>
    /// <param name="options">Validated settings.</param>
    public LanguageModelClient(LanguageModelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _http = new HttpClient(new BoundedHandler(BoundedHandler.WayOut())) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new OpenAIClient(new ApiKeyCredential(options.ApiKey is { Length: > 0 } key ? key : NoKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint!),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan, // The caller has a limit for the whole of it.
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
        Chat = new OpenAIChatCompletionService(options.Model!, client);
    }

    /// <summary>What is asked.</summary>
    public IChatCompletionService Chat { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
