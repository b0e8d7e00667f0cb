using System.Collections.Immutable;
using SiOne.Bot.Scenarios.Hosting;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>
/// One running host for all paths of customers' people: mails through real servers, the links of these mails by HTTP, chats through Teams' stand-in. The
/// tests of its collection take turns, each with requests of its own; at the end the ledger and all invariants are checked once.
/// </summary>
public sealed class PathsHost : IAsyncLifetime
{
    /// <summary>The collection's name.</summary>
    public const string Name = "customers' paths";

    /// <summary>What a backup product shows.</summary>
    internal const string BackupKey = "a-backup-products-key-of-these-tests";

    private const string StandardTenant = "7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a01";

    internal Site Site { get; private set; } = null!;

    internal FakeTeams Teams { get; private set; } = null!;

    internal CustomersPage Page { get; private set; } = null!;

    /// <summary>Direction of the Standard customer, who chats; their colleagues read mail alone.</summary>
    internal FakeUser Chatting { get; private set; } = null!;

    /// <summary>Where people exercise their rights (Art. 25).</summary>
    internal string DataProtection => Site.Support.Replace("support@", "dpo@", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        Site = await Site.CreateAsync();
        Teams = await FakeTeams.StartAsync();
        Chatting = Teams.AddUser(StandardTenant, Site.Address("direction"), "Hélène Vallois");
        foreach (var (key, value) in Teams.Settings()) Site.Settings[key.Replace(":", "__", StringComparison.Ordinal)] = value!;
        Site.Settings["DOTNET_ENVIRONMENT"] = "Development"; // Teams on this machine, without TLS.
        Site.Settings["SiOne__ConfirmationUrl"] = $"https://{CustomersPage.Name}";
        Site.Settings["SiOne__TechnicianAddress"] = Site.Technicians;
        Site.Settings["SiOne__DataProtection__Address"] = DataProtection;
        Site.Settings["SiOne__BackupKey"] = BackupKey;
        await Site.RunAsync();
        Teams.BotUrl = Site.Url;
        Page = new CustomersPage(Site.Url);
    }

    public async Task DisposeAsync()
    {
        Page.Dispose();
        var ledger = await Site.LedgerAsync();
        await Site.DisposeAsync();
        await Teams.DisposeAsync();
        Assert.Equal(0, ledger["mistakes"]);
    }

    /// <summary>What came of the one message that is so, once it has ended and all that follows has left.</summary>
    internal async Task<MessageView> MessageAsync(Func<MessageView, bool> isSo)
    {
        MessageView? found = null;
        await Site.UntilAsync(
            async () =>
            {
                found = (await Site.BoardAsync()).Messages.SingleOrDefault(isSo);
                return found is { End: not null } && found.Effects.All(effect => effect.State != "Waiting");
            },
            "the message has ended");
        return found!;
    }

    /// <summary>The one request of the mail with that subject.</summary>
    internal async Task<RequestView> RequestAsync(string subject) => Assert.Single((await MessageAsync(message => message.Subject == subject)).Requests);

    /// <summary>A request as it stands, once it stands so.</summary>
    internal async Task<RequestView> RequestAsync(string reference, string state)
    {
        RequestView? request = null;
        await Site.UntilAsync(async () => (request = await NowAsync(reference))?.State == state, $"{reference} is {state}");
        return request!;
    }

    /// <summary>A request as it stands.</summary>
    internal async Task<RequestView?> NowAsync(string reference) =>
        (await Site.BoardAsync()).Messages.SelectMany(message => message.Requests).FirstOrDefault(request => request.Reference == reference);

    /// <summary>The first mail in somebody's mailbox that is so, once it is there.</summary>
    internal async Task<Received> MailAsync(string address, Func<Received, bool> isSo)
    {
        var found = ImmutableArray<Received>.Empty;
        await Deadline.UntilAsync(async () => (found = [.. (await Site.MailsOfAsync(address, 0)).Where(isSo)]).Length > 0);
        return found[0];
    }
}

/// <summary>Its tests share one host, and run one after another.</summary>
[CollectionDefinition(PathsHost.Name)]
public sealed class PathsTests : ICollectionFixture<PathsHost>;
