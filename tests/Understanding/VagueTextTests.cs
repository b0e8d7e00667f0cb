using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Understanding.Tests;

/// <summary>What tells too little to be guessed at is left to a technician, who gets no category that scares.</summary>
public sealed class VagueTextTests
{
    private static readonly LearnedUnderstanding Reader = new();

    [Theory]
    [InlineData("Où en est ma demande ?")]
    [InlineData("Bonjour, avez-vous pu regarder ? Merci")]
    [InlineData("Petite relance concernant ma demande de la semaine dernière.")]
    [InlineData("Vous avez du nouveau pour moi ?")]
    public void A_reminder_in_a_new_mail_is_left_to_a_technician(string text)
    {
        var request = Assert.Single(Read(text));
        Assert.True(request.Abstained);
        Assert.NotEqual(OtherOperations.None, request.Operation);
    }

    [Theory]
    [InlineData("Le truc de Paul")]
    [InlineData("Le truc là")]
    [InlineData("Ça marche pas")]
    [InlineData("Il faudrait voir pour le machin du fond")]
    public void A_text_that_names_nothing_is_left_to_a_technician(string text)
    {
        var request = Assert.Single(Read(text));
        Assert.True(request.Abstained);
        Assert.NotEqual(IncidentOperations.Security, request.Operation);
    }

    [Theory]
    [InlineData("Mon écran ne s'allume plus", "incident.hardware")]
    [InlineData("Mot de passe Office oublié", "licence.password")]
    public void A_short_text_that_names_its_thing_is_answered(string text, string operation)
    {
        var request = Assert.Single(Read(text));
        Assert.Equal((operation, false), (request.Operation.Id, request.Abstained));
    }

    [Theory]
    [InlineData("2 demandes : 1/ restaurer le dossier Plannings effacé hier 2/ le copieur du hall ne scanne plus", "restore.file incident.print")]
    [InlineData("Inès Valbray arrive le 7 avril, il lui faut son compte Microsoft 365 et un smartphone.", "licence.arrival phone.prepare")]
    public void Requests_of_one_sentence_come_in_its_order(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).Select(request => request.Operation.Id)));

    private static ImmutableArray<UnderstoodRequest> Read(string text) =>
        Reader.Understand(new MessageToUnderstand(Channel.Mail, "", text, LabelledRequests.ReceivedAt));
}
