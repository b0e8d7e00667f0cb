using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Fakes;
using SiOne.Bot.TestKit.Servers;
using SiOne.Bot.Understanding.LanguageModel;

namespace SiOne.Bot.Understanding.Tests.LanguageModel;

/// <summary>The stage between an embedded reader that says what the test wants and a strict server of the protocol; the clock is the test's.</summary>
internal sealed class ModelScene : IAsyncDisposable
{
    public const string Provider = "Modèles de l’Ouest";

    /// <summary>Wednesday 2026-03-11, 10:00 in Paris.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _folder = new();
    private readonly LanguageModelClient _client;

    private ModelScene(ChatCompletionServer server, string? endpoint, string? key, int requests)
    {
        Server = server;
        _client = new LanguageModelClient(new LanguageModelOptions
        {
            Provider = Provider,
            Endpoint = endpoint ?? server.Endpoint,
            Model = ChatCompletionServer.Model,
            ApiKey = key ?? server.Key,
            DailyRequests = requests,
        });
        Budget = new DailyBudget(BudgetPath, requests, Clock);
        Stage = new LanguageModelUnderstanding(Embedded, _client.Chat, Provider, Budget, Clock, Logger);
    }

    /// <summary>Somebody whose company agreed a month ago.</summary>
    public static Customer Acme { get; } = new()
    {
        Id = "acme",
        Name = "Menuiserie Bellanger",
        Subscription = new Subscription { Level = Level.Standard, Services = [Service.Maintenance, Service.Microsoft365] },
        Domains = ["menuiserie-bellanger.example"],
        People =
        [
            new Person { Id = "a", Name = "Solène Kervadec", Addresses = [MailAddress.Parse("s.kervadec@menuiserie-bellanger.example")] },
            new Person { Id = "b", Name = "Yann Le Goff", Addresses = [MailAddress.Parse("yann.legoff@menuiserie-bellanger.example")], Role = Role.Administrator },
        ],
        LanguageModel = new ProviderAgreement(Provider, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 5)),
    };

    public ChatCompletionServer Server { get; }

    public FakeTimeProvider Clock { get; } = new(Now);

    public RecordingLogger<LanguageModelUnderstanding> Logger { get; } = new();

    public GivenReading Embedded { get; } = new();

    public LanguageModelUnderstanding Stage { get; }

    public DailyBudget Budget { get; }

    public string BudgetPath => Path.Combine(_folder.Path, "budget");

    /// <summary>The faults that were logged, in order.</summary>
    public IEnumerable<string> Faults => Logger.Entries.Select(entry => entry.Text[(entry.Text.IndexOf('(', StringComparison.Ordinal) + 1)..entry.Text.IndexOf(')', StringComparison.Ordinal)]);

    public static async Task<ModelScene> StartAsync(string? endpoint = null, string? key = null, int requests = 200) =>
        new(await ChatCompletionServer.StartAsync(), endpoint, key, requests);

    public static MessageToUnderstand Message(string text, string subject = "", Customer? customer = null) =>
        new(Channel.Mail, subject, text, Now, "Solène Kervadec") { Customer = customer ?? Acme };

    public static UnderstoodRequest Guess(Operation operation, double confidence = 0.3, bool abstained = true) =>
        new() { Operation = operation, Confidence = confidence, Abstained = abstained };

    /// <summary>An answer of the schema.</summary>
    public static string Says(string operation, string quote, string? date = null, string? urgent = null, double confidence = 0.95) =>
        System.Text.Json.JsonSerializer.Serialize(new { requests = new[] { new { operation, confidence, quote, date, urgent } } });

    public async Task<ImmutableArray<UnderstoodRequest>> ReadAsync(MessageToUnderstand message) => await Stage.UnderstandAsync(message, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>An embedded reader that says what it was given.</summary>
internal sealed class GivenReading : IUnderstanding
{
    public ImmutableArray<UnderstoodRequest> Requests { get; set; } = [ModelScene.Guess(IncidentOperations.Help)];

    public ValueTask<ImmutableArray<UnderstoodRequest>> UnderstandAsync(MessageToUnderstand message, CancellationToken cancellationToken) => new(Requests);
}
