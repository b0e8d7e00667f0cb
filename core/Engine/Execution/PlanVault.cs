using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Execution;

/// <summary>Plans, and what an undo brings back, sealed beside their request: they hold names and addresses, which the journal must not.</summary>
/// <param name="vault">Seals.</param>
public sealed class PlanVault(TextVault vault)
{
    /// <summary>The key of a request's next plan: its hash tells plans apart that two people draw up at one moment.</summary>
    public static string KeyOf(RequestDocument document, Plan plan) =>
        string.Create(CultureInfo.InvariantCulture, $"request/{document.Id}/plan/{document.Journal.Length + 1}-{PlanHash.Of(plan)[..16]}");

    /// <summary>A row that keeps a plan.</summary>
    public TextRow Seal(string key, Plan plan) => vault.Seal(key, PlanJson.Write(plan));

    /// <summary>The plan that was approved under that hash; null when it is missing, or is another one.</summary>
    public async Task<Plan?> FindAsync(PlanRun run, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(run.PlanKey, cancellationToken) is { } bytes && PlanJson.Read(bytes) is { } plan
        && string.Equals(PlanHash.Of(plan), run.Hash, StringComparison.Ordinal) ? plan : null;

    /// <summary>A row that keeps what an undo of a step brings back.</summary>
    public TextRow SealBefore(PlanRun run, int step, Step before) =>
        vault.Seal(BeforeKey(run, step), JsonSerializer.SerializeToUtf8Bytes(before, PlanJson.Default.Step));

    /// <summary>What an undo of a step brings back; null when nothing was kept.</summary>
    public async Task<Step?> FindBeforeAsync(PlanRun run, int step, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(BeforeKey(run, step), cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, PlanJson.Default.Step) : null;

    /// <summary>The plan that brings back what this one changed, newest first.</summary>
    public async Task<Plan> BackAsync(PlanRun run, Plan plan, CancellationToken cancellationToken)
    {
        var back = ImmutableArray.CreateBuilder<PlannedStep>();
        for (var i = run.Steps.Length - 1; i >= 0; i--)
            if (run.Steps[i] is { End: StepEnd.Done, Kept: true } && await FindBeforeAsync(run, i, cancellationToken) is { } before)
                back.Add(new PlannedStep(before, plan.Steps[i].After, plan.Steps[i].Before));
        return plan with { Steps = back.ToImmutable(), Cautions = [], NotBefore = null };
    }

    private static string BeforeKey(PlanRun run, int step) => string.Create(CultureInfo.InvariantCulture, $"{run.PlanKey}/before/{step}");
}
