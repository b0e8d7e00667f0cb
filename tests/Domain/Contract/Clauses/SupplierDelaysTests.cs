using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class SupplierDelaysTests
{
    private readonly SupplierDelays _clause = new();

    [Theory]
    [InlineData("licence.purchase", "supplier-delay/10/-")]
    [InlineData("licence.training", "by-appointment/14/-")]
    public void What_waits_for_others_is_said(string operation, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation))));

    /// <summary>Art. 14 promises 48 hours for its operations; these two depend on somebody else's time.</summary>
    [Fact]
    public void It_is_said_where_a_target_stands_among_commitments() => Assert.Equal(
        string.Join(' ', AllOperations.List.Where(operation => operation is { Category: Category.Licence, Promise: Promise.Target })),
        _clause.SpeaksOf());

    [Fact]
    public void A_stranger_waits_for_nobody() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
}
