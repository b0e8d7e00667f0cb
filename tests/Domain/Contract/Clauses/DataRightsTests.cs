using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class DataRightsTests
{
    private readonly DataRights _clause = new();

    [Fact]
    public void Who_exercises_a_right_is_told_the_month_and_the_Cnil()
    {
        Assert.Equal("other.data-rights", _clause.SpeaksOf());
        var text = Assert.Single(_clause.Examine(A.Case(OtherOperations.DataRights))).Text;
        Assert.All(["un mois", "votre entreprise", "CNIL"], said => Assert.Contains(said, text.Fr, StringComparison.Ordinal));
        Assert.All(["one month", "your company", "CNIL"], said => Assert.Contains(said, text.En, StringComparison.Ordinal));
    }

    [Fact]
    public void It_decides_nothing() => Assert.Equal("data-rights/25/-", _clause.Finds(A.Case(OtherOperations.DataRights)));

    [Fact]
    public void A_stranger_is_told_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
}
