using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Layout;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Execution;

namespace SiOne.Bot.Host.Teams;

/// <summary>
/// Clicks on a plan. Who acts is the account of the authenticated activity, and which plan was shown is what the store keeps with the button: nothing
/// of either is taken from the card.
/// </summary>
/// <param name="desk">What technicians do with plans.</param>
internal sealed class PlanClicks(PlanDesk desk)
{
    /// <summary>Does what the button means, or tells why not. Null: what the card asked is not what is asked now (another plan, another yes), and nothing is done.</summary>
    /// <param name="pressed">The button, about a plan.</param>
    /// <param name="document">The request as it stands.</param>
    /// <param name="by">Who, by the name in the journal.</param>
    /// <param name="account">Their account and its tenant.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<PlanResult?> DoAsync(PressedButton pressed, RequestDocument document, Actor by, SignedInAccount account, CancellationToken cancellationToken)
    {
        var (submit, grant, verb, _, _) = pressed;
        var state = document.State;
        if (grant.Revision != state.Revision) return null;
        var id = account.AccountId.ToString("D");
        return (verb, grant.Plan, grant.Step) switch
        {
            (CardVerb.DrawPlan, _, _) => await desk.DrawAsync(state.Reference, by, cancellationToken),
            (CardVerb.ApprovePlan, { } plan, _) => await desk.ApproveAsync(
                state.Reference, by, new ApprovalClick(id, account.TenantId, plan, submit[CardInput.Confirmation]), cancellationToken),
            (CardVerb.RefusePlan, { } plan, _) => await desk.RefuseAsync(state.Reference, by, cancellationToken, plan),
            (CardVerb.CallOffWipe, { } plan, _) => await desk.CallOffAsync(state.Reference, by, cancellationToken, plan),
            (CardVerb.TickStep, { } plan, { } step) => await desk.TickAsync(state.Reference, by, step, cancellationToken, plan),
            (CardVerb.ResumePlan, { } plan, _) => await desk.ResumeAsync(state.Reference, by, cancellationToken, plan),
            (CardVerb.UndoPlan, { } plan, _) => await desk.UndoAsync(state.Reference, by, id, cancellationToken, plan),
            _ => new PlanResult(document, null, Refusal.NotAllowedNow),
        };
    }

    /// <summary>What became of it, in a line.</summary>
    public static CardBanner BannerOf(PlanResult? result, Language language) => result switch
    {
        null => CardBanner.Stale(language),
        { Why: { } why } => CardBanner.Refused(Typography.Set(why, language)),
        _ => CardBanner.Heard(language),
    };
}
