using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Customers;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Tests.Requests;

namespace SiOne.Bot.Engine.Tests.Protection;

/// <summary>RGPD V from the mail to the notice: alerts once each, and nothing reaches the customer but by a technician's click.</summary>
public sealed class BreachTests
{
    private const string Lost = "Bonjour,\n\nJ'ai perdu mon téléphone professionnel dans le train ce matin.";
    private const string Dpo = "dpo@msp.example";
    private static readonly MailAddress Contact = MailAddress.Parse("donnees@nova.example");

    private static EngineOptions Options { get; } = Bench.Live with
    {
        TechnicianAddress = MailAddress.Parse("technique@msp.example"),
        DataProtectionAddress = MailAddress.Parse(Dpo),
        DataProtectionOfficer = "Maëlle Kerouanton",
    };

    [Fact]
    public async Task A_lost_phone_proposes_it_and_the_officer_reads_who_wrote_what()
    {
        await using var life = new Life(Options);
        var request = await ReportAsync(life);
        Assert.Equal(new BreachTimer(BreachStage.Proposed, request.State.ReceivedAt), request.State.Breach);
        Assert.Equal(["emergency"], await life.AlertsAsync());

        var mail = Assert.Single(await life.MailsToAsync(Dpo));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.All(
            ["démarrer ou écarter", "J'ai perdu mon téléphone", "Paul Vasselin", "identité vérifiée", "Maëlle Kerouanton", "mercredi 25 novembre 2026 à 22 h"],
            said => Assert.Contains(said, mail.TextBody!.Replace('\u00A0', ' '), StringComparison.Ordinal));
        await life.AddsUpAsync();
    }

    /// <summary>What the labelling rules count as an incident of security, in a customer's words.</summary>
    [Theory]
    [InlineData("Bonjour,\n\nOn m'a volé mon ordinateur portable dans ma voiture cette nuit.")]
    [InlineData("Bonjour,\n\nJ'ai envoyé par erreur un mail avec des fiches de paie au mauvais destinataire.")]
    [InlineData("Bonjour,\n\nJ'ai perdu une clé USB avec des fichiers clients.")]
    [InlineData("Bonjour,\n\nJ'ai cliqué sur un lien de phishing et saisi mon mot de passe.")]
    public async Task Stolen_equipment_lost_media_misdirected_mail_and_phishing_propose_it(string text)
    {
        await using var life = new Life(Options);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", text));
        Assert.Equal(("incident.security", BreachStage.Proposed), (request.State.OperationId, request.State.Breach?.Stage));
    }

    /// <summary>Whatever is asked for: the words tell of it, and the card says of what.</summary>
    [Theory]
    [InlineData("Bonjour,\n\nMerci de me faire un devis pour un nouvel ordinateur portable : on m'a volé le mien, mon PC a été volé dans le train.", BreachKind.LostDevice)]
    [InlineData("Bonjour,\n\nPouvez-vous restaurer le fichier Salaires.xlsx ? Je l'ai supprimé. J'ai aussi envoyé ce fichier au mauvais destinataire.", BreachKind.Misdirected)]
    [InlineData("Bonjour,\n\nMerci de réinitialiser le mot de passe Microsoft 365 de Paul Vasselin, sa boîte a été piratée.", BreachKind.Compromise)]
    public async Task Any_operation_proposes_it_and_says_which_kind(string text, BreachKind kind)
    {
        await using var life = new Life(Options);
        var row = await life.MailAsync("paul", text);
        var requests = await Task.WhenAll(row.Requests.Select(life.DocumentAsync));
        var bearer = Assert.Single(requests, request => request.State.Breach is not null);
        Assert.Equal(kind, (await RequestDetails.ReadAsync(life.Bench.Vault, bearer.Id, CancellationToken.None))!.Breach);
        Assert.Contains(kind.Name().Fr, (await life.MailsToAsync(Dpo))[^1].TextBody!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    /// <summary>The 36 hours count from the message that tells of it, and nobody is asked twice about one conversation.</summary>
    [Fact]
    public async Task A_reply_to_a_live_request_proposes_it_as_the_first_message_would()
    {
        await using var life = new Life(Options);
        var first = await life.MailAsync("nadia", Life.Arrival);
        var request = await life.OnlyRequestOfAsync(first);
        Assert.Null(request.State.Breach);
        Assert.Empty(await life.MailsToAsync(Dpo));
        await life.PassAsync(TimeSpan.FromHours(3));

        var told = await life.MailAsync("nadia", "Bonjour,\n\nEn fait mon téléphone a été volé ce matin.", await life.AnswerAsync(first));
        Assert.Equal(LedgerEnd.FollowUp, told.End);
        var state = await life.StateOfAsync(request);
        Assert.Equal((request.State.State, new BreachTimer(BreachStage.Proposed, told.ReceivedAt)), (state.State, state.Breach));
        Assert.Contains(Reactions.BreachProposed, await life.AlertsAsync());
        var mail = Assert.Single(await life.MailsToAsync(Dpo)).TextBody!.Replace('\u00A0', ' ');
        Assert.All(["mon téléphone a été volé", "Nadia", BreachKind.LostDevice.Name().Fr], said => Assert.Contains(said, mail, StringComparison.Ordinal));
        Assert.DoesNotContain("arrive le lundi", mail, StringComparison.Ordinal); // Who decides reads the message that tells of it.
        Assert.DoesNotContain("iolation", string.Join('\n', (await life.MailsToAsync("nadia")).Select(answer => answer.TextBody)), StringComparison.Ordinal);
        Assert.Equal(BreachKind.LostDevice, (await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None))!.Breach);

        await life.MailAsync("nadia", "Bonjour,\n\nJe confirme, mon téléphone a été volé.", await life.AnswerAsync(first));
        Assert.Single(await life.AlertsAsync(), reason => reason == Reactions.BreachProposed);
        Assert.Single(await life.MailsToAsync(Dpo));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_reply_that_tells_of_none_proposes_nothing()
    {
        await using var life = new Life(Options);
        var first = await life.MailAsync("nadia", Life.Arrival);
        await life.MailAsync("nadia", "Bonjour,\n\nEn fait il aura aussi un téléphone.", await life.AnswerAsync(first), subject: "RE: Vol de mon portable");
        Assert.Null((await life.StateOfAsync(await life.OnlyRequestOfAsync(first))).Breach);
        Assert.Empty(await life.MailsToAsync(Dpo));
    }

    [Fact]
    public async Task A_loss_that_asks_for_nothing_is_shown_to_a_technician()
    {
        await using var life = new Life(Options);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", "Bonjour,\n\nPour information, mon ordinateur a été volé. Rien à faire de votre côté, bonne journée !"));
        Assert.Equal(BreachStage.Proposed, request.State.Breach?.Stage);
    }

    /// <summary>Observe-only: the journal says that it has not left, the 36 hours run on, and the release is what notifies.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notice_that_is_held_has_notified_nobody(bool released)
    {
        await using var life = new Life(Options with { ObserveOnly = true }, customers: Directory(Contact));
        var request = await ReportAsync(life);
        await life.ActAsync(request, ActVerb.StartBreach);
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "La notification." })).Refusal);
        Assert.Equal((BreachStage.Running, true), (await life.StateOfAsync(request)).Breach is { } held ? (held.Stage, held.NoticeHeld) : default);
        Assert.Contains("elle n'est pas partie", await LastLineAsync(life, request), StringComparison.Ordinal);
        Assert.Contains("retenue", (await life.MailsToAsync(Dpo))[^1].Subject!, StringComparison.Ordinal);
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "Encore." })).Refusal);
        await life.PassToAsync("2026-11-25 03:00");
        Assert.Contains(Reactions.BreachHalf, await life.AlertsAsync());

        using var decided = new Signal();
        var desk = new HeldEffects(life.Bench.Store, life.Bench.Board, decided, life.Bench.Clock, life.Bench.Steps);
        var notice = await life.NoticeAsync(NoticeKind.BreachNotice, Contact.Value);
        Assert.True(released ? await desk.ReleaseAsync(notice.Key, "Hugo", default) : await desk.DropAsync(notice.Key, "Hugo", default));
        Assert.Equal(released ? 1 : 0, (await life.MailsToAsync(Contact.Value)).Length);
        Assert.Equal(released ? BreachStage.Notified : BreachStage.Running, (await life.StateOfAsync(request)).Breach!.Stage);
        Assert.Contains(released ? "libérée et envoyée par" : "rien n'est parti", await LastLineAsync(life, request), StringComparison.Ordinal);
        // What was dropped may be written and sent again.
        Assert.Equal(released ? Refusal.NotAllowedNow : null, (await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "Corrigée." })).Refusal);
        await life.AddsUpAsync();
    }

    /// <summary>Two persons drop the two readers' notices at one moment: each saw the other's wait, and the request waits for neither.</summary>
    [Fact]
    public async Task Notices_to_two_readers_that_are_dropped_at_one_moment_wait_no_more()
    {
        var two = Bench.Nova with { People = [.. Bench.Nova.People.Select(person => person.Id == "nadia" ? person with { Role = Role.Direction } : person)] };
        await using var life = new Life(Options with { ObserveOnly = true }, customers: new CustomerDirectory([two]));
        var request = await ReportAsync(life);
        await life.ActAsync(request, ActVerb.StartBreach);
        await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "La notification." });
        var (one, other) = (await life.NoticeAsync(NoticeKind.BreachNotice, "odile@nova.example"), await life.NoticeAsync(NoticeKind.BreachNotice, "nadia@nova.example"));

        using var decided = new Signal();
        var isFirst = true;
        var between = new FailingStore(life.Bench.Store)
        {
            BeforeCommit = async (_, real) =>
            {
                if (!isFirst) return;
                isFirst = false;
                Assert.True(await new HeldEffects(real, life.Bench.Board, decided, life.Bench.Clock, life.Bench.Steps).DropAsync(other.Key, "Léna", default));
            },
        };
        Assert.True(await new HeldEffects(between, life.Bench.Board, decided, life.Bench.Clock, life.Bench.Steps).DropAsync(one.Key, "Hugo", default));
        Assert.False(isFirst);
        Assert.Equal((BreachStage.Running, false), (await life.StateOfAsync(request)).Breach is { } timer ? (timer.Stage, timer.NoticeHeld) : default);
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "Corrigée." })).Refusal);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Nothing_reaches_the_customer_by_itself_however_long_it_lasts()
    {
        await using var life = new Life(Options, customers: Directory(Contact));
        await ReportAsync(life);
        foreach (var at in new[] { "2026-11-25 03:00", "2026-11-25 17:00", "2026-11-25 21:00", "2026-11-26 09:00", "2026-11-27 09:00", "2026-12-05 09:00" }) await life.PassToAsync(at);

        string[] all = [Reactions.BreachHalf, Reactions.BreachSoon, Reactions.BreachEnd, Reactions.BreachOverdue];
        Assert.Equal(all, (await life.AlertsAsync()).Where(reason => reason.StartsWith("breach", StringComparison.Ordinal)));
        Assert.Equal(all.Length + 1, (await life.MailsToAsync(Dpo)).Length);
        Assert.DoesNotContain(await life.NoticesAsync(), notice => notice.StartsWith("Breach", StringComparison.Ordinal));
        Assert.Empty(await life.MailsToAsync(Contact.Value));
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task What_a_stop_missed_is_told_once_at_the_next_start()
    {
        await using var life = new Life(Options);
        await ReportAsync(life);
        await life.PassToAsync("2026-11-25 21:30");
        Assert.Equal([Reactions.BreachEnd], (await life.AlertsAsync()).Where(reason => reason.StartsWith("breach", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, "donnees@nova.example", ProtectionReader.Contact)]
    [InlineData(false, "odile@nova.example", ProtectionReader.Direction)]
    public async Task The_notice_is_begun_finished_by_a_person_and_sent_by_mail_once(bool hasContact, string to, ProtectionReader kind)
    {
        await using var life = new Life(Options, customers: Directory(hasContact ? Contact : null));
        var request = await ReportAsync(life);
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "trop tôt" })).Refusal);
        Assert.Null((await life.ActAsync(request, ActVerb.StartBreach)).Refusal);

        var begun = await NoticeAsync(life, request);
        Assert.All(
            ["Ateliers Nova", request.State.Reference.Value, "Paul Vasselin", "Maëlle Kerouanton", Dpo, BreachNoticeText.ToComplete],
            said => Assert.Contains(said, begun, StringComparison.Ordinal));
        Assert.InRange(begun!.Length, 500, 3_500);

        await life.ActAsync(request, new ActWish(ActVerb.DraftNotice) { Text = begun + "\nBrouillon." });
        Assert.EndsWith("Brouillon.", await NoticeAsync(life, request), StringComparison.Ordinal);
        Assert.Empty(await life.MailsToAsync(to));

        var sent = new ActWish(ActVerb.SendNotice) { Text = begun + "\nLe téléphone est verrouillé depuis 11 h." };
        Assert.Null((await life.ActAsync(request, sent)).Refusal);
        Assert.Equal(Refusal.NotAllowedNow, (await life.ActAsync(request, sent)).Refusal);
        Assert.Equal([$"BreachNotice to {to}"], (await life.NoticesAsync()).Where(notice => notice.StartsWith("Breach", StringComparison.Ordinal)));
        var mail = Assert.Single(await life.MailsToAsync(to), mail => mail.Subject!.Contains("violation", StringComparison.Ordinal));
        Assert.Contains("Le téléphone est verrouillé depuis 11 h.", mail.TextBody!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var journalled = (await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Breach>().Select(e => e.What).OfType<BreachEvent.NoticeSent>();
        Assert.Equal((kind, Life.Technician), (Assert.Single(journalled).To, journalled.Single().By.Id));
        await life.PassToAsync("2026-12-05 09:00");
        Assert.DoesNotContain(Reactions.BreachHalf, await life.AlertsAsync());
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task A_notice_given_otherwise_is_noted_with_whom_and_sends_nothing()
    {
        await using var life = new Life(Options, customers: Directory(Contact));
        var request = await ReportAsync(life);
        Assert.True((await life.ActAsync(request, ActVerb.NoteNotice)).Incomplete);
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.NoteNotice) { Text = "Appel à Mme Marchandeau", At = life.Bench.Clock.GetUtcNow() })).Refusal);
        Assert.Equal(BreachStage.Notified, (await life.StateOfAsync(request)).Breach?.Stage);
        Assert.Empty(await life.MailsToAsync(Contact.Value));
        Assert.Contains("notifiée au client", (await life.MailsToAsync(Dpo))[^1].Subject!.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_shows_an_earlier_state_sends_nothing()
    {
        await using var life = new Life(Options, customers: Directory(Contact));
        var request = await ReportAsync(life);
        await life.ActAsync(request, ActVerb.StartBreach);
        var shown = (await life.StateOfAsync(request)).Revision;
        await life.ActAsync(request, new ActWish(ActVerb.DismissBreach) { Text = "Retrouvé, jamais déverrouillé." });
        await life.ActAsync(request, ActVerb.StartBreach);
        Assert.True((await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "périmé", Revision = shown })).OutOfDate);
        Assert.Empty(await life.MailsToAsync(Contact.Value));
    }

    [Fact]
    public async Task Two_at_one_moment_send_one_notice()
    {
        await using var life = new Life(Options, customers: Directory(Contact));
        var request = await ReportAsync(life);
        await life.ActAsync(request, ActVerb.StartBreach);
        var wish = new ActWish(ActVerb.SendNotice) { Text = "La notification." };
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => life.ActAsync(request, wish, by: $"t{i}"))));
        Assert.Single(results, result => result is { Refusal: null, Contended: false });
        Assert.Single(await life.MailsToAsync(Contact.Value));
    }

    [Fact]
    public async Task Where_nobody_is_listed_nothing_can_be_sent_and_the_technician_is_told()
    {
        await using var life = new Life(Options);
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("seul@solo.example", Lost));
        await life.ActAsync(request, ActVerb.StartBreach);
        Assert.True((await life.ActAsync(request, new ActWish(ActVerb.SendNotice) { Text = "La notification." })).Incomplete);
    }

    [Fact]
    public async Task Without_an_address_technicians_alone_are_told()
    {
        await using var life = new Life(Options with { DataProtectionAddress = null });
        await ReportAsync(life);
        await life.PassToAsync("2026-11-25 03:00");
        Assert.DoesNotContain(await life.EffectsAsync(), row => row.Effect is Effect.AlertDataProtection);
        Assert.Contains(Reactions.BreachHalf, await life.AlertsAsync());
    }

    [Fact]
    public async Task What_cannot_be_delivered_to_the_officer_is_told_to_technicians()
    {
        await using var life = new Life(Options);
        life.Bench.Sender.Script = _ => new SendOutcome.Refused(550);
        await ReportAsync(life);
        await life.Bench.SendAllAsync();
        Assert.Contains("undelivered", await life.AlertsAsync());
    }

    private static async Task<string> LastLineAsync(Life life, RequestDocument request) =>
        JournalWords.Say((await life.DocumentAsync(request.Id)).Journal.Select(entry => entry.Event).OfType<RequestEvent.Breach>().Last(e => e.What is not BreachEvent.Alerted), null, Language.French)
            .Replace('’', '\'').Replace('\u00A0', ' ');

    private static async Task<RequestDocument> ReportAsync(Life life)
    {
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("paul", Lost));
        Assert.Equal("phone.lost", request.State.OperationId);
        return request;
    }

    private static async Task<string?> NoticeAsync(Life life, RequestDocument request) =>
        await new BreachNotices(life.Bench.Options, life.Bench.Vault, life.Bench.Customers, life.Bench.Clock).ReadyAsync(await life.DocumentAsync(request.Id), CancellationToken.None);

    private static CustomerDirectory Directory(MailAddress? contact) => new([Bench.Nova with { DataProtectionContact = contact }]);
}
