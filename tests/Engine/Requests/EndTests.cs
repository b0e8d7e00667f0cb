using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>How requests end, and come back: the customer's plain words about work that is under way or done.</summary>
public sealed class EndTests
{
    private const string Broken = "Bonjour,\n\nMon ordinateur ne démarre plus depuis ce matin, il est en panne.";

    [Fact]
    public async Task Who_asked_takes_it_back_and_both_sides_know()
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(row);
        await life.MailAsync("nadia", "Annulez ma demande, merci.", await life.AnswerAsync(row));

        Assert.Equal(RequestState.Withdrawn, (await life.StateOfAsync(request)).State);
        Assert.Equal(["Withdrawn to nadia@nova.example"], await life.NoticesAsync());
        Assert.Equal([Reactions.Withdrawn], await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task What_could_mean_either_of_two_requests_takes_neither_back()
    {
        await using var life = new Life();
        var row = await life.MailAsync(
            "nadia", "Bonjour,\n\nPaul Sourisseau arrive le lundi 14 décembre 2026 : merci de créer son compte Microsoft 365.\n\nMerci aussi de supprimer la boîte mail ancienne@nova.example.");
        Assert.Equal(2, row.Requests.Length);
        await life.MailAsync("nadia", "Annulez ma demande, merci.", await life.AnswerAsync(row));

        foreach (var id in row.Requests) Assert.NotEqual(RequestState.Withdrawn, (await life.DocumentAsync(id)).State.State);
        Assert.Equal([Reactions.FollowUp, Reactions.FollowUp], await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Settled_closes_what_is_done()
    {
        await using var life = new Life();
        var request = await DoneAsync(life);
        await life.MailAsync("paul", "Tout fonctionne, merci !", await life.NoticeAsync(NoticeKind.Done, "paul"));

        Assert.Equal(RequestState.Closed, (await life.StateOfAsync(request)).State);
        Assert.Empty(await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Still_broken_within_fifteen_days_opens_it_again_and_a_technician_knows()
    {
        await using var life = new Life();
        var request = await DoneAsync(life);
        await life.PassAsync(TimeSpan.FromDays(15));
        await life.MailAsync("paul", "Ça ne marche toujours pas", await life.NoticeAsync(NoticeKind.Done, "paul"));

        Assert.Equal(RequestState.InProgress, (await life.StateOfAsync(request)).State);
        Assert.Equal([Reactions.Reopened], await life.AlertsAsync());
        Assert.NotNull(await life.NoticeAsync(NoticeKind.Reopened, "paul"));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task After_fifteen_days_it_is_closed_and_a_person_reads_what_still_comes()
    {
        await using var life = new Life();
        var request = await DoneAsync(life);
        var done = await life.NoticeAsync(NoticeKind.Done, "paul");
        await life.PassAsync(TimeSpan.FromDays(15) + TimeSpan.FromMinutes(1));
        Assert.Equal(RequestState.Closed, (await life.StateOfAsync(request)).State);
        var row = await life.MailAsync("paul", "Ça ne marche toujours pas", done);

        Assert.Equal((LedgerEnd.FollowUp, RequestState.Closed), (row.End, (await life.StateOfAsync(request)).State));
        Assert.Equal([Reactions.FollowUp], await life.AlertsAsync());
        Assert.NotNull(await life.AnswerAsync(row));
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("zoe", "pass")]
    [InlineData("paul", "none")]
    public async Task Nobody_else_and_nobody_unproven_opens_it_again(string from, string dmarc)
    {
        await using var life = new Life();
        var request = await DoneAsync(life);
        await life.MailAsync(from, "Ça ne marche toujours pas", subject: $"RE: [{request.State.Reference}]", dmarc: dmarc);

        Assert.Equal(RequestState.Done, (await life.StateOfAsync(request)).State);
        Assert.Equal([Reactions.FollowUp], await life.AlertsAsync());
    }

    private static async Task<RequestDocument> DoneAsync(Life life)
    {
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Broken));
        Assert.Equal(RequestState.Accepted, request.State.State);
        Assert.Null((await life.ActAsync(request, ActVerb.Start)).Refusal);
        Assert.Null((await life.ActAsync(request, ActVerb.Complete)).Refusal);
        return request;
    }
}
