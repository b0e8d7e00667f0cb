using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class QuotedWorkTests
{
    private readonly QuotedWork _clause = new();

    [Theory]
    [MemberData(nameof(All))]
    public void Supplies_and_glass_take_a_quote_and_nothing_else_does(string operation) => Assert.Equal(
        operation is "other.quote" or "phone.repair" ? "to-be-quoted/8.1/quote" : "", _clause.Finds(A.Case(AllOperations.Get(operation))));

    [Fact]
    public void A_stranger_gets_no_quote() => Assert.Empty(_clause.Finds(A.Case(OtherOperations.Quote).FromStranger()));

    public static TheoryData<string> All => A.Operations(_ => true);
}
