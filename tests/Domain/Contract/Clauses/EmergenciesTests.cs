using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class EmergenciesTests
{
    private const string Found = "emergency/8/-";

    private readonly Emergencies _clause = new();

    [Theory]
    [MemberData(nameof(All))]
    public void Lost_phones_and_security_incidents_alert_and_nothing_else_does(string operation) => Assert.Equal(
        operation is "phone.lost" or "incident.security" ? Found : "", _clause.Finds(A.Case(AllOperations.Get(operation), role: Role.Employee)));

    [Fact]
    public void The_alert_is_raised_whatever_the_verdict()
    {
        var suspended = A.Case(PhoneOperations.Lost, proven: false)
            .With(s => s with { Suspended = new Suspension(new DateOnly(2026, 1, 1), "unpaid") });
        Assert.Equal(Found, _clause.Finds(suspended));
        Assert.Contains(Terms.Examine(suspended), finding => finding.Code == Emergencies.Code);
    }

    [Fact]
    public void That_it_is_taken_in_at_once_is_a_reading() =>
        Assert.True(Assert.Single(_clause.Examine(A.Case(PhoneOperations.Lost))).IsReading);

    [Fact]
    public void A_strangers_word_raises_no_alert() => Assert.Empty(_clause.Finds(A.Case(PhoneOperations.Lost).FromStranger()));

    public static TheoryData<string> All => A.Operations(_ => true);
}
