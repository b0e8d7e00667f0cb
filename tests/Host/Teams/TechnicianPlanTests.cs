using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.TestKit.Connector;

namespace SiOne.Bot.Host.Tests.Teams;

/// <summary>Plans on the technicians' card: who may click what, on which plan, and what the requester reads afterwards.</summary>
public sealed class TechnicianPlanTests : IAsyncLifetime
{
    private const string Licence = "Bonjour, merci de retirer la licence Microsoft 365 de Thomas Jaulin.";
    private const string Lost = "Bonjour, Thomas Jaulin a perdu son téléphone portable dans le train ce matin.";
    private TeamsBench _bench = null!;
    private GraphSide _graph = null!;
    private FakeUser _second = null!;

    private FakeTeams Teams => _bench.Teams;

    private FakeUser Approver => _bench.Colleague;

    public async Task InitializeAsync() => _bench = await TeamsBench.StartAsync(more: async bench =>
    {
        _graph = await GraphSide.StartAsync(bench.Clock);
        _second = bench.Teams.AddTechnician("salome@msp.example", "Salomé Quint");
        return new Dictionary<string, string?>(_graph.Settings()) { [$"SiOne:Teams:TechnicianRoles:{_second.ObjectId}"] = "Lead" };
    });

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_is_prepared_approved_carried_out_and_told()
    {
        var (mine, request, card) = await DrawnAsync(Licence);
        Assert.Contains("À approuver avant", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Libération des licences : employe@demo-premium.example", card.Words(), StringComparison.Ordinal);
        Assert.Empty(_graph.Effects);

        var done = await CarriedOutAsync(request, card);

        Assert.Equal((PlanState.Done, Approver.ObjectId), (done.State.Run!.State, done.State.Run.Votes.Single().Account));
        Assert.Single(_graph.Effects);
        card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("undo-plan"));
        Assert.Contains("fait et relu", card.Words(), StringComparison.OrdinalIgnoreCase);
        var told = await Teams.WaitForAsync(post => post.Id == mine.Id && post.Words().Contains("Ce qui a été fait", StringComparison.Ordinal));
        Assert.Contains($"Approuvé par {Approver.Name}", told.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("SPB", told.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_approver_reads_why_and_changes_nothing()
    {
        var (_, _, card) = await DrawnAsync(Licence);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        Assert.Contains("Vous n’êtes pas approbateur", await ClickAsync(_bench.Technician, card, "approve-plan"), StringComparison.Ordinal);
        Assert.Equal(before, await _bench.StateAsync());
        Assert.Empty(_graph.Effects);
    }

    [Fact]
    public async Task The_card_of_an_earlier_plan_approves_nothing()
    {
        var (_, request, old) = await DrawnAsync(Licence);
        await ClickAsync(_bench.Technician, old, "draw-plan");
        var now = await _bench.NowAsync(request);
        foreach (var verb in (string[])["approve-plan", "refuse-plan"])
            Assert.Contains("la carte n’était plus à jour", await ClickAsync(Approver, old, verb), StringComparison.Ordinal);
        Assert.Equal(now.Version, (await _bench.NowAsync(request)).Version);
        Assert.Equal((PlanState.Drawn, 0), (now.State.Run!.State, now.State.Run.Votes.Length));
        Assert.Empty(_graph.Effects);
    }

    [Fact]
    public async Task The_same_click_again_and_again_is_one_yes_and_one_effect()
    {
        var (_, request, card) = await DrawnAsync(Licence);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ClickAsync(Approver, card, "approve-plan")));
        var done = await TickedAsync(request);
        Assert.Single(clicks, words => words.Contains("C’est noté.", StringComparison.Ordinal));
        Assert.Single(done.State.Run!.Votes);
        Assert.Single(_graph.Effects);
        await ClickAsync(Approver, card, "approve-plan");
        Assert.Equal(done.Version, (await _bench.NowAsync(request)).Version);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("hash")]
    [InlineData("step-0123456789ab")]
    [InlineData("id")]
    public async Task An_edited_payload_is_refused(string property)
    {
        var (_, _, card) = await DrawnAsync(Licence);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        var data = CardReading.Data(card.Card!, "approve-plan");
        data[property] = property == "id" ? $"{((string)data["id"]!)[..31]}{(((string)data["id"]!)[31] == '0' ? '1' : '0')}" : new string('0', 64);
        var answer = await Teams.ClickAsync(Approver, card, "approve-plan", data);
        Assert.Equal(400, (int)answer.Body!["statusCode"]!);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task A_customers_administrator_cannot_press_a_technicians_button()
    {
        var (mine, _, card) = await DrawnAsync(Licence);
        await _bench.SettledAsync();
        var before = await _bench.StateAsync();
        var answer = await Teams.ClickAsync(_bench.Person("admin"), mine, "approve-plan", CardReading.Data(card.Card!, "approve-plan"));
        Assert.Equal(400, (int)answer.Body!["statusCode"]!);
        Assert.Equal(before, await _bench.StateAsync());
    }

    [Fact]
    public async Task A_phone_is_locked_on_the_word_of_one_and_its_wipe_takes_two_and_can_be_called_off()
    {
        var (_, request, card) = await DrawnAsync(Lost);
        Assert.Contains("recopiez", card.Words(), StringComparison.Ordinal);
        Assert.Contains("destruction de données", card.Words(), StringComparison.Ordinal);
        Assert.Contains("Recopiez le mot", await ClickAsync(Approver, card, "approve-plan", ("confirmation", "oui")), StringComparison.Ordinal);
        await ClickAsync(Approver, card, "approve-plan", ("confirmation", GraphSide.Serial.ToLowerInvariant()));
        card = await _bench.ChannelCardAsync(request, post => post.Words().Contains("Effacement à approuver par une seconde personne", StringComparison.Ordinal));
        Assert.Contains("il faut une deuxième personne", await ClickAsync(Approver, card, "approve-plan", ("confirmation", GraphSide.Serial)), StringComparison.Ordinal);
        // What comes before the wipe begins; a step that goes on while the second one clicks takes nothing from their yes.
        await _bench.UntilAsync(() => Task.FromResult(_graph.Effects.Count > 0), "the plan has begun");

        Assert.Contains("C’est noté.", await ClickAsync(_second, card, "approve-plan", ("confirmation", GraphSide.Serial)), StringComparison.Ordinal);
        card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("call-off-wipe") && post.Words().Contains("encore annulable", StringComparison.Ordinal));
        var run = (await _bench.NowAsync(request)).State.Run!;
        Assert.Equal(PlanState.Approved, run.State);
        Assert.Equal([Approver.ObjectId, _second.ObjectId], run.Votes.Select(vote => vote.Account));

        Assert.Contains("C’est noté.", await ClickAsync(_bench.Technician, card, "call-off-wipe"), StringComparison.Ordinal);
        run = (await _bench.NowAsync(request)).State.Run!;
        Assert.Equal((PlanState.Dropped, PlanReasons.CalledOff), (run.State, run.Reason));
        card = await _bench.ChannelCardAsync(request, post => post.Words().Contains("Effacement annulé", StringComparison.Ordinal));
        Assert.Contains("draw-plan", card.Verbs());
        Assert.DoesNotContain(_graph.Effects, effect => effect.EndsWith("/wipe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_is_ticked_off_once_and_no_other_one_by_the_same_button()
    {
        var (_, request, card) = await DrawnAsync(Licence);
        await ClickAsync(Approver, card, "approve-plan");
        card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("tick-step"));
        await ClickAsync(_bench.Technician, card, "tick-step");
        var done = await _bench.RequestAsync(request, state => state.State is RequestState.Done);
        await ClickAsync(_bench.Technician, card, "tick-step");
        Assert.Equal(done.Version, (await _bench.NowAsync(request)).Version);
        Assert.Equal(1, done.State.Run!.Steps.Count(step => step.End is StepEnd.ByHand));
    }

    [Fact]
    public async Task A_refused_plan_changes_nothing_and_another_one_can_be_prepared()
    {
        var (_, request, card) = await DrawnAsync(Licence);
        await ClickAsync(_bench.Technician, card, "refuse-plan");
        Assert.Equal(PlanState.Dropped, (await _bench.NowAsync(request)).State.Run!.State);
        card = await _bench.ChannelCardAsync(request, post => !post.Verbs().Contains("approve-plan") && post.Verbs().Contains("draw-plan"));
        await ClickAsync(_bench.Technician, card, "draw-plan");
        Assert.Equal(PlanState.Drawn, (await _bench.NowAsync(request)).State.Run!.State);
        Assert.Empty(_graph.Effects);
    }

    [Fact]
    public async Task What_was_done_is_undone_by_an_approver()
    {
        var (_, request, card) = await DrawnAsync(Licence);
        await CarriedOutAsync(request, card);
        card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("undo-plan"));
        Assert.Contains("Vous n’êtes pas approbateur", await ClickAsync(_bench.Technician, card, "undo-plan"), StringComparison.Ordinal);
        await ClickAsync(Approver, card, "undo-plan");
        var undone = await _bench.RequestAsync(request, state => state.Run is { Undoes: true, State: PlanState.Done });
        Assert.Equal((RequestState.InProgress, 2), (undone.State.State, _graph.Effects.Count));
        await _bench.ChannelCardAsync(request, post => post.Words().Contains("Changements annulés", StringComparison.Ordinal));
    }

    /// <summary>A request whose plan stands on the channel's card.</summary>
    private async Task<(FakePost Mine, RequestDocument Request, FakePost Card)> DrawnAsync(string text)
    {
        var (mine, request) = await _bench.AskAsync(_bench.Person("admin"), text);
        var card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("draw-plan"));
        var words = await ClickAsync(_bench.Technician, card, "draw-plan");
        Assert.True(words.Contains("À approuver avant", StringComparison.Ordinal), words);
        return (mine, request, await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("approve-plan")));
    }

    /// <summary>Approved, the step by hand ticked off, and ended.</summary>
    private async Task<RequestDocument> CarriedOutAsync(RequestDocument request, FakePost card)
    {
        await ClickAsync(Approver, card, "approve-plan");
        return await TickedAsync(request);
    }

    private async Task<RequestDocument> TickedAsync(RequestDocument request)
    {
        var card = await _bench.ChannelCardAsync(request, post => post.Verbs().Contains("tick-step"));
        Assert.NotEqual(RequestState.Done, (await _bench.NowAsync(request)).State.State);
        await ClickAsync(_bench.Technician, card, "tick-step");
        return await _bench.RequestAsync(request, state => state.State is RequestState.Done);
    }

    /// <summary>Clicks, and gives the words of the card that comes back.</summary>
    private async Task<string> ClickAsync(FakeUser who, FakePost card, string verb, params (string Input, string Value)[] inputs)
    {
        var answer = await Teams.ClickAsync(who, card, verb, CardReading.Data(card.Card!, verb, inputs));
        Assert.True((int)answer.Body!["statusCode"]! == 200, $"{verb}: {answer.Status} {answer.Body}");
        return CardReading.Words(answer.Body["value"]!);
    }
}
