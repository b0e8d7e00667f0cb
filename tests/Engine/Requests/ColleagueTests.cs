using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>A request for a colleague is daily business: both are told, where the colleague is known and may know. And drafts, which somebody else may confirm.</summary>
public sealed class ColleagueTests
{
    [Fact]
    public async Task The_listed_colleague_is_told_once_it_is_accepted()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", "Bonjour,\n\nMerci de donner une licence Microsoft 365 à Zoé Lanoë."));
        Assert.DoesNotContain("ForYou to zoe@nova.example", await life.NoticesAsync());
        await life.MailAsync("nadia", "D'accord", await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia"));

        Assert.Equal(RequestState.Accepted, (await life.StateOfAsync(request)).State);
        await life.NoticeAsync(NoticeKind.ForYou, "zoe");
        Assert.Contains("Paul Vasselin", Assert.Single(await life.MailsToAsync("zoe")).TextBody, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("Bonjour,\n\nMerci de donner une licence Microsoft 365 à Luc Morinville.")]
    [InlineData("Bonjour,\n\nMerci de donner une licence Microsoft 365 à Julien Tessier.")]
    [InlineData("Bonjour,\n\nZoé Lanoë quitte l’entreprise le 14 décembre 2026, merci de supprimer son compte Microsoft 365.")]
    public async Task Two_of_one_name_the_unlisted_and_who_leaves_are_not_told(string text)
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", text);

        Assert.NotEmpty(row.Requests);
        Assert.Empty(await life.NoticesAsync());
        Assert.Empty(await life.MailsToAsync("luc"));
        Assert.Empty(await life.MailsToAsync("zoe"));
    }

    [Fact]
    public async Task An_administrator_who_confirms_an_employees_draft_says_yes_and_both_read_the_date()
    {
        await using var life = new Life();
        var asked = await life.HandAsync(Channel.Application, "paul", "Bonjour, Paul Sourisseau arrive le lundi 14 décembre 2026. Merci de créer son compte Microsoft 365.");
        var draft = await life.OnlyRequestOfAsync(asked);
        Assert.Equal(RequestState.Draft, draft.State.State);
        await life.PassAsync(TimeSpan.FromHours(1));
        var row = await life.MailAsync("nadia", "Je confirme.", subject: $"Confirmation [{draft.State.Reference}]");

        var state = await life.StateOfAsync(draft);
        Assert.Equal((RequestState.Accepted, "nadia"), (state.State, state.ApprovedBy));
        Assert.Equal(row.ReceivedAt, state.CountsFrom);
        var date = Instants.Say(state.Due!.At, Language.French);
        Assert.Contains(date, (await life.MailsToAsync("paul"))[^1].TextBody, StringComparison.Ordinal);
        Assert.Contains(date, (await life.MailsToAsync("nadia"))[^1].TextBody, StringComparison.Ordinal);
        Assert.Single(await life.MailsToAsync("nadia"));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Who_asked_confirms_the_draft_by_mail_and_the_answer_says_what_follows()
    {
        await using var life = new Life();
        var draft = await life.OnlyRequestOfAsync(await life.HandAsync(Channel.Application, "paul", "Bonjour, Paul Sourisseau arrive le lundi 14 décembre 2026. Merci de créer son compte Microsoft 365."));
        var row = await life.MailAsync("paul", "Je confirme.", subject: $"Confirmation [{draft.State.Reference}]");

        Assert.Equal(RequestState.WaitingForApproval, (await life.StateOfAsync(draft)).State);
        Assert.Equal(["ApprovalNeeded to nadia@nova.example", "ApprovalNeeded to odile@nova.example"], (await life.NoticesAsync()).Order(StringComparer.Ordinal));
        Assert.NotNull(await life.AnswerAsync(row));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_second_word_from_where_they_are_signed_in_proves_who_they_are()
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", Life.Arrival, dmarc: "none");
        var request = await life.OnlyRequestOfAsync(row);
        Assert.Equal(RequestState.WaitingForTechnician, request.State.State);
        Assert.DoesNotContain("Sourisseau", Assert.Single(await life.MailsToAsync("nadia")).TextBody, StringComparison.Ordinal);
        await life.MailAsync("nadia", "Oui", await life.AnswerAsync(row));
        Assert.Equal(RequestState.WaitingForTechnician, (await life.StateOfAsync(request)).State); // A second mail proves no more than the first.
        await life.HandAsync(Channel.Application, "nadia", $"Oui {request.State.Reference}");

        Assert.Equal((RequestState.Accepted, true), ((await life.StateOfAsync(request)).State, (await life.StateOfAsync(request)).Proven));
        await life.AddsUpAsync();
    }
}
