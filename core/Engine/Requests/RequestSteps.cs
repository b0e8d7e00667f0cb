using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Stop 7 for a command that no message brought: the request, its conversation and what has to be told, in one unit.</summary>
/// <param name="store">The durable memory.</param>
/// <param name="units">Appends to journals.</param>
/// <param name="notices">Whom to tell what.</param>
/// <param name="corrections">What may be learned of a technician's correction.</param>
/// <param name="commits">Commits, and tells whoever shows or performs it.</param>
public sealed class RequestSteps(IStore store, UnitMaker units, NoticePlanner notices, CorrectionKeeper corrections, UnitCommits commits)
{
    private const int Attempts = 5;

    /// <summary>Decides on a stored request and commits what follows, again when somebody else was faster.</summary>
    /// <param name="id">The request.</param>
    /// <param name="command">The command for the request as it is read; null: there is nothing to do.</param>
    /// <param name="words">What was written with it; null for nothing.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="beside">What else is sealed with it; null for nothing.</param>
    /// <param name="effect">An effect that is decided with it, as it stands then; null for none.</param>
    public async Task<StepResult> DoAsync(
        RequestId id, Func<RequestDocument, Task<RequestCommand?>> command, WrittenWords? words, DateTimeOffset at,
        CancellationToken cancellationToken, TextRow? beside = null, OutboxRow? effect = null)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await store.FindRequestAsync(id, cancellationToken) is not { } document) return new StepResult(null, Refusal.NoSuchRequest);
            if (await command(document) is not { } wanted) return new StepResult(document, Refusal.NotAllowedNow) { Incomplete = true };
            var decision = RequestDecider.Decide(document.State, wanted);
            if (decision.Refusal is { } refusal) return new StepResult(document, refusal);
            if (decision.Events.IsEmpty) return new StepResult(document, Refusal: null);
            var changed = units.Appended(document, decision.Events);
            var conversation = await store.FindConversationAsync(document.State.Conversation, cancellationToken);
            var planned = await notices.PlanAsync(new Stepped(document, changed, decision) { Said = words?.Text }, conversation, at, cancellationToken);
            TextRow?[] texts = [words?.Row, beside, await corrections.RowOfAsync(document, decision, at, cancellationToken)];
            var unit = planned.AddTo(new StoreUnit { Requests = [changed], Texts = [.. texts.OfType<TextRow>()], Outbox = effect is null ? [] : [effect] });
            if (await commits.CommitAsync(unit, cancellationToken)) return new StepResult(changed, Refusal: null);
        }

        return new StepResult(null, Refusal.NotAllowedNow) { Contended = true };
    }
}

/// <summary>Words that somebody wrote about a request.</summary>
/// <param name="Row">Sealed, to be stored with the decision.</param>
/// <param name="Text">As they are told, masked.</param>
public sealed record WrittenWords(TextRow Row, string Text);

/// <summary>What came of a command.</summary>
/// <param name="Document">The request as it stands; null when there is none, or when others kept changing it.</param>
/// <param name="Refusal">Why nothing happened; null otherwise.</param>
public sealed record StepResult(RequestDocument? Document, Refusal? Refusal)
{
    /// <summary>What the act needs was not given, or is not of the right kind: a text, a person who may say yes, an operation, an instant.</summary>
    public bool Incomplete { get; init; }

    /// <summary>It was asked from a card that shows an earlier state: nothing was done.</summary>
    public bool OutOfDate { get; init; }

    /// <summary>Others changed it each time: try again.</summary>
    public bool Contended { get; init; }
}
