using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.MailWatcher.Settings;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Host.Settings;

/// <summary>Validates the settings of the language model, and says whose messages it reads: its provider is a sub-processor (RGPD II f).</summary>
public static class LanguageModelSettings
{
    private const string Group = nameof(SiOneOptions.LanguageModel);

    /// <summary>Every mistake, with keys relative to <c>SiOne</c>; none where it is off.</summary>
    public static IEnumerable<SettingMistake> Mistakes(LanguageModelOptions? options)
    {
        if (options is null) yield break;
        if (string.IsNullOrWhiteSpace(options.Provider)) yield return new($"{Group}:Provider", "the provider's name as notices and agreements name it (RGPD II f), for example Mistral AI");
        if (string.IsNullOrWhiteSpace(options.Model)) yield return new($"{Group}:Model", "the model's name, with Azure OpenAI the deployment's");
        var address = AddressOf(options.Endpoint);
        if (address is null)
            yield return new($"{Group}:Endpoint", "an https address, or http on this machine, without user, query and /chat/completions, for example https://api.mistral.ai/v1");
        if (string.IsNullOrWhiteSpace(options.ApiKey) && address is not { IsLoopback: true }) yield return new($"{Group}:ApiKey", "the provider's key: only a server on this machine may want none");
        if (options.ApiKey is { } key && key.Any(c => c is <= ' ' or > '~')) yield return new($"{Group}:ApiKey", "a key of visible ASCII characters");
        if (options.DailyRequests is < 1 or > 100_000) yield return new($"{Group}:DailyRequests", "a number from 1 to 100000");
    }

    /// <summary>What is sent, to whom and for whom, as <c>check</c> tells it.</summary>
    /// <param name="options">The settings; null: off.</param>
    /// <param name="customers">The customers in force.</param>
    /// <param name="today">The day in Paris.</param>
    public static string Say(LanguageModelOptions? options, IReadOnlyCollection<Customer> customers, DateOnly today)
    {
        if (options is null) return "off, no message is sent to a provider";
        var agreed = customers.Where(customer => customer.LanguageModel?.Covers(options.Provider!, today) is true).ToArray();
        var waiting = customers.Where(customer => customer.LanguageModel is { } agreement && agreement.Covers(options.Provider!, DateOnly.MaxValue) && !agreement.Covers(options.Provider!, today));
        var others = customers.Where(customer => customer.LanguageModel is { } agreement && !agreement.Covers(options.Provider!, DateOnly.MaxValue));
        var said = $"on, {options.Provider} is a sub-processor (RGPD II f): {options.Model} at {new Uri(options.Endpoint!).Host} is asked for {agreed.Length} of {Counted.Plain(customers.Count, "customer", "customers")}, "
            + $"at most {Counted.Plain(options.DailyRequests, "time", "times")} a day; the others have not agreed";
        return said
            + Listed("agreed", agreed.Select(customer => $"{customer.Id} on {customer.LanguageModel!.AgreedOn:yyyy-MM-dd}"))
            + Listed("not yet", waiting.Select(customer => $"{customer.Id} from {customer.LanguageModel!.From:yyyy-MM-dd}"))
            + Listed("agreed to another provider", others.Select(customer => customer.Id));
    }

    /// <summary>An address that may be asked; null when it is none.</summary>
    private static Uri? AddressOf(string? text) =>
        text is not null && TeamsSettingsReader.AddressOf(text, development: true) is { Query: "" } address
        && !address.AbsolutePath.TrimEnd('/').EndsWith("/chat/completions", StringComparison.OrdinalIgnoreCase) ? address : null;

    private static string Listed(string what, IEnumerable<string> customers) =>
        string.Join(", ", customers) is { Length: > 0 } list ? $"; {what}: {list}" : "";
}
