using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What stands around the requests of an answer: subject, greeting, advice, closing.</summary>
public sealed class AnswerFrameTests
{
    private static readonly AnsweredRequest Accepted = Told.Request(LicenceOperations.Assign);

    [Fact]
    public void A_listed_person_is_greeted_by_name_in_their_language()
    {
        var answer = new Answer { Greeting = "Claire Aubinet", Requests = [Accepted] };
        Assert.Equal("Bonjour Claire Aubinet,", answer.Say().Greeting);
        Assert.Equal("Hello Claire Aubinet,", (answer with { Language = Language.English }).Say().Greeting);
        Assert.Equal("Hello,", (answer with { Language = Language.English, Greeting = "\u202E" }).Say().Greeting);
    }

    [Fact]
    public void Whoever_asked_nothing_is_greeted_by_name_too()
    {
        var said = new Answer { Greeting = "Claire", NothingAsked = true }.Say();
        Assert.Equal(("Bonjour Claire,", "Pas de demande dans ce message"), (said.Greeting, said.Subject));
        Assert.Equal("Bonjour,", new Answer { Greeting = "Claire" }.Say().Greeting);
    }

    [Fact]
    public void Only_who_sent_a_secret_is_advised_to_change_it()
    {
        Assert.StartsWith("Votre message semblait contenir un mot de passe", new Answer { SecretReceived = true, Requests = [Accepted] }.Say().Advice, StringComparison.Ordinal);
        Assert.StartsWith(
            "Your message seemed to contain a password",
            new Answer { SecretReceived = true, Language = Language.English }.Say().Advice,
            StringComparison.Ordinal);
        Assert.Null(new Answer { Requests = [Accepted] }.Say().Advice);
    }

    [Fact]
    public void One_request_of_an_unknown_sender_makes_the_whole_answer_neutral() =>
        Assert.Empty(new Answer { Requests = [Accepted, Accepted with { Verdict = Verdict.UnknownSender }] }.Say().Requests);

    [Fact]
    public void A_misreading_is_offered_to_be_corrected_where_anything_was_understood()
    {
        var unsure = Accepted with { Abstained = true };
        Assert.Equal("Nous avons mal compris ? Répondez simplement à ce message.", Told.Plain(new Answer { Requests = [Accepted, unsure] }.Say().Closing!));
        Assert.Null(new Answer { Requests = [unsure, unsure] }.Say().Closing);
    }

    [Fact]
    public void The_subject_of_one_request_says_what_became_of_it()
    {
        var answer = new Answer { Requests = [Accepted] };
        var name = LicenceOperations.Assign.Name;
        Subject("Votre demande est enregistrée", $" : {name.Fr}", answer);
        Subject("Votre message est ajouté à votre demande", $" : {name.Fr}", answer with { FollowUp = true });
        Subject("Votre message est pris en compte", $" : {name.Fr}", answer with { FollowUp = true, Changed = true });
        Subject("Your request is registered", $": {name.En}", answer with { Language = Language.English });
        Subject("Your message is added to your request", $": {name.En}", answer with { Language = Language.English, FollowUp = true });
        Subject("Your message has been taken into account", $": {name.En}", answer with { Language = Language.English, FollowUp = true, Changed = true });
        Subject("Votre demande est enregistrée", "", answer with { Requests = [Accepted with { DetailsWithheld = true }] });
    }

    [Fact]
    public void The_subject_of_several_requests_counts_them()
    {
        var answer = new Answer { Requests = [Accepted, Accepted] };
        Subject("Vos 2 demandes sont enregistrées", "", answer);
        Subject("Your 2 requests are registered", "", answer with { Language = Language.English });
        Subject("Votre message est ajouté à vos 2 demandes", "", answer with { FollowUp = true });
        Subject("Your message is added to your 2 requests", "", answer with { FollowUp = true, Language = Language.English });
        Subject("Votre message est pris en compte", "", answer with { FollowUp = true, Changed = true });
        Subject("Your message has been taken into account", "", answer with { FollowUp = true, Changed = true, Language = Language.English });
    }

    [Fact]
    public void Several_requests_are_called_registered_only_when_each_of_them_is() => Assert.All(
        [Accepted with { Abstained = true }, Accepted with { Verdict = Verdict.AwaitDetails }],
        other =>
        {
            Subject("La suite donnée à vos 2 demandes", "", new Answer { Requests = [Accepted, other] });
            Subject("What happens with your 2 requests", "", new Answer { Requests = [other, Accepted], Language = Language.English });
        });

    [Fact]
    public void Several_requests_are_counted_in_the_opening_too()
    {
        var answer = new Answer { Requests = [Accepted, Accepted] };
        Assert.Equal("Nous avons bien reçu votre message. Il contient 2 demandes : voici la suite donnée à chacune.", Told.Plain(answer.Say().Opening));
        Assert.Equal(
            "Nous avons bien reçu votre message : il est ajouté à vos 2 demandes. Rien d’autre ne change.", Told.Plain((answer with { FollowUp = true }).Say().Opening));
    }

    private static void Subject(string said, string operation, Answer answer) =>
        Assert.Equal($"[SI-7K3M-9QXA] {said}{operation}".Replace('\'', '’'), Told.Plain(answer.Say().Subject));
}
