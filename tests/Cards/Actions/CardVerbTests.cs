using SiOne.Bot.Cards.Actions;

namespace SiOne.Bot.Cards.Tests.Actions;

public sealed class CardVerbTests
{
    // Cards that were posted bear these words: a row is added, and never changed.
    [Theory]
    [InlineData(CardVerb.Refresh, "refresh", CardReaders.Either)]
    [InlineData(CardVerb.Show, "show", CardReaders.Either)]
    [InlineData(CardVerb.Confirm, "confirm", CardReaders.Customers)]
    [InlineData(CardVerb.Withdraw, "withdraw", CardReaders.Customers)]
    [InlineData(CardVerb.GiveDetails, "give-details", CardReaders.Customers)]
    [InlineData(CardVerb.CorrectRequest, "correct-request", CardReaders.Customers)]
    [InlineData(CardVerb.ApproveRequest, "approve-request", CardReaders.Customers)]
    [InlineData(CardVerb.RefuseRequest, "refuse-request", CardReaders.Customers)]
    [InlineData(CardVerb.StillBroken, "still-broken", CardReaders.Customers)]
    [InlineData(CardVerb.Settled, "settled", CardReaders.Customers)]
    [InlineData(CardVerb.Take, "take", CardReaders.Technicians)]
    [InlineData(CardVerb.Start, "start", CardReaders.Technicians)]
    [InlineData(CardVerb.Ask, "ask", CardReaders.Technicians)]
    [InlineData(CardVerb.DetailsCame, "details-came", CardReaders.Technicians)]
    [InlineData(CardVerb.ProveIdentity, "prove-identity", CardReaders.Technicians)]
    [InlineData(CardVerb.Approve, "approve", CardReaders.Technicians)]
    [InlineData(CardVerb.RefuseApproval, "refuse-approval", CardReaders.Technicians)]
    [InlineData(CardVerb.Correct, "correct", CardReaders.Technicians)]
    [InlineData(CardVerb.Quote, "quote", CardReaders.Technicians)]
    [InlineData(CardVerb.QuoteAccepted, "quote-accepted", CardReaders.Technicians)]
    [InlineData(CardVerb.Hold, "hold", CardReaders.Technicians)]
    [InlineData(CardVerb.Resume, "resume", CardReaders.Technicians)]
    [InlineData(CardVerb.PlanVisit, "plan-visit", CardReaders.Technicians)]
    [InlineData(CardVerb.MoveDue, "move-due", CardReaders.Technicians)]
    [InlineData(CardVerb.Complete, "complete", CardReaders.Technicians)]
    [InlineData(CardVerb.Decline, "decline", CardReaders.Technicians)]
    [InlineData(CardVerb.Close, "close", CardReaders.Technicians)]
    [InlineData(CardVerb.Reopen, "reopen", CardReaders.Technicians)]
    [InlineData(CardVerb.Reply, "reply", CardReaders.Technicians)]
    [InlineData(CardVerb.Note, "note", CardReaders.Technicians)]
    [InlineData(CardVerb.StartBreach, "start-breach", CardReaders.Technicians)]
    [InlineData(CardVerb.DismissBreach, "dismiss-breach", CardReaders.Technicians)]
    [InlineData(CardVerb.DraftNotice, "draft-notice", CardReaders.Technicians)]
    [InlineData(CardVerb.SendNotice, "send-notice", CardReaders.Technicians)]
    [InlineData(CardVerb.NoteNotice, "note-notice", CardReaders.Technicians)]
    [InlineData(CardVerb.MarkController, "mark-controller", CardReaders.Technicians)]
    [InlineData(CardVerb.MarkProcessor, "mark-processor", CardReaders.Technicians)]
    [InlineData(CardVerb.PassOn, "pass-on", CardReaders.Technicians)]
    [InlineData(CardVerb.DrawPlan, "draw-plan", CardReaders.Technicians)]
    [InlineData(CardVerb.ApprovePlan, "approve-plan", CardReaders.Technicians)]
    [InlineData(CardVerb.RefusePlan, "refuse-plan", CardReaders.Technicians)]
    [InlineData(CardVerb.TickStep, "tick-step", CardReaders.Technicians)]
    [InlineData(CardVerb.ResumePlan, "resume-plan", CardReaders.Technicians)]
    [InlineData(CardVerb.UndoPlan, "undo-plan", CardReaders.Technicians)]
    [InlineData(CardVerb.CallOffWipe, "call-off-wipe", CardReaders.Technicians)]
    public void A_verb_has_one_word_that_stays_and_its_readers(CardVerb verb, string text, CardReaders readers)
    {
        Assert.Equal((text, readers), (verb.Text(), verb.Readers()));
        Assert.True(CardVerbs.TryParse(text, out var parsed));
        Assert.Equal(verb, parsed);
    }

    [Fact]
    public void There_are_no_other_verbs() => Assert.Equal(45, Enum.GetValues<CardVerb>().Length);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Take")]
    [InlineData("accept-quote")]
    [InlineData("take ")]
    public void Any_other_word_is_none(string? text) => Assert.False(CardVerbs.TryParse(text, out _));

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("0123456789abcdef0123456789abcde", false)]
    [InlineData("0123456789abcdef0123456789abcdeff", false)]
    [InlineData("0123456789abcdef0123456789abcde\u0660", false)]
    [InlineData(null, false)]
    public void An_identifier_is_32_hexadecimal_digits(string? id, bool good)
    {
        Assert.Equal(good, CardAction.IsId(id));
        if (good) Assert.Equal(id, new CardAction(id!, CardVerb.Take).Id);
        else Assert.Throws<ArgumentException>(() => new CardAction(id!, CardVerb.Take));
    }

    [Fact]
    public void An_input_bears_its_action() =>
        Assert.Equal("date-0123456789ab", CardInput.Date.Id(new CardAction("0123456789abcdef0123456789abcdef", CardVerb.PlanVisit)));
}
