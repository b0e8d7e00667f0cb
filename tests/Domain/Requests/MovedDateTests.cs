using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>A date that was moved with a reason, and how long it holds. Received on Tuesday at 10:00, due on Thursday at 10:00.</summary>
public sealed class MovedDateTests
{
    [Fact]
    public void A_new_promise_is_not_told_by_the_date_of_the_old_one()
    {
        var done = Moved("2026-12-04 17:00").Does(new TechnicianAct.Complete(), "2026-12-04 10:00");
        var reopened = done.Says(PlainWord.StillBroken, "2026-12-07 10:00");
        Assert.Equal(Paris.At("2026-12-09 10:00"), reopened.Now.Due!.At);
        Assert.Null(reopened.Now.MovedTo);
    }

    [Fact]
    public void A_later_date_holds_until_the_pauses_have_overtaken_it()
    {
        var moved = Moved("2026-11-26 12:00");
        Assert.Equal(Paris.At("2026-11-26 12:00"), Answered(moved, "2026-11-24 12:00").Now.Due!.At);
        Assert.Equal(Paris.At("2026-11-27 10:00"), Answered(moved, "2026-11-25 11:00").Now.Due!.At);
    }

    [Fact]
    public void What_was_never_moved_has_no_moved_date_after_a_pause() =>
        Assert.Null(Answered(Life.In(RequestState.Accepted), "2026-11-25 11:00").Now.MovedTo);

    [Fact]
    public void The_hour_of_a_departure_stays_when_the_reason_is_not_the_customers()
    {
        var asked = A.Whole(LicenceOperations.Departure).On("2026-12-11");
        var departure = Life.Of(asked with { Request = asked.Request with { Hour = new TimeOnly(17, 0) } });
        var moved = departure.Does(new TechnicianAct.MoveDue(Paris.At("2026-12-14 17:00"), DueReason.SupplierLate), "2026-11-24 11:00");
        Assert.Null(moved.Last.Refusal);
        Assert.Equal((A.Day("2026-12-11"), new TimeOnly(17, 0)), (moved.Now.EffectiveOn!.Value, moved.Now.Hour!.Value));
    }

    [Fact]
    public void Technicians_are_not_alerted_twice_of_a_date_that_has_not_changed()
    {
        var alerted = Life.In(RequestState.Accepted).Ticks(Paris.At("2026-11-26 09:00"));
        Assert.Equal(2, alerted.Now.Escalations.Due);
        var looked = alerted.Does(new TechnicianAct.Correct(alerted.Asked), "2026-11-26 09:10");
        Assert.Equal((alerted.Now.Due, 2), (looked.Now.Due, looked.Now.Escalations.Due));
    }

    [Fact]
    public void When_it_was_done_is_known_after_it_is_closed()
    {
        var done = Life.In(RequestState.Done);
        Assert.Equal(Paris.At("2026-11-25 10:00"), done.Says(PlainWord.Settled, "2026-11-26 10:00").Now.DoneAt);
        Assert.Null(Life.In(RequestState.Closed).Now.DoneAt);
    }

    private static Life Moved(string to) =>
        Life.In(RequestState.Accepted).Does(new TechnicianAct.MoveDue(Paris.At(to), DueReason.SupplierLate), "2026-11-24 10:30");

    private static Life Answered(Life life, string at) => life.Does(new TechnicianAct.Ask("q"), "2026-11-24 11:00").Says(word: null, at);
}
