using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class EquipmentUnderContractTests
{
    private readonly EquipmentUnderContract _clause = new();

    [Fact]
    public void A_private_device_is_outside_but_in_an_emergency()
    {
        Assert.Equal(
            "licence.install phone.prepare phone.return phone.fault phone.repair phone.settings phone.help "
            + "incident.hardware incident.software incident.network incident.print incident.help",
            _clause.SpeaksOf(plain => plain.Saying(Matter.PersonalDevice)));
        Assert.Equal("private-device/8/quote", _clause.Finds(A.Case(IncidentOperations.Hardware).Saying(Matter.PersonalDevice)));
    }

    [Fact]
    public void Nothing_is_said_of_the_companys_devices() => Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.Accident)));

    [Fact]
    public void A_stranger_learns_nothing_of_equipment() =>
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.PersonalDevice).FromStranger()));
}
