using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Outbound;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class OutboundTests : IAsyncLifetime
{
    private static readonly Activity Hello = new() { Type = ActivityTypes.Message, Text = "Bien reçu." };

    private ConnectorBench _bench = null!;
    private FakeUser _user = null!;

    private FakeTeams Teams => _bench.Teams;

    private ConversationReference Reference => _bench.ReferenceOf(_user);

    public async Task InitializeAsync()
    {
        _bench = await ConnectorBench.StartAsync();
        _user = _bench.Employee();
        Teams.PersonalOf(_user);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_post_arrives_with_the_bots_token_and_is_edited_in_place()
    {
        var card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", version = "1.5" });
        var sent = await SendAsync(Hello with { Id = "mine", ServiceUrl = "https://evil.example", Recipient = new ChannelAccount { Id = "x" } });
        var id = Assert.IsType<ConnectorOutcome.Done>(sent).Id!;
        Assert.Equal("Bien reçu.", Teams.PostedTo(Teams.PersonalOf(_user)).Single().Text);
        var updated = await _bench.Client.UpdateAsync(Reference, id, new Activity { Type = ActivityTypes.Message, Attachments = [Attachment.OfCard(card)] }, default);
        Assert.Equal(new ConnectorOutcome.Done(id), updated);
        var post = await Teams.WaitForAsync(post => post.Edits == 1);
        Assert.Equal((id, "1.5"), (post.Id, (string?)post.Card!["version"]));
        Assert.Equal(1, Teams.TokenRequests);
    }

    [Fact]
    public async Task A_reply_names_what_it_answers()
    {
        await Teams.SayAsync(_user, "bonjour");
        var turn = _bench.Turns.Taken.Single();
        var reference = ConversationReference.Of(turn.Bot, turn.Activity)!;
        Assert.IsType<ConnectorOutcome.Done>(await _bench.Client.ReplyAsync(reference, turn.Activity.Id!, Hello, default));
        Assert.Equal(turn.Activity.Id, (string?)Teams.Posts.Single().Activity["replyToId"]);
    }

    [Fact]
    public async Task Typing_is_shown_without_an_id() =>
        Assert.Equal(new ConnectorOutcome.Done(null), await _bench.Client.SendTypingAsync(Reference, default));

    [Fact]
    public async Task A_chat_is_opened_with_a_person_and_is_the_one_there()
    {
        var made = await _bench.Client.CreateConversationAsync(BotKey.Customers, Teams.ServiceUrl, ConversationParameters.With(_user.Id, _user.TenantId), default);
        Assert.Equal(new ConnectorOutcome.Done(Teams.PersonalOf(_user).Id), made);
    }

    [Fact]
    public async Task A_thread_is_opened_in_the_channel_and_posted_into()
    {
        var parameters = ConversationParameters.Thread(FakeTeams.ChannelId, FakeTeams.TechnicianTenant, Hello with { Id = "mine" });
        var made = Assert.IsType<ConnectorOutcome.Done>(await _bench.Client.CreateConversationAsync(BotKey.Technicians, Teams.ServiceUrl, parameters, default));
        var reference = new ConversationReference(BotKey.Technicians, Teams.ServiceUrl, FakeTeams.ChannelId, FakeTeams.TechnicianTenant).InThread(made.ActivityId!);
        Assert.Equal(made.Id, reference.ConversationId);
        Assert.IsType<ConnectorOutcome.Done>(await _bench.Client.SendAsync(reference, Hello, default));
        Assert.Equal(2, Teams.PostedTo(Teams.Channel).Count(post => post.ConversationId == made.Id));
    }

    [Fact]
    public async Task Who_somebody_is_comes_from_the_roster_by_either_name_of_the_object_id()
    {
        var member = (await _bench.Client.GetMemberAsync(Reference, _user.Id, default)).Value!;
        Assert.Equal((_user.ObjectId, _user.Email, _user.Email, _user.TenantId, "user"),
            (member.PersonId(), member.Email, member.UserPrincipalName, member.TenantId, member.UserRole));
        var page = (await _bench.Client.GetPagedMembersAsync(Reference, 50, null, default)).Value!;
        Assert.Equal(_user.ObjectId, Assert.Single(page.Members!).PersonId());
        var nobody = await _bench.Client.GetMemberAsync(Reference, "29:nobody", default);
        Assert.Equal(new ConnectorOutcome.Gone("MemberNotFoundInConversation"), nobody.Outcome);
        Assert.Null(nobody.Value);
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        for (var i = 0; i < 120; i++) Teams.AddTechnician($"tech{i}@msp.example");
        var channel = new ConversationReference(BotKey.Technicians, Teams.ServiceUrl, $"{FakeTeams.ChannelId};messageid=5", FakeTeams.TechnicianTenant);
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = (await _bench.Client.GetPagedMembersAsync(channel, 1, next, default)).Value!;
            seen.AddRange(page.Members!.Select(member => member.PersonId()!));
            next = page.ContinuationToken;
        }
        while (next is not null);
        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3, Teams.Requests.Count(request => request.Path.Contains("pagedmembers", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Trouble_that_passes_is_waited_for_within_two_seconds(int status)
    {
        Teams.Fail(new FakeFault(status), times: 2);
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync(Hello));
        Assert.Equal(2, _bench.Clock.Pauses.Count);
        Assert.True(_bench.Clock.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause) <= TimeSpan.FromSeconds(2));
        Assert.Single(Teams.Posts);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    public async Task Trouble_that_lasts_is_for_later(int status)
    {
        Teams.Fail(new FakeFault(status) { Code = "Throttled" }, times: 4);
        Assert.Equal(new ConnectorOutcome.TryLater("Throttled", null), await SendAsync(Hello));
        Assert.Equal(3, Posts());
        Assert.Empty(Teams.Posts);
    }

    [Fact]
    public async Task A_short_pause_that_the_service_asks_for_is_kept_and_a_long_one_handed_back()
    {
        Teams.Fail(new FakeFault(429) { RetryAfter = "1" });
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync(Hello));
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.Single(_bench.Clock.Pauses));
        Teams.Fail(new FakeFault(429) { RetryAfter = "30", Code = "TooMany" });
        Assert.Equal(new ConnectorOutcome.TryLater("TooMany", TimeSpan.FromSeconds(30)), await SendAsync(Hello));
        Assert.Single(_bench.Clock.Pauses);
        Teams.Fail(new FakeFault(503) { RetryAfter = _bench.Clock.GetUtcNow().AddMinutes(2).ToString("R", System.Globalization.CultureInfo.InvariantCulture) });
        var later = Assert.IsType<ConnectorOutcome.TryLater>(await SendAsync(Hello));
        Assert.InRange(later.RetryAfter!.Value, TimeSpan.FromSeconds(118), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task Who_blocked_or_removed_the_app_is_gone()
    {
        Teams.Fail(new FakeFault(403) { Code = "Forbidden", Message = "MessageWritesBlocked: the thread is blocked" });
        Assert.Equal(new ConnectorOutcome.Gone("MessageWritesBlocked"), await SendAsync(Hello));
        var reference = Reference;
        Teams.Forget(Teams.PersonalOf(_user));
        Assert.Equal(new ConnectorOutcome.Gone("ConversationNotFound"), await _bench.Client.SendAsync(reference, Hello, default));
        Assert.Equal(2, Posts());
    }

    [Fact]
    public async Task What_repeating_does_not_mend_is_refused_at_once()
    {
        Assert.Equal(new ConnectorOutcome.Refused("MessageSizeTooBig"), await SendAsync(Hello with { Text = new string('x', 120_000) }));
        Assert.Equal(new ConnectorOutcome.Refused("BadSyntax"), await SendAsync(new Activity { Type = ActivityTypes.Message }));
        Teams.Fail(new FakeFault(403) { Code = "BotDisabledByAdmin" });
        Assert.Equal(new ConnectorOutcome.Refused("BotDisabledByAdmin"), await SendAsync(Hello));
        Teams.Fail(new FakeFault(501) { Code = "a sentence, with a name in it" });
        Assert.Equal(new ConnectorOutcome.Refused("501"), await SendAsync(Hello));
        Assert.Empty(_bench.Clock.Pauses);
    }

    [Fact]
    public async Task A_post_whose_answer_is_lost_is_not_repeated_and_an_edit_is()
    {
        Teams.Fail(new FakeFault(0) { LoseAnswer = true });
        Assert.Equal(new ConnectorOutcome.Unreachable(UnreachableKind.NoAnswer), await SendAsync(Hello));
        var post = Assert.Single(Teams.Posts);
        Teams.Fail(new FakeFault(0) { LoseAnswer = true });
        Assert.Equal(new ConnectorOutcome.Done(post.Id), await _bench.Client.UpdateAsync(Reference, post.Id, Hello with { Text = "Fait." }, default));
        Assert.Equal(2, Teams.Posts.Single().Edits);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_unreachable_after_three_attempts()
    {
        await using var other = await ConnectorBench.StartAsync(settings => settings["SiOne:Teams:ServiceHosts"] = "http://127.0.0.1:1");
        var outcome = await other.Client.SendAsync(other.ReferenceOf(other.Employee()) with { ServiceUrl = "http://127.0.0.1:1/" }, Hello, default);
        Assert.Equal(new ConnectorOutcome.Unreachable(UnreachableKind.NoConnection), outcome);
        Assert.Equal(2, other.Clock.Pauses.Count);
    }

    [Fact]
    public async Task Many_calls_at_once_fetch_one_token()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SendAsync(Hello)));
        Assert.All(outcomes, outcome => Assert.IsType<ConnectorOutcome.Done>(outcome));
        Assert.Equal(1, Teams.TokenRequests);
        Assert.Equal(30, Teams.Posts.Count);
    }

    [Fact]
    public async Task A_token_that_is_no_longer_taken_is_fetched_anew()
    {
        await SendAsync(Hello);
        Teams.RevokeTokens();
        Assert.Equal(new ConnectorOutcome.TryLater("Unauthorized", null), await SendAsync(Hello));
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync(Hello));
        Assert.Equal(2, Teams.TokenRequests);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_the_sign_ins_word()
    {
        await using var other = await ConnectorBench.StartAsync(settings => settings["SiOne:Teams:Customers:ClientSecret"] = "another");
        Assert.Equal(new ConnectorOutcome.Refused("invalid_client"), await other.Client.SendAsync(other.ReferenceOf(other.Employee()), Hello, default));
    }

    [Fact]
    public async Task A_sign_in_that_is_down_is_for_later_and_nothing_is_posted()
    {
        for (var i = 0; i < 3; i++) Teams.FailSignIn(new FakeFault(503));
        Assert.IsType<ConnectorOutcome.TryLater>(await SendAsync(Hello));
        Assert.Equal(0, Posts());
        Assert.IsType<ConnectorOutcome.Done>(await SendAsync(Hello));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_leads_nowhere(int status)
    {
        var fault = new FakeFault(status) { Location = _bench.Evil.Url.AbsoluteUri, Code = "Moved" };
        Teams.Fail(fault, times: 3);
        Assert.Equal(new ConnectorOutcome.Refused("Moved"), await SendAsync(Hello));
        Assert.Equal(new ConnectorOutcome.Refused("Moved"), (await _bench.Client.GetMemberAsync(Reference, _user.Id, default)).Outcome);
        var image = JsonSerializer.Deserialize(Teams.AddImage([1]).ToJsonString(), ConnectorJson.Default.Attachment)!;
        Assert.Equal(new ConnectorOutcome.Refused("Moved"), (await _bench.Client.DownloadAsync(Reference, image, default)).Outcome);
        Assert.Empty(_bench.Evil.Requests);
    }

    [Theory]
    [MemberData(nameof(TrustedHostsTests.Untrusted), MemberType = typeof(TrustedHostsTests))]
    public async Task A_stored_address_off_the_list_gets_no_connection_and_no_token(string template)
    {
        var reference = Reference with { ServiceUrl = TrustedHostsTests.Filled(template, Teams.Url, _bench.Evil.Url) };
        Assert.Equal(new ConnectorOutcome.Refused("ServiceUrl"), await _bench.Client.SendAsync(reference, Hello, default));
        Assert.Equal(new ConnectorOutcome.Refused("ServiceUrl"), await _bench.Client.UpdateAsync(reference, "1", Hello, default));
        Assert.Equal(new ConnectorOutcome.Refused("ServiceUrl"), (await _bench.Client.GetMemberAsync(reference, "1", default)).Outcome);
        var parameters = ConversationParameters.With(_user.Id, _user.TenantId);
        Assert.Equal(new ConnectorOutcome.Refused("ServiceUrl"), await _bench.Client.CreateConversationAsync(BotKey.Customers, reference.ServiceUrl, parameters, default));
        Assert.Empty(_bench.Evil.Requests);
        Assert.Empty(Teams.Requests);
    }

    [Fact]
    public async Task A_file_is_fetched_without_the_token_and_an_image_with_it()
    {
        var bytes = Encoding.UTF8.GetBytes("contenu");
        await Teams.SayAsync(_user, "voici", Teams.AddFile("note.txt", bytes), Teams.AddImage(bytes));
        var attachments = _bench.Turns.Taken.Single().Activity.Attachments!;
        foreach (var attachment in attachments)
        {
            var answer = await _bench.Client.DownloadAsync(Reference, attachment, default);
            Assert.IsType<ConnectorOutcome.Done>(answer.Outcome);
            Assert.Equal(bytes, answer.Value!.Bytes.ToArray());
        }

        Assert.DoesNotContain(Teams.Requests, request => request.Path.StartsWith("/files/", StringComparison.Ordinal) && request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_download_ends_at_ten_mebibytes()
    {
        var largest = await _bench.Client.DownloadAsync(Reference, Read(Teams.AddFile("a.bin", new byte[10 * 1024 * 1024])), default);
        Assert.Equal(10 * 1024 * 1024, largest.Value!.Bytes.Length);
        var more = await _bench.Client.DownloadAsync(Reference, Read(Teams.AddFile("b.bin", new byte[(10 * 1024 * 1024) + 1])), default);
        Assert.Equal(new ConnectorOutcome.Refused("TooLarge"), more.Outcome);
        Assert.Null(more.Value);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_elsewhere()
    {
        var file = Teams.AddFile("a.txt", [1]);
        file["content"]!["downloadUrl"] = _bench.Evil.Url.AbsoluteUri;
        var image = Teams.AddImage([1]);
        image["contentUrl"] = _bench.Evil.Url.AbsoluteUri;
        var html = new JsonObject { ["contentType"] = "text/html", ["contentUrl"] = $"{Teams.Url}/emea/v3/attachments/1", ["content"] = "<p>" };
        var odd = new JsonObject { ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["content"] = "text" };
        foreach (var attachment in new[] { file, image, html, odd })
            Assert.Equal(new ConnectorOutcome.Refused("Address"), (await _bench.Client.DownloadAsync(Reference, Read(attachment), default)).Outcome);
        Assert.Empty(_bench.Evil.Requests);
        Assert.Empty(Teams.Requests);
    }

    [Fact]
    public async Task Ids_are_written_into_addresses_as_one_piece()
    {
        var odd = Teams.AddConversation(new FakeConversation("19:a@thread.tacv2?x#/../y", Teams.Customers, _user.TenantId, "personal"));
        Assert.IsType<ConnectorOutcome.Gone>(await _bench.Client.SendAsync(Reference with { ConversationId = odd.Id + "%" }, Hello, default));
        var request = Teams.Requests.Single(request => request.Path.Contains("/activities", StringComparison.Ordinal));
        Assert.Equal("/emea/v3/conversations/19%3Aa%40thread.tacv2%3Fx%23%2F..%2Fy%25/activities", request.Path);
    }

    [Fact]
    public async Task Giving_up_is_the_callers()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Client.SendAsync(Reference, Hello, given.Token));
    }

    private static Attachment Read(JsonObject attachment) => JsonSerializer.Deserialize(attachment.ToJsonString(), ConnectorJson.Default.Attachment)!;

    private int Posts() => Teams.Requests.Count(request => request.Path.EndsWith("/activities", StringComparison.Ordinal));

    private Task<ConnectorOutcome> SendAsync(Activity activity) => _bench.Client.SendAsync(Reference, activity, default);
}
