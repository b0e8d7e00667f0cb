using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Technicians;

public sealed class RequestCardTests
{
    private static readonly SampleCard Sample = new("request", (_, _) => throw new InvalidOperationException());

    private static TechnicianCardView View { get; } = new()
    {
        Reference = "SI-7K3M-9QXA",
        Title = "Titre",
        Customer = "Acme",
        Level = "Premium",
        AskedBy = "Ada",
        Channel = "par mail",
        ReceivedAt = "hier",
        State = "En cours",
    };

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(4, 4, false)]
    [InlineData(5, 3, true)]
    [InlineData(20, 3, true)]
    public void The_first_acts_are_buttons_and_the_rest_stands_behind_one_more(int acts, int shown, bool more)
    {
        var verbs = Enum.GetValues<CardVerb>().Where(verb => verb.Readers() is CardReaders.Technicians).Take(acts);
        var card = TechnicianCards.Request(View with { Acts = [.. verbs.Select(verb => new CardAct(Sample.Action(verb), verb.ToString(), "Cela suit."))] });
        var buttons = card.Body.OfType<ActionSet>().SelectMany(set => set.Actions).ToArray();
        Assert.Equal(shown, buttons.Count(button => button is not ActionToggleVisibility));
        Assert.Equal(more, buttons.OfType<ActionToggleVisibility>().Any());
        var hidden = card.Body.OfType<Container>().SingleOrDefault(container => container.IsVisible is false);
        Assert.Equal(acts - shown, hidden?.Items.OfType<ActionSet>().Sum(set => set.Actions.Length) ?? 0);
    }

    [Fact]
    public void An_act_that_needs_something_asks_for_it_and_sends_it()
    {
        var act = new CardAct(Sample.Action(CardVerb.MoveDue), "Déplacer la date", "Il suit cela.") { At = "Nouvelle date", Reasons = [new("Mistake", "Erreur")] };
        var form = Assert.IsType<ActionShowCard>(Assert.Single(Sets(View with { Acts = [act] })));
        Assert.Equal(
            [CardInput.Date.Id(act.Action), CardInput.Time.Id(act.Action), CardInput.Reason.Id(act.Action)],
            form.Card.Body.OfType<InputElement>().Select(input => input.Id));
        Assert.All(form.Card.Body.OfType<InputElement>(), input => Assert.True(input.IsRequired));
        Assert.Null(Assert.IsType<ActionExecute>(Assert.Single(form.Card.Body.OfType<ActionSet>().Single().Actions)).AssociatedInputs);
    }

    [Fact]
    public void Closing_without_a_word_is_asked_about_first() => Assert.IsType<ActionShowCard>(Assert.Single(
        Sets(View with { Acts = [new CardAct(Sample.Action(CardVerb.Close), "Clore", "Sans un mot.")] })));

    [Theory]
    [InlineData(true, ", identité vérifiée")]
    [InlineData(false, ", identité NON vérifiée")]
    public void It_is_said_whether_who_asks_is_proven(bool proven, string said) =>
        Assert.Contains("Ada" + said, Texts.Of(TechnicianCards.Request(View with { Proven = proven })));

    [Theory]
    [InlineData(Language.French, "URGENCE")]
    [InlineData(Language.English, "EMERGENCY")]
    public void An_emergency_says_so_first(Language language, string word)
    {
        var card = TechnicianCards.Request(View with { Emergency = true, Language = language });
        Assert.StartsWith(word, card.FallbackText, StringComparison.Ordinal);
        var head = Assert.IsType<Container>(card.Body[0]);
        Assert.Equal((ContainerStyle.Attention, word), (head.Style, Assert.IsType<TextBlock>(head.Items[0]).Text));
    }

    [Fact]
    public void A_guess_is_called_one() => Assert.Contains("Titre (hypothèse)", Texts.Of(TechnicianCards.Request(View with { Abstained = true })));

    [Fact]
    public void Nothing_that_is_unknown_is_shown_empty()
    {
        var texts = Texts.Of(TechnicianCards.Request(View with { AskedBy = null })).ToArray();
        Assert.DoesNotContain("Demandé par", texts);
        Assert.DoesNotContain("Échéance", texts);
        Assert.DoesNotContain("Texte du client", texts);
        Assert.Contains("personne", texts);
    }

    private static IEnumerable<AdaptiveAction> Sets(TechnicianCardView view) =>
        TechnicianCards.Request(view).Body.OfType<ActionSet>().SelectMany(set => set.Actions);
}
