using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Execution;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Engine.Execution;
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
/// <param name="cases">Stored requests as cases.</param>
/// <param name="chats">Who can be told in a chat.</param>
public sealed class NoticePlanner(
    EngineOptions options, EffectPlanner planner, IStore store, TextVault vault, ICustomerDirectory directory, StoredCases cases, ChatBook chats)
{
    /// <summary>The reason of the alert when nobody at the customer's could say yes.</summary>
    public const string NoApprover = "no-approver";

    /// <summary>What has to be told after a decision.</summary>
    /// <param name="step">The decision on a request.</param>
    /// <param name="conversation">Its conversation; null when it is gone: then nothing keeps an order.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<PlannedNotices> PlanAsync(Stepped step, Conversation? conversation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var reactions = Reactions.To(step.After.Id, step.Before?.State, step.Decision.Events, step.After.State);
        if (reactions.IsEmpty) return PlannedNotices.None(conversation);
        step = await RecalledAsync(step, at, cancellationToken);
        var customer = step.Asked?.Customer ?? directory.Find(step.After.State.CustomerId, at);
        // A customer that has left the files is told nothing; technicians are.
        if (customer is null)
            return PlannedNotices.None(conversation) with { Effects = [.. reactions.OfType<Effect.AlertTechnicians>().Select((alert, i) => Alert(step, null, null, i, alert.Reason))] };
        if (reactions.Any(reaction => reaction is Effect.AlertDataProtection) && step.Words is null)
            step = step with { Words = (await KeptText.ReadAsync(vault, step.After.State.Intake, cancellationToken))?.Words() };
        // A request that has just come has no stored details yet.
        var details = step.Asked is { } asked ? RequestDetails.Of(asked) : await RequestDetails.ReadAsync(vault, step.After.Id, cancellationToken);
        return await PlanAsync(new Telling(step, customer, details, at), reactions, conversation, cancellationToken);
    }

    /// <summary>A reminder says once more what is owed: the findings behind the state, and a technician's open question.</summary>
    private async Task<Stepped> RecalledAsync(Stepped step, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (!step.Decision.Events.Any(happened => happened is RequestEvent.Reminded)) return step;
        var details = await RequestDetails.ReadAsync(vault, step.After.Id, cancellationToken);
        var findings = cases.FindingsOf(step.After, details, at);
        var question = step.After.State.AskedIn is null ? null
            : step.After.Journal.Select(entry => entry.Event).OfType<RequestEvent.DetailsAsked>().LastOrDefault()?.TextKey;
        var said = question is not null && await vault.ReadBytesAsync(question, cancellationToken) is { } words ? Encoding.UTF8.GetString(words) : null;
        return step with { Decision = step.Decision with { Findings = findings }, Said = said };
    }

    private async Task<PlannedNotices> PlanAsync(
        Telling telling, ImmutableArray<Effect> reactions, Conversation? conversation, CancellationToken cancellationToken)
    {
        var effects = ImmutableArray.CreateBuilder<PlannedEffect>();
        var tellsSender = false;
        var order = conversation?.NextOrder ?? 0;
        var work = reactions.Any(reaction => reaction is Effect.Notify { Kind: NoticeKind.Done }) ? await WorkAsync(telling.After, cancellationToken) : null;
        var thread = conversation is null || telling.Before is null ? null : await ThreadAsync(conversation.Id, cancellationToken);
        for (var i = 0; i < reactions.Length; i++)
        {
            if (reactions[i] is Effect.AlertTechnicians alert) effects.Add(Alert(telling.Step, telling.Customer, telling.Details, i, alert.Reason));
            if (reactions[i] is Effect.AlertDataProtection protection && AlertProtection(telling, i, protection.Reason) is { } alerted) effects.Add(alerted);
            if (reactions[i] is not Effect.Notify notify) continue;
            var readers = NoticeReaders.Of(notify.Reader, telling.After.State, telling.Details, telling.Customer, ParisTime.DateOf(telling.At));
            if (readers.IsEmpty && notify.Reader is Reader.Approvers) effects.Add(Alert(telling.Step, telling.Customer, telling.Details, i, NoApprover));
            // Who has just said yes or no reads what became of it.
            if (notify is { Reader: Reader.Requester, Kind: NoticeKind.Approved or NoticeKind.ApprovalRefused } && Decider(telling) is { } decider)
                readers = readers.Add(decider);
            foreach (var reader in readers)
            {
                // Whoever asked reads their notices in order; nobody else waits for anybody.
                var place = reader == readers[0] && notify.Reader is Reader.Requester && conversation is not null ? order++ : 0;
                var told = telling.Step.Answering is { } sender && IsReadBy(reader, sender);
                tellsSender |= told;
                // Who clicked reads it on the card that they clicked.
                if (told && telling.Step.ShownToSender) continue;
                var planned = planner.Notice(
                    telling.After, place, i, notify, await WhereAsync(telling, notify.Reader, reader, cancellationToken), Noticed(telling, notify, reader, work), thread,
                    telling.Step.Held, CauseOf(telling.Step), notify.Reader is Reader.Approvers ? AskOf(telling, reader) : null);
                effects.Add(planned);
                if (planner.AlertOfCap(planned, telling.After.State.Intake, telling.At, telling.Customer.Name) is { } capped) effects.Add(capped);
            }
        }

        return new PlannedNotices(
            effects.ToImmutable(),
            conversation is null || order == conversation.NextOrder ? conversation : conversation with { NextOrder = order }, conversation)
        {
            TellsSender = tellsSender,
        };
    }

    /// <summary>Whoever asked is told by the channel of origin; whoever else is asked something decides where one click is enough.</summary>
    private async Task<Destination> WhereAsync(Telling telling, Reader role, NoticeReader reader, CancellationToken cancellationToken)
    {
        var state = telling.After.State;
        // RGPD V: by mail.
        if (role is Reader.OfBreach or Reader.OfRight) return new Destination(reader.Address);
        if (role is Reader.Requester && reader.Person?.Id == state.PersonId)
            return new Destination(
                reader.Address, state.Channel is Channel.Teams && telling is { Details.Account: { } account, Customer.TenantId: { } tenant }
                    ? ChatKey.Of(new SignedInAccount(tenant, account))
                    : null);
        return new Destination(reader.Address, reader.Person is { } person ? await chats.FindOfAsync(telling.Customer, person, cancellationToken) : null);
    }

    private ApprovalAsk? AskOf(Telling telling, NoticeReader reader) => reader.Person is not { } person ? null : new ApprovalAsk(
        telling.After.Id, ApprovalAsk.VersionOf(telling.After), person.Id,
        ApprovalAsk.UntilOf(telling.After.State, telling.Customer.Subscription.Weekend, options.LifeTimes, telling.At));

    private static Destination? CauseOf(Stepped step) => (step.Answering ?? step.Asked?.Sender) switch
    {
        { Customer.TenantId: { } tenant, Account: { } account } => new Destination(null, ChatKey.Of(new SignedInAccount(tenant, account))),
        { Address: { } address } => new Destination(address),
        _ => null,
    };

    private static bool IsReadBy(NoticeReader reader, Sender sender) =>
        sender.Person is { } person ? reader.Person?.Id == person.Id : reader.Person is null && reader.Address == sender.Address;

    /// <summary>Whose yes or no came with this decision, by the customer file; null where none did.</summary>
    private static string? DecidedBy(Telling telling) =>
        telling.Decision.Events.OfType<RequestEvent.Approved>().LastOrDefault() is { } decided ? telling.Customer.FindPerson(decided.PersonId)?.Name : null;

    private static NoticeReader? Decider(Telling telling) =>
        telling.Step.Answering is { Person: { } person } && telling.Decision.Events.OfType<RequestEvent.Approved>().Any(e => e.PersonId == person.Id)
            ? new NoticeReader(person.Addresses[0], person)
            : null;

    private Notice Noticed(Telling telling, Effect.Notify notify, NoticeReader reader, WorkReport? work)
    {
        var (state, customer) = (telling.After.State, telling.Customer);
        var toRequester = notify.Reader is Reader.Requester && reader.Person?.Id == state.PersonId;
        var decider = notify.Reader is Reader.Approvers;
        return new Notice
        {
            Kind = notify.Kind,
            Language = notify.Kind is NoticeKind.BreachNotice ? Language.French : reader.Person?.Language ?? Language.French,
            Greeting = reader.Person?.Name,
            // Whom it is about did not ask for the steps, and may be whom they are taken against.
            Requests = [AnsweredOf(telling.Step, customer, telling.Details, withheld: toRequester && !state.Proven) with { Work = toRequester ? work : null }],
            // An address is what a stranger may have chosen; a listed name is not.
            AskedBy = toRequester ? null : customer.FindPerson(state.PersonId)?.Name,
            AskedByAddress = toRequester || state.PersonId is not null ? null : telling.Details?.AskedBy,
            SenderUnproven = !toRequester && !state.Proven,
            ReopenDays = options.LifeTimes.ReopenWithin.Days,
            DecidedBy = toRequester ? DecidedBy(telling) : null,
            Said = notify.Kind is NoticeKind.RightSentOn ? null : Said(telling),
            At = notify.Kind switch
            {
                NoticeKind.VisitPlanned => state.VisitAt,
                NoticeKind.RightPassedOn => state.Due?.At,
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

    // Technicians see the shadow due time of a draft and what is due while the clock stands still, which no customer is told.
    private PlannedEffect Alert(Stepped step, Customer? customer, RequestDetails? details, int ordinal, string reason) =>
        planner.Alert(step.After, ordinal, AlertOf(step, customer, details, reason));

    /// <summary>Whoever answers for personal data has no page: they read who asked what, too.</summary>
    private PlannedEffect? AlertProtection(Telling telling, int ordinal, string reason)
    {
        var (step, state) = (telling.Step, telling.After.State);
        var askedBy = step.WordsBy is { } writer
            ? writer.Person?.Name ?? writer.Address?.Value
            : telling.Customer.FindPerson(state.PersonId)?.Name ?? telling.Details?.AskedBy;
        return planner.AlertDataProtection(step.After, ordinal, AlertOf(step, telling.Customer, telling.Details, reason) with
        {
            Protection = new ProtectionFacts(askedBy, step.WordsBy?.Proven ?? state.Proven, step.Words),
        });
    }

    private TechnicianAlert AlertOf(Stepped step, Customer? customer, RequestDetails? details, string reason)
    {
        var state = step.After.State;
        var told = AnsweredOf(step, customer, details, withheld: false) with { Due = state.Due };
        var timer = state.Breach is { IsOpen: true } open ? open : null;
        return new TechnicianAlert(reason, customer?.Name, [told], state.Intake, state.ReceivedAt)
        {
            NotifyBy = timer?.DueAt,
            InCharge = timer is null ? null : timer.HeldBy ?? options.DataProtectionOfficer,
            DecidedBy = reason is Reactions.ApprovalGiven ? customer?.FindPerson(state.ApprovedBy)?.Name : null,
        };
    }

    private AnsweredRequest AnsweredOf(Stepped step, Customer? customer, RequestDetails? details, bool withheld) =>
        UnitMaker.Told(step.After.State, details, withheld, options.Readings) with
        {
            Findings = step.Decision.Findings,
            PromisedUnder = customer is null ? null : Judgement.PromisedUnder(AllOperations.Get(step.After.State.OperationId), customer),
        };

    /// <summary>What the end of a plan has to tell; null where the request ended without one.</summary>
    private async Task<WorkReport?> WorkAsync(RequestDocument after, CancellationToken cancellationToken) => after.State.Run is { State: PlanState.Done } run
        ? WorkReport.Of(await new PlanVault(vault).FindAsync(run, cancellationToken), run)
        : null;

    /// <summary>What a technician wrote for the customer to read; never a note.</summary>
    private static string? Said(Telling telling) => telling.Decision.Events.Any(happened =>
        happened is RequestEvent.DetailsAsked or RequestEvent.Reminded or RequestEvent.Wrote { ToCustomer: true } or RequestEvent.Moved { TextKey: not null }
            or RequestEvent.Breach { What: BreachEvent.NoticeSent } or RequestEvent.Right { What: RightsEvent.PassedOn }) ? telling.Step.Said : null;

    /// <summary>The mail that was answered first: later notices join its thread.</summary>
    private async Task<Outgoing?> ThreadAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        var first = (await store.ListOutboxOfAsync(conversation, cancellationToken)).FirstOrDefault(row => row.Effect is Effect.AnswerSender);
        return first is null ? null : await Outgoing.ReadAsync(vault, first.Key, cancellationToken);
    }

    private sealed record Telling(Stepped Step, Customer Customer, RequestDetails? Details, DateTimeOffset At)
    {
        public RequestDocument? Before => Step.Before;

        public RequestDocument After => Step.After;

        public Decision Decision => Step.Decision;
    }
}
