using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class NeededDetailsTests
{
    private readonly NeededDetails _clause = new();

    [Theory]
    [InlineData("mailbox.create", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.close", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.convert-shared", "missing-mailbox/13/await-details")]
    [InlineData("mailbox.redirect", "missing-mailbox/13/await-details")]
    [InlineData("licence.arrival", "missing-person/RGPD I/await-details")]
    [InlineData("licence.departure", "missing-person/RGPD I/await-details")]
    public void What_is_missing_is_asked_for_and_a_name_or_an_address_gives_it(string operation, string found)
    {
        var plain = A.Case(AllOperations.Get(operation));
        Assert.Equal(found, _clause.Finds(plain));
        Assert.Empty(_clause.Finds(plain.About("Bo Autre")));
        Assert.Empty(_clause.Finds(Addressed(plain)));
    }

    [Fact]
    public void Whatever_an_operation_needs_is_asked_for() => Assert.Equal(
        string.Join(' ', AllOperations.List.Where(operation => !operation.Needs.IsEmpty)), _clause.SpeaksOf());

    [Fact]
    public void Every_detail_is_needed_somewhere() => Assert.Equal(
        Enum.GetValues<Detail>(), AllOperations.List.SelectMany(operation => operation.Needs).Distinct().Order());

    [Fact]
    public void A_stranger_is_asked_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));

    private static Case Addressed(Case plain) => plain with
    {
        Request = plain.Request with { Fields = plain.Request.Fields.SetItem(FieldNames.Addresses, "bo.autre@acme.example") },
    };
}
