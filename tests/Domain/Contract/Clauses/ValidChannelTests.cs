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
    // A phone call is no writing, but enough for an incident and a phone (Art. 8, 11, 14, 22).
    [InlineData("incident.hardware", Level.Standard, Channel.Phone, "")]
    [InlineData("incident.hardware", Level.Premium, Channel.Phone, "")]
    [InlineData("incident.help", Level.Serenite, Channel.Phone, "")]
    [InlineData("phone.fault", Level.Standard, Channel.Phone, "")]
    [InlineData("mailbox.create", Level.Standard, Channel.Phone, MailNeeded)]
    [InlineData("licence.password", Level.Premium, Channel.Phone, ApplicationNeeded)]
    [InlineData("restore.file", Level.Serenite, Channel.Phone, ApplicationNeeded)]
    [InlineData("other.intervention", Level.Serenite, Channel.Phone, ApplicationNeeded)] // in writing (XIV 2.5.3)
    [InlineData("phone.lost", Level.Standard, Channel.Phone, "")]
    // Rights on data wait for no channel (Art. 25).
    [InlineData("other.data-rights", Level.Standard, Channel.Application, "")]
    [InlineData("other.data-rights", Level.Premium, Channel.Mail, "")]
    [InlineData("other.data-rights", Level.Serenite, Channel.Phone, "")]
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

    [Theory]
    [InlineData("mailbox.create", Level.Standard, Channel.Mail, "")]
    [InlineData("mailbox.create", Level.Premium, Channel.Application, ApplicationNeeded)]
    [InlineData("mailbox.create", Level.Serenite, Channel.Application, ApplicationNeeded)]
    [InlineData("incident.hardware", Level.Serenite, Channel.Mail, "")]
    public void That_the_bot_is_the_application_is_a_reading(string operation, Level level, Channel channel, string found)
    {
        var readings = Readings.Default with { BotIsTheApplication = false };
        Assert.Equal(found, _clause.Finds(A.Case(AllOperations.Get(operation), level, channel: channel) with { Readings = readings }));
    }

    [Fact]
    public void A_third_party_learns_nothing_of_plans() => Assert.All(Enum.GetValues<Level>(), level =>
        Assert.All(Enum.GetValues<Channel>(), channel =>
            Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create, level, Role.ThirdParty, channel)))));

    [Fact]
    public void A_stranger_learns_nothing_of_channels() =>
        Assert.Empty(_clause.Finds(A.Case(MailboxOperations.Create, channel: Channel.Application).FromStranger()));
}
