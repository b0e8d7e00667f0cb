using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Protection;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class BreachClockTests
{
    private readonly BreachClock _clause = new();

    [Fact]
    public void Lost_phones_and_security_incidents_may_be_breaches_and_nothing_else_is()
    {
        Assert.Equal("phone.lost incident.security", _clause.SpeaksOf());
        Assert.Empty(_clause.SpeaksOf(plain => plain.FromStranger()));
    }

    [Theory]
    [InlineData(BreachKind.LostDevice, "possible (appareil ou support perdu ou volé) : si")]
    [InlineData(BreachKind.Misdirected, "possible (envoi à un mauvais destinataire) : si")]
    [InlineData(BreachKind.Compromise, "possible (compte ou appareil compromis) : si")]
    public void Words_of_one_propose_it_for_any_operation_and_the_sentence_says_which(BreachKind kind, string said)
    {
        var plain = A.Case(OtherOperations.Quote);
        Assert.Empty(_clause.Examine(plain));
        Assert.Contains(said, Assert.Single(_clause.Examine(plain with { Request = plain.Request with { Breach = kind } })).Text.Fr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24 10:00", "le mercredi 25~novembre 2026 à~22~h.")]
    [InlineData("2026-11-27 20:00", "le dimanche 29~novembre 2026 à~8~h.")] // days without service count
    [InlineData("2026-10-24 18:00", "le lundi 26~octobre 2026 à~5~h.")] // a day of 25 hours
    [InlineData("2026-03-28 18:00", "le lundi 30~mars 2026 à~7~h.")] // a day of 23 hours
    public void The_36_hours_run_by_the_clock(string received, string until)
    {
        var finding = Assert.Single(_clause.Examine(A.Case(IncidentOperations.Security).At(received)));
        Assert.EndsWith(until, finding.Text.Fr.Replace('\u00A0', '~'), StringComparison.Ordinal);
        Assert.Null(finding.LeadsTo);
    }

    [Fact]
    public void A_person_decides_so_only_technicians_read_it() =>
        Assert.Equal(Audience.Technicians, Assert.Single(_clause.Examine(A.Case(PhoneOperations.Lost))).Audience);
}
