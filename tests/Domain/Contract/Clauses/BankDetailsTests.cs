using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class BankDetailsTests
{
    private readonly BankDetails _clause = new();

    [Fact]
    public void New_bank_details_are_called_back_whoever_writes() => Assert.All(Enum.GetValues<Role>(), role =>
    {
        Assert.Equal("bank-details-call-back/4/prove-identity", _clause.Finds(A.Case(OtherOperations.Contract, role: role).Saying(Matter.BankDetails)));
        Assert.Equal(
            "bank-details-call-back/4/prove-identity",
            _clause.Finds(A.Case(OtherOperations.Contract, role: role, proven: false).Saying(Matter.BankDetails)));
    });

    [Fact]
    public void Only_a_matter_of_contract_changes_them()
    {
        Assert.Equal("other.contract", _clause.SpeaksOf(plain => plain.Saying(Matter.BankDetails)));
        Assert.Empty(_clause.SpeaksOf());
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.ContractEnd, Matter.LevelChange)));
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.BankDetails).FromStranger()));
    }

    [Fact]
    public void That_is_our_caution_and_not_the_contracts_word() =>
        Assert.True(Assert.Single(_clause.Examine(A.Case(OtherOperations.Contract).Saying(Matter.BankDetails))).IsReading);
}
