using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Host.Commands;
using SiOne.Bot.Host.Operations;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Tests.Commands;

/// <summary>The register of processing (RGPD IX) says what settings and customer files say, and nothing else.</summary>
public sealed class RegisterCommandTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task What_no_setting_says_is_to_be_filled_in_with_its_key_and_exit_is_zero()
    {
        var verb = await Verb.RunAsync(["register"]);
        Assert.Equal(0, verb.ExitCode);
        Assert.Contains("Nom\u00A0: à compléter (SiOne:DataProtection:Processor)", verb.Output, StringComparison.Ordinal);
        Assert.Contains("SiOne:DataProtection:Processor: still to be filled in.", verb.ErrorLines);
        Assert.Contains("demo-premium.json: dataProtectionContact: still to be filled in.", verb.ErrorLines);
        foreach (var number in Enumerable.Range(1, 8)) Assert.Contains(verb.Lines, line => line.StartsWith($"{number}. ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_json_it_is_the_same_data()
    {
        var verb = await Verb.RunAsync(["register", "--format", "json"]);
        using var json = JsonDocument.Parse(verb.Output);
        Assert.Equal(3, json.RootElement.GetProperty("controllers").GetArrayLength());
        Assert.Equal(Enum.GetValues<DataClass>().Length - 1, json.RootElement.GetProperty("retention").GetArrayLength());
        Assert.Contains("état civil", verb.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Filled_in_nothing_is_missing_and_whoever_takes_part_is_listed_with_notice_and_agreement()
    {
        var settings = Settings(
            ("DataProtection:Processor", "MSP Exemple"), ("DataProtection:PostalAddress", "1 rue du Nom, 49000 Angers"), ("DataProtection:Officer", "Le délégué"),
            ("DataProtection:Address", "dpo@msp.example"), ("DataProtection:Hosting", "aucun"), ("DataProtection:MailRelay", "Relais Exemple, France"), ("DataProtection:Transfers", "aucun"),
            ("DataProtection:LanguageModelCountry", "France"), ("LanguageModel:Provider", "Modèle Exemple"), ("LanguageModel:Model", "petit"), ("LanguageModel:Endpoint", "https://modele.example/v1"),
            ("LanguageModel:ApiKey", "secret-key"));
        var register = Register.Of(settings, [Agreed], Today);
        Assert.Empty(register.MissingKeys);
        Assert.Equal(["acheminement des mails", "modèle de langage, textes expurgés"], register.SubProcessors.Select(other => other.Service));
        Assert.Equal("client\u00A0: avis du 01/09/2026, accord du 02/09/2026, en vigueur depuis le 17/09/2026", Assert.Single(register.SubProcessors[1].Agreements));
        var text = string.Join('\n', RegisterText.Of(register));
        Assert.Contains("dpo@client.example", text, StringComparison.Ordinal);
        Assert.Contains("gestion des comptes, droits et licences", text, StringComparison.Ordinal);
        Assert.Contains("restitution au responsable de traitement", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("à compléter", text, StringComparison.Ordinal);
    }

    private static Customer Agreed => new()
    {
        Id = "client",
        Name = "Atelier Fabulet",
        Subscription = new Subscription { Level = Level.Premium, Services = [Service.Microsoft365], Term = new ContractTerm(new DateOnly(2026, 1, 1), 36), DataAtEnd = DataAtEnd.Returned },
        DataProtectionContact = MailAddress.Parse("dpo@client.example"),
        LanguageModel = new ProviderAgreement("Modèle Exemple", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2)),
    };

    private static UsableSettings Settings(params (string Key, string Value)[] more)
    {
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(more.Select(pair => KeyValuePair.Create($"SiOne:{pair.Key}", (string?)pair.Value))).Build());
        Assert.Empty(read.Mistakes);
        return read.Usable!;
    }
}
