using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>The closed lists that technicians read: each member in both languages, none twice.</summary>
public sealed class TechnicianWordsTests
{
    [Fact]
    public void Every_state_has_a_name_of_its_own() => Distinct(Enum.GetValues<RequestState>().Select(state => state.Name()));

    [Theory]
    [InlineData(RequestState.Draft, "Brouillon", "Draft")]
    [InlineData(RequestState.WaitingForTechnician, "Attend un technicien", "Waiting for a technician")]
    [InlineData(RequestState.ToBeQuoted, "Devis à préparer", "Quote to be prepared")]
    [InlineData(RequestState.Accepted, "Prise en charge", "Accepted")]
    [InlineData(RequestState.Withdrawn, "Annulée", "Withdrawn")]
    public void A_state_is_said(RequestState state, string french, string english) => Assert.Equal(new Label(french, english), state.Name());

    [Fact]
    public void What_a_request_waits_for_is_said_wherever_it_stands() =>
        Distinct(Enum.GetValues<RequestState>().Select(state => In(state).WaitsFor()));

    [Theory]
    [InlineData(RequestState.WaitingForTechnician, false, Verdict.ProveIdentity, "call the requester back")]
    [InlineData(RequestState.WaitingForTechnician, true, Verdict.ProveIdentity, "sort it")]
    [InlineData(RequestState.WaitingForTechnician, false, Verdict.Accepted, "look at it")]
    [InlineData(RequestState.OnHold, false, Verdict.Suspended, "suspension")]
    [InlineData(RequestState.OnHold, false, Verdict.Accepted, "supplier")]
    public void The_reason_of_the_wait_is_told(RequestState state, bool abstained, Verdict verdict, string said)
    {
        var waits = (In(state) with { Abstained = abstained, Verdict = verdict }).WaitsFor();
        Assert.Contains(said, waits.En, StringComparison.Ordinal);
        Bilingual.Check(waits);
    }

    [Fact]
    public void Whose_yes_is_needed_depends_on_the_operation()
    {
        var directionOnly = AllOperations.List.First(operation => operation.Asker is Asker.Direction);
        var waiting = In(RequestState.WaitingForApproval) with { OperationId = directionOnly.Id };
        Assert.Contains("article 14", waiting.WaitsFor().Fr, StringComparison.Ordinal);
        Bilingual.Check(waiting.WaitsFor());
        Assert.DoesNotContain("article", In(RequestState.WaitingForApproval).WaitsFor().Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_reasons_escalations_and_channels_are_said()
    {
        Distinct(Enum.GetValues<Verdict>().Select(verdict => verdict.Decided()));
        Distinct(Enum.GetValues<DueReason>().Select(reason => reason.Name()));
        Distinct(Enum.GetValues<Escalation>().Select(escalation => escalation.Name()));
        Distinct(Enum.GetValues<Channel>().Select(channel => channel.Way()));
    }

    [Fact]
    public void Every_refusal_is_told_and_so_is_what_is_missing()
    {
        foreach (var refusal in Enum.GetValues<Refusal>()) Bilingual.Check(refusal.Say());
        Distinct([RefusalWords.Contended, RefusalWords.Incomplete]);
    }

    [Theory]
    [InlineData(0, "reste moins d’une heure de service", "less than one service hour left")]
    [InlineData(59, "reste moins d’une heure de service", "less than one service hour left")]
    [InlineData(60, "reste 1 h de service", "1 service hour left")]
    [InlineData(119, "reste 1 h de service", "1 service hour left")]
    [InlineData(2_470, "reste 41 h de service", "41 service hours left")]
    public void What_is_left_is_never_more_than_there_is(int minutes, string french, string english)
    {
        var left = LeftWords.Of(TimeSpan.FromMinutes(minutes));
        Assert.Equal((french, english), (Told.Plain(Typography.Set(left, Language.French)), Typography.Set(left, Language.English)));
        Distinct([left, LeftWords.Overdue]);
    }

    private static void Distinct(IEnumerable<Label> labels)
    {
        var all = labels.ToArray();
        Assert.All(all, Bilingual.Check);
        Assert.Distinct(all.Select(label => label.Fr), StringComparer.Ordinal);
        Assert.Distinct(all.Select(label => label.En), StringComparer.Ordinal);
    }

    private static Request In(RequestState state) => new()
    {
        Reference = new("SI-7K3M-9QXA"),
        Conversation = new("c1"),
        Intake = new("f.1"),
        CustomerId = "acme",
        Channel = Channel.Mail,
        ReceivedAt = Told.Received,
        OperationId = MailboxOperations.Create.Id,
        State = state,
    };
}
