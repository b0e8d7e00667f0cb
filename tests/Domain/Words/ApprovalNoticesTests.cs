using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>A yes or no: what is said to who asked, and what to who decided.</summary>
public sealed class ApprovalNoticesTests
{
    private static readonly AnsweredRequest Waiting = Told.Request(LicenceOperations.Assign, Verdict.AwaitApproval);

    [Fact]
    public void Who_asked_learns_of_the_yes_and_who_gave_it_learns_who_asked()
    {
        var notice = new Notice { Kind = NoticeKind.Approved, Requests = [Told.Request(LicenceOperations.Assign)] };
        Assert.Equal("Votre demande a reçu l’accord qu’elle attendait.", notice.Say().Opening);
        Assert.Equal("Your request has received the approval it was waiting for.", (notice with { Language = Language.English }).Say().Opening);
        var decided = notice with { AskedBy = "Élise d'Orval" };
        Assert.Equal("Nous avons bien reçu votre accord. La demande vient de : Élise d'Orval.", Told.Plain(decided.Say().Opening));
        Assert.Equal("We have received your approval. The request comes from: Élise d'Orval.", (decided with { Language = Language.English }).Say().Opening);
    }

    [Fact]
    public void Who_asked_learns_of_the_no_and_who_said_it_learns_who_asked()
    {
        var notice = new Notice { Kind = NoticeKind.ApprovalRefused, Requests = [Waiting] };
        Assert.StartsWith("Votre administrateur ou votre direction n’a pas donné son accord", notice.Say().Opening, StringComparison.Ordinal);
        Assert.StartsWith("[SI-7K3M-9QXA] Votre demande n’a pas été approuvée", notice.Say().Subject, StringComparison.Ordinal);
        Assert.StartsWith("Pour en savoir plus", notice.Say().Requests[0].Steps[0], StringComparison.Ordinal);
        var decided = (notice with { AskedBy = "Élise d'Orval" }).Say();
        Assert.StartsWith("Nous avons bien reçu votre refus", decided.Opening, StringComparison.Ordinal);
        Assert.EndsWith("Elle vient de : Élise d'Orval.", Told.Plain(decided.Opening), StringComparison.Ordinal);
        Assert.StartsWith("[SI-7K3M-9QXA] La demande n’est pas approuvée", decided.Subject, StringComparison.Ordinal);
        Assert.Equal("La personne qui a fait la demande en est informée.", decided.Requests[0].Steps[0]);
        Assert.Equal((Tone.Aside, "Sans suite"), (decided.Requests[0].Tone, decided.Requests[0].Status));
    }

    [Fact]
    public void A_third_party_who_asks_is_said_to_be_from_outside()
    {
        var outside = Told.Finding("third-party", Verdict.AwaitApproval, "Une phrase.");
        var notice = new Notice { Kind = NoticeKind.ApprovalNeeded, Requests = [Told.Request(LicenceOperations.Assign, Verdict.AwaitApproval, outside)] };
        Assert.StartsWith("Une personne extérieure à votre entreprise nous a adressé une demande.", notice.Say().Opening, StringComparison.Ordinal);
        Assert.StartsWith(
            "Une personne extérieure à votre entreprise, Élise d'Orval, nous a adressé", (notice with { AskedBy = "Élise d'Orval" }).Say().Opening, StringComparison.Ordinal);
        Assert.StartsWith(
            "Somebody from outside your company, Élise d'Orval, has sent us",
            (notice with { AskedBy = "Élise d'Orval", Language = Language.English }).Say().Opening,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Promise.Commitment, true, true)]
    [InlineData(Promise.Target, true, true)]
    [InlineData(Promise.Commitment, false, false)]
    [InlineData(Promise.None, true, false)]
    public void Whoever_is_to_say_yes_learns_whether_time_is_counted(Promise promise, bool paused, bool said) => Assert.Equal(
        said,
        new Notice { Kind = NoticeKind.ApprovalNeeded, Requests = [Waiting with { Promise = promise, Paused = paused }] }.Say()
            .Requests[0].Steps.Contains("Nous ne comptons pas de délai pendant cette attente."));
}
