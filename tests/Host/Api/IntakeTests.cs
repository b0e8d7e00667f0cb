using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Settings;
using SiOne.Bot.MailWatcher.Handing;
using SiOne.Bot.TestKit;

namespace SiOne.Bot.Host.Tests.Api;

/// <summary>The intake door of the program mailwatcher.</summary>
public sealed class IntakeTests
{
    private const string Key = "an-intake-key-of-at-least-32-characters";
    private static readonly MailboxIdentity Inbox = new("mail.msp.example", "support@msp.example", "INBOX");

    [Fact]
    public async Task A_mail_handed_in_is_one_row_however_often()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var intake = new HttpIntake(host.Client, Key);
        var lease = (await intake.LeaseAsync(Inbox, "a", 0, default))!;
        await intake.OpenAsync(Inbox, 5, 10, lease.Fence, default);
        Assert.Equal((uint[])[1, 2], await intake.MissingAsync(Inbox, 5, [1, 2], lease.Fence, default));

        for (var time = 0; time < 3; time++) await intake.KeepAsync([Mail(1)], lease.Fence, default);

        Assert.Equal((uint[])[2], await intake.MissingAsync(Inbox, 5, [1, 2], lease.Fence, default));
        await Deadline.UntilAsync(() => host.Counts is { Seen: 1, Waiting: 0 });
    }

    [Fact]
    public async Task A_stale_lease_keeps_nothing()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var intake = new HttpIntake(host.Client, Key);
        var old = (await intake.LeaseAsync(Inbox, "a", 0, default))!;
        Assert.Null(await intake.LeaseAsync(Inbox, "b", 0, default));
        await intake.ReleaseAsync(Inbox, old.Fence, default);
        var fresh = (await intake.LeaseAsync(Inbox, "b", 0, default))!;

        await Assert.ThrowsAsync<StaleLeaseException>(() => intake.KeepAsync([Mail(1)], old.Fence, default));
        using var answer = await PutAsync(host, Key, fence: old.Fence);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
        await intake.KeepAsync([Mail(1)], fresh.Fence, default);
        Assert.Equal(1, host.Counts.Seen);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-key-of-at-least-32-characters!!")]
    [InlineData("an-intake-key-of-at-least-32-character")]
    [InlineData(TestHost.ApiKey)]
    public async Task Without_its_key_the_door_is_closed(string? shown)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder, ("SiOne__ApiKey", TestHost.ApiKey));
        using var answer = await PutAsync(host, shown);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
    }

    [Fact]
    public async Task Where_no_key_is_set_no_key_opens_it()
    {
        using var folder = new TempFolder();
        await using var host = await TestHost.StartAsync(folder);
        foreach (var shown in new[] { null, "", Key })
        {
            using var answer = await PutAsync(host, shown);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("mailbox")]
    [InlineData("fence")]
    [InlineData("date")]
    [InlineData("uid")]
    public async Task What_is_not_said_rightly_is_refused(string wrong)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await PutAsync(host, Key, change: request =>
        {
            if (wrong == "mailbox") request.Headers.Remove(IntakeHeaders.Mailbox);
            if (wrong == "mailbox") request.Headers.Add(IntakeHeaders.Mailbox, IntakeHeaders.Write(Inbox with { Folder = "Other" }));
            if (wrong == "fence") request.Headers.Remove(IntakeHeaders.Fence);
            if (wrong == "date") request.Content!.Headers.Remove(IntakeHeaders.InternalDate);
            if (wrong == "uid") request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace("/1/1", "/1/0", StringComparison.Ordinal), UriKind.Relative);
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, host.Counts.Seen);
    }

    [Fact]
    public async Task Of_a_mail_above_the_cap_the_header_is_kept()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        var large = Encoding.UTF8.GetBytes(TestMail.Of("Grande", new string('x', 70))).Concat(new byte[IntakeEndpoints.MostMailBytes]).ToArray();
        using var answer = await PutAsync(host, Key, body: large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);

        await new HttpIntake(host.Client, Key).KeepAsync([Mail(1) with { Bytes = large }], 0, default);
        Assert.Equal(1, host.Counts.Seen);
    }

    [Theory]
    [InlineData("bot.msp.example", null)]
    [InlineData(null, "https://evil.example")]
    public async Task A_foreign_name_or_page_is_refused(string? name, string? origin)
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(folder);
        using var answer = await PutAsync(host, Key, change: request =>
        {
            if (name is not null) request.Headers.Host = name;
            if (origin is not null) request.Headers.Add("Origin", origin);
        });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public void Mailboxes_and_the_door_are_checked_at_the_start()
    {
        using var folder = new TempFolder();
        var keys = Mistakes(
            ("SiOne__MailFolder", ""), ("SiOne__IntakeKey", "short"), ("SiOne__Mailboxes__a__Host", "h"), ("SiOne__Mailboxes__b c__Host", "h"),
            ("SiOne__Mailboxes__d__Host", "h"), ("SiOne__Mailboxes__d__User", "u"), ("SiOne__Mailboxes__d__Password", "p"), ("SiOne__Mailboxes__e__Host", "h"),
            ("SiOne__Mailboxes__e__User", "u"), ("SiOne__Mailboxes__e__Password", "p"), ("SiOne__Mailboxes__e__Pasword", "p"));

        Assert.Superset(
            new HashSet<string> { "SiOne:IntakeKey", "SiOne:Mailboxes:a:User", "SiOne:Mailboxes:b c", "SiOne:Mailboxes:e", "SiOne:Mailboxes:e:Pasword" }, keys);
        Assert.Contains("SiOne:Imap", Mistakes(("SiOne__MailFolder", "")));
        Assert.Empty(Mistakes(("SiOne__MailFolder", ""), ("SiOne__IntakeKey", Key)));

        HashSet<string> Mistakes(params (string Key, string Value)[] more) => [.. SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(
            TestHost.EnvironmentOf(folder).Concat(more).GroupBy(pair => pair.Key).Select(pairs =>
                KeyValuePair.Create(pairs.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pairs.Last().Value))).Build()).Mistakes.Select(mistake => mistake.Key)];
    }

    private static Task<TestHost> StartAsync(TempFolder folder, params (string Key, string Value)[] more) => TestHost.StartAsync(folder, [("SiOne__IntakeKey", Key), .. more]);

    private static RawMail Mail(uint uid) => new(Inbox, 5, uid, TimeProvider.System.GetUtcNow(), TestMail.Bytes("Boîte"));

    private static async Task<HttpResponseMessage> PutAsync(TestHost host, string? key, long fence = 0, byte[]? body = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/intake/{IntakeKeys.MailboxId(Inbox)}/1/1") { Content = new ByteArrayContent(body ?? TestMail.Bytes("Boîte")) };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add(IntakeHeaders.Mailbox, IntakeHeaders.Write(Inbox));
        request.Headers.Add(IntakeHeaders.Fence, fence.ToString(CultureInfo.InvariantCulture));
        request.Content.Headers.Add(IntakeHeaders.InternalDate, TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        request.Headers.ExpectContinue = body is not null;
        change?.Invoke(request);
        return await host.Client.SendAsync(request);
    }
}
