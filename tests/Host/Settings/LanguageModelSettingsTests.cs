using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.Host.Tests.Commands;
using SiOne.Bot.TestKit;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Host.Tests.Settings;

public sealed class LanguageModelSettingsTests
{
    private static readonly LanguageModelOptions Good = new() { Provider = "Mistral AI", Endpoint = "https://api.mistral.example/v1", Model = "petit", ApiKey = "sk-secret" };

    [Fact]
    public void It_is_off_until_it_is_configured()
    {
        Assert.Null(SettingsReader.Read(new ConfigurationBuilder().Build()).Usable!.Host.LanguageModel);
        Assert.Equal("off, no message is sent to a provider", LanguageModelSettings.Say(null, [], default));
    }

    [Fact]
    public void Every_mistake_names_its_key_and_no_value()
    {
        Assert.Equal(
            ["SiOne:LanguageModel:Provider", "SiOne:LanguageModel:Model", "SiOne:LanguageModel:Endpoint", "SiOne:LanguageModel:ApiKey", "SiOne:LanguageModel:DailyRequests"],
            Read(("DailyRequests", "0")).Mistakes.Select(mistake => mistake.Key));
        var mistakes = Read(("Provider", "P"), ("Model", "m"), ("Endpoint", "ftp://sk-secret"), ("ApiKey", "sk-secret\u00E9"), ("Colour", "red")).Mistakes;
        Assert.Equal(["SiOne:LanguageModel:Colour", "SiOne:LanguageModel:Endpoint", "SiOne:LanguageModel:ApiKey"], mistakes.Select(mistake => mistake.Key));
        Assert.All(mistakes, mistake => Assert.DoesNotContain("sk-secret", mistake.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://api.mistral.example/v1", true)]
    [InlineData("https://ressource.openai.azure.example/openai/v1/", true)]
    [InlineData("http://127.0.0.1:8080/v1", true)]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("http://[::1]:8080/v1", true)]
    [InlineData("http://api.mistral.example/v1", false)]
    [InlineData("http://127.0.0.1.evil.example/v1", false)]
    [InlineData("https://user:key@api.mistral.example/v1", false)]
    [InlineData("https://api.mistral.example/v1?key=1", false)]
    [InlineData("https://api.mistral.example/v1/chat/completions", false)]
    [InlineData("api.mistral.example/v1", false)]
    [InlineData("file:///tmp/v1", false)]
    [InlineData("", false)]
    public void The_endpoint_is_reached_by_https_or_on_this_machine(string endpoint, bool good)
    {
        var mistakes = LanguageModelSettings.Mistakes(new LanguageModelOptions { Provider = "P", Endpoint = endpoint, Model = "m", ApiKey = "k" });
        Assert.Equal(good ? [] : ["LanguageModel:Endpoint"], mistakes.Select(mistake => mistake.Key));
    }

    [Fact]
    public void Only_a_server_on_this_machine_may_want_no_key()
    {
        Assert.Empty(LanguageModelSettings.Mistakes(new LanguageModelOptions { Provider = "P", Endpoint = "http://127.0.0.1:1/v1", Model = "m" }));
        var mistake = Assert.Single(LanguageModelSettings.Mistakes(new LanguageModelOptions { Provider = "P", Endpoint = "https://127.0.0.1.evil.example/v1", Model = "m" }));
        Assert.Equal("LanguageModel:ApiKey", mistake.Key);
    }

    [Fact]
    public void It_says_for_whom_it_is_asked_since_when_and_for_whom_not_yet()
    {
        Customer[] customers =
        [
            Of("a", new ProviderAgreement("mistral ai", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 20))), Of("b", null),
            Of("c", new ProviderAgreement("Mistral AI", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2))),
            Of("d", new ProviderAgreement("Autre", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2))),
        ];
        Assert.Equal(
            "on, Mistral AI is a sub-processor (RGPD II f): petit at api.mistral.example is asked for 1 of 4 customers, at most 200 times a day; the others have not agreed"
            + "; agreed: a on 2026-01-20; not yet: c from 2026-03-17; agreed to another provider: d",
            LanguageModelSettings.Say(Good, customers, new DateOnly(2026, 3, 10)));
    }

    [Fact]
    public async Task Check_tells_it_and_never_the_key()
    {
        using var folder = new TempFolder();
        var off = await ProgramRun.VerbAsync(folder.Path, "check");
        Assert.Contains("ok    language model: off, no message is sent to a provider", off.Lines);
        var on = await ProgramRun.VerbAsync(
            folder.Path, "check", ("SiOne__LanguageModel__Provider", "Mistral AI"), ("SiOne__LanguageModel__Endpoint", "https://api.mistral.example/v1"),
            ("SiOne__LanguageModel__Model", "petit"), ("SiOne__LanguageModel__ApiKey", "sk-secret"));
        Assert.Contains(on.Lines, line => line.StartsWith("ok    language model: on, Mistral AI is a sub-processor (RGPD II f): petit at api.mistral.example is asked for 0 of 3", StringComparison.Ordinal));
        Assert.DoesNotContain("sk-secret", on.Output + on.Error, StringComparison.Ordinal);
    }

    private static Customer Of(string id, ProviderAgreement? agreement) => new()
    {
        Id = id,
        Name = id,
        Subscription = new Subscription { Level = Level.Standard, Services = [Service.Maintenance] },
        LanguageModel = agreement,
    };

    private static SettingsReading Read(params (string Key, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"SiOne:LanguageModel:{setting.Key}", (string?)setting.Value))).Build());
}
