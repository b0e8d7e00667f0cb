using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class TerminationByLetterTests
{
    private readonly TerminationByLetter _clause = new();

    [Fact]
    public void A_ticket_ends_no_contract()
    {
        Assert.Equal("other.contract", _clause.SpeaksOf(plain => plain.Saying(Matter.ContractEnd)));
        Assert.Equal("no-valid-notice/2/-", _clause.Finds(A.Case(OtherOperations.Contract).Saying(Matter.ContractEnd)));
    }

    [Fact]
    public void The_answer_says_how_it_is_ended()
    {
        var text = Assert.Single(_clause.Examine(A.Case(OtherOperations.Contract).Saying(Matter.ContractEnd))).Text;
        Assert.Contains("lettre recommandée, trois mois avant l’échéance", text.Fr, StringComparison.Ordinal);
        Assert.Contains("registered letter, three months before", text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-30 23:59", "2026-09-30")] // the last day itself
    [InlineData("2026-10-01 00:00", "2029-09-30")] // a day late: the contract runs on for its next term (tacit renewal)
    [InlineData("2024-01-01 10:00", "2026-09-30")]
    public void An_administrator_reads_until_when_the_letter_has_to_arrive(string received, string last)
    {
        var asked = A.Case(OtherOperations.Contract).Saying(Matter.ContractEnd)
            .With(s => s with { Term = new ContractTerm(new DateOnly(2024, 1, 1), 36) }) with
        { ReceivedAt = Paris.At(received) };
        var told = _clause.Examine(asked)[1];
        Assert.Equal(("last-notice-day", Audience.Administrators, null), (told.Code, told.Audience, told.LeadsTo));
        Assert.Contains(Instants.Say(A.Day(last), Language.French), told.Text.Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_matters_of_contract_are_no_termination()
    {
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.LevelChange, Matter.BankDetails)));
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.ContractEnd).FromStranger()));
    }
}
