using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Requests;

/// <summary>Turns what a decision makes told into outbox rows: to whom, in which language, with which words.</summary>
/// <param name="options">Readings and waiting times.</param>
/// <param name="planner">Makes rows.</param>
/// <param name="store">The thread of the first answer.</param>
/// <param name="vault">Details, and words that technicians wrote.</param>
/// <param name="directory">The people of customers.</param>
public sealed class NoticePlanner(EngineOptions options, EffectPlanner planner, IStore store, TextVault vault, ICustomerDirectory directory)
{
    /// <summary>The reason of the alert when nobody at the customer's could say yes.</summary>
    public const string NoApprover = "no-approver";

    /// <summary>What has to be told after a decision.</summary>
    /// <param name="before">The request as it stood; null when it has just come.</param>
    /// <param name="after">As it stands, the decision's events appended.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="conversation">Its conversation; null when it is gone: then nothing keeps an order.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<PlannedNotices> PlanAsync(
        RequestDocument? before, RequestDocument after, Decision decision, Conversation? conversation, DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var reactions = Reactions.To(after.Id, before?.State, decision.Events, after.State);
        if (reactions.IsEmpty || directory.Find(after.State.CustomerId, at) is not { } customer) return PlannedNotices.None(conversation);
        var details = await RequestDetails.ReadAsync(vault, after.Id, cancellationToken);
        return await PlanAsync(new Telling(before, after, decision, customer, details, at), reactions, conversation, cancellationToken);
    }

    /// <summary>What has to be told of a request that has just come, whose details are not stored yet.</summary>
    public Task<PlannedNotices> PlanFirstAsync(
        RequestDocument made, Decision decision, Case asked, Conversation conversation, CancellationToken cancellationToken) => PlanAsync(
            new Telling(null, made, decision, asked.Customer!, RequestDetails.Of(asked), asked.ReceivedAt),
            Reactions.To(made.Id, null, decision.Events, made.State), conversation, cancellationToken);

    private async Task<PlannedNotices> PlanAsync(
        Telling telling, ImmutableArray<Effect> reactions, Conversation? conversation, CancellationToken cancellationToken)
    {
        var effects = ImmutableArray.CreateBuilder<PlannedEffect>();
        var order = conversation?.NextOrder ?? 0;
        var thread = conversation is null || telling.Before is null ? null : await ThreadAsync(conversation.Id, cancellationToken);
        for (var i = 0; i < reactions.Length; i++)
        {
            if (reactions[i] is Effect.AlertTechnicians alert) effects.Add(Alert(telling, i, alert.Reason));
            if (reactions[i] is not Effect.Notify notify) continue;
            var said = await SaidAsync(telling.Decision, cancellationToken);
            var readers = NoticeReaders.Of(notify.Reader, telling.After.State, telling.Details, telling.Customer, ParisTime.DateOf(telling.At));
            if (readers.IsEmpty && notify.Reader is Reader.Approvers) effects.Add(Alert(telling, i, NoApprover));
            foreach (var reader in readers)
            {
                // Whoever asked reads their notices in order; nobody else waits for anybody.
                var place = notify.Reader is Reader.Requester && conversation is not null ? order++ : 0;
                effects.Add(planner.Notice(telling.After, place, i, notify, reader.Address, Noticed(telling, notify, reader, said), thread));
            }
        }

        return new PlannedNotices(
            effects.ToImmutable(),
            conversation is null || order == conversation.NextOrder ? conversation : conversation with { NextOrder = order }, conversation);
    }

    private Notice Noticed(Telling telling, Effect.Notify notify, NoticeReader reader, string? said)
    {
        var (state, customer) = (telling.After.State, telling.Customer);
        var toRequester = notify.Reader is Reader.Requester;
        var decider = notify.Reader is Reader.Approvers;
        return new Notice
        {
            Kind = notify.Kind,
            Language = reader.Person?.Language ?? Language.French,
            Greeting = reader.Person?.Name,
            Requests = [AnsweredOf(telling, withheld: toRequester && !state.Proven)],
            AskedBy = toRequester ? null : customer.FindPerson(state.PersonId)?.Name ?? telling.Details?.AskedBy,
            Said = said,
            At = notify.Kind switch
            {
                NoticeKind.VisitPlanned => state.VisitAt,
                NoticeKind.Reminder => Agenda.ClosesAt(state, customer.Subscription.Weekend, options.LifeTimes),
                _ => null,
            },
            Previously = notify.Kind is NoticeKind.DueMoved or NoticeKind.ClockResumed && telling.Before?.State is { ClockRuns: true } told ? told.Due?.At : null,
            Because = telling.Decision.Events.OfType<RequestEvent.DueMoved>().LastOrDefault()?.Reason,
            ReaderIsAdministrator = decider || Authority.Of(customer, reader.Person, ParisTime.DateOf(telling.At)).IsAdministrator,
            ReaderIsThirdParty = reader.Person?.Role is Role.ThirdParty,
            Number = notify.Kind is NoticeKind.Reminder ? state.Reminders : 0,
        };
    }

    private PlannedEffect Alert(Telling telling, int ordinal, string reason) => planner.Alert(
        telling.After, ordinal,
        new TechnicianAlert(reason, telling.Customer.Name, [AnsweredOf(telling, withheld: false)], telling.After.State.Intake, telling.After.State.ReceivedAt));

    private AnsweredRequest AnsweredOf(Telling telling, bool withheld) => UnitMaker.Told(telling.After.State, withheld) with
    {
        Findings = telling.Decision.Findings,
        PromisedUnder = Judgement.PromisedUnder(AllOperations.Get(telling.After.State.OperationId), telling.Customer),
        Hours = options.Readings.CommitmentHours,
    };

    private async Task<string?> SaidAsync(Decision decision, CancellationToken cancellationToken)
    {
        var key = decision.Events.Select(happened => happened switch
        {
            RequestEvent.DetailsAsked asked => asked.TextKey,
            RequestEvent.Wrote { ToCustomer: true } wrote => wrote.TextKey,
            RequestEvent.Moved moved => moved.TextKey,
            _ => null,
        }).OfType<string>().LastOrDefault();
        return key is not null && await vault.ReadBytesAsync(key, cancellationToken) is { } words ? Encoding.UTF8.GetString(words) : null;
    }

    /// <summary>The mail that was answered first: later notices join its thread.</summary>
    private async Task<Outgoing?> ThreadAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var first = (await store.ListOutboxOfAsync(conversation, cancellationToken)).FirstOrDefault(row => row.Effect is Effect.AnswerSender);
        return first is null ? null : await Outgoing.ReadAsync(vault, first.Key, cancellationToken);
    }

    private sealed record Telling(
        RequestDocument? Before, RequestDocument After, Decision Decision, Customer Customer, RequestDetails? Details, DateTimeOffset At);
}
