using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class TwoForAWipeTests
{
    private readonly TwoForAWipe _clause = new();

    [Fact]
    public void A_lost_phone_is_locked_first_whoever_asks()
    {
        Assert.Equal("phone.lost", _clause.SpeaksOf());
        Assert.All(Enum.GetValues<Role>(), role => Assert.Equal("wipe-takes-two/8/-", _clause.Finds(A.Case(PhoneOperations.Lost, role: role))));
    }

    [Fact]
    public void That_is_a_reading()
    {
        Assert.True(Assert.Single(_clause.Examine(A.Case(PhoneOperations.Lost))).IsReading);
        Assert.Empty(_clause.SpeaksOf(plain => plain with { Readings = Readings.Default with { WipeTakesTwo = false } }));
    }

    [Fact]
    public void A_strangers_word_wipes_nothing() => Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
}
