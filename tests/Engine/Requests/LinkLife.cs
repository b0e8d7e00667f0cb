using System.Text.Json;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>Decisions from the page behind a link, as the page hands them in, and what stands in the store.</summary>
internal static class LinkLife
{
    /// <summary>A decision on what is asked now, by the person whom the link was written to.</summary>
    public static LinkDecision DecisionOn(this RequestDocument document, string person, bool granted = true, string? reason = null) =>
        new(document.Id, ApprovalAsk.VersionOf(document), person, granted) { Reason = reason };

    /// <summary>Hands a decision in, and works until nothing waits.</summary>
    public static async Task<IntakeRow> DecideAsync(this Life life, LinkDecision decision, string? from = null, Channel channel = Channel.Application)
    {
        var message = new ApplicationMessage
        {
            From = Life.Address(from ?? decision.PersonId),
            Text = decision.Granted ? "D’accord." : $"Je refuse.\n\n{decision.Reason}",
            Decision = decision,
        };
        var key = await life.Bench.Door.KeepHandedAsync(
            channel, $"approval/{Guid.NewGuid():N}", JsonSerializer.SerializeToUtf8Bytes(message, ApplicationJson.Default.ApplicationMessage), life.Bench.Clock.GetUtcNow(), CancellationToken.None);
        await life.Bench.SettleAsync();
        return (await life.Bench.Store.FindIntakeAsync(key!.Value, CancellationToken.None))!;
    }

    /// <summary>Every request with its journal's length, and every effect: what may not change.</summary>
    public static async Task<string> StoreAsync(this Life life)
    {
        var requests = (await life.Bench.Store.AllRequestsAsync(CancellationToken.None).ToListAsync()).Select(one => $"{one.Id} {one.Version} {one.Journal.Length} {one.State.State} {one.State.Revision}");
        var effects = (await life.EffectsAsync()).Select(row => $"{row.Key} {row.State}");
        return string.Join('\n', requests.Concat(effects).Order(StringComparer.Ordinal));
    }
}
