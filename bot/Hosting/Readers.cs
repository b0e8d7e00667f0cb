using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Understanding;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Host.Hosting;

/// <summary>The reader of texts under the settings.</summary>
/// <param name="Understanding">The embedded reader, with a language model behind it where one is set.</param>
/// <param name="Client">The way to that model; null where it is off.</param>
internal sealed record Readers(IUnderstanding Understanding, LanguageModelClient? Client)
{
    /// <summary>Makes it. Verbs that send nothing (<c>explain</c>, <c>classify</c>) take the embedded reader alone instead.</summary>
    public static Readers Of(UsableSettings settings, TimeProvider clock, ILoggerFactory logs)
    {
        var embedded = new LearnedUnderstanding(settings.Understanding);
        if (settings.Host.LanguageModel is not { } options) return new Readers(embedded, Client: null);
        var client = new LanguageModelClient(options);
        var budget = new DailyBudget(settings.LanguageModelBudgetPath, options.DailyRequests, clock);
        return new Readers(
            new LanguageModelUnderstanding(embedded, client.Chat, options.Provider!, budget, clock, logs.CreateLogger<LanguageModelUnderstanding>()), client);
    }
}
