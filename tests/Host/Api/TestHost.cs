using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Digests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>A configured host (no demo) in a folder of the test's: one customer, client.example, mails in and out as files.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public const string ApiKey = "a-key-of-at-least-thirty-two-characters";

    private readonly SiOneHost _host;
    private readonly TempFolder _folder;

    private TestHost(SiOneHost host, TempFolder folder)
    {
        _host = host;
        _folder = folder;
        Client = new HttpClient { BaseAddress = new Uri(host.Url) };
    }

    public HttpClient Client { get; }

    public LedgerCounts Counts => _host.Parts.Board.Counts();

    public (string Key, string Value)[] Environment => EnvironmentOf(_folder);

    /// <summary>Where a person ends their weekly digest.</summary>
    public Uri SubscriptionOf(string customer, string person) => _host.Parts.SubscriptionLinks.For(customer, person)!;

    /// <summary>Whether a person of the customer "atelier" gets it.</summary>
    public Task<bool> WantsDigestAsync(string person)
    {
        var customer = _host.Parts.Directory.Find("atelier", TimeProvider.System.GetUtcNow())!;
        return _host.Parts.Subscriptions.WantsAsync(customer, customer.FindPerson(person)!, CancellationToken.None);
    }

    /// <summary>What backup products have told of a customer.</summary>
    public Task<ImmutableArray<BackupJob>> BackupsOfAsync(string customer) => _host.Parts.BackupBook.OfAsync(customer, CancellationToken.None);

    public static async Task<TestHost> StartAsync(TempFolder folder, params (string Key, string Value)[] more)
    {
        Directory.CreateDirectory(folder.File("customers"));
        await File.WriteAllTextAsync(folder.File("customers", "client.json"), """
            { "name": "Atelier Fabulet", "level": "Premium", "services": ["Maintenance", "Messaging", "Backup365"], "domains": ["client.example"],
              "people": [{ "name": "Léa Inventée", "addresses": ["lea@client.example"], "role": "administrator" }] }
            """);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            EnvironmentOf(folder).Where(pair => more.All(other => other.Key != pair.Key)).Concat(more).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)));
        var read = SettingsReader.Read(configuration.Build());
        Assert.Empty(read.Mistakes);
        var customers = CustomerFiles.Load(read.Usable!.Host.Customers!);
        Assert.Empty(customers.Mistakes);
        return new TestHost(
            await SiOneHost.StartAsync(read.Usable, customers, TimeProvider.System, CommitPoints.None, CancellationToken.None), folder);
    }

    public static (string Key, string Value)[] EnvironmentOf(TempFolder folder) =>
    [
        ("SiOne__Url", "http://127.0.0.1:0"), ("SiOne__DataFolder", folder.File("data")), ("SiOne__SupportAddress", "support@msp.example"),
        ("SiOne__Customers", folder.File("customers")), ("SiOne__MailFolder", folder.File("in")), ("SiOne__OutFolder", folder.File("out")), ("SiOne__ObserveOnly", "false"),
    ];

    /// <summary>Drops a mail into the folder mailbox, whole or not at all.</summary>
    public async Task DropAsync(string mail)
    {
        Directory.CreateDirectory(_folder.File("in"));
        var name = _folder.File("in", $"{Guid.NewGuid():N}.tmp");
        await File.WriteAllTextAsync(name, mail);
        File.Move(name, Path.ChangeExtension(name, ".eml"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }
}
