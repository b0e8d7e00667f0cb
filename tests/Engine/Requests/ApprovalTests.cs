using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Art. 11, 14: who may not ask alone waits for a yes; whose word is one, and what it does.</summary>
public sealed class ApprovalTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_an_employee_may_not_ask_alone_waits_and_those_who_may_say_yes_are_asked()
    {
        await using var life = new Life();
        var request = await AskedAsync(life);

        Assert.Equal(("licence.arrival", RequestState.WaitingForApproval, true), (request.State.OperationId, request.State.State, request.State.IsPaused));
        Assert.Equal(["ApprovalNeeded to nadia@nova.example", "ApprovalNeeded to odile@nova.example"], (await life.NoticesAsync()).Order(StringComparer.Ordinal));
        var asked = Assert.Single(await life.MailsToAsync("nadia"));
        Assert.Contains("Paul Vasselin", asked.TextBody, StringComparison.Ordinal);
        Assert.Contains(request.State.Reference.Value, asked.Subject, StringComparison.Ordinal);
        Assert.Single(await life.MailsToAsync("paul"));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_yes_in_reply_to_the_notice_accepts_and_tells_both_the_date()
    {
        await using var life = new Life();
        var request = await AskedAsync(life);
        await life.PassAsync(3 * Hour);
        var yes = await life.MailAsync("nadia", "D'accord.\n\nNadia Bellecour", await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia"));

        var state = await life.StateOfAsync(request);
        Assert.Equal((RequestState.Accepted, "nadia", true), (state.State, state.ApprovedBy, state.ClockRuns));
        Assert.Equal((Bench.Start, Bench.Start + 3 * Hour), (Assert.Single(state.Pauses).From, state.Pauses[0].To));
        Assert.Equal(LedgerEnd.FollowUp, yes.End);
        Assert.DoesNotContain(await life.EffectsAsync(), row => row.Effect is Effect.AnswerSender && row.Effect.Intake == yes.Key);
        Assert.Equal(
            ["Approved to nadia@nova.example", "Approved to paul@nova.example"],
            (await life.NoticesAsync()).Where(told => told.StartsWith("Approved", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([Reactions.ApprovalGiven], await life.AlertsAsync());
        var told = (await life.MailsToAsync("paul"))[^1];
        Assert.Contains(Instants.Say(state.Due!.At, Language.French), Plain(told.TextBody), StringComparison.Ordinal);
        var confirmed = (await life.MailsToAsync("nadia"))[^1];
        Assert.Contains("Paul Vasselin", confirmed.TextBody, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_pause_removes_its_service_time_alone()
    {
        await using var life = new Life();
        var row = await life.MailAsync("paul", "Bonjour,\n\nMerci de donner une licence Microsoft 365 à Zoé Lanoë.");
        var request = await life.OnlyRequestOfAsync(row);
        Assert.Equal(("licence.assign", RequestState.WaitingForApproval), (request.State.OperationId, request.State.State));
        // Tuesday 10:00 to Saturday 10:00 in Paris: what is left of four days of service was waited for.
        await life.PassAsync(TimeSpan.FromDays(4));
        await life.MailAsync("nadia", "ok", await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia"));

        var state = await life.StateOfAsync(request);
        Assert.Equal(RequestState.Accepted, state.State);
        // Saturday counts nothing: 48 service hours from Monday 00:00 end on Tuesday at midnight.
        Assert.Equal("2026-12-01T23:00:00.0000000+00:00", state.Due!.At.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("nadia", "D'accord.", "none")]
    [InlineData("paul", "D'accord.", "pass")]
    [InlineData("zoe", "D'accord.", "pass")]
    [InlineData("nadia", "ok mais pas avant lundi", "pass")]
    [InlineData("nadia", "D'accord ?", "pass")]
    [InlineData("aubin@cabinet.example", "D'accord.", "pass")]
    public async Task A_word_that_is_no_yes_of_theirs_changes_nothing_and_somebody_reads_it(string from, string text, string dmarc)
    {
        await using var life = new Life();
        var request = await AskedAsync(life);
        var row = await life.MailAsync(from, text, subject: $"RE: [{request.State.Reference}]", dmarc: dmarc);

        var state = await life.StateOfAsync(request);
        Assert.Equal((RequestState.WaitingForApproval, null, true), (state.State, state.ApprovedBy, state.IsPaused));
        Assert.Equal(LedgerEnd.FollowUp, row.End);
        Assert.Equal([Reactions.FollowUp], await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Another_customer_says_neither_yes_nor_no_to_it()
    {
        await using var life = new Life();
        var request = await AskedAsync(life);
        var notice = await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia");
        await life.MailAsync("rene@rival.example", "D'accord.", subject: $"RE: [{request.State.Reference}]", inReplyTo: life.IdOf(notice, Domain.Customers.MailAddress.Parse("nadia@nova.example")));

        Assert.Equal(RequestState.WaitingForApproval, (await life.StateOfAsync(request)).State);
        Assert.Empty((await life.StateOfAsync(request)).FollowUps);
    }

    [Fact]
    public async Task A_no_declines_and_tells_both()
    {
        await using var life = new Life();
        var request = await AskedAsync(life);
        await life.MailAsync("odile", "Je refuse.", await life.NoticeAsync(NoticeKind.ApprovalNeeded, "odile"));

        Assert.Equal(RequestState.Declined, (await life.StateOfAsync(request)).State);
        Assert.Equal(
            ["ApprovalRefused to odile@nova.example", "ApprovalRefused to paul@nova.example"],
            (await life.NoticesAsync()).Where(told => told.StartsWith("ApprovalRefused", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_yes_to_one_of_two_requests_says_nothing_about_the_other()
    {
        await using var life = new Life();
        var row = await life.MailAsync(
            "paul", "Bonjour,\n\nPaul Sourisseau arrive le lundi 14 décembre 2026 : merci de créer son compte Microsoft 365.\n\nMerci aussi de supprimer la boîte mail ancienne@nova.example.");
        Assert.Equal(2, row.Requests.Length);
        var first = await life.DocumentAsync(row.Requests[0]);
        var second = await life.DocumentAsync(row.Requests[1]);
        Assert.Equal((RequestState.WaitingForApproval, RequestState.WaitingForApproval), (first.State.State, second.State.State));
        var notice = (await life.EffectsAsync()).Single(effect =>
            effect.Effect is Effect.Notify notify && notify.Request == first.Id && life.WordsAsync(effect).GetAwaiter().GetResult().To == "nadia@nova.example");
        await life.MailAsync("nadia", "D'accord.", notice);

        Assert.Equal(RequestState.Accepted, (await life.StateOfAsync(first)).State);
        Assert.Equal((RequestState.WaitingForApproval, null), ((await life.StateOfAsync(second)).State, (await life.StateOfAsync(second)).ApprovedBy));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_third_partys_request_waits_for_the_administrators_and_the_answer_reveals_nothing()
    {
        await using var life = new Life();
        var row = await life.MailAsync("aubin@cabinet.example", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(row);

        Assert.Equal(RequestState.WaitingForApproval, request.State.State);
        Assert.Equal(["ApprovalNeeded to nadia@nova.example", "ApprovalNeeded to odile@nova.example"], (await life.NoticesAsync()).Order(StringComparer.Ordinal));
        var answer = Assert.Single(await life.MailsToAsync("aubin@cabinet.example"));
        foreach (var revealed in new[] { "Sourisseau", "Nadia", "Odile", "Microsoft", "14 décembre" })
            Assert.DoesNotContain(revealed, answer.TextBody + answer.HtmlBody + answer.Subject, StringComparison.OrdinalIgnoreCase);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Where_nobody_could_say_yes_a_technician_is_told()
    {
        await using var life = new Life();
        var row = await life.MailAsync("employe@solo.example", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(row);

        Assert.Equal(RequestState.WaitingForApproval, request.State.State);
        Assert.Empty(await life.NoticesAsync());
        Assert.Equal([NoticePlanner.NoApprover], await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    internal static async Task<RequestDocument> AskedAsync(Life life) => await life.OnlyRequestOfAsync(await life.MailAsync("paul", Life.Arrival));

    internal static string Plain(string? text) => text ?? "";
}
