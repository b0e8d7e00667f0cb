using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

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

    [Fact]
    public void Other_matters_of_contract_are_no_termination()
    {
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.LevelChange, Matter.BankDetails)));
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.ContractEnd).FromStranger()));
    }
}
