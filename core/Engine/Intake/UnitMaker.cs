using System.Collections.Immutable;
using System.Text.Json;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>Makes what the processors of messages have in common: the end of a message with its sealed words, and what a request tells its sender.</summary>
/// <param name="vault">Seals texts.</param>
/// <param name="clock">The clock.</param>
public sealed class UnitMaker(TextVault vault, TimeProvider clock)
{
    /// <summary>A message ends.</summary>
    /// <param name="row">The message.</param>
    /// <param name="end">How.</param>
    /// <param name="reason">Why, free of the message's text.</param>
    /// <param name="message">Its words, to be kept; null when it could not be read.</param>
    /// <param name="requests">The requests that it made or followed up.</param>
    public StoreUnit Ended(
        IntakeRow row, LedgerEnd end, string reason, InboundMessage? message = null, ImmutableArray<RequestId> requests = default) => new()
        {
            Intake =
            [
                row with
                {
                    Version = row.Version + 1,
                    End = end,
                    Reason = reason,
                    EndedAt = clock.GetUtcNow(),
                    Requests = requests.IsDefault ? [] : requests,
                    SecretReceived = message?.MaskedSecrets > 0,
                },
            ],
            Texts = message is null ? [] : [TextOf(row, message)],
        };

    /// <summary>A request with what happened to it appended.</summary>
    public RequestDocument Appended(RequestDocument document, ImmutableArray<RequestEvent> events)
    {
        var number = document.Journal.Length;
        return document with
        {
            Version = document.Version + 1,
            State = events.Aggregate(document.State, RequestDecider.Evolve),
            Journal = document.Journal.AddRange(events.Select(happened => new JournalEntry(++number, clock.GetUtcNow(), happened))),
        };
    }

    /// <summary>A new request out of its first events.</summary>
    public RequestDocument Made(RequestId id, ImmutableArray<RequestEvent> events) => new(
        id, 1, RequestDecider.Fold(events)!, [.. events.Select((happened, i) => new JournalEntry(i + 1, clock.GetUtcNow(), happened))]);

    /// <summary>What a request tells its reader. The due instant only while the clock runs.</summary>
    /// <param name="state">The request.</param>
    /// <param name="details">Whom it is about; null when they were erased.</param>
    /// <param name="withheld">The reader is not proven: no details.</param>
    /// <param name="readings">The choices of reading in force.</param>
    public static AnsweredRequest Told(Request state, RequestDetails? details, bool withheld, Readings readings) => new()
    {
        Reference = state.Reference,
        OperationId = state.OperationId,
        ReceivedAt = state.ReceivedAt,
        Verdict = state.Verdict!.Value,
        Promise = state.Promise,
        Hours = readings.CommitmentHours,
        Due = state.ClockRuns ? state.Due : null,
        Paused = readings.PauseWhileCustomerOwes,
        EffectiveOn = state.EffectiveOn,
        About = details?.Person ?? details?.Fields.GetValueOrDefault(FieldNames.Addresses),
        Abstained = state.Abstained,
        DetailsWithheld = withheld,
        PausedSince = state.IsPaused ? state.Pauses[^1].From : null,
    };

    /// <summary>An answer to a sender; an unproven one is not greeted by name.</summary>
    public static Answer AnswerTo(Sender sender, InboundMessage message, ImmutableArray<AnsweredRequest> requests) => new()
    {
        Language = sender.Person?.Language ?? Language.French,
        Greeting = sender.Proven ? sender.Person?.Name : null,
        Requests = requests,
        SecretReceived = message.MaskedSecrets > 0,
        ReaderIsAdministrator = sender.IsAdministrator,
        ReaderIsThirdParty = sender.Role is Role.ThirdParty,
    };

    private TextRow TextOf(IntakeRow row, InboundMessage message) =>
        vault.Seal(KeptText.Key(row.Key), JsonSerializer.SerializeToUtf8Bytes(KeptText.Of(message), KeptTextJson.Relaxed.KeptText));
}

/// <summary>Adds effects to units.</summary>
public static class UnitEffects
{
    /// <summary>The unit with an effect and its words; unchanged when there is none.</summary>
    public static StoreUnit With(this StoreUnit unit, PlannedEffect? effect) => effect is null
        ? unit
        : unit with { NewOutbox = unit.NewOutbox.Add(effect.Row), Texts = unit.Texts.Add(effect.Words) };
}
