using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class ThirdPartyWordsTests
{
    private static readonly Finding Found = Told.Finding("third-party", Verdict.AwaitApproval, "Une phrase rare.") with { IsReading = true };

    [Fact]
    public void A_third_party_learns_the_reference_and_who_confirms()
    {
        var answers = new[]
        {
            new Answer { Greeting = "Claire Aubinet", Requests = [Told.Request(RestoreOperations.Mailbox, Verdict.AwaitApproval, Found)] },
            new Answer { ReaderIsThirdParty = true, FollowUp = true, Requests = [Told.Request(RestoreOperations.Mailbox)] },
        };
        Assert.All(answers, answer =>
        {
            var said = answer.Say();
            Assert.Empty(said.Requests);
            Assert.Equal("Bonjour,", said.Greeting);
            Assert.StartsWith("[SI-7K3M-9QXA] ", said.Subject, StringComparison.Ordinal);
            Assert.Contains("L’administrateur de l’entreprise concernée confirme", said.Opening, StringComparison.Ordinal);
            Assert.All(Told.Sentences(said), Reveals("restauration", "novembre", "rare", "rticle", "Claire", "Microsoft"));
        });
    }

    [Fact]
    public void A_third_party_who_writes_again_has_sent_a_message_and_no_request()
    {
        var answer = new Answer { ReaderIsThirdParty = true, Requests = [Told.Request(RestoreOperations.Mailbox)] };
        Assert.Equal("[SI-7K3M-9QXA] Votre demande est bien reçue", answer.Say().Subject);
        Assert.Equal("[SI-7K3M-9QXA] Votre message est bien reçu", (answer with { FollowUp = true }).Say().Subject);
    }

    [Fact]
    public void A_third_party_is_sent_to_the_administrator_where_there_are_no_words_for_them()
    {
        var notice = new Notice { Kind = NoticeKind.Reply, ReaderIsThirdParty = true, Requests = [Told.Request(RestoreOperations.Mailbox)] };
        Assert.Equal("Votre demande a une suite : l’administrateur de l’entreprise concernée peut vous en parler.", Told.Plain(notice.Say().Opening));
        Assert.Equal("Nous revenons vers vous au sujet de votre demande.", (notice with { Said = "Mots." }).Say().Opening);
    }

    [Fact]
    public void Another_request_of_the_same_message_is_not_told_either()
    {
        var answer = new Answer { Requests = [Told.Request(LicenceOperations.Assign), Told.Request(RestoreOperations.Mailbox, Verdict.AwaitApproval, Found)] };
        Assert.Empty(answer.Say().Requests);
    }

    [Theory]
    [InlineData(NoticeKind.Reply, true)]
    [InlineData(NoticeKind.DetailsNeeded, true)]
    [InlineData(NoticeKind.ApprovalRefused, false)]
    [InlineData(NoticeKind.Declined, false)]
    [InlineData(NoticeKind.Done, false)]
    public void A_third_party_reads_only_what_a_technician_wrote_to_them(NoticeKind kind, bool quoted)
    {
        var said = new Notice { Kind = kind, ReaderIsThirdParty = true, Greeting = "Claire", Said = "Mots.", AskedBy = "Paul", Requests = [Told.Request(RestoreOperations.Mailbox)] }.Say();
        Assert.Equal(quoted, said.Said is not null);
        Assert.Empty(said.Requests);
        Assert.All(Told.Sentences(said), Reveals("restauration", "novembre", "Claire", "Paul"));
    }

    private static Action<string> Reveals(params string[] words) =>
        sentence => Assert.All(words, word => Assert.DoesNotContain(word, sentence, StringComparison.OrdinalIgnoreCase));
}
