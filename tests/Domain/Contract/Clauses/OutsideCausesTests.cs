using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Contract.Clauses;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Domain.Tests.Contract.Clauses;

public sealed class OutsideCausesTests
{
    private readonly OutsideCauses _clause = new();

    [Fact]
    public void An_accident_is_shown_to_the_technician_alone_and_refuses_nothing()
    {
        var finding = Assert.Single(_clause.Examine(A.Case(IncidentOperations.Hardware).Saying(Matter.Accident)));
        Assert.Equal(("may-be-billed", "8.1", null, Audience.Technicians), (finding.Code, finding.Article.Number, finding.LeadsTo, finding.Audience));
    }

    [Fact]
    public void Incidents_and_phones_have_causes() => Assert.Equal(
        string.Join(' ', AllOperations.List.Where(operation => operation.Category is Category.Phone or Category.Incident)),
        _clause.SpeaksOf(plain => plain.Saying(Matter.Accident)));

    [Fact]
    public void Nothing_is_alleged_that_the_words_do_not_say()
    {
        Assert.Empty(_clause.SpeaksOf());
        Assert.Empty(_clause.SpeaksOf(plain => plain.Saying(Matter.Accident).FromStranger()));
    }
}
