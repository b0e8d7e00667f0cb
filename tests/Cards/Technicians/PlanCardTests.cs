using System.Collections.Immutable;
using System.Globalization;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Technicians;

/// <summary>What is approved is on the card, whole; what is asked for is asked where it stands.</summary>
public sealed class PlanCardTests
{
    private static readonly SampleCard Sample = new("plan", (_, _) => throw new InvalidOperationException());

    [Fact]
    public void Every_step_stands_above_the_yes_with_values_marks_cost_and_cautions()
    {
        var texts = Texts.Of(Card(SamplePlans.Arrival, SamplePlans.Run(SamplePlans.Arrival), CardVerb.ApprovePlan)).Select(Plain).ToList();
        string[] wanted =
        [
            "1. Création du compte, mot de passe à changer à la première connexion : julien.tessier@atelier-rive.example", "rien → compte actif",
            "2. Attribution de la licence : julien.tessier@atelier-rive.example", "20,60 € par mois × 12 mois, soit 247,20 € HT",
            "4. Droits d’accès au site : Plans et devis (à faire par un technicien)", "À savoir avant d’approuver", "À approuver avant le mercredi 25 novembre 2026 à 14 h 40", "Approuver",
        ];
        Assert.Equal(wanted, wanted.OrderBy(texts.IndexOf));
        Assert.All(wanted, text => Assert.Contains(text, texts));
    }

    [Fact]
    public void A_plan_too_long_for_a_card_is_not_approved_on_it()
    {
        foreach (var count in (int[])[10, 30, 60, 120, 400])
        {
            var plan = SamplePlans.Departure with
            {
                Steps = [.. Enumerable.Range(1, count).Select(i => new PlannedStep(
                    new Step.SetMembership(new GroupRef(Guid.Empty, $"Équipe {i.ToString(CultureInfo.InvariantCulture)}"), new AccountRef("julien.tessier@atelier-rive.example", null), false), "member", "no-member"))],
            };
            var card = Card(plan, SamplePlans.Run(plan), CardVerb.ApprovePlan);
            var texts = Texts.Of(card).Select(Plain).ToArray();
            Assert.True(CardJson.SizeOf(card) <= CardFit.MaxBytes);
            var whole = Enumerable.Range(1, count).All(i => texts.Any(text => text.Contains($"Équipe {i.ToString(CultureInfo.InvariantCulture)} ", StringComparison.Ordinal)));
            Assert.True(whole || !texts.Contains("Approuver"), $"{count} steps");
            Assert.True(whole || count > 30, $"{count} steps");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_what_takes_two_people_asks_for_a_word(bool two)
    {
        var plan = two ? SamplePlans.Wipe : SamplePlans.Arrival;
        var card = Card(plan, SamplePlans.Run(plan), CardVerb.ApprovePlan);
        var button = Assert.Single(card.Body.OfType<ActionSet>().SelectMany(set => set.Actions), action => action.Title == "Approuver");
        Assert.Equal(two, button is ActionShowCard);
        if (button is not ActionShowCard form) return;
        var input = Assert.Single(form.Card.Body.OfType<InputText>());
        Assert.True(input.IsRequired);
        Assert.Equal(CardInput.Confirmation.Id(Sample.Action(CardVerb.ApprovePlan)), input.Id);
        Assert.Contains("F4GXK21Q", Texts.Of(card).Single(text => text.Contains("recopiez", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_of_two_yeses_is_shown_with_its_name_and_hour()
    {
        var texts = Texts.Of(Card(SamplePlans.Wipe, SamplePlans.Run(SamplePlans.Wipe, SamplePlans.Yes(complete: false)), CardVerb.ApprovePlan)).Select(Plain).ToArray();
        Assert.Contains("Effacement à approuver par une seconde personne", texts);
        Assert.Contains("Approuvé par Hugo Ferrand, 24/11/2026 14:41", texts);
        Assert.Contains("Attend une seconde approbation", texts);
        Assert.Contains(texts, text => text.Contains("recopiez", StringComparison.Ordinal));
    }

    [Fact]
    public void E63_A_wipe_that_can_be_called_off_says_until_when_in_Paris_and_has_the_button()
    {
        var run = SamplePlans.Run(SamplePlans.Wipe, [SamplePlans.Yes(complete: false), .. SamplePlans.DoneTo(2), SamplePlans.SecondToWipe()]);
        var card = Card(SamplePlans.Wipe, run, CardVerb.CallOffWipe);
        var texts = Texts.Of(card).Select(Plain).ToArray();
        Assert.Contains("Effacement approuvé, encore annulable", texts);
        Assert.Contains("À venir, annulable avant le 24/11/2026 15:03", texts);
        Assert.Contains(texts, text => text.StartsWith("L’effacement ne commence pas, et peut être annulé, avant le mardi 24", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.Contains("recopiez", StringComparison.Ordinal));
        Assert.Single(card.Body.OfType<ActionSet>().SelectMany(set => set.Actions), action => action.Title == "Annuler l’effacement");
    }

    [Fact]
    public void The_button_that_ticks_off_stands_under_the_step_that_stands()
    {
        var run = SamplePlans.Run(SamplePlans.Arrival, [SamplePlans.Yes(), .. SamplePlans.DoneTo(3), .. SamplePlans.Waits(3, StepWait.Technician, begun: false)]);
        var card = Card(SamplePlans.Arrival, run, CardVerb.TickStep);
        var steps = card.Body.OfType<Container>().Last(container => container.Separator is true).Items.OfType<Container>().ToArray();
        Assert.Equal([false, false, false, true], steps.Select(step => step.Items.OfType<ActionSet>().Any()));
    }

    [Fact]
    public void To_undo_is_asked_about_first()
    {
        var run = SamplePlans.Run(SamplePlans.Departure, [SamplePlans.Yes(), .. SamplePlans.DoneTo(4), new ExecutionEvent.Ended()]);
        Assert.IsType<ActionShowCard>(Assert.Single(Card(SamplePlans.Departure, run, CardVerb.UndoPlan).Body.OfType<ActionSet>().SelectMany(set => set.Actions)));
    }

    [Fact]
    public void A_hostile_name_in_a_target_does_nothing()
    {
        var plan = SamplePlans.Departure with
        {
            Steps = [new PlannedStep(new Step.SetMembership(new GroupRef(Guid.Empty, "[ici](https://mal.example) **gras** <at>x</at>\n1. Faux"), new AccountRef("a@b.example", null), false), null, null)],
        };
        var line = Texts.Of(Card(plan, SamplePlans.Run(plan), CardVerb.ApprovePlan)).Single(text => text.Contains("ici", StringComparison.Ordinal));
        Assert.DoesNotContain("](", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", line, StringComparison.Ordinal);
        Assert.Contains("\\*\\*gras", line, StringComparison.Ordinal);
    }

    private static AdaptiveCard Card(Plan plan, PlanRun run, params ImmutableArray<CardVerb> verbs)
    {
        var acts = verbs.Select(verb => SampleActs.OfPlan(Sample, verb, Language.French, exists: true)).ToImmutableArray();
        return TechnicianCards.Request(new TechnicianCardView
        {
            Reference = "SI-7K3M-9QXA",
            Title = "Titre",
            Customer = "Acme",
            Level = "Premium",
            Channel = "par mail",
            ReceivedAt = "hier",
            State = Typography.Set(RequestState.Accepted.Name(), Language.French),
            Plan = new PlanCardView(new PlanStanding { Plan = plan, Run = run }.Say())
            {
                Acts = acts.RemoveAll(act => act.Action.Verb is CardVerb.TickStep),
                Tick = acts.FirstOrDefault(act => act.Action.Verb is CardVerb.TickStep),
            },
        });
    }

    private static string Plain(string text) =>
        text.Replace("\u2060", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\\", "", StringComparison.Ordinal);
}
