using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class SignedAmendmentsTests
{
    private readonly SignedAmendments _clause = new();

    [Fact]
    public void A_ticket_changes_no_level()
    {
        Assert.Equal("other.contract", _clause.SpeaksOf(plain => plain.Saying(Matter.LevelChange)));
        Assert.Equal("amendment-needed/6/-", _clause.Finds(A.Case(OtherOperations.Contract).Saying(Matter.LevelChange)));
    }

    [Fact]
    public void Other_matters_of_contract_take_no_amendment()
    {
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.ContractEnd, Matter.BankDetails)));
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.LevelChange).FromStranger()));
    }
}
