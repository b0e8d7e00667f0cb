using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Words;

public sealed class StandingWordsTests
{
    private static readonly DateTimeOffset Visit = new(2026, 12, 1, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RequestState.Draft, Verdict.Draft)]
    [InlineData(RequestState.WaitingForDetails, Verdict.AwaitDetails)]
    [InlineData(RequestState.WaitingForApproval, Verdict.AwaitApproval)]
    [InlineData(RequestState.WaitingForTechnician, Verdict.ProveIdentity)]
    [InlineData(RequestState.ToBeQuoted, Verdict.Quote)]
    [InlineData(RequestState.Accepted, Verdict.Accepted)]
    [InlineData(RequestState.Declined, Verdict.Terminated)]
    public void Where_the_decision_put_it_the_words_are_those_of_the_answer(RequestState state, Verdict verdict)
    {
        var request = Told.Request(LicenceOperations.Departure, verdict, Told.Missing("person", "Qui ?"));
        var standing = new Standing { Request = request, State = state, Greeting = "Ada", ReaderIsAdministrator = true };
        Same(new Answer { Requests = [request], Greeting = "Ada", ReaderIsAdministrator = true }.Say(), standing.Say());
    }

    [Theory]
    [InlineData(RequestState.WaitingForDetails, Verdict.Accepted, NoticeKind.DetailsNeeded)]
    [InlineData(RequestState.WaitingForDetails, Verdict.AwaitDetails, NoticeKind.DetailsNeeded)]
    [InlineData(RequestState.ToBeQuoted, Verdict.Accepted, NoticeKind.ToBeQuoted)]
    [InlineData(RequestState.OnHold, Verdict.Accepted, NoticeKind.OnHold)]
    [InlineData(RequestState.OnHold, Verdict.Suspended, NoticeKind.Suspended)]
    [InlineData(RequestState.InProgress, Verdict.Accepted, NoticeKind.InProgress)]
    [InlineData(RequestState.Done, Verdict.Accepted, NoticeKind.Done)]
    [InlineData(RequestState.Declined, Verdict.Accepted, NoticeKind.Declined)]
    [InlineData(RequestState.Declined, Verdict.AwaitApproval, NoticeKind.ApprovalRefused)]
    [InlineData(RequestState.Withdrawn, Verdict.Accepted, NoticeKind.Withdrawn)]
    public void Where_it_has_moved_on_the_words_are_those_of_the_notice(RequestState state, Verdict verdict, NoticeKind kind)
    {
        var request = Told.Request(LicenceOperations.Assign, verdict);
        var standing = new Standing { Request = request, State = state, Said = "Un mot.", ReopenDays = 10, Language = Language.English };
        Same(new Notice { Kind = kind, Requests = [request], Said = "Un mot.", ReopenDays = 10, Language = Language.English }.Say(), standing.Say());
    }

    [Theory]
    [InlineData(RequestState.Accepted, true)]
    [InlineData(RequestState.InProgress, true)]
    [InlineData(RequestState.OnHold, false)]
    [InlineData(RequestState.Done, false)]
    public void A_planned_visit_is_said_while_it_is_to_come(RequestState state, bool said)
    {
        var standing = new Standing { Request = Told.Request(OtherOperations.Intervention), State = state, VisitAt = Visit };
        Assert.Equal(said ? "Planifiée" : standing.Say().Requests[0].Status, standing.Say().Requests[0].Status);
        Assert.Equal(said, standing.Say().Requests[0].Promise?.Line.Contains("1er\u00a0décembre", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_question_that_is_open_is_told_even_where_the_contract_asked_too()
    {
        var request = Told.Request(LicenceOperations.Departure, Verdict.AwaitDetails, Told.Missing("person", "Qui ?"));
        Assert.Null(new Standing { Request = request, State = RequestState.WaitingForDetails }.Say().Said);
        Assert.Equal("Laquelle ?", Assert.Single(new Standing { Request = request, State = RequestState.WaitingForDetails, Said = "Laquelle ?" }.Say().Said!.Lines));
    }

    [Theory]
    [InlineData(false, "Cette demande est close.")]
    [InlineData(true, "Sans réponse à ce jour, nous avons clos cette demande.")]
    public void A_closed_one_says_why_only_where_that_is_known(bool unanswered, string opening)
    {
        var words = new Standing { Request = Told.Request(LicenceOperations.Assign), State = RequestState.Closed, Unanswered = unanswered }.Say();
        Assert.Equal((opening, "Close"), (words.Opening, words.Requests[0].Status));
    }

    [Fact]
    public void Every_state_has_words_in_both_languages() => Assert.All(
        from state in Enum.GetValues<RequestState>()
        from language in Enum.GetValues<Language>()
        select new Standing { Request = Told.Request(LicenceOperations.Assign), State = state, Language = language },
        standing => Assert.All(Told.Sentences(standing.Say()), sentence => Assert.NotEmpty(sentence)));

    [Fact]
    public void A_line_of_a_list_is_the_request_alone()
    {
        var standing = new Standing { Request = Told.Request(LicenceOperations.Assign), State = RequestState.InProgress };
        Assert.Equal("En cours", standing.Line()!.Status);
        Assert.Equal("SI-7K3M-9QXA", standing.Line()!.Reference);
    }

    [Theory]
    [InlineData(RequestState.Accepted)]
    [InlineData(RequestState.Done)]
    [InlineData(RequestState.Closed)]
    public void Somebody_of_another_company_learns_nothing_of_it(RequestState state)
    {
        var standing = new Standing { Request = Told.Request(LicenceOperations.Assign), State = state, ReaderIsThirdParty = true };
        Assert.Null(standing.Line());
        Assert.DoesNotContain("close", standing.Say().Opening, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_s_request_is_said_to_be_theirs_to_a_reader_of_their_company()
    {
        var standing = new Standing { Request = Told.Request(LicenceOperations.Assign), State = RequestState.Accepted, AskedBy = "Élise d'Orval" };
        Assert.Equal("Cette demande a été faite par Élise d'Orval.", standing.Say().Opening);
        Assert.StartsWith("[SI-7K3M-9QXA] Où en est la demande", standing.Say().Subject, StringComparison.Ordinal);
        Assert.Equal("This request was made by Élise d'Orval.", (standing with { Language = Language.English }).Say().Opening);
        Assert.DoesNotContain("Élise", (standing with { ReaderIsThirdParty = true }).Say().Opening, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_requests_of_one_message_stand_on_one_card()
    {
        var waiting = new Standing
        {
            Request = Told.Request(LicenceOperations.Departure, Verdict.AwaitDetails, Told.Missing("person", "Qui ?")),
            State = RequestState.WaitingForDetails,
            Said = "Laquelle ?",
        };
        var taken = new Standing { Request = Told.Request(LicenceOperations.Assign), State = RequestState.InProgress };
        var both = StandingWords.Say([waiting, taken]);
        Assert.Equal("Voici où en sont vos 2 demandes.", Told.Plain(both.Opening));
        Assert.Equal(["Précisions attendues", "En cours"], both.Requests.Select(request => request.Status));
        Assert.Null(both.Said);
        Same(waiting.Say(), StandingWords.Say([waiting]));
    }

    private static void Same(WordedAnswer expected, WordedAnswer actual)
    {
        Assert.Equal(Told.Sentences(expected), Told.Sentences(actual));
        Assert.Equal(expected.Requests.Select(request => request.Tone), actual.Requests.Select(request => request.Tone));
    }
}
