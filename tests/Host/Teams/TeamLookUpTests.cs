using System.Text.Json.Nodes;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Technicians whom Teams names too late, and those who have left the team: the ones try again, the others are refused, and nothing is done for either.</summary>
public sealed class TeamLookUpTests : IAsyncLifetime
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(11);
    private readonly TaskCompletionSource _never = new();
    private TeamsBench _bench = null!;
    private RequestDocument _request = null!;
    private FakePost _card = null!;

    private FakeTeams Teams => _bench.Teams;

    public async Task InitializeAsync()
    {
        _bench = await TeamsBench.StartAsync();
        (_, _request) = await _bench.AskAsync(_bench.Person("employe"), Broken);
        _card = await _bench.ChannelCardAsync(_request);
        await _bench.SettledAsync();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    public static TheoryData<bool, string> Silences => new() { { true, "known" }, { false, "known" }, { false, "new" }, { true, "new" } };

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task Whom_Teams_names_too_late_is_told_to_try_again_and_then_acts(bool english, string who)
    {
        // A known one was looked up before; of a new one not even the name is known.
        var technician = who is "known" ? _bench.Technician : _bench.Colleague;
        if (english) Teams.Locale = "en-GB";
        var sentence = english ? "please try again in a moment" : "réessayez dans un instant";
        _bench.Clock.Advance(Believed);
        var before = await _bench.StateAsync();
        Teams.RosterHold = _never.Task;

        var clicked = await ClickAsync(technician, "take");
        Assert.Contains(sentence, Refusal(clicked), StringComparison.Ordinal);
        await Teams.SayInAsync(Teams.Channel, technician, $"terminer {_request.State.Reference}");
        var said = await Teams.WaitForAsync(post => post.App == Teams.Technicians && post.Words().Contains(sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("technicien", said.Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await _bench.StateAsync());

        Teams.RosterHold = Task.CompletedTask;
        await ClickUntilTakenAsync(technician);
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_nothing_else_while_Teams_is_silent()
    {
        Teams.RosterHold = _never.Task;
        var answer = await ClickAsync(Teams.AddTechnician("paul@msp.example", "Paul Sansrole"), "take");
        Assert.Contains("réservée aux techniciens", Refusal(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_in_trouble_is_silence_and_no_refusal()
    {
        _bench.Clock.Advance(Believed);
        Teams.Fail(new FakeFault(503) { Method = "GET", RetryAfter = "60" });
        Assert.Contains("réessayez", Refusal(await ClickAsync(_bench.Technician, "take")), StringComparison.Ordinal);
        Assert.Null((await _bench.NowAsync(_request)).State.TakenBy);
        await ClickUntilTakenAsync(_bench.Technician);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_left_the_team_does_nothing_from_an_old_card_or_chat(bool told)
    {
        await ClickUntilTakenAsync(_bench.Technician);
        _card = await _bench.ChannelCardAsync(_request, post => post.Words().Contains("Inès Calvet", StringComparison.Ordinal));
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        Teams.Leave(_bench.Technician);
        // Teams tells it at once; where that is lost, a look-up tells it some minutes later.
        if (told) await TellGoneAsync(_bench.Technician);
        else _bench.Clock.Advance(Believed);

        foreach (var verb in _card.Verbs().Where(verb => verb is not "refresh"))
            Assert.Contains("réservée aux techniciens", Refusal(await ClickAsync(_bench.Technician, verb)), StringComparison.Ordinal);
        foreach (var place in new[] { Teams.Channel, Teams.PersonalOf(_bench.Technician, Teams.Technicians) })
            foreach (var text in new[] { $"terminer {_request.State.Reference}", $"note {_request.State.Reference} : x", "file" })
                await Teams.SayInAsync(place, _bench.Technician, text);
        await Teams.WaitForAsync(post => post.ConversationId == Teams.PersonalOf(_bench.Technician, Teams.Technicians).Id && post.Words().Contains("réservée", StringComparison.Ordinal));
        Assert.Equal(before, await _bench.StateAsync());
        Assert.DoesNotContain(Teams.PostedTo(Teams.PersonalOf(_bench.Technician, Teams.Technicians)), post => post.Card is not null);
    }

    private async Task ClickUntilTakenAsync(FakeUser technician)
    {
        // A look-up on a loaded machine may itself come too late: whoever is told so tries again.
        await _bench.UntilAsync(async () =>
        {
            if ((await _bench.NowAsync(_request)).State.TakenBy is not null) return true;
            await ClickAsync(technician, "take");
            return false;
        }, "the technician takes it");
        Assert.Equal(technician.Name, (await _bench.NowAsync(_request)).State.TakenBy);
    }

    private Task<FakeAnswer> ClickAsync(FakeUser who, string verb) => Teams.ClickAsync(who, _card, verb, CardReading.Data(_card.Card!, verb));

    private async Task TellGoneAsync(FakeUser user)
    {
        var update = Teams.Activity("conversationUpdate", Teams.Channel, _bench.Colleague);
        update["channelData"]!["eventType"] = "teamMemberRemoved";
        update["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = user.Id, ["aadObjectId"] = user.ObjectId });
        await Teams.PostToBotAsync(Teams.Technicians, update);
    }

    private static string Refusal(FakeAnswer answer)
    {
        Assert.Equal(400, (int)answer.Body!["statusCode"]!);
        return CardReading.Plain((string)answer.Body["value"]!["message"]!);
    }
}
