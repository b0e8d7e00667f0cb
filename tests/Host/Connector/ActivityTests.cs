using System.Text;
using System.Text.Json;
using SiOne.Bot.Host.Connector;
using SiOne.Bot.Host.Connector.Inbound;

namespace SiOne.Bot.Host.Tests.Connector;

public sealed class ActivityTests
{
    private const string One = "11111111-2222-4333-8444-555555555555";
    private const string Other = "99999999-2222-4333-8444-555555555555";

    private const string Sample = """
        {"type":"message","id":"1795424400001","timestamp":"2026-11-23T09:00:00.1234567Z","localTimestamp":"2026-11-23T10:00:00.123+01:00",
        "localTimezone":"Europe/Paris","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
        "from":{"id":"29:1a","name":"Employé","aadObjectId":"11111111-2222-4333-8444-555555555555"},
        "conversation":{"conversationType":"channel","tenantId":"99999999-2222-4333-8444-555555555555","isGroup":true,"id":"19:b@thread.tacv2;messageid=17"},
        "recipient":{"id":"28:app","name":"SI-ONE"},"textFormat":"plain","locale":"fr-FR","replyToId":"17","importance":"high",
        "entities":[{"locale":"fr-FR","country":"FR","platform":"Windows","timezone":"Europe/Paris","type":"clientInfo"},
        {"mentioned":{"id":"28:app","name":"SI-ONE"},"text":"<at>SI-ONE</at>","type":"mention"}],
        "attachments":[{"contentType":"text/html","content":"<p>bonjour</p>"}],
        "channelData":{"teamsChannelId":"19:b@thread.tacv2","team":{"id":"19:a@thread.tacv2","aadGroupId":"g","memberCount":3},
        "channel":{"id":"19:b@thread.tacv2"},"tenant":{"id":"99999999-2222-4333-8444-555555555555"},"settings":{"selectedChannel":{"id":"19:c"}},"eventType":"x"},
        "membersAdded":[{"id":"28:app"}],"reactionsAdded":[{"type":"like"}],"text":"<at>SI-ONE</at>&nbsp;bonjour"}
        """;

    [Fact]
    public void What_Teams_sends_is_read()
    {
        var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(Sample))!;
        Assert.Equal((Other, One, "19:a@thread.tacv2", "19:c", "x"), (activity.TenantId, activity.From!.PersonId(), activity.ChannelData!.Team!.Id,
            activity.ChannelData.Settings!.SelectedChannel!.Id, activity.ChannelData.EventType));
        Assert.Equal(("like", "text/html"), (activity.ReactionsAdded!.Single().Type, activity.Attachments!.Single().ContentType));
        Assert.Equal(["clientInfo", Entity.Mention], activity.Entities!.Select(entity => entity.Type));
        Assert.True(activity.IsBot(activity.MembersAdded!.Single().Id));
        Assert.False(activity.IsBot(null));
    }

    [Fact]
    public void A_reference_survives_being_stored()
    {
        var reference = ConversationReference.Of(BotKey.Technicians, ActivityBody.Parse(Encoding.UTF8.GetBytes(Sample))!)!;
        Assert.Equal(("19:b@thread.tacv2;messageid=17", "19:b@thread.tacv2", Other, "channel", "19:a@thread.tacv2", "19:b@thread.tacv2", "28:app", "29:1a", One, "fr-FR"),
            (reference.ConversationId, reference.RootId, reference.TenantId, reference.ConversationType, reference.TeamId, reference.ChannelId, reference.BotId,
            reference.UserId, reference.UserObjectId, reference.Locale));
        var stored = JsonSerializer.SerializeToUtf8Bytes(reference, ConnectorJson.Default.ConversationReference);
        Assert.Equal(reference, JsonSerializer.Deserialize(stored, ConnectorJson.Default.ConversationReference));
        Assert.Equal("19:b@thread.tacv2;messageid=18", reference.InThread("18").ConversationId);
    }

    [Fact]
    public void Words_and_names_are_not_printed()
    {
        var activity = ActivityBody.Parse(Encoding.UTF8.GetBytes(Sample))!;
        var printed = $"{activity} {activity.From} {new VerifiedActivity(BotKey.Customers, activity, Other, Encoding.UTF8.GetBytes(Sample), default)}";
        Assert.DoesNotContain("bonjour", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Employé", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(One, One, One)]
    [InlineData(One, null, One)]
    [InlineData(null, One, One)]
    [InlineData("11111111-2222-4333-8444-55555555555A", "11111111-2222-4333-8444-55555555555a", "11111111-2222-4333-8444-55555555555a")]
    [InlineData(One, Other, null)]
    [InlineData(One, "x", null)]
    [InlineData("x", One, null)]
    [InlineData("x", "x", null)]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    [InlineData("11111111222243338444555555555555", null, null)]
    [InlineData(" 11111111-2222-4333-8444-555555555555", null, null)]
    [InlineData("00000000-0000-0000-0000-000000000000", null, null)]
    public void Stated_twice_an_id_must_be_the_same(string? one, string? other, string? expected)
    {
        var activity = new Activity { ChannelData = new TeamsChannelData { Tenant = new TenantInfo(one) }, Conversation = new ConversationAccount { TenantId = other } };
        Assert.Equal(expected, activity.TenantId);
        Assert.Equal(expected, new ChannelAccount { AadObjectId = one, ObjectId = other }.PersonId());
    }

    [Fact]
    public void Without_a_place_to_post_there_is_no_reference()
    {
        var good = ActivityBody.Parse(Encoding.UTF8.GetBytes(Sample))!;
        Assert.Null(ConversationReference.Of(BotKey.Customers, good with { ServiceUrl = null }));
        Assert.Null(ConversationReference.Of(BotKey.Customers, good with { Conversation = null }));
        Assert.Null(ConversationReference.Of(BotKey.Customers, good with { Conversation = good.Conversation! with { Id = "" } }));
        Assert.Null(ConversationReference.Of(BotKey.Customers, good with { ChannelData = null, Conversation = good.Conversation with { TenantId = null } }));
    }

    [Fact]
    public void Whatever_the_bytes_reading_ends_in_an_activity_or_in_none()
    {
        var random = new Random(20261123);
        var good = Encoding.UTF8.GetBytes(Sample);
        var none = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (ActivityBody.Parse(bytes.AsSpan(0, random.Next(10) == 0 ? random.Next(bytes.Length) : bytes.Length)) is not { } activity) none++;
            else JsonSerializer.SerializeToUtf8Bytes(activity, ConnectorJson.Default.Activity);
        }

        Assert.InRange(none, 1_000, 9_999);
    }

    [Fact]
    public void Answers_to_a_click_carry_their_own_status()
    {
        static (int, string?, string?) Read(AdaptiveCardInvokeResponse answer)
        {
            var sent = answer.ToInvokeResponse();
            var body = sent.Body!.Value;
            var value = body.GetProperty("value");
            return (sent.Status * 1_000 + body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(),
                value.ValueKind == JsonValueKind.Object ? value.GetProperty(value.TryGetProperty("code", out _) ? "code" : "type").GetString() : value.GetString());
        }

        var card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard" });
        Assert.Equal((200_200, Attachment.AdaptiveCard, "AdaptiveCard"), Read(AdaptiveCardInvokeResponse.Card(card)));
        Assert.Equal((200_200, "application/vnd.microsoft.activity.message", "Fait"), Read(AdaptiveCardInvokeResponse.Message("Fait")));
        Assert.Equal((200_400, "application/vnd.microsoft.error", "BadRequest"), Read(AdaptiveCardInvokeResponse.BadRequest("Non")));
        Assert.Equal((200_412, "application/vnd.microsoft.error.preconditionFailed", "PreconditionFailed"), Read(AdaptiveCardInvokeResponse.PreconditionFailed("Non")));
        Assert.Equal((200_500, "application/vnd.microsoft.error", "InternalServerError"), Read(AdaptiveCardInvokeResponse.InternalError("Non")));
    }
}
