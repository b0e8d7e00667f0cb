namespace SiOne.Bot.Understanding.LanguageModel;

/// <summary>
/// The settings under <c>SiOne:LanguageModel</c>; without that section no language model is asked. Its provider is a sub-processor (RGPD II f): a
/// customer's messages go there only if the customer file holds that customer's written agreement.
/// </summary>
public sealed class LanguageModelOptions
{
    /// <summary>The provider's name as notices and agreements name it, for example "Mistral AI". Required.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// The base address of the OpenAI protocol, without <c>/chat/completions</c>: for example https://api.mistral.ai/v1 or
    /// https://RESOURCE.openai.azure.com/openai/v1; https, or http on this machine. Required. Redirects are not followed.
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's, or with Azure OpenAI the deployment's name. Required.</summary>
    public string? Model { get; set; }

    /// <summary>What is presented as a bearer token. Required, but for a server on this machine. Never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Requests on one day in Paris, 1 to 100,000, each of some 3,000 tokens at most; what exceeds them is read by the embedded reader alone. Default 200.</summary>
    public int DailyRequests { get; set; } = 200;

    /// <summary>Never the key.</summary>
    public override string ToString() => $"{Provider}, {Model} at {Endpoint}";
}
