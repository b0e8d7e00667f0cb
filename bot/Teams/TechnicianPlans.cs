using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Cards;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Teams;

/// <summary>Makes the plan's part of a technicians' card; what it offers is what the local page offers.</summary>
/// <param name="parts">The engine.</param>
internal sealed class TechnicianPlans(EngineParts parts)
{
    private readonly PlanView _page = new(parts.Plans.Desk);

    /// <summary>The plan as it stands, with what may be pressed; no plan where none was drawn up.</summary>
    /// <param name="card">The card.</param>
    /// <param name="document">The request.</param>
    /// <param name="blocked">A plan that was drawn up just now and cannot run: it is shown and kept nowhere. Null: the one that is kept.</param>
    /// <param name="language">Of who reads it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<PaintedPlan> OfAsync(
        ShownCard card, RequestDocument document, Plan? blocked, Language language, CancellationToken cancellationToken)
    {
        var run = blocked is null ? document.State.Run : null;
        var plan = blocked ?? await parts.Plans.Desk.PlanOfAsync(document, cancellationToken);
        var buttons = _page.ActsOn(document).Select(PlanView.VerbOf).OfType<CardVerb>().Where(verb => blocked is null || verb is CardVerb.DrawPlan).OrderBy(Place)
            .Select(verb => GrantOf(card, document, verb)).Select(grant => (Act: ActOf(grant, exists: run is not null, language), Grant: grant)).ToImmutableArray();
        var acts = buttons.Select(button => button.Act).ToImmutableArray();
        ImmutableArray<Grant> grants = [.. buttons.Select(button => button.Grant)];
        if (plan is null) return new PaintedPlan(null, acts, grants);
        var words = (blocked is null ? _page.StandingOf(document, plan, language) : new PlanStanding { Plan = plan, Language = language }).Say();
        var tick = acts.FirstOrDefault(act => act.Action.Verb is CardVerb.TickStep);
        return new PaintedPlan(new PlanCardView(words) { Acts = acts.RemoveAll(act => act == tick), Tick = tick }, [], grants);
    }

    /// <summary>A button about a plan: the plan that is shown lies in the store with it, and the step that stands.</summary>
    private static Grant GrantOf(ShownCard card, RequestDocument document, CardVerb verb)
    {
        var grant = CardButtons.GrantOf(card, document, verb);
        return verb is CardVerb.DrawPlan || document.State.Run is not { } run
            ? grant
            : grant with { Plan = run.Hash, Step = verb is CardVerb.TickStep ? run.Current : null };
    }

    private CardAct ActOf(Grant grant, bool exists, Language language)
    {
        var action = parts.Cards.ActionOf(grant);
        var words = ActWords.OfPlan(action.Verb, exists);
        return new CardAct(action, Typography.Set(words.Name, language), Typography.Set(words.Hint, language));
    }

    /// <summary>What comes next in most cases first.</summary>
    private static int Place(CardVerb verb) => verb switch
    {
        CardVerb.ApprovePlan or CardVerb.ResumePlan or CardVerb.TickStep => 0,
        CardVerb.RefusePlan or CardVerb.CallOffWipe or CardVerb.UndoPlan => 1,
        _ => 2,
    };
}

/// <summary>A plan's part of a card.</summary>
/// <param name="View">The plan; null where none was drawn up.</param>
/// <param name="Acts">What can be done before there is one.</param>
/// <param name="Grants">All of its buttons.</param>
internal sealed record PaintedPlan(PlanCardView? View, ImmutableArray<CardAct> Acts, ImmutableArray<Grant> Grants);
