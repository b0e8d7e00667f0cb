using System.Collections.Immutable;
using System.Text;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// A message that speaks of known requests: a confirmation, a yes, a detail that was asked for, "it still does not work", or something that a
/// person has to read. What follows is decided by the request's life; here it is put together.
/// </summary>
/// <param name="examination">Reads details out of answers.</param>
/// <param name="cases">Stored requests as cases.</param>
/// <param name="units">Makes units.</param>
/// <param name="planner">The answer.</param>
/// <param name="notices">Whom to tell what else.</param>
/// <param name="vault">Seals details.</param>
/// <param name="options">Waiting times.</param>
public sealed class FollowUps(
    Examination examination, StoredCases cases, UnitMaker units, EffectPlanner planner, NoticePlanner notices, TextVault vault, EngineOptions options)
{
    /// <summary>The unit for a message of the conversation's customer.</summary>
    /// <param name="row">The message.</param>
    /// <param name="message">The message, read.</param>
    /// <param name="sender">Who wrote it.</param>
    /// <param name="known">The conversation that it speaks of.</param>
    /// <param name="documents">The requests meant.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<StoreUnit> TakeAsync(
        IntakeRow row, InboundMessage message, Sender sender, KnownConversation known, ImmutableArray<RequestDocument> documents,
        CancellationToken cancellationToken)
    {
        // "Oui SI-7K3M-9QXA": the reference says which, and is no condition.
        var bare = documents.Aggregate(message.Text, (text, document) => text.Replace(document.State.Reference.Value, "", StringComparison.OrdinalIgnoreCase));
        var says = message.Decides is { } decision ? (decision.Granted ? PlainWord.Yes : PlainWord.No) : PlainWords.Of(bare, sender.Person?.Name);
        var said = new Said(row, message, sender, says, IsOfOne(says, documents), documents.Length == 1, planner.WhyHeld(row, message)) { ToldAt = known.ToldAt };
        var followed = ImmutableArray.CreateBuilder<Followed>();
        var conversation = Continued(known.Conversation, message);
        var shares = AskedDetails.Shares(documents, message);
        var left = ImmutableArray.CreateBuilder<Left>();
        var breach = BreachIn(message, documents);
        var bearer = documents.Where(document => !IsLeft(document)).OrderBy(document => document.State.State.IsEnded()).FirstOrDefault();
        foreach (var document in documents)
        {
            if (IsLeft(document))
            {
                left.Add(new Left(document.Id, await StillAskedAsync(said, document, cancellationToken)));
                continue;
            }

            var part = shares?.GetValueOrDefault(document.Id) is { } share ? said with { Message = message with { Text = share, Body = share } } : said;
            if (await FollowAsync(part with { Breach = document == bearer ? breach : null, Words = KeptText.Of(message).Words() }, document, conversation, cancellationToken) is not { } one) continue;
            followed.Add(one);
            conversation = one.Told.Conversation!;
        }

        return Unit(said, followed.DrainToImmutable(), left.DrainToImmutable(), conversation);

        bool IsLeft(RequestDocument document) => shares is not null && shares.GetValueOrDefault(document.Id) is null && AskedDetails.AreOwed(document.State);
    }

    /// <summary>RGPD V: what the words newly tell of; null where it was proposed for one of the requests before, whatever became of it. A reply's subject is that of the mail that it answers.</summary>
    private static BreachKind? BreachIn(InboundMessage message, ImmutableArray<RequestDocument> documents) =>
        documents.Any(document => document.State.Breach is not null) ? null : BreachSigns.In(subject: "", message.Text);

    /// <summary>Whether a sender's yes counts for a request: two people of its customer, one of them with the authority that its operation needs that day.</summary>
    public static bool MayDecide(RequestDocument document, Sender sender) => sender is { Proven: true, Person: { } person, Customer: { } customer }
        && document.State.CustomerId == customer.Id && document.State.PersonId != person.Id
        && sender.Authority.MaySayYes(AllOperations.Get(document.State.OperationId).Asker);

    private StoreUnit Unit(Said said, ImmutableArray<Followed> followed, ImmutableArray<Left> left, Conversation conversation)
    {
        // A notice to the sender says what became of it; then nothing is left for an answer to say.
        var answered = left.IsEmpty && !followed.IsEmpty && followed.All(item => item.TellsSender);
        var ended = units.Ended(
            said.Row, LedgerEnd.FollowUp, "follow-up", said.Message, [.. followed.Select(item => item.Document.Id), .. left.Select(item => item.Request)]);
        var unit = ended with
        {
            Requests = [.. followed.Select(item => item.Document)],
            Conversations = [answered ? conversation : conversation with { NextOrder = conversation.NextOrder + 1 }],
            Texts = ended.Texts.AddRange(followed.SelectMany(item => new[] { item.Details, item.Words }).OfType<TextRow>()),
        };
        unit = followed.SelectMany(item => item.Told.Effects).Aggregate(unit, (made, effect) => made.With(effect));
        if (answered) return unit;
        // Where a part was answered, only the rest is asked again; of the answered part a notice tells.
        var told = left.IsEmpty ? followed : [.. followed.Where(item => !item.TellsSender)];
        var answer = UnitMaker.AnswerTo(said.Sender, said.Message, [.. told.Select(item => item.Answered), .. left.Select(item => item.Asked)]) with
        {
            FollowUp = left.IsEmpty && !followed.Any(item => item.DecidedAgain),
            Changed = followed.Any(item => item.Changed),
        };
        ImmutableArray<RequestId> about = [.. told.Select(item => item.Document.Id), .. left.Select(item => item.Request)];
        var planned = planner.Answer(said.Row, said.Message, said.Sender, conversation.Id, conversation.NextOrder, about, answer);
        return unit.With(planned).With(planner.AlertOfCap(planned, said.Row.Key, said.Row.ReceivedAt, said.Sender.Customer!.Name));
    }

    private async Task<Followed?> FollowAsync(Said said, RequestDocument document, Conversation conversation, CancellationToken cancellationToken)
    {
        var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
        var by = StoredCases.ActorOf(said.Sender, document.State, details);
        var again = said.Message.Amends ? await AnewAsync(said, cancellationToken)
            : said.IsClearTo(document) ? await AgainAsync(said, document, details, cancellationToken) : null;
        // One request of several bears what the message tells of.
        if (again is not null && !said.Message.Amends) again = again with { Request = again.Request with { Breach = details?.Breach ?? said.Breach } };
        var textKey = said.Reason is null ? null : $"request/{document.Id}/said/{said.Row.Key}";
        var decision = RequestDecider.Decide(document.State, new RequestCommand.FollowUp(
            said.Row.Key, said.Row.ReceivedAt, said.Sender.Customer!.Id, by, said.IsClearTo(document) ? said.Says : null, said.Sender.Proven, again)
        {
            Channel = said.Message.Channel,
            Objects = PlainWords.Objects(said.Message.Text),
            Amends = said.Message.Amends,
            Breach = said.Breach,
            Times = options.LifeTimes,
            TextKey = textKey,
        });
        if (decision.Refusal is not null) return null;
        var changed = units.Appended(document, decision.Events);
        var told = await notices.PlanAsync(
            new Stepped(document, changed, decision)
            {
                Held = said.Held,
                Answering = said.Sender,
                Said = said.Reason,
                Words = said.Breach is null ? null : said.Words,
                WordsBy = said.Breach is null ? null : said.Sender,
            }, conversation, said.Row.ReceivedAt, cancellationToken);
        var decidedAgain = document.State.State is RequestState.Draft && decision.Events.Any(happened => happened is RequestEvent.Decided);
        return new Followed(
            document.Journal.Length, changed, Answered(said, changed, details, decision, decidedAgain), decidedAgain, told,
            // A message that decided nothing, a stranger's guess for one, leaves the details as they were.
            again is not null && (said.Message.Amends || document.State.State is RequestState.WaitingForDetails) && decision.Events.Any(happened => happened is RequestEvent.Decided or RequestEvent.Moved)
                ? RequestDetails.Of(again).Seal(vault, document.Id)
                : said.Breach is { } kind && details is not null ? (details with { Breach = kind }).Seal(vault, document.Id) : null,
            textKey is null ? null : vault.Seal(textKey, Encoding.UTF8.GetBytes(said.Reason!)));
    }

    private AnsweredRequest Answered(Said said, RequestDocument changed, RequestDetails? details, Decision decision, bool decidedAgain)
    {
        var told = Told(said, changed, details, decision.Findings);
        // The hours count from the message that made it a written request.
        return decidedAgain ? told with { ReceivedAt = said.Message.ReceivedAt } : told;
    }

    private async Task<AnsweredRequest> StillAskedAsync(Said said, RequestDocument document, CancellationToken cancellationToken)
    {
        var details = await RequestDetails.ReadAsync(vault, document.Id, cancellationToken);
        return Told(said, document, details, cases.FindingsOf(document, details, said.Row.ReceivedAt));
    }

    private AnsweredRequest Told(Said said, RequestDocument document, RequestDetails? details, ImmutableArray<Finding> findings) =>
        UnitMaker.Told(document.State, details, withheld: !said.Sender.Proven, options.Readings) with
        {
            Findings = findings,
            PromisedUnder = Judgement.PromisedUnder(AllOperations.Get(document.State.OperationId), said.Sender.Customer!),
        };

    /// <summary>What the message says now, where it is one request as it was.</summary>
    private async Task<Case?> AnewAsync(Said said, CancellationToken cancellationToken) => said.Alone
        && await examination.CasesAsync(said.Message, said.Sender, cancellationToken) is [var anew]
            ? anew
            : null;

    private async Task<Case?> AgainAsync(Said said, RequestDocument document, RequestDetails? details, CancellationToken cancellationToken)
    {
        switch (document.State.State)
        {
            case RequestState.Draft:
                return cases.Of(document, details, said.Message, said.Sender);
            case RequestState.WaitingForApproval or RequestState.WaitingForTechnician or RequestState.Done:
                return cases.Of(document, details, said.Row.ReceivedAt);
            case RequestState.WaitingForDetails:
                if (cases.Of(document, details, said.Row.ReceivedAt) is not { } asked) return null;
                var understood = await examination.CasesAsync(said.Message, said.Sender, cancellationToken);
                var questions = AskedDetails.QuestionsIn(cases.FindingsOf(document, details, said.Row.ReceivedAt));
                return asked with { Request = DetailAnswers.Add(asked.Request, said.Message, understood, said.Sender, questions) };
            default:
                return null;
        }
    }

    /// <summary>"Annulez ma demande", "ça ne marche toujours pas": where that could be several requests, a person reads which. A yes or a no is to all that was asked.</summary>
    private static bool IsOfOne(PlainWord? says, IReadOnlyList<RequestDocument> documents) => says switch
    {
        PlainWord.Withdraw => documents.Count(document => !document.State.State.IsEnded()) <= 1,
        PlainWord.Settled or PlainWord.StillBroken => documents.Count(document => document.State.State is RequestState.Done) <= 1,
        _ => true,
    };

    private static Conversation Continued(Conversation conversation, InboundMessage message) => conversation with
    {
        Version = conversation.Version + 1,
        InboundIds = [.. conversation.InboundIds.Union(ConversationFinder.IdsOf(message))],
    };

    private sealed record Said(IntakeRow Row, InboundMessage Message, Sender Sender, PlainWord? Says, bool Clear, bool Alone, string? Held)
    {
        /// <summary>The last event that the notice told of to which this replies; null where it replies to none.</summary>
        public int? ToldAt { get; init; }

        /// <summary>What the request is to bear of a possible breach (RGPD V); null for nothing.</summary>
        public BreachKind? Breach { get; init; }

        /// <summary>The whole message, masked, for whoever answers for personal data.</summary>
        public string? Words { get; init; }

        /// <summary>Why not, for who asked to read; null without.</summary>
        public string? Reason => Message.Decides is { Granted: false, Reason: { Length: > 0 } reason } ? reason : null;

        /// <summary>A yes to what was asked before it became something else is none to what is asked now.</summary>
        public bool IsClearTo(RequestDocument document) =>
            Clear && !(ToldAt < ApprovalAsk.VersionOf(document) && document.State.State is RequestState.WaitingForApproval);
    }

    /// <summary>A request of which the message says nothing, while it answers others: what is asked stays asked.</summary>
    private sealed record Left(RequestId Request, AnsweredRequest Asked);

    private sealed record Followed(
        int Before, RequestDocument Document, AnsweredRequest Answered, bool DecidedAgain, PlannedNotices Told, TextRow? Details, TextRow? Words)
    {
        public bool TellsSender => Told.TellsSender;

        /// <summary>More happened to what is asked than that the message is on record; what is proposed about a breach changes nothing of it.</summary>
        public bool Changed => Document.Journal.Skip(Before).Any(entry => entry.Event is not (RequestEvent.FollowedUp or RequestEvent.Breach));
    }
}
