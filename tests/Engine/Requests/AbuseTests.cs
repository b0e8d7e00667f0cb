using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>What somebody could do to others with our mails, and does not.</summary>
public sealed class AbuseTests
{
    [Fact]
    public async Task One_sender_fills_nobody_elses_mailbox()
    {
        await using var life = new Life();
        for (var i = 0; i < 8; i++) await life.MailAsync("paul", Life.Arrival, subject: $"Demande {i}");

        var notices = (await life.EffectsAsync()).Where(row => row.Effect is Effect.Notify { Kind: NoticeKind.ApprovalNeeded }).ToArray();
        Assert.Equal(16, notices.Length); // Nadia and Odile, eight times: those beyond the cap wait for a technician.
        Assert.Equal(6, notices.Count(row => row is { State: OutboxState.Held, Reason: AnswerCaps.Reached }));
        Assert.Equal(5, (await life.MailsToAsync("odile")).Length);
    }

    [Fact]
    public async Task A_held_answer_keeps_only_its_own_reader_waiting()
    {
        await using var life = new Life();
        var row = await life.MailAsync("paul", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(row);
        // Somebody else's mail that fails DMARC joins the conversation; its answer waits for a technician.
        var spoofed = await life.MailAsync("nadia", "Bonjour, où en est-on ?", subject: $"RE: {request.State.Reference}", dmarc: "fail");
        Assert.Equal(OutboxState.Held, (await life.AnswerAsync(spoofed)).State);
        await life.MailAsync("nadia", "D'accord", await life.NoticeAsync(NoticeKind.ApprovalNeeded, "nadia"));

        Assert.Equal(2, (await life.MailsToAsync("paul")).Length); // The answer, and the yes.
    }

    [Fact]
    public async Task A_name_that_only_an_address_gives_is_never_said_to_have_asked()
    {
        await using var life = new Life();
        await life.MailAsync("www.evil-site.com", Life.Arrival, dmarc: "none");
        await life.MailAsync("www.evil-site.com", "Merci d'ajouter pirate@elsewhere.example à l'équipe Teams Direction.", dmarc: "none");

        var asked = Assert.Single(await life.MailsToAsync("odile"));
        Assert.Contains("Un collègue de votre entreprise", asked.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("evil-site.com", asked.TextBody + asked.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("pirate@elsewhere.example", asked.TextBody + asked.HtmlBody, StringComparison.Ordinal); // shown, but no program makes a link of it
        Assert.Contains("pas encore vérifiée", asked.TextBody, StringComparison.Ordinal);
    }
}
