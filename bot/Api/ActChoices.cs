using System.Collections.Immutable;
using SiOne.Bot.Cards.Actions;
using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Host.Api;

/// <summary>What page and cards offer to do to a request: what <see cref="AllowedActs"/> allows where it stands, with what has to be given.</summary>
internal static class ActChoices
{
    private static readonly ImmutableArray<(ActVerb Verb, Type Act, Func<Request, bool> First)> All =
    [
        (ActVerb.Approve, typeof(TechnicianAct.NoteApproval), state => state.State is RequestState.WaitingForApproval),
        (ActVerb.RefuseApproval, typeof(TechnicianAct.NoteApproval), state => state.State is RequestState.WaitingForApproval),
        (ActVerb.ProveIdentity, typeof(TechnicianAct.ProveIdentity), state => state.Verdict is Verdict.ProveIdentity),
        (ActVerb.DetailsCame, typeof(TechnicianAct.DetailsCame), _ => true),
        (ActVerb.QuoteAccepted, typeof(TechnicianAct.QuoteAccepted), _ => true),
        (ActVerb.Resume, typeof(TechnicianAct.Resume), _ => true),
        (ActVerb.Start, typeof(TechnicianAct.Start), _ => true),
        (ActVerb.Complete, typeof(TechnicianAct.Complete), state => state.State is RequestState.InProgress),
        (ActVerb.Reopen, typeof(TechnicianAct.Reopen), state => state.State is RequestState.Done),
        (ActVerb.Take, typeof(TechnicianAct.Take), state => state.TakenBy is null && state.State is not RequestState.Accepted),
        (ActVerb.StartBreach, typeof(TechnicianAct.StartBreach), state => state.Breach is { Stage: BreachStage.Proposed }),
        (ActVerb.SendNotice, typeof(TechnicianAct.SendNotice), _ => true),
        (ActVerb.DraftNotice, typeof(TechnicianAct.DraftNotice), _ => true),
        (ActVerb.DismissBreach, typeof(TechnicianAct.DismissBreach), state => state.Breach is { Stage: BreachStage.Proposed }),
        (ActVerb.NoteNotice, typeof(TechnicianAct.NoteNotice), state => state.Breach is { Stage: BreachStage.Running }),
        (ActVerb.MarkController, typeof(TechnicianAct.MarkDataRole), state => state.Rights is { Role: null }),
        (ActVerb.MarkProcessor, typeof(TechnicianAct.MarkDataRole), state => state.Rights is { Role: null }),
        (ActVerb.PassOn, typeof(TechnicianAct.PassOn), _ => true),
        (ActVerb.Correct, typeof(TechnicianAct.Correct), state => state.Abstained),
        (ActVerb.Reply, typeof(TechnicianAct.Reply), _ => true),
        (ActVerb.Note, typeof(TechnicianAct.Note), _ => true),
        (ActVerb.Ask, typeof(TechnicianAct.Ask), _ => false),
        (ActVerb.Quote, typeof(TechnicianAct.Quote), _ => false),
        (ActVerb.Hold, typeof(TechnicianAct.Hold), _ => false),
        (ActVerb.PlanVisit, typeof(TechnicianAct.PlanVisit), _ => false),
        (ActVerb.MoveDue, typeof(TechnicianAct.MoveDue), _ => false),
        (ActVerb.Decline, typeof(TechnicianAct.Decline), _ => false),
        (ActVerb.Close, typeof(TechnicianAct.Close), _ => false),
    ];

    /// <summary>The acts, those that come next in most cases first. Never empty: a reply and a note are always possible.</summary>
    /// <param name="state">The request.</param>
    /// <param name="mayBeApproved">Somebody at the customer's can say yes to it.</param>
    /// <param name="mayBeCalled">A number on record counts for a call back.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="draft">What is begun about personal data; null: nothing is.</param>
    public static IReadOnlyList<BoardAct> For(Request state, bool mayBeApproved, bool mayBeCalled, Language language, ProtectionDraft? draft = null) =>
    [
        .. All.Where(choice => AllowedActs.Table[choice.Act].Contains(state.State) && Makes(choice.Verb, state, mayBeApproved, mayBeCalled) && Protects(choice.Verb, state, draft))
            .Select(choice => Of(choice.Verb, state, language, draft) with { First = choice.First(state) })
            .OrderByDescending(act => act.First),
    ];

    /// <summary>Whether anything could come of it: what the desk is sure to refuse is not offered.</summary>
    private static bool Makes(ActVerb verb, Request state, bool mayBeApproved, bool mayBeCalled) => verb switch
    {
        ActVerb.Approve or ActVerb.RefuseApproval => mayBeApproved,
        ActVerb.ProveIdentity => mayBeCalled,
        ActVerb.MoveDue => state.Due is not null && !state.IsPaused,
        _ => true,
    };

    private static bool Protects(ActVerb verb, Request state, ProtectionDraft? draft) => verb switch
    {
        ActVerb.DismissBreach or ActVerb.NoteNotice => state.Breach is { IsOpen: true },
        ActVerb.DraftNotice => state.Breach is { Stage: BreachStage.Running },
        ActVerb.SendNotice => state.Breach is { Stage: BreachStage.Running, NoticeHeld: false } && draft is not { MayNotify: false },
        ActVerb.MarkController => MayMark(state, DataRole.Controller),
        ActVerb.MarkProcessor => MayMark(state, DataRole.Processor),
        ActVerb.PassOn => state.Rights is { MayBePassedOn: true } && RightsRules.HasItsMonth(state),
        _ => true,
    };

    private static bool MayMark(Request state, DataRole role) => RightsRules.HasItsMonth(state) && state.Rights?.Role != role && state.Rights is not { IsPassedOn: true };

    private static BoardAct Of(ActVerb verb, Request state, Language language, ProtectionDraft? draft)
    {
        var taken = verb is ActVerb.StartBreach ? state.Breach is { Stage: BreachStage.Running } : state.TakenBy is not null;
        var words = ActWords.Of(Enum.Parse<CardVerb>(verb.ToString()), taken);
        return new BoardAct(verb.ToString(), Typography.Set(words.Name, language), Typography.Set(words.Hint, language), First: false)
        {
            Text = Set(words.Text),
            Value = verb is ActVerb.SendNotice or ActVerb.DraftNotice ? draft?.Notice : verb is ActVerb.PassOn ? Cut(draft?.Asked) : null,
            At = Set(words.At),
            AtOptional = verb is ActVerb.StartBreach or ActVerb.NoteNotice,
            Person = verb is ActVerb.Approve or ActVerb.RefuseApproval,
            Number = verb is ActVerb.ProveIdentity,
            Operation = verb is ActVerb.Correct,
            Reason = verb is ActVerb.MoveDue,
        };

        static string? Cut(string? text) => text?.Length > RequestDesk.MaxText ? text[..RequestDesk.MaxText] : text;

        string? Set(Label? label) => label is null ? null : Typography.Set(label, language);
    }
}
