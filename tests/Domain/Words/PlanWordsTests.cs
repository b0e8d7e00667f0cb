using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class PlanWordsTests
{
    private static readonly AccountRef Lea = new("lea@acme.example", null);

    private static readonly LicenceRef Licence = new(Guid.Empty, "SPB");

    private static readonly DeviceRef Device = new("d", "Galaxy", "A55", "S-1", Guid.Empty);

    private static readonly Step[] Steps =
    [
        new Step.CreateAccount(Lea, "Lea B", "Lea", "B", "FR", "m"), new Step.SetManager(Lea, Lea), new Step.SetManager(Lea, null),
        new Step.SetLicences(Lea, [Licence], []), new Step.SetLicences(Lea, [], [Licence]), new Step.SetLicences(Lea, [Licence], [Licence]),
        new Step.SetMembership(new GroupRef(Guid.Empty, "G"), Lea, true), new Step.SetMembership(new GroupRef(Guid.Empty, "G"), Lea, false),
        new Step.SetMembership(new GroupRef(Guid.Empty, StepTarget.All), Lea, false), new Step.SetSignIn(Lea, true), new Step.SetSignIn(Lea, false),
        new Step.RevokeSessions(Lea), new Step.ResetPassword(Lea), new Step.CreateAccessPass(Lea, 60), new Step.SetAbsenceMessage(Lea, "a", null, null),
        new Step.SetAbsenceMessage(Lea, null, null, null), new Step.SetRedirection(Lea, Lea, "r"), new Step.SetRedirection(Lea, null, "r"),
        new Step.SetMailboxLanguage(Lea, "fr-FR", "z"), new Step.RestoreFileVersion(new FileVersionRef("", "", "", "/a", A.Tuesday)),
        new Step.LocateDevice(Device), new Step.LockDevice(Device), new Step.WipeDevice(Device), new Step.RetireDevice(Device), new Step.DeleteAccount(Lea),
        .. Enum.GetValues<HandTask>().Select(task => new Step.ByHand(task, "x")),
    ];

    [Fact]
    public void Every_kind_of_step_has_its_own_words_in_both_languages()
    {
        Assert.Equal(StepFacts.All.Length, Steps.Select(step => step.GetType()).Distinct().Count());
        Assert.All(Steps, step => Bilingual.Check(PlanWords.Say(step)));
        Assert.Equal(Steps.Length, Steps.Select(step => PlanWords.Say(step).Fr).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_obstacle_caution_and_refusal_has_a_sentence()
    {
        Label[] all =
        [
            .. Enum.GetValues<Obstacle>().Select(obstacle => obstacle.Say()), .. Enum.GetValues<Caution>().Select(caution => caution.Say()),
            .. Enum.GetValues<ApprovalRefusal>().Select(refusal => refusal.Say()),
        ];
        Assert.All(all, Bilingual.Check);
        Assert.All(all, label => Assert.EndsWith(".", label.Fr, StringComparison.Ordinal));
        Assert.Equal(all.Length, all.Select(label => label.Fr).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_value_that_is_no_name_has_words()
    {
        var values = typeof(StepValues).GetFields().Select(field => (string)field.GetValue(null)!).ToArray();
        Assert.True(values.Length > 10);
        Assert.All(values, value => Bilingual.Check(PlanValues.Of(value)!));
        Assert.Null(PlanValues.Of("lea@acme.example"));
    }

    [Fact]
    public void A_step_is_said_with_its_target_and_its_marks()
    {
        var wipe = new PlannedStep(new Step.WipeDevice(Device), null, StepValues.Wiped) { Destructive = true };
        Assert.Equal("Effacement complet de l’appareil\u00A0: Galaxy, A55, S-1 (irréversible, destruction de données)", PlanWords.Line(wipe, Language.French));
        Assert.Equal("Complete wipe of the device: Galaxy, A55, S-1 (cannot be undone, destroys data)", PlanWords.Line(wipe, Language.English));
        var block = new PlannedStep(new Step.SetSignIn(Lea, false), StepValues.Allowed, StepValues.Blocked) { Reversible = true };
        Assert.Equal("Blocage de la connexion\u00A0: lea@acme.example", PlanWords.Line(block, Language.French));
        Assert.Equal("connexion autorisée → connexion bloquée", PlanWords.Change(block, Language.French));
        Assert.Equal("may sign in → may not sign in", PlanWords.Change(block, Language.English));
        Assert.EndsWith("(à faire par un technicien)", PlanWords.Line(new PlannedStep(new Step.ByHand(HandTask.BuyLicences, "SPB"), null, null), Language.French), StringComparison.Ordinal);
        Assert.EndsWith("(irréversible)", PlanWords.Line(new PlannedStep(new Step.ResetPassword(Lea), null, null), Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_one_harmless_line_and_nothing_to_compare_is_nothing()
    {
        var hostile = new PlannedStep(new Step.ByHand(HandTask.FollowProcedure, "a\n\u202Eb"), null, "x\r\ny");
        Assert.DoesNotContain('\n', PlanWords.Line(hostile, Language.French));
        Assert.Equal("→ x  y", PlanWords.Change(hostile, Language.French));
        Assert.Null(PlanWords.Change(hostile with { After = null }, Language.French));
        Assert.Equal("rien", PlanWords.Change(hostile with { Before = StepValues.None, After = null }, Language.French));
    }

    [Fact]
    public void A_price_is_said_by_the_month_and_in_all()
    {
        Assert.Equal("22,00\u00A0€ par mois × 12\u00A0mois, soit 264,00\u00A0€\u00A0HT", PlanWords.Say(new Cost(22m, 12), Language.French));
        Assert.Equal("€22.00 a month × 12\u00A0months, that is €264.00 before tax", PlanWords.Say(new Cost(22m, 12), Language.English));
        Assert.Equal("120,50\u00A0€ par mois × 36\u00A0mois, soit 4\u202F338,00\u00A0€\u00A0HT", PlanWords.Say(new Cost(120.5m, 36), Language.French));
    }
}
