using System.Collections.Immutable;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Operations;

/// <summary>
/// The register of processing (RGPD IX), in French: whose data, what for, who takes part, where it goes, how long it is kept and how it is protected. Out of
/// settings and customer files alone.
/// </summary>
/// <param name="Date">The day of the register, in Paris.</param>
/// <param name="Processor">SI-ONE.</param>
/// <param name="Controllers">The customers, each with what is processed for them (RGPD IX).</param>
/// <param name="People">Whose data (RGPD I).</param>
/// <param name="Data">Which data (RGPD I).</param>
/// <param name="SubProcessors">Who else takes part (RGPD II f).</param>
/// <param name="Transfers">Where it goes outside the European Union (RGPD IX).</param>
/// <param name="Retention">How long what is kept.</param>
/// <param name="Security">How it is protected (RGPD VII).</param>
public sealed record Register(
    DateOnly Date, RegisteredProcessor Processor, ImmutableArray<RegisteredController> Controllers, ImmutableArray<string> People, ImmutableArray<string> Data,
    ImmutableArray<RegisteredSubProcessor> SubProcessors, string Transfers, ImmutableArray<RegisteredRetention> Retention, ImmutableArray<string> Security)
{
    /// <summary>What stands for something that no setting says; a key follows.</summary>
    public const string Missing = "à compléter";

    /// <summary>Makes it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="customers">The customers in force.</param>
    /// <param name="today">The day in Paris.</param>
    public static Register Of(UsableSettings settings, IEnumerable<Customer> customers, DateOnly today)
    {
        var said = settings.Host.DataProtection;
        return new Register(
            today,
            new RegisteredProcessor(Said(said.Processor, "Processor"), Said(said.PostalAddress, "PostalAddress"), Said(said.Officer, "Officer"), Said(said.Address, "Address")),
            [.. customers.OrderBy(customer => customer.Id, StringComparer.Ordinal).Select(RegisterWords.Of)],
            RegisterWords.People, RegisterWords.Data, [.. SubProcessorsOf(settings, customers, today)], Said(said.Transfers, "Transfers"),
            [.. Domain.Privacy.Retention.Of(settings.Engine.RawFor, settings.Engine.RawWithSecretFor, settings.Engine.Readings).Select(RegisterWords.Of)], RegisterWords.Security);
    }

    /// <summary>Every key whose value is missing.</summary>
    public ImmutableArray<string> MissingKeys =>
    [
        .. new[] { Processor.Name, Processor.PostalAddress, Processor.Officer, Processor.Address, Transfers }
            .Concat(SubProcessors.SelectMany(each => new[] { each.Name, each.Country })).Concat(Controllers.Select(each => each.Contact))
            .Where(value => value.StartsWith(Missing, StringComparison.Ordinal)).Select(value => value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..^1]).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A value, or what has to be filled in.</summary>
    internal static string Said(string? value, string key) => string.IsNullOrWhiteSpace(value) ? $"{Missing} (SiOne:DataProtection:{key})" : Typography.OneLine(value);

    private static IEnumerable<RegisteredSubProcessor> SubProcessorsOf(UsableSettings settings, IEnumerable<Customer> customers, DateOnly today)
    {
        var said = settings.Host.DataProtection;
        if (!IsNone(said.Hosting)) yield return Of("hébergement de la machine", said.Hosting, "Hosting");
        if (!IsNone(said.MailRelay)) yield return Of("acheminement des mails", said.MailRelay, "MailRelay");
        if (settings.Teams is not null) yield return Of("canal de conversation (Azure Bot Service)", said.BotChannel, "BotChannel");
        if (settings.Host.LanguageModel is not { Provider: { } provider }) yield break;
        yield return new RegisteredSubProcessor("modèle de langage, textes expurgés", Typography.OneLine(provider), Said(said.LanguageModelCountry, "LanguageModelCountry"))
        {
            Agreements =
            [
                .. customers.Where(customer => customer.LanguageModel is { } agreement && string.Equals(agreement.Provider, provider, StringComparison.OrdinalIgnoreCase))
                    .Select(customer => RegisterWords.Of(customer, customer.LanguageModel!, today)),
            ],
        };
    }

    private static bool IsNone(string? value) => value?.Trim() is { } said && (said.Equals("aucun", StringComparison.OrdinalIgnoreCase) || said.Equals("none", StringComparison.OrdinalIgnoreCase));

    /// <summary>"NAME, COUNTRY".</summary>
    private static RegisteredSubProcessor Of(string service, string? value, string key)
    {
        var parts = (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new RegisteredSubProcessor(service, Said(parts.FirstOrDefault(), key), Said(parts.Length > 1 ? parts[^1] : null, key));
    }
}

/// <summary>SI-ONE, the processor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PostalAddress">Its postal address.</param>
/// <param name="Officer">Its data protection officer.</param>
/// <param name="Address">Where people exercise their rights (Art. 25).</param>
public sealed record RegisteredProcessor(string Name, string PostalAddress, string Officer, string Address);

/// <summary>A customer, the controller.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Contact">Its data protection officer or representative (RGPD XI).</param>
/// <param name="Since">The contract's first day; null when the file does not say.</param>
/// <param name="Until">The contract's last day; null while it runs.</param>
/// <param name="Processings">What is processed, by the services subscribed.</param>
/// <param name="DataAtEnd">What becomes of it at the end (RGPD VIII).</param>
public sealed record RegisteredController(
    string Id, string Name, string Contact, DateOnly? Since, DateOnly? Until, ImmutableArray<string> Processings, string DataAtEnd);

/// <summary>Who else takes part.</summary>
/// <param name="Service">In what.</param>
/// <param name="Name">Who.</param>
/// <param name="Country">Where.</param>
public sealed record RegisteredSubProcessor(string Service, string Name, string Country)
{
    /// <summary>The customers that have agreed, each with the day of notice and of agreement (RGPD II f).</summary>
    public ImmutableArray<string> Agreements { get; init; } = [];
}

/// <summary>How long a class of data is kept.</summary>
/// <param name="Data">The class.</param>
/// <param name="HowLong">How long.</param>
/// <param name="From">From when.</param>
/// <param name="Under">The article, or the Reading.</param>
/// <param name="EndedBy">Who sees to it.</param>
public sealed record RegisteredRetention(string Data, string HowLong, string From, string Under, string EndedBy);
