using System.Net;
using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Scenarios.Hosting;

namespace SiOne.Bot.Scenarios.Customers;

/// <summary>Art. 3, 9: what came by the wrong way is a draft; one step makes it valid, and the 48 hours run from there.</summary>
[Collection(PathsHost.Name)]
public sealed class DraftTests(PathsHost host)
{
    [Theory]
    [InlineData("premium", "Zoé Fabulet")]
    [InlineData("serenite", "Luc Tarin")]
    public async Task Who_must_use_the_application_and_wrote_a_mail_confirms_on_the_page_of_the_answer(string level, string name)
    {
        var from = host.Site.Address("admin", level);
        await host.Site.SubmitAsync(new Letter { From = from, Subject = $"Adresse pour {name}", Text = $"Bonjour, merci de créer la boîte mail pour {name}, qui nous rejoint." });
        var request = await host.RequestAsync($"Adresse pour {name}");
        Assert.Equal(("draft", "Draft", null), (request.Verdict, request.State, request.DueAt));
        var link = (await host.MailAsync(from, mail => mail.Subject.Contains(request.Reference, StringComparison.Ordinal))).Link("/confirmer/");

        await host.Page.OpenAsync(link);
        await host.Page.ReadAsync(link);
        Assert.Equal("Draft", (await host.NowAsync(request.Reference))!.State);
        Assert.Equal(HttpStatusCode.Accepted, await host.Page.PressAsync(link));
        Assert.NotNull((await host.RequestAsync(request.Reference, "Accepted")).DueAt);
    }

    [Fact]
    public async Task A_standard_customers_card_brings_a_ready_mail_and_the_clock_starts_when_that_arrives()
    {
        await host.Teams.SayAsync(host.Chatting, "Bonjour, merci de créer la boîte mail pour Paul Riou.");
        var card = await host.Teams.WaitForAsync(post => post.ConversationId == host.Teams.PersonalOf(host.Chatting).Id && ReadyMailOf(post.Card) is not null);
        var (subject, body) = (Part(ReadyMailOf(card.Card)!, "subject"), Part(ReadyMailOf(card.Card)!, "body"));
        var reference = subject[1..subject.IndexOf(']', StringComparison.Ordinal)];
        Assert.Equal(("Draft", null), ((await host.RequestAsync(reference, "Draft")).State, (await host.NowAsync(reference))!.DueAt));

        var arrived = WholeSecond();
        await host.Site.SendAsync(new Letter { From = host.Site.Address("direction"), Subject = subject, Text = body }, arrived);
        Assert.Equal(DueAfter(arrived), (await host.RequestAsync(reference, "Accepted")).DueAt);
        await host.Teams.WaitForAsync(post => post.Id == card.Id && post.Edits > 0 && ReadyMailOf(post.Card) is null);
    }

    [Fact]
    public async Task A_call_that_a_technician_wrote_down_is_confirmed_by_one_word_of_mail()
    {
        var key = await host.Site.WriteDownAsync(host.Site.Admin, "Merci de créer la boîte mail pour Claire Dupin-Roche.");
        var request = Assert.Single((await host.MessageAsync(message => message.Key == key)).Requests);
        Assert.Equal(("Draft", null), (request.State, request.DueAt));
        var asked = await host.MailAsync(host.Site.Admin, mail => mail.Text.Contains(request.Reference, StringComparison.Ordinal));

        var arrived = WholeSecond();
        await host.Site.SendAsync(new Letter { From = host.Site.Admin, Subject = $"RE: {asked.Subject}", Text = "Oui", InReplyTo = asked.Id }, arrived);
        Assert.Equal(DueAfter(arrived), (await host.RequestAsync(request.Reference, "Accepted")).DueAt);
    }

    /// <summary>As a mail server tells when it took a mail.</summary>
    private static DateTimeOffset WholeSecond() => DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private static DateTimeOffset DueAfter(DateTimeOffset arrived) =>
        CommitmentClock.Due(arrived, TimeSpan.FromHours(Readings.Default.CommitmentHours), Readings.Default, weekend: null, []).At;

    /// <summary>The link that opens the ready mail; null where a card has none.</summary>
    private static Uri? ReadyMailOf(JsonNode? card) =>
        Texts(card).FirstOrDefault(text => text.StartsWith("mailto:", StringComparison.Ordinal)) is { } link ? new Uri(link) : null;

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(pair => Texts(pair.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static string Part(Uri mail, string name) => Uri.UnescapeDataString(
        mail.Query.TrimStart('?').Split('&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..]);
}
