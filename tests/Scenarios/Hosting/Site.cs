using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Mail.Smtp;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Servers;

namespace SiOne.Bot.Scenarios.Hosting;

/// <summary>
/// One installation of the product with customers of its own: a data folder, a support mailbox, and the demo's three customers under domains
/// that no other test uses. What it writes is read where a customer would read it.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(90);
    private static int _sites;
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly string _name = $"s{Interlocked.Increment(ref _sites)}-{Environment.ProcessId}";
    private readonly DovecotServer _dovecot;
    private readonly PostfixServer _postfix;
    private Uri? _url;

    private Site(DovecotServer dovecot, PostfixServer postfix)
    {
        _dovecot = dovecot;
        _postfix = postfix;
        Directory.CreateDirectory(_folder.File("customers"));
        var demo = Path.Combine(Path.GetDirectoryName(typeof(SiOneHost).Assembly.Location)!, "Demo", "Customers");
        foreach (var file in Directory.EnumerateFiles(demo, "*.json"))
        {
            var text = File.ReadAllText(file).Replace(".example\"", $"-{_name}.example\"", StringComparison.Ordinal);
            File.WriteAllText(_folder.File("customers", Path.GetFileName(file)), text);
        }

        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["SiOne__DataFolder"] = DataFolder,
            ["SiOne__Url"] = "http://127.0.0.1:0",
            ["SiOne__SupportAddress"] = Support,
            ["SiOne__Customers"] = _folder.File("customers"),
            ["SiOne__ObserveOnly"] = "false",
            ["SiOne__StartFrom"] = "all",
            ["SiOne__TrustedAuthservId"] = "mx.msp.example",
            ["SiOne__RetryAfter"] = "00:00:01",
            ["SiOne__Caps__AnswersPerSenderPerHour"] = "100000",
            ["SiOne__Caps__AnswersPerCustomerPerHour"] = "100000",
            ["SiOne__Caps__AnswersPerHour"] = "100000",
            ["SiOne__Imap__Host"] = "127.0.0.1",
            ["SiOne__Imap__Port"] = dovecot.ImapsPort.ToString(CultureInfo.InvariantCulture),
            ["SiOne__Imap__Security"] = "SslOnConnect",
            ["SiOne__Imap__User"] = Support,
            ["SiOne__Imap__Password"] = DovecotServer.Password,
            ["SiOne__Imap__TrustedCertificate"] = dovecot.Certificate,
            ["SiOne__Imap__ReconnectAfter"] = "00:00:00.1000000",
            ["SiOne__Imap__ReconnectAtMost"] = "00:00:01",
            ["SiOne__Smtp__Host"] = "127.0.0.1",
            ["SiOne__Smtp__Port"] = postfix.Port.ToString(CultureInfo.InvariantCulture),
            ["SiOne__Smtp__User"] = Support,
            ["SiOne__Smtp__Password"] = DovecotServer.Password,
            ["SiOne__Smtp__TrustedCertificate"] = postfix.Certificate,
        };
    }

    /// <summary>Environment variables of the host.</summary>
    public Dictionary<string, string> Settings { get; }

    public string Support => $"support@{_name}.example";

    /// <summary>Where technicians are alerted, once a test has set it.</summary>
    public string Technicians => $"technique@{_name}.example";

    /// <summary>An administrator of the customer whose requests come by mail.</summary>
    public string Admin => Address("admin");

    public string DataFolder => _folder.File("data");

    /// <summary>Everything that the host has said on both streams.</summary>
    public string LogFile => _folder.File("host.log");

    public TestMailbox SupportMailbox => _dovecot.Mailbox(Support);

    /// <summary>Where it listens.</summary>
    public Uri Url => _url!;

    /// <summary>The running process.</summary>
    public HostProcess? Host { get; private set; }

    public static async Task<Site> CreateAsync(DovecotServer? dovecot = null, PostfixServer? postfix = null) =>
        new(dovecot ?? await SharedServers.DovecotAsync(), postfix ?? await SharedServers.PostfixAsync());

    /// <summary>A person of the Standard customer, or of another one.</summary>
    public string Address(string person, string level = "standard") => $"{person}@demo-{level}-{_name}.example";

    /// <summary>A mail lies in the support mailbox.</summary>
    /// <param name="letter">The mail.</param>
    /// <param name="arrived">When the server took it (INTERNALDATE, whole seconds); null: now.</param>
    public async Task<uint> SendAsync(Letter letter, DateTimeOffset? arrived = null) =>
        (await SupportMailbox.AppendAsync([letter.ToBytes(Support)], internalDate: arrived))[0];

    /// <summary>Somebody sends a mail as people do, through their own server.</summary>
    public async Task SubmitAsync(Letter letter)
    {
        await using var server = new SmtpSender(
            new SmtpOptions { Host = "127.0.0.1", Port = _postfix.Port, User = letter.From, Password = DovecotServer.Password, TrustedCertificate = _postfix.Certificate },
            TimeProvider.System);
        Assert.IsType<SendOutcome.Accepted>(
            await server.SendAsync(letter.ToBytes(Support), MailAddress.Parse(letter.From), MailAddress.Parse(Support), CancellationToken.None));
    }

    /// <summary>The mails in somebody's mailbox, once there are as many.</summary>
    public async Task<ImmutableArray<Received>> MailsOfAsync(string address, int count = 1) =>
        [.. (await _dovecot.Mailbox(address).WaitForAsync(count)).Select(raw => new Received(raw))];

    /// <summary>Everything in somebody's mailbox when nothing is on its way any more.</summary>
    public async Task<ImmutableArray<Received>> AllMailsOfAsync(string address)
    {
        await Deadline.UntilAsync(() => _postfix.IsIdle);
        return await MailsOfAsync(address, 0);
    }

    /// <summary>Starts the host; with a commit point, it will kill itself there.</summary>
    public HostProcess Launch(string? crashAt = null)
    {
        var settings = new Dictionary<string, string>(Settings, StringComparer.Ordinal);
        if (crashAt is not null)
        {
            settings["DOTNET_ENVIRONMENT"] = "CrashTest";
            settings["SIONE_CRASH_AT"] = crashAt;
        }

        _url = null;
        return Host = HostProcess.Start(settings, LogFile);
    }

    public async Task RunAsync() => _url = await Launch().UrlAsync();

    /// <summary>Ends the host in an orderly way.</summary>
    public async Task StopAsync()
    {
        Assert.Equal(0, await Host!.StopAsync());
        await Host.DisposeAsync();
        Host = null;
    }

    public async Task<BoardView> BoardAsync()
    {
        _url ??= await Host!.UrlAsync();
        return (await _http.GetFromJsonAsync(new Uri(_url, "/api/board"), BoardJson.Default.BoardView))!;
    }

    /// <summary>What <c>/health/ready</c> answers.</summary>
    public async Task<System.Net.HttpStatusCode> HealthAsync()
    {
        using var answer = await _http.GetAsync(new Uri(_url!, "/health/ready"));
        return answer.StatusCode;
    }

    public async Task ReleaseAsync(string effect)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_url!, "/api/outbox/release"), new { key = effect });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A technician acts on a request over HTTP.</summary>
    public async Task ActAsync(string reference, string verb, string? text = null)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_url!, $"/api/requests/{reference}/acts"), new { technician = "Inès", verb, text });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A technician writes a call down over HTTP; the message's key.</summary>
    public async Task<string> WriteDownAsync(string from, string text)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(_url!, "/api/calls"), new { key = $"call-{Guid.NewGuid():N}", from, text });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!;
    }

    /// <summary>Runs a verb beside the host, or over the stopped store; its exit code and all that it said.</summary>
    public async Task<(int Exit, string[] Said)> AskAsync(params string[] arguments)
    {
        var said = _folder.File($"{arguments[0]}.log");
        File.Delete(said);
        await using var verb = HostProcess.Start(Settings, said, arguments);
        await verb.Exited.WithinAsync(SettleLimit);
        return (verb.ExitCode, await File.ReadAllLinesAsync(said));
    }

    /// <summary>What the page shows, once as many messages have ended and no effect waits to leave.</summary>
    public async Task<BoardView> SettledAsync(int seen)
    {
        BoardView? board = null;
        await UntilAsync(
            async () =>
            {
                board = await BoardAsync();
                return board.Counts.Seen >= seen && board.Counts.Waiting == 0 && board.Messages.All(m => m.Effects.All(e => e.State != "Waiting"));
            },
            $"{seen} messages have ended");
        return board!;
    }

    /// <summary>Waits longer than the watcher's poll; in vain, the host's last words are told.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        try
        {
            await Deadline.UntilAsync(condition, SettleLimit, what);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{string.Join('\n', (await File.ReadAllLinesAsync(LogFile)).TakeLast(60))}", late);
        }
    }

    /// <summary>Stops the host if it runs, and asks the <c>ledger</c> verb, which must say that everything adds up; then all invariants are checked.</summary>
    public async Task<ImmutableSortedDictionary<string, int>> LedgerAsync()
    {
        if (Host is not null) await StopAsync();
        var (exit, said) = await AskAsync("ledger");
        Assert.True(exit == 0, $"ledger ended with {exit}:\n{string.Join('\n', said)}");
        await new Invariants(this).CheckAsync();
        return said.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 2 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .ToImmutableSortedDictionary(words => words[0], words => int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }
}
