using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests;

public sealed class CardSizeTests
{
    // The most costly letter that is written: six bytes escaped, with a backslash before it.
    private static readonly string Costly = new('<', 5_000);

    [Fact]
    public void A_card_that_fits_is_whole()
    {
        var texts = Texts.Of(TechnicianCards.Request(Request("court", history: 2)));
        Assert.DoesNotContain(texts, text => text.StartsWith("Cette carte est abrégée", StringComparison.Ordinal));
        Assert.Contains("Historique", texts);
    }

    [Fact]
    public void The_history_goes_first_and_the_card_says_so()
    {
        var texts = Texts.Of(TechnicianCards.Request(Request("court", history: 30, line: 250))).ToArray();
        Assert.DoesNotContain("Historique", texts);
        Assert.Contains("Texte du client", texts);
        Assert.Contains(texts, text => text.StartsWith("Cette carte est abrégée", StringComparison.Ordinal));
    }

    [Fact]
    public void The_customers_words_go_before_what_can_be_done()
    {
        var card = TechnicianCards.Request(Request(Costly, history: 2) with { Findings = [.. Enumerable.Repeat(new CardFinding("article 14", new string('é', 900)), 8)] });
        var texts = Texts.Of(card).ToArray();
        Assert.DoesNotContain("Texte du client", texts);
        Assert.Contains("Commencer", texts);
        Assert.Empty(Lint.Of(CardJson.Write(card)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(200)]
    public void Nothing_makes_a_card_too_large(int count)
    {
        var answered = SampleRequests.Of(LicenceOperations.Departure) with { About = Costly };
        var requests = Enumerable.Range(0, count).Select(i => answered with { Reference = new($"SI-0000-{i:D4}") }).ToImmutableArray();
        var actions = new SampleCard("large", (_, _) => throw new InvalidOperationException());
        AdaptiveCard[] cards =
        [
            CustomerCards.Answer(new AnswerCardView(new Answer { Requests = requests, SecretReceived = true }.Say() with { Said = new WordedSaid("Dit", [Costly, Costly]) })
            {
                Buttons = [.. requests.Select(request => new RequestButtons(request.Reference.Value,
                    [actions.Action(CardVerb.GiveDetails, request.Reference.Value), actions.Action(CardVerb.CorrectRequest, request.Reference.Value), actions.Action(CardVerb.Withdraw, request.Reference.Value)])
                {
                    Fields = FormFields.Of(request),
                })],
            }),
            CustomerCards.StatusList(new StatusListView(Language.French, [.. requests.Select(request => new StatusLine(request.Reference.Value, Costly, Costly, Tone.Done) { Due = Costly })])),
            TechnicianCards.Queue(new QueueCardView(QueueKind.Queue, [.. requests.Select(request => new QueueLine(request.Reference.Value, Costly, Costly, "x", StateTone.Good) { TakenBy = Costly, Due = Costly })])),
            TechnicianCards.Alert(new AlertCardView(new TechnicianAlert("untaken", Costly, requests, new("k"), answered.ReceivedAt).Say(Language.French))),
            TechnicianCards.Request(Request(Costly, count, 300, Costly)),
        ];
        Assert.All(cards, card => Assert.InRange(CardJson.SizeOf(card), 1, CardFit.MaxBytes));
        Assert.All(cards, card => Assert.Empty(Lint.Of(CardJson.Write(card))));
    }

    private static TechnicianCardView Request(string excerpt, int history, int line = 20, string? name = null)
    {
        var actions = new SampleCard("request", (_, _) => throw new InvalidOperationException());
        return new TechnicianCardView
        {
            Reference = "SI-7K3M-9QXA",
            Title = name ?? "Titre",
            Customer = name ?? "Acme",
            Level = "Premium",
            AskedBy = name,
            About = name,
            Account = name,
            Attachments = [.. Enumerable.Repeat(name ?? "a.txt", 20)],
            Channel = "par mail",
            ReceivedAt = "hier",
            State = "En cours",
            TakenBy = name,
            Excerpt = excerpt,
            Due = "demain",
            Left = "reste 3 h",
            Facts = [.. Enumerable.Repeat(new CardFact("Fait", name ?? "court"), name is null ? 1 : history)],
            Findings = [.. Enumerable.Repeat(new CardFinding("article 14", name ?? "Une phrase."), name is null ? 1 : history)],
            History = [.. Enumerable.Range(0, history).Select(_ => new CardHistory("hier", new string('é', line)))],
            Acts =
            [
                .. Enum.GetValues<CardVerb>().Where(verb => verb.Readers() is CardReaders.Technicians).Prepend(CardVerb.Start).Distinct().Select(verb =>
                    new CardAct(actions.Action(verb), verb is CardVerb.Start ? "Commencer" : "Agir", "Cela suit.") { Text = verb is CardVerb.Reply or CardVerb.Note ? "Texte" : null }),
            ],
        };
    }
}
