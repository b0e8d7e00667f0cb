using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Cards.Model;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Customers;

public sealed class AnswerCardTests
{
    private static readonly SampleCard Sample = new("answer", (_, _) => throw new InvalidOperationException());
    private static readonly AnsweredRequest Licence = SampleRequests.Of(LicenceOperations.Assign, person: "Julien Tessier");

    [Fact]
    public void The_card_says_what_the_words_say_and_in_their_order()
    {
        var words = SampleRequests.Answer(Language.French, Licence).Say();
        var request = words.Requests[0];
        var texts = Texts.Of(CustomerCards.Answer(new AnswerCardView(words))).ToList();
        string[] said = [words.Opening, request.Reference, request.Status, request.Title, request.Facts[0], request.Promise!.Line, request.Steps[0], words.Closing!];
        Assert.Equal(said.Select(sentence => texts.IndexOf(sentence)).Order(), said.Select(sentence => texts.IndexOf(sentence)));
        Assert.All(said, sentence => Assert.Contains(sentence, texts));
    }

    [Fact]
    public void Each_request_has_its_own_buttons_and_inputs()
    {
        AnsweredRequest[] requests = [SampleRequests.Of(LicenceOperations.Departure), SampleRequests.Of(MailboxOperations.Close, reference: "SI-2F8Z-K1WD")];
        var card = CardJson.Write(CustomerCards.Answer(new AnswerCardView(SampleRequests.Answer(Language.French, [.. requests]).Say())
        {
            Buttons = [.. requests.Select(request => new RequestButtons(request.Reference.Value, [Sample.Action(CardVerb.GiveDetails, request.Reference.Value)]) { Fields = FormFields.Of(request) })],
        }));
        Assert.Empty(Lint.Of(card));
        Assert.All(requests, request => Assert.Contains(Sample.Action(CardVerb.GiveDetails, request.Reference.Value).Id, card, StringComparison.Ordinal));
        Assert.Contains($"\"{CardInput.Person.Id(Sample.Action(CardVerb.GiveDetails, "SI-7K3M-9QXA"))}\"", card, StringComparison.Ordinal);
        Assert.Contains($"\"{CardInput.Mailbox.Id(Sample.Action(CardVerb.GiveDetails, "SI-2F8Z-K1WD"))}\"", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_requests_the_first_are_shown_and_the_others_counted()
    {
        ImmutableArray<AnsweredRequest> requests = [.. Enumerable.Range(0, 12).Select(i => Licence with { Reference = new($"SI-0000-{i:D4}") })];
        var texts = Texts.Of(CustomerCards.Answer(new AnswerCardView(SampleRequests.Answer(Language.French, requests).Say()))).ToArray();
        Assert.Equal(10, texts.Count(text => text.StartsWith("SI-0000-", StringComparison.Ordinal)));
        Assert.Contains(texts, text => text.StartsWith("… et 2 de plus.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_became_of_a_click_stands_first()
    {
        var card = CustomerCards.Answer(new AnswerCardView(SampleRequests.Answer(Language.French, Licence).Say()) { Banner = CardBanner.Stale(Language.French) });
        Assert.Equal(ContainerStyle.Warning, Assert.IsType<Container>(card.Body[0]).Style);
    }

    [Fact]
    public void A_card_is_asked_anew_for_sixty_people_at_most()
    {
        var card = CustomerCards.Answer(new AnswerCardView(SampleRequests.Answer(Language.French, Licence).Say())
        {
            Refresh = new CardRefresh(Sample.Action(CardVerb.Refresh), [.. Enumerable.Range(0, 100).Select(i => $"29:{i}")]),
        });
        Assert.Equal(60, card.Refresh!.UserIds.Length);
    }

    [Fact]
    public void The_neutral_answer_names_nothing()
    {
        var texts = Texts.Of(CustomerCards.Answer(new AnswerCardView(new Answer().Say()))).ToArray();
        Assert.DoesNotContain(texts, text => text.Contains("SI-", StringComparison.Ordinal) || text.Contains("demande", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CardVerb.Take)]
    [InlineData(CardVerb.Approve)]
    [InlineData(CardVerb.Note)]
    public void A_customer_is_never_given_a_technicians_button(CardVerb verb) => Assert.Throws<ArgumentException>(() =>
        CustomerCards.Answer(new AnswerCardView(SampleRequests.Answer(Language.French, Licence).Say())
        {
            Buttons = [new RequestButtons(Licence.Reference.Value, [Sample.Action(verb)])],
        }));
}
