using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.TestKit;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Microsoft's side fails, is away or loses answers: requests do not wait for it, and the cards are right afterwards.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const int Turns = 50;
    private TeamsBench _bench = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData(429, "2")]
    [InlineData(502, null)]
    [InlineData(503, "1")]
    public async Task A_card_that_could_not_be_posted_comes_later_and_once(int status, string? retryAfter)
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "bonjour");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        Teams.Fail(new FakeFault(status) { RetryAfter = retryAfter, Method = "POST" }, times: 16);

        await _bench.SayAsync(employee, Broken);
        var request = await _bench.RequestAsync(document => document.State.State is RequestState.Accepted);

        await PassAsync(() => Shows(Teams.PersonalOf(employee), request) && Shows(Teams.Channel, request));
        await _bench.SettledAsync();
        Assert.Equal((1, 1), (CardsOf(Teams.PersonalOf(employee), request).Count, CardsOf(Teams.Channel, request).Count));
    }

    [Fact]
    public async Task What_happened_while_Teams_was_away_is_told_in_order_and_the_cards_show_how_it_ended()
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "bonjour");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        Teams.Fail(new FakeFault(503), times: 12);

        await _bench.SayAsync(employee, Broken);
        var request = await _bench.RequestAsync(document => document.State.State is RequestState.Accepted);
        var done = await _bench.Parts.Desk.DoAsync(request.State.Reference, "Inès Calvet", new ActWish(ActVerb.Complete), CancellationToken.None);
        Assert.Equal(RequestState.Done, done.Document!.State.State);
        Assert.Empty(CardsOf(Teams.PersonalOf(employee), request));
        _bench.Clock.Advance(TimeSpan.FromHours(1));

        await PassAsync(() => CardsOf(Teams.PersonalOf(employee), request).Count >= 2);
        await _bench.SettledAsync();
        var cards = CardsOf(Teams.PersonalOf(employee), request);
        Assert.Equal(2, cards.Count);
        Assert.All(cards, card => Assert.DoesNotContain("withdraw", card.Verbs()));
        Assert.Contains("settled", cards[1].Verbs());
    }

    [Fact]
    public async Task A_post_whose_answer_was_lost_may_stand_twice_with_the_same_buttons_and_either_works()
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "mes demandes");
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(employee).Id);
        // The first is the typing sign.
        Teams.Fail(new FakeFault(0) { LoseAnswer = true, Method = "POST" }, times: 4);

        await _bench.SayAsync(employee, Broken);
        var request = await _bench.RequestAsync(document => document.State.State is RequestState.Accepted);
        await PassAsync(() => CardsOf(Teams.PersonalOf(employee), request).Count >= 2);
        await _bench.SettledAsync(TimeSpan.FromSeconds(5));

        var cards = CardsOf(Teams.PersonalOf(employee), request);
        var ids = cards.Select(card => (string)CardReading.Data(card.Card!, "withdraw")["id"]!).Distinct(StringComparer.Ordinal);
        Assert.Single(ids);
        var answer = await Teams.ClickAsync(employee, cards[0], "withdraw", CardReading.Data(cards[0].Card!, "withdraw"));
        Assert.Equal(200, (int)answer.Body!["statusCode"]!);
        Assert.Equal(RequestState.Withdrawn, (await _bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task An_update_whose_answer_was_lost_doubles_nothing()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var theirs = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        Teams.Fail(new FakeFault(0) { LoseAnswer = true, Method = "PUT" }, times: 5);
        await Teams.ClickAsync(_bench.Technician, theirs, "complete", CardReading.Data(theirs.Card!, "complete"));
        await PassAsync(() => Teams.Posts.Any(post => post.Id == theirs.Id && !post.Verbs().Contains("complete"))
            && Teams.Posts.Any(post => post.Id == card.Id && post.Verbs().Contains("settled")));
        await _bench.SettledAsync();
        Assert.Single(CardsOf(Teams.Channel, request));
    }

    [Fact]
    public async Task A_stale_card_outside_is_brought_up_to_date_at_the_next_start()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var theirs = await _bench.ChannelCardAsync(request);
        await _bench.SettledAsync();
        Teams.Fail(new FakeFault(503) { Method = "PUT" }, times: 12);
        await _bench.Parts.Desk.DoAsync(request.State.Reference, "Inès Calvet", new ActWish(ActVerb.Complete), CancellationToken.None);
        await Deadline.UntilAsync(() => Teams.Requests.Any(seen => seen.Method == "PUT"));
        await _bench.StopAsync();
        Assert.Contains("complete", Teams.Posts.Single(post => post.Id == theirs.Id).Verbs());

        await _bench.RunAsync();

        await PassAsync(() => Teams.Posts.Any(post => post.Id == theirs.Id && !post.Verbs().Contains("complete"))
            && Teams.Posts.Any(post => post.Id == card.Id && post.Verbs().Contains("settled")));
        Assert.Single(CardsOf(Teams.Channel, request));
    }

    [Fact]
    public async Task A_click_works_after_a_restart()
    {
        var employee = _bench.Person("employe");
        var (card, request) = await _bench.AskAsync(employee, Broken);
        var theirs = await _bench.ChannelCardAsync(request);
        // A stop in the middle of a post would leave a copy: that is another test.
        await _bench.SettledAsync();
        await _bench.StopAsync();
        await _bench.RunAsync();
        await Teams.ClickAsync(_bench.Technician, theirs, "take", CardReading.Data(theirs.Card!, "take"));
        Assert.Equal("Inès Calvet", (await _bench.NowAsync(request)).State.TakenBy);
        card = await Teams.WaitForAsync(post => post.Id == card.Id && CardReading.Data(post.Card!, "withdraw").ToJsonString() != CardReading.Data(card.Card!, "withdraw").ToJsonString());
        await Teams.ClickAsync(employee, card, "withdraw", CardReading.Data(card.Card!, "withdraw"));
        Assert.Equal(RequestState.Withdrawn, (await _bench.NowAsync(request)).State.State);
    }

    [Fact]
    public async Task A_turn_is_answered_within_a_second_even_while_nothing_can_be_posted()
    {
        var employee = _bench.Person("employe");
        await _bench.SayAsync(employee, "bonjour");
        Teams.Fail(new FakeFault(503) { Method = "POST" }, times: 100);
        var slowest = TimeSpan.Zero;
        for (var turn = 0; turn < Turns; turn++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await _bench.SayAsync(employee, $"{Broken} C'est le poste {turn}.");
            if (watch.Elapsed > slowest) slowest = watch.Elapsed;
        }

        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(_bench.Parts.Board.Counts().Seen >= Turns);
    }

    private IReadOnlyList<FakePost> CardsOf(FakeConversation place, RequestDocument request) =>
        [.. Teams.PostedTo(place).Where(post => post.Words().Contains(request.State.Reference.Value, StringComparison.Ordinal))];

    private bool Shows(FakeConversation place, RequestDocument request) => CardsOf(place, request).Count > 0;

    /// <summary>Time passes until it is so, as fast as the host looks at the clock.</summary>
    private Task PassAsync(Func<bool> isSo) => Deadline.UntilAsync(() =>
    {
        _bench.Clock.Advance(TimeSpan.FromSeconds(5));
        return isSo();
    });
}
