using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Cards.Samples;

/// <summary>Plans of an invented customer, and how far they are: what happened is folded by the real rules.</summary>
internal static class SamplePlans
{
    private static readonly Guid Tenant = new("2e9b83f4-61c7-4d15-8b70-c4f3a0d97b02");
    private static readonly AccountRef Julien = new("julien.tessier@atelier-rive.example", new Guid("3f0b6c52-8a41-4d0e-9a57-1c2d7e94b6aa"));
    private static readonly Actor Hugo = new(ActorKind.Technician, "Hugo Ferrand");
    private static readonly Actor Salome = new(ActorKind.Technician, "Salomé Quint");

    public static DateTimeOffset Drawn { get; } = SampleRequests.Received.AddMinutes(30);

    /// <summary>A new colleague: what costs, what is a technician's, what cannot be undone.</summary>
    public static Plan Arrival { get; } = Of(
        LicenceOperations.Arrival,
        new(new Step.CreateAccount(Julien with { Id = null }, "Julien Tessier", "Julien", "Tessier", "FR", "m"), "none", "exists") { Reversible = true },
        new(new Step.SetLicences(Julien, [new LicenceRef(Guid.Empty, "SPB")], []), "none", "Business Premium") { Reversible = true, Cost = new Cost(20.60m, 12) },
        new(new Step.SetMembership(new GroupRef(Guid.Empty, "Atelier"), Julien, Member: true), "no-member", "member") { Reversible = true },
        new(new Step.ByHand(HandTask.GrantSiteRights, "Plans et devis"), null, null)) with
    {
        Cautions = [Caution.LastSpareLicence, Caution.ShortNotice],
    };

    /// <summary>A colleague who leaves: nothing before the hour.</summary>
    public static Plan Departure { get; } = Of(
        LicenceOperations.Departure,
        new(new Step.SetSignIn(Julien, Allowed: false), "allowed", "blocked") { Reversible = true },
        new(new Step.RevokeSessions(Julien), null, "signed-out"),
        new(new Step.SetMembership(new GroupRef(Guid.Empty, "Atelier"), Julien, Member: false), "member", "no-member") { Reversible = true },
        new(new Step.SetLicences(Julien, [], [new LicenceRef(Guid.Empty, "SPB")]), "Business Premium", "none") { Reversible = true }) with
    {
        Cautions = [Caution.BackupEnds],
        NotBefore = new DateTimeOffset(2026, 12, 18, 17, 0, 0, TimeSpan.Zero),
    };

    /// <summary>What the departure changed, the last change first.</summary>
    public static Plan Back { get; } = Departure with
    {
        Steps =
        [
            Departure.Steps[2] with { Does = ((Step.SetMembership)Departure.Steps[2].Does) with { Member = true }, Before = "no-member", After = "member" },
            Departure.Steps[0] with { Does = ((Step.SetSignIn)Departure.Steps[0].Does) with { Allowed = true }, Before = "blocked", After = "allowed" },
        ],
        Cautions = [],
        NotBefore = null,
    };

    /// <summary>A lost phone: two people.</summary>
    public static Plan Wipe { get; } = Of(
        PhoneOperations.Lost,
        new(new Step.LocateDevice(Phone), null, "located"),
        new(new Step.LockDevice(Phone), null, "locked") { Reversible = true },
        new(new Step.WipeDevice(Phone), null, "wiped") { Destructive = true });

    /// <summary>A forgotten password.</summary>
    public static Plan Password { get; } = Of(LicenceOperations.Password, new PlannedStep(new Step.ResetPassword(Julien), null, "new-password"));

    /// <summary>What cannot be planned as it stands.</summary>
    public static Plan Blocked { get; } = Of(
        LicenceOperations.Assign, new PlannedStep(new Step.SetLicences(Julien, [new LicenceRef(Guid.Empty, "SPB")], []), "none", "Business Premium") { Reversible = true }) with
    {
        Obstacles = [Obstacle.PrivilegedAccount, Obstacle.NoLicenceLeft],
    };

    private static DeviceRef Phone => new("d1", "iPhone de Julien", "iPhone 15", "F4GXK21Q", Julien.Id!.Value);

    /// <summary>What was drawn up, and all that happened since, a minute apart.</summary>
    public static PlanRun Run(Plan plan, params ImmutableArray<ExecutionEvent> happened) => Run(plan, undoes: false, happened);

    /// <summary>The same of a plan that brings back what another one changed.</summary>
    public static PlanRun Run(Plan plan, bool undoes, ImmutableArray<ExecutionEvent> happened)
    {
        var drawn = new ExecutionEvent.Drawn("k", PlanHash.Of(plan), plan.Steps.Length, ApprovalRules.TakesTwo(plan), plan.NotBefore, undoes, Hugo)
        {
            FirstStage = ApprovalRules.FirstStage(plan),
        };
        var at = undoes ? Drawn.AddDays(25) : Drawn;
        var run = ExecutionEvolution.Evolve(null, drawn, at);
        foreach (var one in happened)
        {
            // Art. 13: nothing is applied before the date given.
            at = one is ExecutionEvent.Intended && plan.NotBefore > at ? plan.NotBefore.Value : at.AddMinutes(1);
            run = ExecutionEvolution.Evolve(run, one, at);
        }

        return run;
    }

    /// <summary>One yes, and another one where two are needed.</summary>
    public static ExecutionEvent Yes(bool complete = true, bool second = false) => new ExecutionEvent.Voted("h", second ? Salome : Hugo, second ? "a2" : "a1", complete);

    /// <summary>The second yes to a wipe: for a quarter of an hour it can be called off.</summary>
    public static ExecutionEvent SecondToWipe() => new ExecutionEvent.Voted("h", Salome, "a2", Complete: true) { CancelUntil = Drawn.AddMinutes(23) };

    /// <summary>Steps that were done and read back, in order.</summary>
    public static ImmutableArray<ExecutionEvent> DoneTo(int steps) =>
    [
        .. Enumerable.Range(0, steps).SelectMany(step => (ExecutionEvent[])
            [new ExecutionEvent.Intended(step), new ExecutionEvent.Applied(step, null), new ExecutionEvent.Settled(step, StepEnd.Done, null, Actor.Product)]),
    ];

    /// <summary>A step that waits.</summary>
    public static ImmutableArray<ExecutionEvent> Waits(int step, StepWait why, bool begun = true) =>
    [
        .. begun ? (ExecutionEvent[])[new ExecutionEvent.Intended(step)] : [],
        new ExecutionEvent.Waits(step, why, Drawn.AddHours(1), why is StepWait.CustomerAdministrator ? "code" : null),
    ];

    private static Plan Of(Operation operation, params ImmutableArray<PlannedStep> steps) =>
        new() { CustomerId = "atelier-rive", TenantId = Tenant, OperationId = operation.Id, Steps = steps };
}
