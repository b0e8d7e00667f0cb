using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Cards.Tests.Official;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests;

/// <summary>Whatever a person writes shows as it was written, and does nothing: no link, no mention, no function, in every place where it can stand.</summary>
public sealed class InjectionTests
{
    [Fact]
    public void There_are_many_payloads() => Assert.True(Payloads.All.Distinct(StringComparer.Ordinal).Count() >= 50);

    [Fact]
    public void No_payload_becomes_anything_in_the_official_renderer()
    {
        var cards = Payloads.All.SelectMany((payload, i) => Every(payload).Select((card, j) => ($"{i:D3}-{j}", Json: CardJson.Write(card)))).ToImmutableArray();
        foreach (var (name, found) in NodeCheck.Run(cards))
        {
            Assert.True(found.Problems.IsEmpty, $"{name}: {string.Join(", ", found.Problems)}");
            Assert.True((found.Links, found.Mentions) == (0, 0), $"{name}: {found.Text}");
        }
    }

    [Fact]
    public void A_payload_shows_as_it_was_written()
    {
        string[] shown = ["[Approuver](https://evil.example)", "**important**", "<at>Tous</at>", "${reference}", "{{DATE(2026-11-24T14:10:00Z,SHORT)}}", "1. un", "# Titre", "a\\", "&lt;at&gt;Tous&lt;/at&gt;"];
        var found = NodeCheck.Run(shown.Select((payload, i) => ($"{i:D2}", CardJson.Write(Technician(payload)))));
        Assert.All(shown.Select((payload, i) => (payload, Text: found[$"{i:D2}"].Text.Replace("\u2060", "", StringComparison.Ordinal))),
            pair => Assert.Contains(pair.payload, pair.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void No_payload_leaves_a_function_a_tag_or_a_hidden_character_in_the_json() => Assert.All(Payloads.All.SelectMany(Every), card =>
    {
        var texts = Texts.Of(card).ToArray();
        Assert.All(texts, text => Assert.DoesNotContain("${", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("{{", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("](", text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("<at", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, text => Assert.DoesNotContain(text, character => char.IsControl(character) || character is '\u202E' or '\u2028'));
        Assert.Empty(Lint.Of(CardJson.Write(card)));
    });

    private static IEnumerable<AdaptiveCard> Every(string payload) =>
    [
        Technician(payload),
        CustomerCards.Answer(new AnswerCardView(new Notice
        {
            Kind = NoticeKind.ApprovalNeeded, Requests = [Request with { About = payload }], AskedBy = payload, AskedByAddress = payload, Said = payload, Greeting = payload,
        }.Say())
        { Banner = CardBanner.AlreadyDone(payload, Request.ReceivedAt, Language.French) }),
        CustomerCards.Answer(new AnswerCardView(new Notice { Kind = NoticeKind.Reply, Requests = [Request with { About = payload }], Said = payload, Greeting = payload }.Say())),
        TechnicianCards.Queue(new QueueCardView(QueueKind.Queue, [new("SI-7K3M-9QXA", "Titre", payload, "En cours", StateTone.Good) { TakenBy = payload }])),
        TechnicianCards.Alert(new AlertCardView(new TechnicianAlert("abstained", payload, [Request with { About = payload }], new("k"), Request.ReceivedAt).Say(Language.French))),
    ];

    private static AdaptiveCard Technician(string payload) => TechnicianCards.Request(new TechnicianCardView
    {
        Reference = "SI-7K3M-9QXA",
        Title = "Titre",
        Customer = payload,
        Level = "Premium",
        AskedBy = payload,
        About = payload,
        Account = payload,
        Attachments = [payload, payload],
        Channel = "par mail",
        ReceivedAt = "hier",
        State = "En cours",
        TakenBy = payload,
        Facts = [new("À lire", payload)],
        Excerpt = payload,
        History = [new("hier", payload)],
        Acts = [new(new("0123456789abcdef0123456789abcdef", CardVerb.Approve), "Noter l’accord", "Cela suit.") { Persons = [new("p1", payload)] }],
    });

    private static AnsweredRequest Request { get; } = SiOne.Bot.Cards.Samples.SampleRequests.Of(LicenceOperations.Assign);
}
