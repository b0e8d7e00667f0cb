using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Writes into a request what became of its plan, with whatever has to be sealed beside it.</summary>
/// <param name="steps">Decides and commits.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="clock">The clock.</param>
public sealed class PlanReports(RequestSteps steps, StoredCases cases, TimeProvider clock)
{
    /// <summary>Reports what became of the step that stands; false: somebody else has gone on, or stopped it.</summary>
    /// <param name="id">The request.</param>
    /// <param name="hash">Its plan.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="tries">How often its call had been intended when this was seen.</param>
    /// <param name="what">What became of it.</param>
    /// <param name="beside">What is sealed with it; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<bool> ReportAsync(
        RequestId id, string hash, int step, int tries, ExecutionEvent what, TextRow? beside, CancellationToken cancellationToken) =>
        await DoAsync(id, new ExecutionCommand.Report(hash, step, tries, what), Actor.Product, beside, cancellationToken) is { Refusal: null, Document: not null };

    /// <summary>What somebody does to a plan.</summary>
    /// <param name="id">The request.</param>
    /// <param name="wanted">What.</param>
    /// <param name="by">Who.</param>
    /// <param name="beside">What is sealed with it; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <param name="version">The version that it was decided on; at another one nothing happens. Null: at any.</param>
    public Task<StepResult> DoAsync(
        RequestId id, ExecutionCommand wanted, Actor by, TextRow? beside, CancellationToken cancellationToken, int? version = null)
    {
        var at = clock.GetUtcNow();
        return steps.DoAsync(id, CommandAsync, words: null, at, cancellationToken, beside);

        async Task<RequestCommand?> CommandAsync(RequestDocument document)
        {
            if (version is { } seen && document.Version != seen) return null;
            var again = TouchesClock(document, wanted) ? await cases.OfAsync(document, at, cancellationToken) : null;
            return new RequestCommand.Execute(at, by, wanted) { Again = again };
        }
    }

    private static bool TouchesClock(RequestDocument document, ExecutionCommand wanted) =>
        wanted is ExecutionCommand.Report { What: ExecutionEvent.Waits { Why: StepWait.CustomerAdministrator } }
        || (document.State is { IsPaused: true, Run: { } run } && run.Current < run.Steps.Length && run.Steps[run.Current].WaitsFor is StepWait.CustomerAdministrator);
}
