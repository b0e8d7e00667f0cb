using System.Text;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Intake;

/// <summary>Art. 3: a Standard customer's request in the application is a draft until a mail confirms it; whose mail, matters.</summary>
public sealed class DraftConfirmationTests
{
    [Fact]
    public async Task Who_asked_confirms_by_mail_and_the_clock_starts_there()
    {
        await using var bench = new Bench();
        var draft = await DraftAsync(bench, "paul@acme.example");

        await bench.TakeAsync(Confirmation(2, "paul@acme.example", draft));

        var confirmed = await RequestAsync(bench);
        Assert.Equal(Verdict.Accepted, confirmed.Verdict);
        Assert.True(confirmed.ClockRuns);
    }

    [Fact]
    public async Task A_colleague_who_decides_nothing_confirms_nothing()
    {
        await using var bench = new Bench();
        var draft = await DraftAsync(bench, "paul@acme.example");

        await bench.TakeAsync(Confirmation(2, "lea@acme.example", draft));

        var confirmed = await RequestAsync(bench);
        Assert.Equal(Verdict.Draft, confirmed.Verdict);
        Assert.False(confirmed.ClockRuns);
    }

    [Fact]
    public async Task Without_its_reference_the_ready_mail_is_read_by_a_person()
    {
        await using var bench = new Bench();
        var draft = await DraftAsync(bench, "paul@acme.example");

        await bench.TakeAsync(Bench.Mail(2, Encoding.UTF8.GetBytes(
            """
            Authentication-Results: mx.msp.example; dmarc=pass header.from=acme.example
            From: <paul@acme.example>
            To: <support@msp.example>
            Subject: Confirmation
            Message-ID: <ready@client.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            Je confirme cette demande.
            """.ReplaceLineEndings("\r\n"))));

        Assert.Equal(Verdict.Draft, (await bench.Store.FindRequestsByReferenceAsync(draft, CancellationToken.None)).Single().State.Verdict);
        var alerts = (await bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync()).Select(row => row.Effect).OfType<Effect.AlertTechnicians>();
        Assert.Contains(alerts, alert => alert.Reason is "abstained" or Reactions.FollowUp);
    }

    [Fact]
    public async Task Another_customer_confirms_nothing()
    {
        await using var bench = new Bench();
        var draft = await DraftAsync(bench, "paul@acme.example");

        await bench.TakeAsync(Confirmation(2, "rene@rival.example", draft));

        Assert.Equal(Verdict.Draft, (await bench.Store.FindRequestsByReferenceAsync(draft, CancellationToken.None)).Single().State.Verdict);
    }

    [Fact]
    public async Task The_application_may_name_the_reference_in_its_text()
    {
        await using var bench = new Bench();
        var draft = await DraftAsync(bench, "paul@acme.example");

        await SayAsync(bench, "second", "paul@acme.example", $"Je confirme {draft}.");

        var request = Assert.Single(await bench.Store.ListRequestsAsync("", 10, CancellationToken.None));
        Assert.Single(request.State.FollowUps);
    }

    [Fact]
    public async Task An_idempotency_key_that_comes_with_another_message_is_refused_and_changes_nothing()
    {
        await using var bench = new Bench();
        Assert.NotNull(await SayAsync(bench, "the key", "paul@acme.example", "Mon écran reste noir."));
        Assert.NotNull(await SayAsync(bench, "the key", "paul@acme.example", "Mon écran reste noir."));
        Assert.Null(await SayAsync(bench, "the key", "lea@acme.example", "On m'a volé mon téléphone."));
        Assert.Single(await bench.Store.ListIntakeAsync("", 10, CancellationToken.None));
    }

    private static async Task<RequestReference> DraftAsync(Bench bench, string from)
    {
        await SayAsync(bench, "first", from, "Bonjour, j'ai oublié mon mot de passe Microsoft 365, mon compte est bloqué.");
        var draft = Assert.Single(await bench.Store.ListRequestsAsync("", 10, CancellationToken.None));
        Assert.Equal(("licence.password", Verdict.Draft), (draft.State.OperationId, draft.State.Verdict));
        return draft.State.Reference;
    }

    private static async Task<IntakeKey?> SayAsync(Bench bench, string key, string from, string text)
    {
        var raw = Encoding.UTF8.GetBytes($$"""{"from":"{{from}}","text":"{{text}}"}""");
        var kept = await bench.Door.KeepHandedAsync(Domain.Intake.Channel.Application, key, raw, Bench.Start, CancellationToken.None);
        await bench.SettleAsync();
        return kept;
    }

    private static RawMail Confirmation(uint uid, string from, RequestReference draft) => Bench.Mail(uid, from, subject: $"Je confirme [{draft}]");

    private static async Task<Request> RequestAsync(Bench bench) =>
        (await bench.Store.ListRequestsAsync("", 10, CancellationToken.None)).Single().State;
}
