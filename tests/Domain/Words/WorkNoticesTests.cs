using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What is said while a request is worked on and when it ends, to who asked and to the person concerned.</summary>
public sealed class WorkNoticesTests
{
    private static readonly AnsweredRequest Accepted = Told.Request(LicenceOperations.Assign, Verdict.Accepted, Told.Finding("info", null, "Une phrase."));

    [Fact]
    public void The_person_concerned_learns_who_asked_and_how_much()
    {
        var name = LicenceOperations.Assign.Name;
        var one = new Notice { Kind = NoticeKind.ForYou, AskedBy = "Élise d'Orval", Requests = [Accepted] };
        Says(one, $"Une demande a été faite pour vous : {name.Fr}", "Élise d'Orval nous a adressé une demande pour vous.");
        Says(one with { Language = Language.English }, $"A request was made for you: {name.En}", "Élise d'Orval has sent us a request for you.");
        var two = one with { Requests = [Accepted, Accepted] };
        Says(two, "2 demandes ont été faites pour vous", "Élise d'Orval nous a adressé 2 demandes pour vous.");
        Says(two with { Language = Language.English }, "2 requests were made for you", "Élise d'Orval has sent us 2 requests for you.");
        Says(
            one with { SenderUnproven = true }, $"Une demande a été faite pour vous : {name.Fr}", "Élise d'Orval nous aurait adressé une demande pour vous.");
    }

    [Fact]
    public void What_is_done_is_said_to_who_asked_and_to_the_person_concerned_in_their_own_words()
    {
        var notice = new Notice { Kind = NoticeKind.Done, Requests = [Accepted] };
        var (asked, concerned) = (notice.Say(), (notice with { AskedBy = "Élise d'Orval" }).Say());
        Assert.StartsWith("[SI-7K3M-9QXA] Votre demande est traitée", asked.Subject, StringComparison.Ordinal);
        Assert.StartsWith("[SI-7K3M-9QXA] La demande faite pour vous est traitée", concerned.Subject, StringComparison.Ordinal);
        Assert.Equal(("Nous avons compris", "La demande"), (asked.Requests[0].TitleLabel, concerned.Requests[0].TitleLabel));
        Assert.EndsWith("nous reprenons votre demande.", asked.Requests[0].Steps[0], StringComparison.Ordinal);
        Assert.EndsWith("nous reprenons la demande.", concerned.Requests[0].Steps[0], StringComparison.Ordinal);
        Assert.EndsWith("take your request up again.", (notice with { Language = Language.English }).Say().Requests[0].Steps[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "take the request up again.",
            (notice with { Language = Language.English, AskedByAddress = "accueil@atelier-rive.example" }).Say().Requests[0].Steps[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_claims_nothing_gets_no_label() =>
        Assert.Null(new Notice { Kind = NoticeKind.ForYou, Requests = [Accepted with { Abstained = true }] }.Say().Requests[0].TitleLabel);

    [Theory]
    [InlineData(NoticeKind.Reopened, "Notre engagement")]
    [InlineData(NoticeKind.ForYou, "Notre engagement")]
    [InlineData(NoticeKind.DueMoved, "Notre engagement, à une nouvelle date")]
    [InlineData(NoticeKind.InProgress, "Notre engagement, inchangé")]
    [InlineData(NoticeKind.Done, null)]
    [InlineData(NoticeKind.Declined, null)]
    [InlineData(NoticeKind.Withdrawn, null)]
    [InlineData(NoticeKind.VisitPlanned, null)]
    public void The_promise_is_told_where_it_still_means_something(NoticeKind kind, string? label) =>
        Assert.Equal(label, new Notice { Kind = kind, Requests = [Accepted] }.Say().Requests[0].Promise?.Label);

    [Theory]
    [InlineData(NoticeKind.Done, Tone.Done)]
    [InlineData(NoticeKind.Declined, Tone.Aside)]
    [InlineData(NoticeKind.DetailsNeeded, Tone.Waiting)]
    [InlineData(NoticeKind.OnHold, Tone.Waiting)]
    [InlineData(NoticeKind.Reply, Tone.Done)]
    public void The_tone_is_that_of_what_happened(NoticeKind kind, Tone tone) =>
        Assert.Equal(tone, new Notice { Kind = kind, Requests = [Accepted] }.Say().Requests[0].Tone);

    [Theory]
    [InlineData(NoticeKind.Corrected, true)]
    [InlineData(NoticeKind.InProgress, false)]
    public void Findings_and_how_to_correct_them_come_with_the_whole_request_alone(NoticeKind kind, bool whole)
    {
        var said = new Notice { Kind = kind, Requests = [Accepted] }.Say();
        Assert.Equal((whole, whole), (said.Closing is not null, said.Requests[0].Notes.Length == 1));
        Assert.Null(new Notice { Kind = kind, Requests = [Accepted with { DetailsWithheld = true }] }.Say().Closing);
    }

    private static void Says(Notice notice, string subject, string opening)
    {
        Assert.Equal($"[SI-7K3M-9QXA] {subject}".Replace('\'', '’'), Told.Plain(notice.Say().Subject));
        Assert.Equal(opening, Told.Plain(notice.Say().Opening));
    }
}
