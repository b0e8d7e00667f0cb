using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>
/// The whole host with the demo's three customers, on a real store, between Microsoft's side faked and mails as files. What people see is read
/// where they would read it; what happened is read in the store.
/// </summary>
internal sealed class TeamsBench : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Tenants = new(StringComparer.Ordinal)
    {
        ["standard"] = "7c1d4a52-3b0e-4f6a-9a41-5d2e8f1b6a01",
        ["premium"] = "2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02",
        ["serenite"] = "b5f06d18-94aa-4c3e-a6d2-0e7b51c82c03",
    };

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private SiOneHost? _host;

    private TeamsBench(FakeTeams teams, HurriedClock clock)
    {
        (Teams, Clock) = (teams, clock);
        Technician = teams.AddTechnician("ines@msp.example", "Inès Calvet");
        Colleague = teams.AddTechnician("marc@msp.example", "Marc Abeille");
        _settings = new Dictionary<string, string?>(teams.Settings(), StringComparer.OrdinalIgnoreCase)
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["SiOne:Url"] = "http://127.0.0.1:0",
            ["SiOne:DataFolder"] = _folder.File("data"),
            ["SiOne:Customers"] = Path.Combine(AppContext.BaseDirectory, "Demo", "Customers"),
            ["SiOne:SupportAddress"] = "support@msp.example",
            ["SiOne:TechnicianAddress"] = "technique@msp.example",
            ["SiOne:TrustedAuthservId"] = "mx.msp.example",
            ["SiOne:MailFolder"] = _folder.File("in"),
            ["SiOne:OutFolder"] = _folder.File("out"),
            ["SiOne:ObserveOnly"] = "false",
            ["SiOne:RetryAfter"] = "00:00:01",
            ["SiOne:Caps:AnswersPerSenderPerHour"] = "100000",
            ["SiOne:Caps:AnswersPerCustomerPerHour"] = "100000",
            ["SiOne:Caps:AnswersPerHour"] = "100000",
            [$"SiOne:Teams:TechnicianRoles:{Technician.ObjectId}"] = "Technician",
            [$"SiOne:Teams:TechnicianRoles:{Colleague.ObjectId}"] = "Lead",
        };
    }

    public FakeTeams Teams { get; }

    public HurriedClock Clock { get; }

    /// <summary>A member of the technicians' team with a role.</summary>
    public FakeUser Technician { get; }

    /// <summary>Another one.</summary>
    public FakeUser Colleague { get; }

    public EngineParts Parts => _host!.Parts;

    public string DataFolder => _folder.File("data");

    /// <summary>Starts it; the technicians' channel is known to the bot once it heard of it.</summary>
    /// <param name="withChannel">It has heard of the channel.</param>
    /// <param name="technicianLanguage">The channel's language; null: French.</param>
    /// <param name="more">Settings beside the usual ones, made out of the bench.</param>
    public static async Task<TeamsBench> StartAsync(
        bool withChannel = true, string? technicianLanguage = null, Func<TeamsBench, Task<IReadOnlyDictionary<string, string?>>>? more = null)
    {
        var clock = new HurriedClock();
        var bench = new TeamsBench(await FakeTeams.StartAsync(clock), clock);
        foreach (var (key, value) in more is null ? new Dictionary<string, string?>() : await more(bench)) bench._settings[key] = value;
        if (technicianLanguage is not null) bench.Speak(technicianLanguage);
        await bench.RunAsync();
        if (withChannel) await bench.OpenChannelAsync();
        return bench;
    }

    /// <summary>From the next start on the technicians' channel has that language.</summary>
    public void Speak(string technicianLanguage) => _settings["SiOne:Teams:TechnicianLanguage"] = technicianLanguage;

    public async Task RunAsync(CommitPoints? points = null)
    {
        var read = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build());
        Assert.Empty(read.Mistakes);
        var customers = CustomerFiles.Load(read.Usable!.Host.Customers!);
        _host = await SiOneHost.StartAsync(read.Usable, customers, Clock, points ?? CommitPoints.None, CancellationToken.None);
        Teams.BotUrl = new Uri(_host.Url);
    }

    public async Task StopAsync()
    {
        await _host!.DisposeAsync();
        _host = null;
    }

    /// <summary>The first look at who is in the team may take longer than a turn waits; then the technician asks again.</summary>
    public async Task OpenChannelAsync()
    {
        FakePost answer;
        do
        {
            var seen = Teams.PostedTo(Teams.Channel).Count;
            await Teams.SayInAsync(Teams.Channel, Technician, "aide");
            await Deadline.UntilAsync(() => Teams.PostedTo(Teams.Channel).Count > seen, what: "the technicians' bot answers");
            answer = Teams.PostedTo(Teams.Channel)[seen];
        }
        while (!answer.Words().Contains("mes interventions", StringComparison.Ordinal));
    }

    /// <summary>Somebody of a demo customer: <c>direction</c>, <c>admin</c>, <c>employe</c>, or whom the customer file does not list.</summary>
    public FakeUser Person(string who, string level = "premium", string? name = null, string role = "user") =>
        Teams.AddUser(Tenants[level], $"{who}@demo-{level}.example", name, role);

    public static string TenantOf(string level) => Tenants[level];

    /// <summary>Writes to the bot; the turn must be answered well.</summary>
    public async Task SayAsync(FakeUser user, string text, params JsonObject[] attachments) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await Teams.SayAsync(user, text, attachments)).Status);

    /// <summary>Writes to the bot, and waits for the card that answers with one request.</summary>
    public async Task<(FakePost Card, RequestDocument Request)> AskAsync(FakeUser user, string text)
    {
        var known = (await RequestsAsync()).Select(document => document.Id).ToHashSet();
        await SayAsync(user, text);
        var made = await RequestAsync(document => !known.Contains(document.Id));
        return (await CardAsync(user, made), made);
    }

    /// <summary>The first card of a request in somebody's chat.</summary>
    public Task<FakePost> CardAsync(FakeUser user, RequestDocument request) => Teams.WaitForAsync(post =>
        post.ConversationId == Teams.PersonalOf(user).Id && post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal));

    /// <summary>The technicians' card of a request, as it stands, once it is so.</summary>
    public Task<FakePost> ChannelCardAsync(RequestDocument request, Func<FakePost, bool>? isSo = null) => Teams.WaitForAsync(post =>
        post.App == Teams.Technicians && post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal) && isSo?.Invoke(post) is not false);

    /// <summary>The request as it stands now.</summary>
    public async Task<RequestDocument> NowAsync(RequestDocument request) => (await Parts.Store.FindRequestAsync(request.Id, CancellationToken.None))!;

    public async Task<IReadOnlyList<RequestDocument>> RequestsAsync() => await Parts.Store.AllRequestsAsync(CancellationToken.None).ToListAsync();

    /// <summary>The first request that is so, there already or to come.</summary>
    public async Task<RequestDocument> RequestAsync(Func<RequestDocument, bool> isSo)
    {
        RequestDocument? found = null;
        await UntilAsync(async () => (found = (await RequestsAsync()).FirstOrDefault(isSo)) is not null, "a request is so");
        return found!;
    }

    /// <summary>The request once it is so.</summary>
    public Task<RequestDocument> RequestAsync(RequestDocument request, Func<Request, bool> isSo) =>
        RequestAsync(document => document.Id == request.Id && isSo(document.State));

    /// <summary>Every message has ended, and nothing waits to leave.</summary>
    /// <param name="passing">How much time passes between two looks, for what waits for its hour.</param>
    public Task SettledAsync(TimeSpan passing = default) => UntilAsync(
        async () =>
        {
            Clock.Advance(passing);
            return Parts.Board.Counts().Waiting == 0
                && !await Parts.Store.AllOutboxAsync(CancellationToken.None).AnyAsync(row => row.State is OutboxState.Waiting);
        },
        "everything has ended and left");

    /// <summary>Looks each time that the store has changed, and after a while where it has not.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, string what) => await Deadline.UntilAsync(isSo, what: what);

    /// <summary>All that must stand as it stood where nothing may change: requests with versions, messages, effects.</summary>
    public async Task<string> StateAsync()
    {
        var requests = (await RequestsAsync()).OrderBy(document => document.Id.Value, StringComparer.Ordinal).Select(document => $"{document.Id}:{document.Version}");
        var intake = await Parts.Store.AllIntakeAsync(CancellationToken.None).CountAsync();
        var outbox = await Parts.Store.AllOutboxAsync(CancellationToken.None).CountAsync();
        return $"{string.Join(' ', requests)} | {intake} | {outbox}";
    }

    /// <summary>A mail of somebody comes in.</summary>
    public async Task MailAsync(string from, string subject, string text, string dmarc = "pass")
    {
        Directory.CreateDirectory(_folder.File("in"));
        var name = _folder.File("in", $"{Guid.NewGuid():N}.tmp");
        await File.WriteAllTextAsync(name, $"""
            Authentication-Results: mx.msp.example; dmarc={dmarc} header.from={from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}
            From: <{from}>
            To: <support@msp.example>
            Subject: {subject}
            Date: {Clock.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000
            Message-ID: <{Guid.NewGuid():N}@mail.client.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {text}
            """.ReplaceLineEndings("\r\n"));
        File.Move(name, Path.ChangeExtension(name, ".eml"));
    }

    /// <summary>The next mail to somebody that no test has read yet.</summary>
    public async Task<string> MailToAsync(string address)
    {
        string? found = null;
        await Deadline.UntilAsync(() => (found = MailsTo(address).FirstOrDefault(mail => _read.Add(mail))) is not null, what: $"a mail to {address}");
        return found!;
    }

    /// <summary>The mails that went to somebody.</summary>
    public IReadOnlyList<string> MailsTo(string address) => !Directory.Exists(_folder.File("out")) ? [] :
    [
        .. Directory.EnumerateFiles(_folder.File("out"), "*.eml").Select(file => MimeKit.MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(to => to.Address == address)).Select(mail => CardReading.Plain($"{mail.Subject}\n{mail.TextBody}")),
    ];

    /// <summary>What the local page is given.</summary>
    public async Task<JsonElement> BoardAsync()
    {
        using var answer = await GetAsync("/api/board");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks the host as the local page does.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(new Uri(_host!.Url), path));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_host is not null) await StopAsync();
        await Teams.DisposeAsync();
        _folder.Dispose();
    }
}
