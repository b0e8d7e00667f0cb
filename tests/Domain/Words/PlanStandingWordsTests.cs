using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>A plan for technicians, and what whoever asked reads of it.</summary>
public sealed class PlanStandingWordsTests
{
    private static readonly AccountRef Lea = new("lea@acme.example", Guid.NewGuid());
    private static readonly Actor Ines = new(ActorKind.Technician, "Inès");
    private static readonly ExecutionEvent Yes = new ExecutionEvent.Voted("h", Ines, "a", Complete: true);

    private static readonly Plan Plan = new()
    {
        CustomerId = "acme",
        TenantId = Guid.NewGuid(),
        OperationId = "licence.departure",
        Steps =
        [
            new PlannedStep(new Step.SetSignIn(Lea, Allowed: false), StepValues.Allowed, StepValues.Blocked) { Reversible = true },
            new PlannedStep(new Step.SetLicences(Lea, [], [new LicenceRef(Guid.Empty, "SPB")]), "SPB-SECRET", StepValues.None) { Reversible = true },
        ],
        Cautions = [Caution.BackupEnds],
    };

    public static TheoryData<string, ExecutionEvent[], string> Titles => new()
    {
        { "drawn", [], "Plan à approuver" },
        { "approved", [Yes], "Plan en cours d’exécution" },
        { "halted", [Yes, new ExecutionEvent.Halted(0, "gone")], "Plan arrêté" },
        { "dropped", [new ExecutionEvent.Dropped("refused", Ines)], "Plan abandonné" },
        { "done", [Yes, Settled(0), Settled(1), new ExecutionEvent.Ended()], "Plan exécuté et relu" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Its_title_says_where_it_stands(string name, ExecutionEvent[] happened, string title)
    {
        Assert.NotEmpty(name);
        Assert.Equal(title, Say(happened).Title);
        Bilingual.French(Say(happened).Title);
        Bilingual.English(Say(happened, Language.English).Title);
    }

    [Fact]
    public void A_step_is_said_to_be_done_only_once_it_was_read_back()
    {
        string?[] states =
        [
            .. new ExecutionEvent[][] { [Yes], [Yes, new ExecutionEvent.Intended(0)], [Yes, new ExecutionEvent.Intended(0), new ExecutionEvent.Applied(0, null)], [Yes, Settled(0)] }
                .Select(happened => Say(happened).Steps[0].State),
        ];
        Assert.DoesNotContain(states[..3], state => state!.StartsWith("fait", StringComparison.Ordinal));
        Assert.StartsWith("fait et relu, 24/11/2026", states[3], StringComparison.Ordinal);
        Assert.Null(Say([]).Steps[0].State);
    }

    [Fact]
    public void Only_the_step_that_stands_is_stopped()
    {
        var words = Say([Yes, Settled(0), new ExecutionEvent.Halted(1, "renamed")]);
        Assert.Equal([PlanTone.Good, PlanTone.Stop], words.Steps.Select(step => step.Tone));
        Assert.Equal("Arrêté : le compte a été renommé depuis l’approbation.", words.Stopped!.Replace('\u00A0', ' '));
    }

    [Fact]
    public void A_plan_with_obstacles_says_them_and_asks_for_no_word()
    {
        var words = new PlanStanding { Plan = Plan with { Obstacles = [Obstacle.PrivilegedAccount] } }.Say();
        Assert.Equal("Ce compte a un rôle d’administration : il se traite à part.", Assert.Single(words.Obstacles).Replace('\u00A0', ' '));
        Assert.Null(words.Confirmation);
    }

    [Fact]
    public void Cautions_are_for_who_approves()
    {
        Assert.Single(Say([]).Cautions);
        Assert.Empty(Say([Yes]).Cautions);
    }

    [Fact]
    public void Who_asked_reads_steps_and_approval_and_no_value()
    {
        var work = Work([Yes, Settled(0)])!;
        Assert.Equal(
            ["Fait : blocage de la connexion (lea@acme.example)", "À venir : libération des licences (lea@acme.example)"],
            work.Lines.Select(line => line.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ')));
        Assert.StartsWith("Approuvé par Inès, le mardi 24", Assert.Single(work.Approved), StringComparison.Ordinal);
        Assert.DoesNotContain(work.Lines, line => line.Contains("SPB", StringComparison.Ordinal));
        Assert.Equal("Ce qui a été fait", Work([Yes, Settled(0), Settled(1), new ExecutionEvent.Ended()])!.Label);
    }

    [Fact]
    public void Nothing_is_told_before_the_yes_after_a_no_or_to_who_may_not_know()
    {
        Assert.Null(Work([]));
        Assert.Null(Work([new ExecutionEvent.Dropped("refused", Ines)]));
        Assert.Null(Work([Yes], withheld: true));
    }

    [Fact]
    public void An_account_without_a_name_is_a_technician()
    {
        var work = Work([new ExecutionEvent.Voted("h", new Actor(ActorKind.Technician, Guid.NewGuid().ToString("D")), "a", Complete: true)])!;
        Assert.StartsWith("Approuvé par un technicien, ", Assert.Single(work.Approved), StringComparison.Ordinal);
    }

    private static ExecutionEvent.Settled Settled(int step) => new(step, StepEnd.Done, null, Actor.Product);

    private static PlanRun Run(ExecutionEvent[] happened)
    {
        var at = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        var run = ExecutionEvolution.Evolve(null, new ExecutionEvent.Drawn("k", PlanHash.Of(Plan), Plan.Steps.Length, false, null, false, Ines), at);
        return happened.Aggregate(run, (state, one) => ExecutionEvolution.Evolve(state, one, at = at.AddMinutes(1)));
    }

    private static WordedPlan Say(ExecutionEvent[] happened, Language language = Language.French) =>
        new PlanStanding { Plan = Plan, Run = Run(happened), Language = language }.Say();

    private static WordedWork? Work(ExecutionEvent[] happened, bool withheld = false)
    {
        var request = new AnsweredRequest
        {
            Reference = new RequestReference("SI-7K3M-9QXA"),
            OperationId = "licence.departure",
            ReceivedAt = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero),
            Verdict = Domain.Contract.Verdict.Accepted,
            DetailsWithheld = withheld,
            Work = WorkReport.Of(Plan, Run(happened)),
        };
        return new Standing { Request = request, State = happened is [.., ExecutionEvent.Ended] ? RequestState.Done : RequestState.InProgress }.Say().Requests[0].Work;
    }
}
