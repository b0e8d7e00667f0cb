using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Posts that Teams took and whose answers were lost: there are few copies of a card, each does what the card does and no more, and a click tells where it stands.</summary>
public sealed class CopyTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private TeamsBench _bench = null!;
    private FakeUser _employee = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync()
    {
        _bench = await TeamsBench.StartAsync();
        _employee = _bench.Person("employe");
        await _bench.SayAsync(_employee, "mes demandes");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(_employee).Id);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_click_on_an_older_copy_is_judged_like_any_other_and_makes_the_copy_fresh()
    {
        var (request, older, newer) = await TwiceAsync(Teams.Channel);
        Assert.Equal(CardReading.Data(older.Card!, "take").ToJsonString(), CardReading.Data(newer.Card!, "take").ToJsonString());
        await ClickAsync(_bench.Technician, newer, "start");
        await Teams.WaitForAsync(post => post.Id == newer.Id && post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();

        var stale = await ClickAsync(_bench.Colleague, older, "decline", ("text", "Non."));
        Assert.Contains("Déjà traité par Inès Calvet", CardReading.Words(stale.Body!["value"]!), StringComparison.Ordinal);
        Assert.Contains("complete", CardReading.Verbs(stale.Body["value"]!));
        Assert.Equal(before, await _bench.StateAsync());

        // For everybody else in the channel, too; and from here on its buttons are those of now.
        older = await Teams.WaitForAsync(post => post.Id == older.Id && post.Edits > 0 && post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        await ClickAsync(_bench.Technician, older, "complete");
        Assert.Equal(RequestState.Done, (await _bench.NowAsync(request)).State.State);
        await Teams.WaitForAsync(post => post.Id == newer.Id && !post.Verbs().Contains("complete"));
        await Teams.WaitForAsync(post => post.Id == older.Id && !post.Verbs().Contains("complete"));
    }

    [Fact]
    public async Task An_older_copy_of_a_customers_card_says_how_it_stands_and_nobody_elses_click_counts()
    {
        var (request, older, newer) = await TwiceAsync(Teams.PersonalOf(_employee));
        await ClickAsync(_employee, newer, "withdraw");
        Assert.Equal(RequestState.Withdrawn, (await _bench.NowAsync(request)).State.State);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();

        var stranger = await Teams.ClickAsync(_bench.Person("admin", "serenite"), older, "withdraw", CardReading.Data(older.Card!, "withdraw"));
        Assert.Equal(400, (int)stranger.Body!["statusCode"]!);
        var stale = await ClickAsync(_employee, older, "withdraw");
        Assert.DoesNotContain("withdraw", CardReading.Verbs(stale.Body!["value"]!));
        Assert.Equal(before, await _bench.StateAsync());
        await Teams.WaitForAsync(post => post.Id == older.Id && post.Edits > 0 && !post.Verbs().Contains("withdraw"));
    }

    [Fact]
    public async Task A_click_on_the_only_copy_tells_where_it_stands_and_no_other_is_posted()
    {
        var posts = await LostAsync(Teams.Channel);
        var card = Assert.Single(posts);
        var request = Assert.Single(await _bench.RequestsAsync());
        await ClickAsync(_bench.Technician, card, "start");
        await Teams.WaitForAsync(post => post.Id == card.Id && post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Single(CardsOf(Teams.Channel, request));
    }

    [Fact]
    public async Task Copies_are_few_however_many_answers_are_lost_and_what_was_to_be_said_goes_by_mail()
    {
        Teams.Fail(new FakeFault(0) { LoseAnswer = true, Method = "POST" }, times: 1_000);
        await _bench.SayAsync(_employee, Broken);
        var request = await _bench.RequestAsync(_ => true);
        await Deadline.UntilAsync(() =>
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(10));
            return _bench.MailsTo("employe@demo-premium.example").Any(mail => mail.Contains(request.State.Reference.Value, StringComparison.Ordinal));
        });
        await PassAsync(TimeSpan.FromHours(12));
        Assert.Equal(3, CardsOf(Teams.PersonalOf(_employee), request).Count);
        Assert.InRange(CardsOf(Teams.Channel, request).Count, 1, 3);
    }

    [Fact]
    public async Task A_button_sent_from_another_cards_post_leaves_that_card_as_it_is()
    {
        var (_, first) = await _bench.AskAsync(_employee, Broken);
        var (_, second) = await _bench.AskAsync(_employee, "Bonjour, mon Outlook ne démarre plus.");
        var one = await _bench.ChannelCardAsync(first);
        var other = await _bench.ChannelCardAsync(second);
        await _bench.SettledAsync();
        await Teams.ClickAsync(_bench.Technician, other, "note", CardReading.Data(one.Card!, "note", ("text", "x")));
        await _bench.SettledAsync();
        await Teams.ClickAsync(_bench.Technician, other, "take", CardReading.Data(other.Card!, "take"));
        // The answer to the first click names her, too, in the other card's words.
        other = await Teams.WaitForAsync(post => post.Id == other.Id && post.Words() is var words
            && words.Contains(second.State.Reference.Value, StringComparison.Ordinal) && words.Contains("Inès Calvet", StringComparison.Ordinal));
        Assert.DoesNotContain(first.State.Reference.Value, other.Words(), StringComparison.Ordinal);
    }

    /// <summary>A request whose card stands twice in a place: the first post's answer was lost.</summary>
    private async Task<(RequestDocument Request, FakePost Older, FakePost Newer)> TwiceAsync(FakeConversation place)
    {
        await LostAsync(place);
        var request = Assert.Single(await _bench.RequestsAsync());
        await Deadline.UntilAsync(() =>
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(5));
            return CardsOf(place, request).Count >= 2;
        });
        await _bench.SettledAsync(TimeSpan.FromSeconds(5));
        var cards = CardsOf(place, request);
        Assert.Equal(2, cards.Count);
        return (request, cards[0], cards[1]);
    }

    /// <summary>A request of which one post's answer in a place is lost.</summary>
    private async Task<IReadOnlyList<FakePost>> LostAsync(FakeConversation place)
    {
        Teams.Fail(new FakeFault(0) { LoseAnswer = true, Method = "POST", In = place.Id, Cards = true });
        await _bench.SayAsync(_employee, Broken);
        var request = await _bench.RequestAsync(_ => true);
        await Teams.WaitForAsync(post => CardsOf(place, request).Count > 0);
        await _bench.UntilAsync(async () => await _bench.Parts.Cards.FindAsync(
            place == Teams.Channel ? Engine.Cards.ShownCard.IdForTechnicians(request.Id) : Engine.Cards.ShownCard.IdOfAnswer(request.State.Intake), CancellationToken.None) is { Lost: > 0 }, "the loss is known");
        return CardsOf(place, request);
    }

    /// <summary>Time passes, and the host looks at the clock again and again meanwhile.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        var end = _bench.Clock.GetUtcNow() + time;
        await Deadline.UntilAsync(() =>
        {
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
            return _bench.Clock.GetUtcNow() >= end;
        });
    }

    private IReadOnlyList<FakePost> CardsOf(FakeConversation place, RequestDocument request) =>
        [.. Teams.PostedTo(place).Where(post => post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal))];

    private Task<FakeAnswer> ClickAsync(FakeUser who, FakePost card, string verb, params (string Input, string Value)[] inputs) =>
        Teams.ClickAsync(who, card, verb, CardReading.Data(card.Card!, verb, inputs));
}
