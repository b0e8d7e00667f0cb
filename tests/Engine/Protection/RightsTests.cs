using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Protection;

/// <summary>Art. 25: a right on personal data goes to whoever answers for them, and to the customer by a technician's click.</summary>
public sealed class RightsTests
{
    private const string Asked = "Bonjour,\n\nAu titre du RGPD, je souhaite exercer mon droit d'accès à mes données personnelles et en recevoir une copie.";
    private const string Dpo = "dpo@msp.example";

    private static EngineOptions Options { get; } = Bench.Live with { DataProtectionAddress = MailAddress.Parse(Dpo) };

    [Theory]
    [InlineData("pass", "identité vérifiée")]
    [InlineData("none", "identité NON vérifiée")]
    public async Task It_is_told_to_data_protection_with_what_is_asked_by_whom_and_until_when(string dmarc, string identity)
    {
        await using var life = new Life(Options);
        await AskAsync(life, dmarc);
        var mail = Assert.Single(await life.MailsToAsync(Dpo));
        Assert.All(
            ["droit d'accès", "Paul Vasselin", identity, "le jeudi 24 décembre 2026 à minuit"],
            said => Assert.Contains(said, mail.TextBody!.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.DoesNotContain("droit d'accès", string.Join('\n', (await TechniciansReadAsync(life))), StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("none")]
    public async Task The_confirmation_names_the_article_the_month_the_Cnil_and_the_proof_that_is_missing(string dmarc)
    {
        await using var life = new Life(Options);
        await AskAsync(life, dmarc);
        var mail = (await life.MailsToAsync("paul"))[0].TextBody!.Replace('\u00A0', ' ');
        Assert.All(["article 25", "un mois", "CNIL"], said => Assert.Contains(said, mail, StringComparison.Ordinal));
        Assert.Equal(dmarc == "none", mail.Contains("nous devons vérifier votre identité", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_reminded_of_a_week_and_two_days_before_the_end_once_each()
    {
        await using var life = new Life(Options);
        await AskAsync(life, "pass");
        await life.PassToAsync("2026-12-17 06:59");
        Assert.DoesNotContain(Reactions.RightDue, await life.AlertsAsync());
        foreach (var at in new[] { "2026-12-17 07:00", "2026-12-19 07:00", "2026-12-22 07:00", "2026-12-23 07:00" }) await life.PassToAsync(at);
        Assert.Equal(2, (await life.AlertsAsync()).Count(reason => reason == Reactions.RightDue));
        Assert.Equal(3, (await life.MailsToAsync(Dpo)).Length);
    }

    [Theory]
    [InlineData("donnees@nova.example", "donnees@nova.example")]
    [InlineData(null, "nadia@nova.example")]
    public async Task As_processor_a_technician_passes_it_on_and_who_asked_is_told(string? contact, string to)
    {
        await using var life = new Life(
            Options, customers: new CustomerDirectory([Bench.Nova with { DataProtectionContact = contact is null ? null : MailAddress.Parse(contact) }]));
        var request = await AskAsync(life, "pass");
        var wish = new ActWish(ActVerb.PassOn) { Text = "Accès à ses données." };
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, wish)).Refusal);
        await life.ActAsync(request, ActVerb.MarkProcessor);
        Assert.Empty(await life.NoticesAsync());

        Assert.Null((await life.ActAsync(request, wish)).Refusal);
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, wish)).Refusal);
        Assert.Equal([$"RightPassedOn to {to}", "RightSentOn to paul@nova.example"], (await life.NoticesAsync()).Order(StringComparer.Ordinal));
        var passed = Assert.Single(await life.MailsToAsync(to)).TextBody!.Replace('\u00A0', ' ');
        Assert.All(["Accès à ses données.", "Paul Vasselin", "sous-traitant"], said => Assert.Contains(said, passed, StringComparison.Ordinal));
        Assert.DoesNotContain("Accès à ses données.", (await life.MailsToAsync("paul"))[^1].TextBody, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    /// <summary>Observe-only: the journal says that it has not left, and its release is what passes it on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_passed_on_while_all_is_held_has_not_left(bool released)
    {
        await using var life = new Life(Options with { ObserveOnly = true });
        var request = await AskAsync(life, "pass");
        await life.ActAsync(request, ActVerb.MarkProcessor);
        var wish = new ActWish(ActVerb.PassOn) { Text = "Accès à ses données." };
        Assert.Null((await life.ActAsync(request, wish)).Refusal);
        Assert.Equal((true, null), (await life.StateOfAsync(request)).Rights is { } held ? (held.Held, held.PassedOnAt) : default);
        Assert.Contains("retenue, elle n'est pas partie", await LastLineAsync(life, request), StringComparison.Ordinal);
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, wish)).Refusal);
        Assert.Empty(await life.MailsToAsync("nadia"));
        Assert.DoesNotContain("RightSentOn", string.Join(' ', await life.NoticesAsync()), StringComparison.Ordinal);

        using var decided = new Signal();
        var desk = new HeldEffects(life.Bench.Store, life.Bench.Board, decided, life.Bench.Clock, life.Bench.Steps);
        var notice = await life.NoticeAsync(NoticeKind.RightPassedOn, Life.Address("nadia"));
        Assert.True(released ? await desk.ReleaseAsync(notice.Key, "Hugo", default) : await desk.DropAsync(notice.Key, "Hugo", default));
        Assert.Equal(released ? 1 : 0, (await life.MailsToAsync("nadia")).Length);
        Assert.Equal(released, (await life.StateOfAsync(request)).Rights!.PassedOnAt is not null);
        Assert.Contains(released ? "libérée et transmise au client par Hugo" : "rien n'est parti", await LastLineAsync(life, request), StringComparison.Ordinal);
        // Whoever asked is told of what has left alone; in observe-only that waits for a release of its own.
        Assert.Equal(released ? 1 : 0, (await life.NoticesAsync()).Count(told => told.StartsWith("RightSentOn to paul", StringComparison.Ordinal)));
        // What was dropped may be passed on again.
        Assert.Equal(released ? Refusal.NotAllowedNow : null, (await life.ActAsync(request, wish)).Refusal);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task An_administrator_who_asks_for_themself_is_not_who_it_is_passed_on_to()
    {
        await using var life = new Life(Options);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Asked));
        await life.ActAsync(request, ActVerb.MarkProcessor);
        await life.ActAsync(request, new ActWish(ActVerb.PassOn) { Text = "Accès." });
        Assert.Contains("RightPassedOn to odile@nova.example", await life.NoticesAsync());
    }

    private static async Task<RequestDocument> AskAsync(Life life, string dmarc)
    {
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Asked, dmarc: dmarc));
        Assert.Equal("other.data-rights", request.State.OperationId);
        return request;
    }

    private static async Task<string[]> TechniciansReadAsync(Life life)
    {
        var read = new List<string>();
        foreach (var row in await life.EffectsAsync())
            if (row.Effect is Effect.AlertTechnicians) read.Add(Domain.Words.AlertWords.Say((await life.WordsAsync(row)).Alert!, Domain.Words.Language.French).ToString());
        return [.. read];
    }

    private static async Task<string> LastLineAsync(Life life, RequestDocument request) =>
        JournalWords.Say((await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Right>().Last(), null, Language.French)
            .Replace('’', '\'').Replace('\u00A0', ' ');
}
