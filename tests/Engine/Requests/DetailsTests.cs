using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Art. 13: "indications précises". What is missing is asked, and the answer in plain words completes the request.</summary>
public sealed class DetailsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_is_missing_is_asked_and_the_clock_stands_still()
    {
        await using var life = new Life();
        var request = await IncompleteAsync(life);

        Assert.Equal((RequestState.WaitingForDetails, true), (request.State.State, request.State.IsPaused));
        Assert.Contains("nom", Assert.Single(await life.MailsToAsync("nadia")).TextBody, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await life.NoticesAsync());
    }

    [Theory]
    [InlineData("Il s'agit de Paul Sourisseau.", "Paul Sourisseau")]
    [InlineData("Bonjour,\n\nIl s’agit de Paul Sourisseau.\n\nCordialement,\nNadia Bellecour", "Paul Sourisseau")]
    [InlineData("1. Paul Sourisseau", "Paul Sourisseau")]
    [InlineData("1) Nom complet : Paul Sourisseau", "Paul Sourisseau")]
    [InlineData("Paul Sourisseau\nNadia Bellecour", "Paul Sourisseau")]
    [InlineData("Nadia Bellecour\nPaul Sourisseau", "Paul Sourisseau")]
    [InlineData("Bonjour Madame\nC'est pour Mme Claire Dupin-Roche.\nMerci Beaucoup", "Claire Dupin-Roche")]
    [InlineData("Bonjour Monsieur,\nM. Paul Sourisseau\nBien Cordialement", "Paul Sourisseau")]
    [InlineData("Elle s'appelle Claire Dupin, merci.", "Claire Dupin")]
    [InlineData("1) Paul Sourisseau 2. lundi", "Paul Sourisseau")]
    [InlineData("Bonjour,\n\n1 - Paul Sourisseau\n\nCordialement,\nNadia Bellecour", "Paul Sourisseau")]
    [InlineData("1° Mme Claire Dupin-Roche ; 2° le 14 décembre", "Claire Dupin-Roche")]
    [InlineData("Mes réponses sont dans votre message.\n\n> 1. Merci de nous indiquer le nom complet de la personne concernée.\nPaul Sourisseau\n> La suite", "Paul Sourisseau")]
    [InlineData("Voir ci-dessous.\n\nDe : SI-ONE Support <support@msp.example>\nEnvoyé : mardi 24 novembre 2026 10:00\nÀ : nadia@nova.example\nObjet : Votre demande\n\nCe qui nous manque\n1. Merci de nous indiquer le nom complet de la personne concernée.\nPaul Sourisseau\n\nLa suite", "Paul Sourisseau")]
    [InlineData("Voir ci-dessous.\n\nLe mar. 24 nov. 2026 à 10:00, SI-ONE Support <support@msp.example> a écrit :\n> 1. Merci de nous indiquer le nom complet de la personne\n> concernée. Paul Sourisseau\n> La suite", "Paul Sourisseau")]
    public async Task The_name_alone_is_an_answer(string answer, string name)
    {
        await using var life = new Life();
        var request = await IncompleteAsync(life);
        await life.PassAsync(5 * Hour);
        await ReplyAsync(life, request, answer);

        var state = await life.StateOfAsync(request);
        Assert.Equal((RequestState.Accepted, true), (state.State, state.ClockRuns));
        Assert.Equal(name, (await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None))!.Person);
        Assert.Equal(Bench.Start + 5 * Hour, state.Pauses[^1].To);
        Assert.Equal(["ClockResumed to nadia@nova.example"], await life.NoticesAsync());
        Assert.Empty(await life.AlertsAsync());
        Assert.Contains(Instants.Say(state.Due!.At, Language.French), (await life.MailsToAsync("nadia"))[^1].TextBody, StringComparison.Ordinal);
        await life.AddsUpAsync();
    }

    [Theory]
    [InlineData("compta@nova.example")]
    [InlineData("C'est pour compta@nova.example")]
    public async Task An_address_is_an_answer_too(string answer)
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", "Bonjour,\n\nMerci de créer une nouvelle boîte mail."));
        Assert.Equal(("mailbox.create", RequestState.WaitingForDetails), (request.State.OperationId, request.State.State));
        await ReplyAsync(life, request, answer);

        Assert.Equal(RequestState.Accepted, (await life.StateOfAsync(request)).State);
        var details = await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None);
        Assert.Contains(details!.Fields, field => field.Value.Contains("compta@nova.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Je vous dis cela demain.\n\nNadia Bellecour")]
    [InlineData("Nadia Bellecour")]
    [InlineData("Bonjour Madame,\n\nJe vous rappelle.\n\nBien Cordialement\nNadia Bellecour\nAteliers Nova")]
    [InlineData("Merci Beaucoup")]
    [InlineData("D'accord.")]
    public async Task A_signature_or_a_courtesy_is_no_answer_and_somebody_reads_the_message(string answer)
    {
        await using var life = new Life();
        var request = await IncompleteAsync(life);
        await ReplyAsync(life, request, answer);

        Assert.Equal(RequestState.WaitingForDetails, (await life.StateOfAsync(request)).State);
        Assert.Equal([Reactions.FollowUp], await life.AlertsAsync());
        Assert.Null((await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None))!.Person);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Somebody_elses_answer_is_read_by_a_person_and_keeps_nothing()
    {
        await using var life = new Life();
        var request = await IncompleteAsync(life);
        await life.MailAsync("zoe", "Il s'agit de Paul Sourisseau.", subject: $"RE: [{request.State.Reference}]");

        Assert.Equal(RequestState.WaitingForDetails, (await life.StateOfAsync(request)).State);
        Assert.Null((await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None))!.Person);
    }

    [Fact]
    public async Task A_technicians_question_is_answered_by_a_reply_and_the_work_goes_on()
    {
        await using var life = new Life();
        var request = await life.OnlyRequestOfAsync(await life.MailAsync("nadia", Life.Arrival));
        Assert.Null((await life.ActAsync(request, new ActWish(ActVerb.Ask) { Text = "De quelle licence a-t-il besoin ?" })).Refusal);
        Assert.Equal(RequestState.WaitingForDetails, (await life.StateOfAsync(request)).State);
        var notice = await life.NoticeAsync(NoticeKind.DetailsNeeded, "nadia");
        Assert.Contains("De quelle licence", (await life.MailsToAsync("nadia"))[^1].TextBody, StringComparison.Ordinal);

        await life.PassAsync(Hour);
        await life.MailAsync("nadia", "La même que celle de Paul Vasselin.", notice);
        Assert.Equal(RequestState.Accepted, (await life.StateOfAsync(request)).State);
        Assert.Equal("Paul Sourisseau", (await RequestDetails.ReadAsync(life.Bench.Vault, request.Id, CancellationToken.None))!.Person);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Questions_about_two_requests_are_numbered_through_and_a_part_of_the_answers_leaves_the_rest_asked()
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", "Bonjour,\n\nUne nouvelle collègue arrive le lundi 14 décembre 2026, merci de créer son compte Microsoft 365.\n\nMerci aussi de rediriger les mails de l'ancienne comptable vers la direction.");
        Assert.Equal(2, row.Requests.Length);
        var (first, second) = (row.Requests[0], row.Requests[1]);
        Assert.All(row.Requests, id => Assert.Equal(RequestState.WaitingForDetails, life.DocumentAsync(id).GetAwaiter().GetResult().State.State));
        var asked = Assert.Single(await life.MailsToAsync("nadia"));
        Assert.Contains("1. Merci", asked.TextBody, StringComparison.Ordinal);
        Assert.Contains("2. Merci", asked.TextBody, StringComparison.Ordinal);

        await life.MailAsync("nadia", "2. compta@nova.example", await life.AnswerAsync(row));
        Assert.Equal((RequestState.WaitingForDetails, null), ((await life.DocumentAsync(first)).State.State, (await RequestDetails.ReadAsync(life.Bench.Vault, first, CancellationToken.None))!.Person));
        Assert.Equal(RequestState.Accepted, (await life.DocumentAsync(second)).State.State);
        Assert.Empty((await life.DocumentAsync(first)).State.FollowUps);
        Assert.Empty(await life.AlertsAsync());
        var rest = (await life.MailsToAsync("nadia")).Single(mail => mail.TextBody!.Contains("1. Merci", StringComparison.Ordinal) && mail.MessageId != asked.MessageId);
        Assert.DoesNotContain("2. Merci", rest.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain((await life.DocumentAsync(second)).State.Reference.Value, rest.TextBody, StringComparison.Ordinal);
        await life.AddsUpAsync();

        await life.MailAsync("nadia", "1. Paul Sourisseau", inReplyTo: rest.MessageId);
        Assert.Equal(RequestState.Accepted, (await life.DocumentAsync(first)).State.State);
        await life.AddsUpAsync();
    }

    [Fact]
    public async Task Both_answers_in_one_line_go_each_to_its_request()
    {
        await using var life = new Life();
        var row = await life.MailAsync("nadia", "Bonjour,\n\nUne nouvelle collègue arrive le lundi 14 décembre 2026, merci de créer son compte Microsoft 365.\n\nMerci aussi de rediriger les mails de l'ancienne comptable vers la direction.");
        await life.MailAsync("nadia", "1) Claire Dupin 2) compta@nova.example", await life.AnswerAsync(row));

        Assert.Equal("Claire Dupin", (await RequestDetails.ReadAsync(life.Bench.Vault, row.Requests[0], CancellationToken.None))!.Person);
        Assert.Null((await RequestDetails.ReadAsync(life.Bench.Vault, row.Requests[1], CancellationToken.None))!.Person);
        Assert.All(row.Requests, id => Assert.Equal(RequestState.Accepted, life.DocumentAsync(id).GetAwaiter().GetResult().State.State));
        await life.AddsUpAsync();
    }

    private static async Task<RequestDocument> IncompleteAsync(Life life)
    {
        var row = await life.MailAsync("nadia", "Bonjour,\n\nUne nouvelle collègue arrive le lundi 14 décembre 2026, merci de créer son compte Microsoft 365.");
        var request = await life.OnlyRequestOfAsync(row);
        Assert.Equal("licence.arrival", request.State.OperationId);
        return request;
    }

    private static async Task ReplyAsync(Life life, RequestDocument request, string answer) =>
        await life.MailAsync("nadia", answer, subject: $"RE: [{request.State.Reference}]");
}
