using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>Every act of a technician in every state.</summary>
public sealed class AllowedActsTests
{
    private const string At = "2026-11-25 11:00";

    /// <summary>The columns are the states in their order, draft to closed: x where the act is possible.</summary>
    private static readonly Dictionary<string, string> Printed = new(StringComparer.Ordinal)
    {
        //                  draft, details, approval, technician, quote, hold | accepted, in progress | done, declined, withdrawn, closed
        ["Take"] = "xxxxxx xx ....",
        ["Start"] = "...... x. ....",
        ["Ask"] = ".x.xx. xx ....",
        ["DetailsCame"] = ".x.... .. ....",
        ["ProveIdentity"] = "...x.. .. ....",
        ["NoteApproval"] = "..xx.. .. ....",
        ["Correct"] = "xxxxxx xx ....",
        ["Quote"] = ".x.x.x xx ....",
        ["QuoteAccepted"] = "....x. .. ....",
        ["Hold"] = "...... xx ....",
        ["Resume"] = ".....x .. ....",
        ["PlanVisit"] = "...x.x xx ....",
        ["MoveDue"] = ".....x xx ....",
        ["Complete"] = ".....x xx ....",
        ["Decline"] = "xxxxxx xx ....",
        ["Close"] = "xxxxxx xx xxx.",
        ["Reopen"] = "...... .. xxxx",
        // What the state allows, how far the breach or the right is may still refuse: nothing was started here but by the first.
        ["StartBreach"] = "xxxxxx xx xxxx",
        ["DismissBreach"] = "...... .. ....",
        ["DraftNotice"] = "...... .. ....",
        ["SendNotice"] = "...... .. ....",
        ["NoteNotice"] = "...... .. ....",
        ["MarkDataRole"] = "...... .. ....",
        ["PassOn"] = "...... .. ....",
        ["Reply"] = "xxxxxx xx xxxx",
        ["Note"] = "xxxxxx xx xxxx",
    };

    public static TheoryData<string, RequestState> Pairs()
    {
        var pairs = new TheoryData<string, RequestState>();
        foreach (var act in Printed.Keys)
            foreach (var state in Enum.GetValues<RequestState>()) pairs.Add(act, state);
        return pairs;
    }

    [Fact]
    public void Every_act_is_in_the_table_and_in_the_print()
    {
        var acts = typeof(TechnicianAct).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TechnicianAct))).ToArray();
        Assert.Equal(acts.Select(act => act.Name).Order(StringComparer.Ordinal), Printed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            acts.Select(act => act.Name).Order(StringComparer.Ordinal), AllowedActs.Table.Keys.Select(act => act.Name).Order(StringComparer.Ordinal));
        Assert.All(Printed.Values, row => Assert.Equal(Enum.GetValues<RequestState>().Length, Row(row).Length));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_technician_does_what_the_state_allows_and_nothing_else(string name, RequestState state)
    {
        var before = Life.In(state);
        Assert.Equal(state, before.Now.State);

        var after = before.Does(Act(name, before), At, by: "t2");

        var allowed = Row(Printed[name])[(int)state] == 'x';
        Assert.Equal(allowed ? null : Refusal.NotAllowedNow, after.Last.Refusal);
        Assert.Equal(allowed, !after.Last.Events.IsEmpty);
        if (!allowed) Assert.Same(before.State, after.State);
    }

    [Theory]
    [InlineData(ActorKind.Requester, "ada")]
    [InlineData(ActorKind.Administrator, "bo")]
    [InlineData(ActorKind.Employee, "x")]
    [InlineData(ActorKind.Product, "")]
    [InlineData(ActorKind.Technician, "")]
    public void Nobody_but_a_technician_acts(ActorKind kind, string id)
    {
        var accepted = Life.In(RequestState.Accepted);
        Assert.All(Printed.Keys, name => Assert.Equal(
            Refusal.NotTheirs, accepted.When(new RequestCommand.Act(Paris.At(At), new Actor(kind, id), Act(name, accepted))).Last.Refusal));
    }

    private static string Row(string printed) => printed.Replace(" ", "", StringComparison.Ordinal);

    internal static TechnicianAct Act(string name, Life life) => name switch
    {
        "Take" => new TechnicianAct.Take(),
        "Start" => new TechnicianAct.Start(),
        "Ask" => new TechnicianAct.Ask("q2"),
        "DetailsCame" => new TechnicianAct.DetailsCame(life.Asked),
        "ProveIdentity" => new TechnicianAct.ProveIdentity(life.Asked, new CalledNumber("ada", "0101", A.Day("2026-01-01"))),
        "NoteApproval" => new TechnicianAct.NoteApproval(Granted: true, "bo", life.Asked),
        "Correct" => new TechnicianAct.Correct(A.Whole(IncidentOperations.Help)),
        "Quote" => new TechnicianAct.Quote(),
        "QuoteAccepted" => new TechnicianAct.QuoteAccepted(life.Asked),
        "Hold" => new TechnicianAct.Hold(),
        "Resume" => new TechnicianAct.Resume(life.Asked),
        "PlanVisit" => new TechnicianAct.PlanVisit(Paris.At("2026-12-01 09:00")),
        "MoveDue" => new TechnicianAct.MoveDue(Paris.At("2026-12-01 09:00"), DueReason.SupplierLate),
        "Complete" => new TechnicianAct.Complete(),
        "Decline" => new TechnicianAct.Decline("why"),
        "Close" => new TechnicianAct.Close(),
        "Reopen" => new TechnicianAct.Reopen(life.Asked),
        "StartBreach" => new TechnicianAct.StartBreach(null),
        "DismissBreach" => new TechnicianAct.DismissBreach("why"),
        "DraftNotice" => new TechnicianAct.DraftNotice("n"),
        "SendNotice" => new TechnicianAct.SendNotice("n", ProtectionReader.Contact),
        "NoteNotice" => new TechnicianAct.NoteNotice(Paris.At(At), "n"),
        "MarkDataRole" => new TechnicianAct.MarkDataRole(DataRole.Processor),
        "PassOn" => new TechnicianAct.PassOn("n", ProtectionReader.Contact),
        "Reply" => new TechnicianAct.Reply("r"),
        "Note" => new TechnicianAct.Note("n"),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
