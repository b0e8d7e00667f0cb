using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Host.Tests.Hosting;

public sealed class ReadersTests
{
    [Fact]
    public void Without_the_settings_there_is_no_way_to_a_provider()
    {
        var readers = Readers.Of(Settings("data"), TimeProvider.System, NullLoggerFactory.Instance);
        Assert.Null(readers.Client);
        Assert.IsNotType<LanguageModelUnderstanding>(readers.Understanding);
    }

    [Fact]
    public async Task With_them_the_configured_server_is_asked_for_a_customer_who_agreed_and_counted_in_the_data_folder()
    {
        await using var server = await ChatCompletionServer.StartAsync();
        using var folder = new TempFolder();
        server.Says("""{"requests":[{"operation":"incident.software","confidence":0.9,"quote":"Le truc","date":null,"urgent":null}]}""");
        var settings = Settings(
            folder.Path, ("Provider", "Fournisseur"), ("Endpoint", server.Endpoint), ("Model", ChatCompletionServer.Model), ("ApiKey", server.Key));
        var readers = Readers.Of(settings, TimeProvider.System, NullLoggerFactory.Instance);
        using var client = readers.Client;
        var message = new MessageToUnderstand(Channel.Mail, "", "Le truc ne va plus comme avant.", DateTimeOffset.UnixEpoch) { Customer = Agreed };
        var request = Assert.Single(await readers.Understanding.UnderstandAsync(message, CancellationToken.None));
        Assert.Equal((IncidentOperations.Software, false), (request.Operation, request.Abstained));
        Assert.Empty(server.Violations);
        Assert.EndsWith(" 1", await File.ReadAllTextAsync(Path.Combine(folder.Path, "language-model.budget")), StringComparison.Ordinal);
    }

    private static Customer Agreed { get; } = new()
    {
        Id = "acme",
        Name = "Acme",
        Subscription = new Subscription { Level = Level.Standard, Services = [Service.Maintenance] },
        LanguageModel = new ProviderAgreement("Fournisseur", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)),
    };

    private static UsableSettings Settings(string folder, params (string Key, string Value)[] model) => SettingsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(model.Select(setting => KeyValuePair.Create($"SiOne:LanguageModel:{setting.Key}", (string?)setting.Value)).Append(new("SiOne:DataFolder", folder))
            // The embedded reader abstains from whatever it reads: training it anew changes nothing here.
            .Append(new("SiOne:AbstainBelow", "1")))
        .Build()).Usable!;
}
