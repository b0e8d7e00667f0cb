using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using static SiOne.Bot.Engine.Tests.Chats.ChatBench;

namespace SiOne.Bot.Engine.Tests.Chats;

/// <summary>Messages of signed-in people through the same stops as mail.</summary>
public sealed class ChatMessageTests
{
    private const string Broken = "Bonjour, mon ordinateur ne démarre plus depuis ce matin.";
    private const string Arrival = "Merci de créer la boîte mail pour Julien Tessier.";

    [Fact]
    public async Task A_message_becomes_a_request_of_its_tenants_customer_and_is_answered_where_it_was_written()
    {
        await using var bench = new Bench();
        var row = await bench.SaysAsync(Emile, Broken, "c|1");
        await bench.SendAllAsync();

        var request = await bench.RequestOfAsync(row);
        Assert.Equal(("ozon", "emile", "incident.hardware"), (request.State.CustomerId, request.State.PersonId, request.State.OperationId));
        Assert.Equal((Verdict.Accepted, RequestState.Accepted), (request.State.Verdict, request.State.State));
        var (_, outgoing) = Assert.Single(bench.ChatSender.Shown);
        Assert.Equal((ChatOf(Emile).Value, "emile@ozon.example"), (outgoing.Chat, outgoing.To));
        Assert.Empty(bench.Sender.Attempts);
        Assert.Empty((await bench.AuditAsync()).Mistakes);
    }

    [Fact]
    public async Task A_tenant_of_nobody_gets_a_neutral_answer_and_a_technician_a_line()
    {
        await using var bench = new Bench();
        var row = await bench.SaysAsync(Emile, Broken, "c|1", tenant: Guid.NewGuid());

        Assert.Equal((LedgerEnd.Refused, "unknown-sender"), (row.End, row.Reason));
        var effects = await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync();
        Assert.Contains(effects, effect => effect.Effect is Effect.AnswerUnknownSender);
        Assert.Contains(effects, effect => effect.Effect is Effect.AlertTechnicians { Reason: "unknown-sender" });
    }

    [Fact]
    public async Task An_address_of_another_company_does_not_lend_its_rights()
    {
        await using var bench = new Bench();
        var row = await bench.TakeAsync(new ChatText(Tenant, Unlisted, "odile@nova.example", Arrival, "c|1"));

        var request = await bench.RequestOfAsync(row);
        Assert.Equal(("ozon", null, RequestState.WaitingForApproval), (request.State.CustomerId, request.State.PersonId, request.State.State));
    }

    [Fact]
    public async Task An_unlisted_employee_without_an_address_owns_what_they_asked()
    {
        await using var bench = new Bench();
        await bench.SaysAsync(Unlisted, Broken, "c|1");
        var row = await bench.SaysAsync(Unlisted, "Annulez ma demande", "c|2");

        Assert.Equal((LedgerEnd.FollowUp, RequestState.Withdrawn), (row.End, (await bench.RequestOfAsync(row)).State.State));
    }

    [Fact]
    public async Task A_second_request_in_the_same_chat_is_one_of_its_own()
    {
        await using var bench = new Bench();
        var first = await bench.SaysAsync(Emile, Broken, "c|1");
        var second = await bench.SaysAsync(Emile, "Mon téléphone professionnel ne s'allume plus.", "c|2");

        Assert.Equal(LedgerEnd.Requests, second.End);
        Assert.NotEqual(first.Requests, second.Requests);
    }

    [Fact]
    public async Task A_reply_to_what_was_written_or_a_reference_is_a_follow_up()
    {
        await using var bench = new Bench();
        var first = await bench.SaysAsync(Emile, Broken, "c|1");
        var request = await bench.RequestOfAsync(first);

        Assert.Equal(LedgerEnd.FollowUp, (await bench.SaysAsync(Emile, "Il affiche un écran bleu.", "c|2", inReplyTo: "c|1")).End);
        Assert.Equal(LedgerEnd.FollowUp, (await bench.SaysAsync(Emile, $"Pour {request.State.Reference}, il est dans le bureau 12.", "c|3")).End);
        Assert.Equal(2, (await bench.RequestOfAsync(first)).State.FollowUps.Length);
    }

    [Fact]
    public async Task Nobody_of_another_company_follows_up_by_a_reference()
    {
        await using var bench = new Bench();
        var request = await bench.RequestOfAsync(await bench.SaysAsync(Emile, Broken, "c|1"));
        await bench.TakeAsync(Bench.Mail(1, from: "rene@rival.example", subject: $"Re: {request.State.Reference}"));

        Assert.Empty((await bench.Store.FindRequestAsync(request.Id, CancellationToken.None))!.State.FollowUps);
    }

    [Fact]
    public async Task Thanks_without_anything_to_settle_asks_for_nothing_and_is_answered()
    {
        await using var bench = new Bench();
        await bench.SaysAsync(Emile, Broken, "c|1");
        var row = await bench.SaysAsync(Emile, "Merci !", "c|2");
        await bench.SendAllAsync();

        Assert.Equal((LedgerEnd.Ignored, "no-request"), (row.End, row.Reason));
        Assert.Single(bench.ChatSender.Shown, shown => shown.Outgoing.Answer!.NothingAsked);
        Assert.Empty((await bench.AuditAsync()).Mistakes);
    }

    [Fact]
    public async Task An_edit_within_minutes_amends_and_a_later_one_is_read_by_a_person()
    {
        await using var bench = new Bench();
        var row = await bench.SaysAsync(Emile, Broken, "c|1");
        bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await bench.SaysAsync(Emile, "Bonjour, mon téléphone professionnel ne s'allume plus.", "c|1", inReplyTo: "c|1", amends: true);
        Assert.Equal("phone.fault", (await bench.RequestOfAsync(row)).State.OperationId);

        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        await bench.SaysAsync(Emile, Broken, "c|1", inReplyTo: "c|1", amends: true);
        var request = await bench.RequestOfAsync(row);
        Assert.Equal(("phone.fault", true), (request.State.OperationId, request.State.UnreadSince is not null));
    }

    [Fact]
    public async Task An_administrator_who_chats_is_asked_there_and_the_requester_told_by_the_channel_of_origin()
    {
        await using var bench = new Bench();
        await bench.OpensChatAsync(Alix);
        var row = await bench.TakeAsync(new ChatText(Tenant, Emile, "emile@ozon.example", Arrival, "c|1"));
        await bench.SendAllAsync();

        Assert.Equal(
            [ChatOf(Alix).Value, ChatOf(Emile).Value], bench.ChatSender.Shown.Select(shown => shown.Outgoing.Chat!).Order(StringComparer.Ordinal));
        var waiting = await bench.RequestOfAsync(row);
        Assert.Equal(RequestState.WaitingForApproval, waiting.State.State);
    }

    [Fact]
    public async Task A_draft_by_mail_is_shown_in_the_chat_of_its_sender_too()
    {
        await using var bench = new Bench();
        await bench.OpensChatAsync(Alix);
        await bench.TakeAsync(Bench.Mail(1, from: "alix@ozon.example"));
        await bench.SendAllAsync();

        Assert.Equal(ChatOf(Alix).Value, Assert.Single(bench.ChatSender.Shown).Outgoing.Chat);
        Assert.Single(bench.Sender.Attempts);
    }

    [Fact]
    public async Task An_unproven_mail_shows_nothing_in_a_chat()
    {
        await using var bench = new Bench();
        await bench.OpensChatAsync(Alix);
        await bench.TakeAsync(Bench.Mail(1, from: "alix@ozon.example", dmarc: "none"));
        await bench.SendAllAsync();

        Assert.Empty(bench.ChatSender.Shown);
    }

    [Fact]
    public async Task What_a_chat_refuses_for_good_goes_by_mail_once()
    {
        await using var bench = new Bench();
        bench.ChatSender.Answer = _ => new SendOutcome.Refused(403);
        await bench.SaysAsync(Emile, Broken, "c|1");
        await bench.SendAllAsync();

        Assert.Equal("emile@ozon.example", Assert.Single(bench.Sender.Attempts).To.Value);
        var rows = await bench.EffectsAsync();
        Assert.Contains(rows, row => row is { State: OutboxState.Dropped, Reason: "chat-refused-403" });
        Assert.Contains(rows, row => row.State is OutboxState.Sent);
    }

    [Fact]
    public async Task What_a_chat_puts_off_is_tried_again_and_what_has_no_other_way_is_told_to_technicians()
    {
        await using var bench = new Bench();
        bench.ChatSender.Answer = _ => new SendOutcome.TryLater(429);
        await bench.SaysAsync(Unlisted, Broken, "c|1");
        await bench.SendAllAsync();
        Assert.Equal(OutboxState.Waiting, Assert.Single(await bench.EffectsAsync()).State);

        bench.ChatSender.Answer = _ => new SendOutcome.Refused(404);
        bench.Clock.Advance(bench.Options.RetryAfter);
        await bench.SendAllAsync();
        Assert.Contains(await bench.EffectsAsync(), row => row is { State: OutboxState.Failed, Reason: "refused-404" });
        Assert.Contains(
            await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync(), row => row.Effect is Effect.AlertTechnicians { Reason: "undelivered" });
    }
}
