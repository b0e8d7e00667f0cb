using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class ValidChannelTests
{
    private const string MailNeeded = "mail-required/3/draft";
    private const string ApplicationNeeded = "application-required/9/draft";

    private readonly ValidChannel _clause = new();

    [Theory]
    // A written request that is owed (Art. 3, 9).
    [InlineData("mailbox.create", Level.Standard, Channel.Mail, "")]
    [InlineData("mailbox.create", Level.Standard, Channel.Application, MailNeeded)]
    [InlineData("mailbox.create", Level.Premium, Channel.Mail, ApplicationNeeded)]
    [InlineData("mailbox.create", Level.Premium, Channel.Application, "")]
    [InlineData("mailbox.create", Level.Serenite, Channel.Mail, ApplicationNeeded)]
    [InlineData("mailbox.create", Level.Serenite, Channel.Application, "")]
    [InlineData("licence.password", Level.Premium, Channel.Mail, ApplicationNeeded)]
    [InlineData("restore.file", Level.Serenite, Channel.Mail, ApplicationNeeded)]
    // Interventions: Serenite by mail too (XIV 2.5.3), Premium not.
    [InlineData("incident.hardware", Level.Standard, Channel.Application, MailNeeded)]
    [InlineData("incident.hardware", Level.Premium, Channel.Mail, ApplicationNeeded)]
    [InlineData("incident.hardware", Level.Serenite, Channel.Mail, "")]
    [InlineData("incident.hardware", Level.Serenite, Channel.Application, "")]
    [InlineData("phone.fault", Level.Serenite, Channel.Mail, "")]
    [InlineData("other.intervention", Level.Serenite, Channel.Mail, "")]
    [InlineData("phone.settings", Level.Serenite, Channel.Mail, ApplicationNeeded)]
    [InlineData("other.quote", Level.Serenite, Channel.Mail, ApplicationNeeded)]
    // Emergencies, on every channel (Reading).
    [InlineData("phone.lost", Level.Standard, Channel.Application, "")]
    [InlineData("phone.lost", Level.Premium, Channel.Mail, "")]
    [InlineData("incident.security", Level.Standard, Channel.Application, "")]
    [InlineData("incident.security", Level.Premium, Channel.Mail, "")]
    // Thanks need no channel.
    [InlineData("other.none", Level.Standard, Channel.Application, "")]
    [InlineData("other.none", Level.Premium, Channel.Mail, "")]
    public void Each_level_has_its_channel(string operation, Level level, Channel channel, string found) =>
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation), level, channel: channel)));

    [Theory]
    [InlineData("incident.hardware", Level.Serenite, ApplicationNeeded)]
    [InlineData("incident.security", Level.Serenite, "")] // an emergency still is one
    [InlineData("incident.hardware", Level.Premium, ApplicationNeeded)]
    public void Interventions_by_mail_are_a_reading(string operation, Level level, string found)
    {
        var readings = Readings.Default with { SereniteInterventionsByMail = false };
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation), level, channel: Channel.Mail) with { Readings = readings }));
    }

    [Theory]
    [InlineData("phone.lost", Level.Standard, Channel.Application, MailNeeded)]
    [InlineData("phone.lost", Level.Premium, Channel.Mail, ApplicationNeeded)]
    [InlineData("phone.lost", Level.Standard, Channel.Mail, "")]
    public void Emergencies_on_every_channel_are_a_reading(string operation, Level level, Channel channel, string found)
    {
        var readings = Readings.Default with { EmergenciesOnEveryChannel = false };
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation), level, channel: channel) with { Readings = readings }));
    }

    [Fact]
    public void A_stranger_learns_nothing_of_channels() =>
        Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create, channel: Channel.Application).FromStranger()));
}
