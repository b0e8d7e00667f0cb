using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Customers;
using SiOne.Bot.Cards.Samples;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Cards.Tests.Customers;

/// <summary>Where there is a button, nobody is told to write a mail with a reference in its subject.</summary>
public sealed class CardStepsTests
{
    private static readonly SampleCard Sample = new("steps", (_, _) => throw new InvalidOperationException());

    public static TheoryData<Language> Languages => [Language.French, Language.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_draft_is_confirmed_with_the_button(Language language)
    {
        var steps = Steps(Say(SampleRequests.Of(LicenceOperations.Assign, channel: Channel.Mail), language), language, CardVerb.Confirm);
        Assert.Equal(2, steps.Length);
        Assert.DoesNotContain(steps, step => step.Contains("SI-7K3M", StringComparison.Ordinal) || step.Contains("application", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Contains("48", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_ready_mail_takes_the_place_of_a_reply(Language language)
    {
        var words = Say(SampleRequests.Of(LicenceOperations.Assign, Level.Standard), language);
        var steps = CardSteps.Of(words, new RequestButtons(words.Reference, []) { Mail = new("a@b.example", "s", "b") }, language);
        Assert.DoesNotContain(steps, step => step.Contains("SI-7K3M", StringComparison.Ordinal));
        Assert.Contains(language is Language.English ? "ready mail" : "mail tout prêt", steps[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Details_are_filled_in_and_what_else_is_said_stays(Language language)
    {
        var steps = Steps(Say(SampleRequests.Of(LicenceOperations.Departure), language), language, CardVerb.GiveDetails);
        Assert.Equal(2, steps.Length);
        Assert.DoesNotContain(steps, step => step.Contains("Répondez simplement", StringComparison.Ordinal) || step.Contains("Simply reply", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_yes_is_given_with_a_button_and_the_warning_stays(Language language)
    {
        var words = new Notice
        {
            Kind = NoticeKind.ApprovalNeeded,
            Language = language,
            Requests = [SampleRequests.Of(LicenceOperations.Sharepoint, role: Role.Employee)],
            SenderUnproven = true,
        }.Say().Requests[0];
        var steps = Steps(words, language, CardVerb.ApproveRequest, CardVerb.RefuseRequest);
        Assert.Equal(words.Steps.Length - 1, steps.Length);
        Assert.DoesNotContain(steps, step => step.Contains("SI-7K3M", StringComparison.Ordinal) || step.Contains("je refuse", StringComparison.Ordinal));
        Assert.Contains(steps, step => step.Contains(language is Language.English ? "identity" : "identité", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_does_not_work_is_said_with_a_button(Language language)
    {
        var words = new Standing { Request = SampleRequests.Of(LicenceOperations.Assign), State = RequestState.Done, Language = language }.Say().Requests[0];
        var steps = Steps(words, language, CardVerb.Settled, CardVerb.StillBroken);
        Assert.Equal(words.Steps.Length, steps.Length);
        Assert.DoesNotContain(steps, step => step.Contains("SI-7K3M", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_such_a_button_the_words_stay()
    {
        var words = Say(SampleRequests.Of(LicenceOperations.Sharepoint, role: Role.Employee), Language.French);
        Assert.Equal(words.Steps, CardSteps.Of(words, null, Language.French).AsEnumerable());
        Assert.Equal(words.Steps, Steps(words, Language.French, CardVerb.Withdraw, CardVerb.CorrectRequest).AsEnumerable());
    }

    private static WordedRequest Say(AnsweredRequest request, Language language) => SampleRequests.Answer(language, request).Say().Requests[0];

    private static ImmutableArray<string> Steps(WordedRequest words, Language language, params ImmutableArray<CardVerb> verbs) =>
        CardSteps.Of(words, new RequestButtons(words.Reference, [.. verbs.Select(verb => Sample.Action(verb))]), language);
}
