using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class QuestionWordsTests
{
    private static readonly AnsweredRequest Two = Told.Request(
        MailboxOperations.Close, Verdict.AwaitDetails, Told.Missing("mailbox", "Quelle boîte ?"), Told.Missing("person", "Quelle personne ?"),
        Told.Finding("info", null, "Une information."));

    [Fact]
    public void Missing_details_are_a_numbered_list_and_no_reasons()
    {
        var said = Told.Say(Two);
        Assert.Equal([("1.", "Quelle boîte\u202F?"), ("2.", "Quelle personne\u202F?")], said.Questions.Select(question => (question.Number, question.Text)));
        Assert.Equal("Ce qui nous manque", said.QuestionsLabel);
        Assert.Empty(said.Reasons);
        Assert.Equal(["Une information."], said.Notes.Select(note => note.Text));
    }

    [Fact]
    public void The_clock_is_said_to_stand_still_and_no_article_is_named() => Assert.Contains(
        Told.Say(Two).Steps,
        step => step.StartsWith("Nous ne comptons pas de délai", StringComparison.Ordinal) && !step.Contains("rticle", StringComparison.Ordinal));

    [Fact]
    public void One_detail_is_asked_for_as_one()
    {
        var said = Told.Say(Two with { Findings = [Told.Missing("person", "Quelle personne ?")] });
        Assert.Equal("Votre demande est enregistrée. Il nous manque une précision pour la traiter.", said.Lead);
        Assert.Equal("Répondez simplement à ce message avec cette précision.", said.Steps[0]);
    }

    [Theory]
    [InlineData(Verdict.Draft, 1)]
    [InlineData(Verdict.AwaitApproval, 1)]
    [InlineData(Verdict.Quote, 0)]
    [InlineData(Verdict.Suspended, 0)]
    [InlineData(Verdict.Terminated, 0)]
    public void What_will_be_needed_is_asked_at_once_where_the_request_goes_on(Verdict verdict, int questions)
    {
        var said = Told.Say(Told.Request(LicenceOperations.Arrival, verdict, Told.Missing("person", "Quelle personne ?")));
        Assert.Equal(questions, said.Questions.Length);
        Assert.Empty(said.Reasons);
    }

    [Fact]
    public void Neither_an_unproven_sender_nor_an_unsure_reader_asks_anything() => Assert.All(
        [Two with { DetailsWithheld = true }, Two with { Abstained = true }], request => Assert.Empty(Told.Say(request).Questions));

    [Fact]
    public void A_question_for_administrators_alone_is_not_put_to_an_employee() =>
        Assert.Empty(Told.Say(Two with { Findings = [Told.Missing("person", "Qui ?") with { Audience = Audience.Technicians }] }).Questions);

    [Theory]
    [InlineData(48, "48")]
    [InlineData(24, "24")]
    public void The_hours_of_a_draft_are_those_of_the_readings(int hours, string said) => Assert.Contains(
        $"Le délai de {said}\u00A0h commence à la réception de votre confirmation.",
        Told.Say(Told.Request(LicenceOperations.Assign, Verdict.Draft, Told.Finding("application-required", Verdict.Draft, "Une phrase.", "9")) with
        { Hours = hours }).Steps);

    [Theory]
    [InlineData("mail-required", null, "Répondez à ce message")]
    [InlineData("mail-required", "application-required", "Confirmez votre demande dans l’application")]
    [InlineData("application-required", null, "Confirmez votre demande dans l’application")]
    public void A_draft_names_one_way_to_confirm(string code, string? other, string step)
    {
        Finding[] findings = [.. new[] { code, other }.OfType<string>().Select(found => Told.Finding(found, Verdict.Draft, "Une phrase."))];
        Assert.StartsWith(step, Told.Say(Told.Request(MailboxOperations.Absence, Verdict.Draft, [.. findings])).Steps[0], StringComparison.Ordinal);
    }
}
