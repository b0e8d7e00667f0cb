using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Calls that technicians write down: an incident counts (Art. 8), what needs a written request is a draft (Art. 3, 11, 14).</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_call_about_an_incident_counts_and_the_caller_reads_what_was_written_down()
    {
        await using var life = new Life();
        var row = await life.HandAsync(Channel.Phone, "paul", "Mon ordinateur ne démarre plus depuis ce matin, il est en panne.");
        var request = await life.OnlyRequestOfAsync(row);

        Assert.Equal((RequestState.Accepted, Channel.Phone), (request.State.State, request.State.Channel));
        var mail = Assert.Single(await life.MailsToAsync("paul"));
        Assert.Contains(request.State.Reference.Value, mail.Subject, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_call_about_an_account_is_a_draft_that_the_caller_confirms_in_writing()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.HandAsync(Channel.Phone, "nadia", "Merci de créer la boîte mail compta@nova.example."));
        Assert.Equal(RequestState.Draft, request.State.State);
        var mail = Assert.Single(await life.MailsToAsync("nadia"));
        Assert.Contains(request.State.Reference.Value, mail.TextBody, StringComparison.Ordinal);

        await life.MailAsync("nadia", "Je confirme.", inReplyTo: mail.MessageId);
        Assert.Equal((RequestState.Accepted, true), ((await life.StateOfAsync(request)).State, (await life.StateOfAsync(request)).Proven));
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("Oui", RequestState.Accepted)]
    [InlineData("oui", RequestState.Accepted)]
    [InlineData("Oui, je confirme.", RequestState.Accepted)]
    [InlineData("ok pour moi", RequestState.Accepted)]
    [InlineData("D'accord, merci.\n\nCordialement,\nNadia Bellecour", RequestState.Accepted)]
    [InlineData("Non", RequestState.Withdrawn)]
    [InlineData("Non merci.", RequestState.Withdrawn)]
    public async Task One_word_of_mail_settles_what_was_written_down(string word, RequestState becomes)
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.HandAsync(Channel.Phone, "nadia", "Merci de créer la boîte mail compta@nova.example."));
        var mail = Assert.Single(await life.MailsToAsync("nadia"));
        await life.PassAsync(TimeSpan.FromHours(1));
        var row = await life.MailAsync("nadia", word, inReplyTo: mail.MessageId);

        var state = await life.StateOfAsync(request);
        Assert.Equal(becomes, state.State);
        if (becomes is RequestState.Accepted) Assert.Equal(row.ReceivedAt, state.CountsFrom); // The clock starts at the written request.
        else Assert.False(state.ClockRuns);
        Assert.Equal(2, (await life.MailsToAsync("nadia")).Length);
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("nadia", "Non.", "none")]
    [InlineData("zoe", "Non.", "pass")]
    [InlineData("zoe", "Oui.", "pass")]
    [InlineData("nadia", "Non, pas avant lundi", "pass")]
    [InlineData("nadia", "Attendez, je vous rappelle", "pass")]
    public async Task Any_other_word_leaves_the_draft_and_somebody_reads_it(string from, string word, string dmarc)
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.HandAsync(Channel.Phone, "nadia", "Merci de créer la boîte mail compta@nova.example."));
        await life.MailAsync(from, word, subject: $"RE: [{request.State.Reference}]", dmarc: dmarc);

        Assert.Equal(RequestState.Draft, (await life.StateOfAsync(request)).State);
        Assert.Contains(Reactions.FollowUp, await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_callers_word_proves_nothing_and_decides_nothing()
    {
        await using var life = new Life();
        var request = await ApprovalTests.AskedAsync(life);
        await life.HandAsync(Channel.Phone, "nadia", $"D'accord {request.State.Reference}");

        Assert.Equal((RequestState.WaitingForApproval, null), ((await life.StateOfAsync(request)).State, (await life.StateOfAsync(request)).ApprovedBy));
    }

    [Theory]
    [InlineData("anybody@elsewhere.example")]
    [InlineData("paul@sub.nova.example")]
    public async Task A_caller_who_is_not_known_is_an_unknown_sender_and_no_mail_leaves(string from)
    {
        await using var life = new Life();
        var row = await life.HandAsync(Channel.Phone, from, "Merci de créer la boîte mail compta@nova.example.");

        Assert.Equal(LedgerEnd.Refused, row.End);
        Assert.Empty(row.Requests);
        Assert.Equal(["unknown-sender"], await life.AlertsAsync());
        Assert.Empty(await life.MailsToAsync(from));
        Assert.Empty(life.Bench.Sender.Attempts);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task The_same_key_is_the_same_call_and_never_an_application_message()
    {
        await using var life = new Life();
        const string Text = "Mon ordinateur ne démarre plus depuis ce matin, il est en panne.";
        var first = await life.HandAsync(Channel.Phone, "paul", Text, "one-key-for-all");
        var again = await life.HandAsync(Channel.Phone, "paul", Text, "one-key-for-all");
        var other = await life.HandAsync(Channel.Application, "paul", Text, "one-key-for-all");

        Assert.Equal(first.Key, again.Key);
        Assert.NotEqual(first.Key, other.Key);
        Assert.Equal((Channel.Phone, Channel.Application), (first.Channel, other.Channel));
        Assert.Equal(2, (await life.Bench.Store.ListRequestsAsync("", 10, CancellationToken.None)).Length);
        await life.AddsUpAsync();
    }
}
