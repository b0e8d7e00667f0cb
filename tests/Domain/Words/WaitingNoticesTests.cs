using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

/// <summary>What is said while an answer, a call or the end of a suspension is waited for, and what when it has come.</summary>
public sealed class WaitingNoticesTests
{
    private static readonly AnsweredRequest Incomplete = Told.Request(
        LicenceOperations.Arrival, Verdict.AwaitDetails, Told.Missing("person", "Qui ?"), Told.Missing("date", "Quand ?"));

    private static readonly Finding ByMail = Told.Finding("mail-required", Verdict.Draft, "Par mail.");

    [Fact]
    public void A_question_says_who_asks_and_how_much()
    {
        var notice = new Notice { Kind = NoticeKind.DetailsNeeded, Requests = [Incomplete] };
        Assert.Equal("Il nous manque quelques précisions pour traiter votre demande.", notice.Say().Opening);
        Assert.Equal("Un technicien a besoin de quelques précisions pour traiter votre demande.", (notice with { Said = "Laquelle ?" }).Say().Opening);
        var one = notice with { Requests = [Incomplete with { Findings = Incomplete.Findings[..1] }] };
        Assert.Equal("Il nous manque une précision pour traiter votre demande.", one.Say().Opening);
        Assert.Equal("We need one detail to handle your request.", (one with { Language = Language.English }).Say().Opening);
    }

    [Fact]
    public void What_is_missing_is_listed_only_where_it_is_asked_for()
    {
        Assert.Equal(2, new Notice { Kind = NoticeKind.DetailsNeeded, Requests = [Incomplete] }.Say().Requests[0].Questions.Length);
        Assert.Empty(new Notice { Kind = NoticeKind.InProgress, Requests = [Incomplete] }.Say().Requests[0].Questions);
    }

    [Fact]
    public void A_call_asks_to_be_confirmed_where_one_of_its_requests_must_be()
    {
        AnsweredRequest incident = Told.Request(IncidentOperations.Print), draft = Told.Request(LicenceOperations.Assign, Verdict.Draft, ByMail);
        Assert.StartsWith("[SI-7K3M-9QXA] Votre appel est noté", Of(incident).Subject, StringComparison.Ordinal);
        Assert.Equal("[SI-7K3M-9QXA] Merci de confirmer par écrit votre appel", Of(incident, draft).Subject);
        Assert.StartsWith("[SI-7K3M-9QXA] Merci de confirmer par écrit votre appel : ", Told.Plain(Of(draft).Subject), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_was_partly_understood_may_be_corrected() =>
        Assert.NotNull(Of(Told.Request(IncidentOperations.Print), Told.Request(IncidentOperations.Print) with { Abstained = true }).Closing);

    [Fact]
    public void Words_about_several_requests_are_kept_from_who_may_not_read_one_of_them()
    {
        var notice = new Notice { Kind = NoticeKind.CallWrittenDown, Said = "Mots.", Requests = [Told.Request(IncidentOperations.Print), Incomplete] };
        Assert.NotNull(notice.Say().Said);
        Assert.Null((notice with { Requests = [notice.Requests[0], Incomplete with { DetailsWithheld = true }] }).Say().Said);
    }

    [Fact]
    public void A_suspension_is_said_as_one_to_whoever_may_know()
    {
        var notice = new Notice { Kind = NoticeKind.Suspended, ReaderIsAdministrator = true, Requests = [Told.Request(LicenceOperations.Assign, Verdict.Suspended)] };
        var block = notice.Say().Requests[0];
        Assert.Equal((Tone.Aside, "Service suspendu"), (block.Tone, block.Status));
        Assert.StartsWith("Votre direction peut nous joindre", Assert.Single(block.Steps), StringComparison.Ordinal);
        Assert.StartsWith("Merci d’en parler à votre administrateur", (notice with { ReaderIsAdministrator = false }).Say().Requests[0].Steps[0], StringComparison.Ordinal);
        var withheld = (notice with { Requests = [notice.Requests[0] with { DetailsWithheld = true }] }).Say();
        Assert.Equal("Votre demande est conservée, mais n’est pas traitée pour le moment.", withheld.Opening);
        Assert.Equal((Tone.Waiting, "En attente"), (withheld.Requests[0].Tone, withheld.Requests[0].Status));
        Assert.Equal<string>(["Un technicien revient vers vous."], withheld.Requests[0].Steps);
    }

    [Fact]
    public void The_clock_that_runs_again_gives_a_date_where_there_is_one()
    {
        var notice = new Notice { Kind = NoticeKind.ClockResumed, Requests = [Told.Request(LicenceOperations.Assign)] };
        Assert.EndsWith("le délai court à nouveau, et voici la nouvelle date.", notice.Say().Opening, StringComparison.Ordinal);
        Assert.EndsWith("votre demande reprend son cours.", (notice with { Requests = [Incomplete] }).Say().Opening, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Nous revenons vers vous : ", "We are getting back to you: ")]
    [InlineData(2, "Nous nous permettons de revenir vers vous : ", "Allow us to come back to you: ")]
    [InlineData(3, "Nous nous permettons de revenir vers vous : ", "Allow us to come back to you: ")]
    public void Whoever_is_reminded_again_is_asked_for_leave(int number, string french, string english)
    {
        var notice = new Notice { Kind = NoticeKind.Reminder, Number = number, Requests = [Incomplete] };
        Assert.StartsWith(french, Told.Plain(notice.Say().Opening), StringComparison.Ordinal);
        Assert.StartsWith(english, (notice with { Language = Language.English }).Say().Opening, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verdict.AwaitDetails, true)]
    [InlineData(Verdict.ProveIdentity, true)]
    [InlineData(Verdict.AwaitApproval, false)]
    [InlineData(Verdict.Draft, false)]
    public void Only_a_question_put_to_this_very_reader_is_repeated_to_who_is_unproven(Verdict verdict, bool repeated) => Assert.Equal(
        repeated,
        new Notice { Kind = NoticeKind.Reminder, Said = "Laquelle ?", Requests = [Told.Request(LicenceOperations.Assign, verdict) with { DetailsWithheld = true }] }
            .Say().Said is not null);

    private static WordedAnswer Of(params AnsweredRequest[] requests) => new Notice { Kind = NoticeKind.CallWrittenDown, Requests = [.. requests] }.Say();
}
