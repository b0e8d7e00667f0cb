using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Decisions that somebody else made, that come late, or that were about something else: each ends in the ledger and changes nothing.</summary>
public sealed class HostileLinkTests
{
    [Theory]
    [InlineData("who asked approves their own", "paul", null)]
    [InlineData("a colleague without the authority", "zoe", null)]
    [InlineData("a third party", "aubin", "aubin@cabinet.example")]
    [InlineData("another customer's direction", "boss", "rene@rival.example")]
    [InlineData("another customer's administrator under our approver's id", "nadia", "rene@rival.example")]
    [InlineData("a colleague under the approver's id", "nadia", "zoe")]
    [InlineData("who asked under the approver's id", "nadia", "paul")]
    [InlineData("an unlisted address of the domain under the approver's id", "nadia", "stagiaire@nova.example")]
    [InlineData("a stranger under the approver's id", "nadia", "nadia@nova.example.evil.example")]
    [InlineData("the approver under another approver's id", "odile", "nadia")]
    [InlineData("the approver under an id that is nobody's", "inconnu", "nadia")]
    [InlineData("the approver under an empty id", "", "nadia")]
    public async Task Whose_it_is_not(string name, string person, string? from)
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await NothingAsync(life, name, request.DecisionOn(person), from ?? person);
    }

    [Theory]
    [InlineData("an earlier version", -1)]
    [InlineData("a later version", 1)]
    [InlineData("a version of another time", 1000)]
    [InlineData("no version", int.MinValue)]
    public async Task What_was_not_asked(string name, int shift)
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        var decision = request.DecisionOn("nadia");
        await NothingAsync(life, name, decision with { Version = shift == int.MinValue ? 0 : decision.Version + shift }, "nadia");
    }

    [Fact]
    public async Task A_decision_on_a_request_that_there_is_not()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await NothingAsync(life, "no such request", request.DecisionOn("nadia") with { Request = new RequestId("01KAV30000000000000000000A") }, "nadia");
    }

    [Fact]
    public async Task A_decision_on_another_customers_request()
    {
        await using var life = new Life();
        await ApprovalTests.AskedAsync(life);
        var theirs = await life.OnlyRequestOfAsync(await life.MailAsync("lise.kermadec@orange.fr", Life.Arrival));
        Assert.Equal(RequestState.WaitingForApproval, theirs.State.State);
        await NothingAsync(life, "another customer's request", theirs.DecisionOn("nadia"), "nadia");
    }

    [Theory]
    [InlineData("after a yes, the same again", "yes", true)]
    [InlineData("after a yes, a no", "yes", false)]
    [InlineData("after a no, a yes", "no", true)]
    [InlineData("after a no, the same again", "no", false)]
    [InlineData("after who asked took it back", "withdraw", true)]
    [InlineData("after it was closed unanswered", "close", true)]
    [InlineData("after a technician noted a yes", "noted", true)]
    [InlineData("after a technician noted a yes, a no", "noted", false)]
    [InlineData("after a technician declined it", "declined", true)]
    [InlineData("after it was sorted anew", "corrected", true)]
    public async Task What_is_decided_or_over(string name, string before, bool granted)
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await (before switch
        {
            "yes" => life.DecideAsync(request.DecisionOn("odile")),
            "no" => life.DecideAsync(request.DecisionOn("odile", granted: false)),
            "withdraw" => life.MailAsync("paul", "Annulez ma demande.", subject: $"RE: [{request.State.Reference}]"),
            "close" => ClosedAsync(life),
            "noted" => life.ActAsync(request, new ActWish(ActVerb.Approve) { PersonId = "odile" }),
            "declined" => life.ActAsync(request, new ActWish(ActVerb.Decline) { Text = "Hors contrat." }),
            _ => (Task)life.ActAsync(request, new ActWish(ActVerb.Correct) { OperationId = "licence.assign" }),
        });
        Assert.NotEqual(request.Version, (await life.DocumentAsync(request.Id)).Version);
        await NothingAsync(life, name, request.DecisionOn("nadia", granted), "nadia");
    }

    [Theory]
    [InlineData("the approver has left", "left")]
    [InlineData("the approver is an employee now", "role")]
    [InlineData("the approver works for a third party now", "third")]
    [InlineData("the customer has left the files", "gone")]
    public async Task Who_is_no_longer_who_they_were(string name, string change)
    {
        var customers = new ChangingCustomers(Bench.Nova, Bench.Rival);
        await using var life = new Life(customers: customers);
        var request = await ApprovalTests.AskedAsync(life);
        if (change == "gone") customers.Change("nova", _ => null);
        else customers.ChangePerson("nova", "nadia", one => change == "left" ? null : one with { Role = change == "role" ? Role.Employee : Role.ThirdParty });
        await NothingAsync(life, name, request.DecisionOn("nadia"), "nadia");
    }

    [Theory]
    [InlineData("an administrator whom direction has not delegated", "none")]
    [InlineData("a delegation that ended", "delegation")]
    [InlineData("a substitute before their days", "before")]
    [InlineData("a substitute after their days", "after")]
    [InlineData("somebody else's substitute", "other")]
    public async Task Art_14_who_does_not_speak_for_direction(string name, string how)
    {
        var customers = new ChangingCustomers(Bench.Nova, Bench.Rival);
        await using var life = new Life(customers: customers);
        if (how == "delegation") customers.ChangePerson("nova", "nadia", one => one with { DelegatedByDirection = true });
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", "Bonjour,\n\nMerci d'ajouter Zoé Lanoë à la liste de diffusion atelier."));
        Assert.Equal(("mailbox.list", RequestState.WaitingForApproval), (request.State.OperationId, request.State.State));
        var absence = how switch
        {
            "before" => new Absence(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 4), "nadia"),
            "after" => new Absence(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 20), "nadia"),
            "other" => new Absence(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 27), "zoe"),
            _ => null,
        };
        customers.ChangePerson("nova", "odile", one => one with { Absence = absence });
        customers.ChangePerson("nova", "nadia", one => one with { DelegatedByDirection = false });
        await NothingAsync(life, name, request.DecisionOn("nadia"), "nadia");
    }

    [Theory]
    [InlineData("delegated by direction", "delegation")]
    [InlineData("a substitute on the last of their days", "substitute")]
    public async Task Art_14_who_does_speak_for_direction_is_heard(string name, string how)
    {
        var customers = new ChangingCustomers(Bench.Nova, Bench.Rival);
        await using var life = new Life(customers: customers);
        if (how == "delegation") customers.ChangePerson("nova", "nadia", one => one with { DelegatedByDirection = true });
        else customers.ChangePerson("nova", "odile", one => one with { Absence = new Absence(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 24), "nadia") });
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", "Bonjour,\n\nMerci d'ajouter Zoé Lanoë à la liste de diffusion atelier."));
        Assert.Contains("ApprovalNeeded to nadia@nova.example", await life.NoticesAsync());
        await life.DecideAsync(request.DecisionOn("nadia"));
        Assert.True((await life.StateOfAsync(request)).ApprovedBy == "nadia", name);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_decision_said_on_the_phone_decides_nothing()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.DecideAsync(request.DecisionOn("nadia"), channel: Channel.Phone);
        Assert.Equal((request.Version, null), ((await life.DocumentAsync(request.Id)).Version, (await life.StateOfAsync(request)).ApprovedBy));
    }

    [Fact]
    public async Task While_the_contract_is_suspended_a_yes_starts_nothing()
    {
        var customers = new ChangingCustomers(Bench.Nova, Bench.Rival);
        await using var life = new Life(customers: customers);
        var request = await ApprovalTests.AskedAsync(life);
        customers.Change("nova", one => one with { Subscription = one.Subscription with { Suspended = new Suspension(new DateOnly(2026, 11, 20), "impayé") } });
        await life.DecideAsync(request.DecisionOn("nadia"));
        var state = await life.StateOfAsync(request);
        Assert.Equal((RequestState.OnHold, false), (state.State, state.ClockRuns));
        await life.AddsUpAsync();
    }

    private static async Task ClosedAsync(Life life)
    {
        foreach (var day in (string[])["2026-11-26 09:00", "2026-12-01 09:00", "2026-12-08 09:00"]) await life.PassToAsync(day);
    }

    private static async Task NothingAsync(Life life, string name, LinkDecision decision, string from)
    {
        var before = await life.StoreAsync();
        var row = await life.DecideAsync(decision, from);
        Assert.True(before == await Unanswered(life, row), $"{name}: {row.Reason}");
        Assert.True(row.End is LedgerEnd.Ignored or LedgerEnd.Refused, $"{name}: {row.End}");
        await life.AddsUpAsync();
    }

    /// <summary>The store without what a stranger's message has caused: it is refused, and technicians read it.</summary>
    private static async Task<string> Unanswered(Life life, IntakeRow row) => string.Join('\n', (await life.StoreAsync()).Split('\n').Where(line => !line.StartsWith(row.Key.Value, StringComparison.Ordinal)));
}
