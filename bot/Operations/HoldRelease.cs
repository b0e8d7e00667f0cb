using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SiOne.Bot.Engine;
using SiOne.Bot.Engine.Operations;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;
using SiOne.Bot.Host.Settings;

namespace SiOne.Bot.Host.Operations;

/// <summary>Ends the time in which nothing leaves a restored or rebuilt installation by itself. The host is stopped for it.</summary>
/// <param name="settings">Whose data.</param>
internal sealed class HoldRelease(UsableSettings settings)
{
    /// <summary>Takes the mark away.</summary>
    /// <param name="dropHeld">What was held since is dropped; else each waits for a technician on the page.</param>
    /// <param name="who">Who says so.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<OperatorAnswer> RunAsync(bool dropHeld, string who, CancellationToken cancellationToken)
    {
        if (settings.Host.SafeMode) return OperatorAnswer.Failed(SafeModeWords.Refused.En);
        if (EffectsHeld.ReasonIn(settings.Host.DataFolder) is not { } reason) return OperatorAnswer.Failed($"{settings.Host.DataFolder}: nothing is held because of a backup or a rebuild.");
        var clock = TimeProvider.System;
        await using var store = StoreOpening.Open(settings, clock, NullLoggerFactory.Instance, CommitPoints.None);
        var journal = new OperatorJournal(settings.OperatorJournalPath, MasterKey.Load(settings.MasterKeyPath, mayCreate: false), clock);
        journal.Append(who, dropHeld ? "release-and-drop" : "release", reason);
        await HeldBack.HoldWaitingAsync(store, reason, cancellationToken);
        using var board = new Board(keepNewest: 1);
        using var decided = new Signal();
        var dropped = dropHeld ? await HeldBack.DropAsync(store, new HeldEffects(store, board, decided, clock), reason, who, cancellationToken) : 0;
        EffectsHeld.Release(settings.Host.DataFolder);
        return new OperatorAnswer(0, [string.Create(CultureInfo.InvariantCulture, $"{"dropped",-20} {dropped}")], ["From the next start on answers leave again. What is still held waits for a technician on the page."]);
    }
}
