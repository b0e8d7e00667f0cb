using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What one request says of itself: its title, its status, what is asked and what comes next.</summary>
public sealed class RequestWordsTests
{
    private static readonly Finding Person = Told.Missing("person", "Quelle personne ?");
    private static readonly Finding Mailbox = Told.Missing("mailbox", "Quelle boîte ?");
    private static readonly Finding InTheApplication = Told.Finding("application-required", Verdict.Draft, "Dans l’application.", "9");

    [Fact]
    public void The_title_claims_to_have_understood_only_where_that_is_so()
    {
        var request = Told.Request(LicenceOperations.Assign);
        Assert.Equal("Nous avons compris", Told.Say(request).TitleLabel);
        Assert.Equal("Catégorie", Told.Say(request with { DetailsWithheld = true }).TitleLabel);
        Assert.Null(Told.Say(request with { Abstained = true }).TitleLabel);
        Assert.Equal("Demande confiée à un technicien", Told.Say(request with { Abstained = true }).Title);
    }

    [Theory]
    [InlineData(Verdict.Accepted, "Bien reçue")]
    [InlineData(Verdict.Quote, "Bien reçue")]
    [InlineData(Verdict.Suspended, "Service suspendu")]
    [InlineData(Verdict.Terminated, "Contrat terminé")]
    public void What_depends_on_the_operation_is_not_said_where_it_is_unsure(Verdict verdict, string status) =>
        Assert.Equal(status, Told.Say(Told.Request(LicenceOperations.Assign, verdict) with { Abstained = true }).Status);

    [Theory]
    [InlineData(Verdict.Accepted, "Enregistrée")]
    [InlineData(Verdict.AwaitApproval, "En attente d’un accord")]
    [InlineData(Verdict.ProveIdentity, "Nous vous appelons")]
    [InlineData(Verdict.AwaitDetails, "Bien reçue")]
    [InlineData(Verdict.Quote, "Bien reçue")]
    [InlineData(Verdict.Suspended, "Bien reçue")]
    [InlineData(Verdict.Terminated, "Bien reçue")]
    public void What_tells_of_the_contract_is_not_said_to_an_unproven_sender(Verdict verdict, string status) =>
        Assert.Equal(status, Told.Say(Told.Request(LicenceOperations.Assign, verdict) with { DetailsWithheld = true }).Status);

    [Fact]
    public void Findings_are_not_shown_where_the_operation_is_unsure()
    {
        var found = Told.Finding("some-code", null, "Une phrase.");
        Assert.Empty(Told.Say(Told.Request(LicenceOperations.Assign, Verdict.Accepted, found) with { Abstained = true }).Notes);
        Assert.Single(Told.Say(Told.Request(LicenceOperations.Assign, Verdict.Accepted, found)).Notes);
    }

    [Fact]
    public void The_lead_counts_what_is_missing()
    {
        Assert.EndsWith("Il nous manque quelques précisions pour la traiter.", Details(Person, Mailbox).Lead, StringComparison.Ordinal);
        Assert.EndsWith("Il nous manque une précision pour la traiter.", Details(Person).Lead, StringComparison.Ordinal);
        Assert.Equal(
            "Votre demande est conservée. Il reste une étape pour qu’elle soit valable.",
            Told.Say(Told.Request(LicenceOperations.Arrival, Verdict.Draft, InTheApplication, Person)).Lead);
    }

    [Fact]
    public void The_step_counts_what_is_missing()
    {
        Assert.Equal("Répondez simplement à ce message, en reprenant les numéros.", Details(Person, Mailbox).Steps[0]);
        Assert.Equal("Répondez simplement à ce message avec ces précisions.", Details().Steps[0]);
    }

    [Theory]
    [InlineData(Verdict.AwaitDetails, "Ce qui nous manque")]
    [InlineData(Verdict.Draft, "Il nous manque aussi")]
    [InlineData(Verdict.AwaitApproval, "Il nous manque aussi")]
    public void What_else_is_missing_is_said_to_be_something_else(Verdict verdict, string label) =>
        Assert.Equal(label, Told.Say(Told.Request(LicenceOperations.Arrival, verdict, Person)).QuestionsLabel);

    [Theory]
    [InlineData(Verdict.AwaitDetails, false)]
    [InlineData(Verdict.Draft, false)]
    [InlineData(Verdict.AwaitApproval, true)]
    public void Who_writes_again_is_not_asked_for_what_the_message_may_hold(Verdict verdict, bool lead)
    {
        var said = Again(Told.Request(LicenceOperations.Arrival, verdict, Person));
        Assert.Empty(said.Questions);
        Assert.Equal(lead, said.Lead is not null);
        Assert.DoesNotContain(said.Steps, step => step.StartsWith("Indiquez-nous aussi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Verdict.Draft)]
    [InlineData(Verdict.AwaitApproval)]
    public void Details_may_come_before_the_confirmation_or_the_approval(Verdict verdict)
    {
        const string Too = "Indiquez-nous aussi ce qui manque, en réponse à ce message : vous gagnerez du temps.";
        Assert.Contains(Too, Told.Say(Told.Request(LicenceOperations.Arrival, verdict, Person)).Steps.Select(Told.Plain));
        Assert.DoesNotContain(Too, Told.Say(Told.Request(LicenceOperations.Arrival, verdict)).Steps.Select(Told.Plain));
    }

    [Theory]
    [InlineData("mail-required", "Un technicien lit votre message")]
    [InlineData("application-required", "Confirmez votre demande dans l’application")]
    public void A_reply_confirms_a_draft_only_where_a_mail_is_enough(string code, string step) => Assert.StartsWith(
        step, Again(Told.Request(LicenceOperations.Assign, Verdict.Draft, Told.Finding(code, Verdict.Draft, "Une phrase."))).Steps[0], StringComparison.Ordinal);

    [Fact]
    public void A_reply_does_not_stand_for_an_approval()
    {
        var request = Told.Request(LicenceOperations.Assign, Verdict.AwaitApproval, Told.Finding("mail-required", Verdict.Draft, "Par mail."));
        Assert.StartsWith("Nous demandons l’accord", Again(request).Steps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void No_hours_start_where_none_are_promised() => Assert.Single(
        Told.Say(Told.Request(IncidentOperations.Print, Verdict.Draft, InTheApplication)).Steps);

    [Fact]
    public void An_emergency_is_handled_as_a_priority_and_hidden_with_the_details()
    {
        var request = Told.Request(IncidentOperations.Security);
        Assert.Equal<string>(["Nos techniciens sont alertés dès maintenant.", "Un technicien s’en occupe en priorité."], Told.Say(request).Steps);
        Assert.Equal<string>(["Vous n’avez rien à faire : un technicien s’en occupe."], Told.Say(request with { DetailsWithheld = true }).Steps.Select(Told.Plain));
    }

    [Fact]
    public void Whoever_waits_for_an_approval_may_speak_of_it()
    {
        Assert.Equal("Vous pouvez aussi en parler à votre direction, en citant la référence SI-7K3M-9QXA.", Waits(LicenceOperations.Teams));
        Assert.Equal("Vous pouvez aussi leur en parler, en citant la référence SI-7K3M-9QXA.", Waits(LicenceOperations.Assign));

        static string Waits(Operation operation) => Told.Say(Told.Request(operation, Verdict.AwaitApproval)).Steps[1];
    }

    [Fact]
    public void Only_a_missing_detail_is_asked_as_a_question()
    {
        var unclear = Told.Finding("unclear-date", Verdict.AwaitDetails, "La date est ambiguë.");
        var owed = Told.Finding("missing-notice", null, "Le préavis est court.");
        var said = Details(unclear, owed, Person);
        Assert.Equal(["Quelle personne ?"], said.Questions.Select(question => Told.Plain(question.Text)));
        Assert.Equal(["La date est ambiguë."], said.Reasons.Select(reason => reason.Text));
        Assert.Equal(["Le préavis est court."], said.Notes.Select(reason => reason.Text));
    }

    private static WordedRequest Details(params Finding[] findings) => Told.Say(Told.Request(MailboxOperations.Close, Verdict.AwaitDetails, [.. findings]));

    private static WordedRequest Again(AnsweredRequest request) => new Answer { FollowUp = true, Requests = [request] }.Say().Requests[0];
}
