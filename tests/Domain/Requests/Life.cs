using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;

namespace SiOne.Bot.Domain.Tests.Requests;

/// <summary>A request lived step by step, as a test tells it; Ada Modèle asks, Bo approves, t1 works.</summary>
internal sealed record Life(Case Asked, Request? State, ImmutableArray<RequestEvent> Journal, Decision Last)
{
    public static readonly RequestId Id = new("01M86D3DNVE7VTSVDPAAJWGXRE");
    public static readonly IntakeKey Intake = new("m.support.1.42");

    public Request Now => State!;

    public static Life Of(Case asked) => new Life(asked, null, [], new Decision([], [])).When(
        new RequestCommand.Receive(new RequestReference("SI-7K3M-9QXA"), new ConversationId("01M86D3DNVE7VTSVDPAAJWGXRE"), Intake, asked));

    public static Life Of(Operation operation, Role role = Role.Direction) => Of(A.Whole(operation, role: role));

    /// <summary>A mailbox asked for on Tuesday at 10:00, in that state since then or soon after.</summary>
    public static Life In(RequestState state) => state switch
    {
        RequestState.Draft => Of(A.Whole(MailboxOperations.Create, Level.Premium, channel: Channel.Mail)),
        RequestState.WaitingForDetails => In(RequestState.Accepted).Does(new TechnicianAct.Ask("q"), "2026-11-24 11:00"),
        RequestState.WaitingForApproval => Of(MailboxOperations.Create, Role.Employee),
        RequestState.WaitingForTechnician => Of(A.Whole(MailboxOperations.Create, proven: false)),
        RequestState.ToBeQuoted => Of(A.Whole(MailboxOperations.Create).With(s => s with { Services = [] })),
        RequestState.OnHold => In(RequestState.Accepted).Does(new TechnicianAct.Hold(), "2026-11-24 11:00"),
        RequestState.Accepted => Of(MailboxOperations.Create),
        RequestState.InProgress => In(RequestState.Accepted).Does(new TechnicianAct.Start(), "2026-11-24 11:00"),
        RequestState.Done => In(RequestState.InProgress).Does(new TechnicianAct.Complete(), "2026-11-25 10:00"),
        RequestState.Declined => In(RequestState.Accepted).Does(new TechnicianAct.Decline("why"), "2026-11-24 11:00"),
        RequestState.Withdrawn => In(RequestState.Accepted).Says(PlainWord.Withdraw, "2026-11-24 11:00"),
        RequestState.Closed => In(RequestState.Accepted).Does(new TechnicianAct.Close(), "2026-11-24 11:00"),
    };

    public Life When(RequestCommand command)
    {
        var decision = RequestDecider.Decide(State, command);
        return this with
        {
            State = decision.Events.Aggregate(State, RequestDecider.Evolve),
            Journal = Journal.AddRange(decision.Events),
            Last = decision,
        };
    }

    /// <summary>A message with the request as asked added, so that whatever it says can have its effect.</summary>
    public Life Says(
        PlainWord? word, string at, ActorKind kind = ActorKind.Requester, string? by = null, bool proven = true, Case? again = null,
        Channel channel = Channel.Application, bool objects = false) => When(
        new RequestCommand.FollowUp(
            new IntakeKey($"a.{Journal.Length}"), Paris.At(at), "acme", new Actor(kind, by ?? (kind is ActorKind.Administrator or ActorKind.Concerned ? "bo" : "ada")), word,
            proven, (again ?? Asked) with { ReceivedAt = Paris.At(at) })
        { Channel = channel, Objects = objects });

    public Life Does(TechnicianAct act, string at, string by = "t1") =>
        When(new RequestCommand.Act(Paris.At(at), new Actor(ActorKind.Technician, by), act));

    public Life Ticks(DateTimeOffset at, WeekendOption? weekend = null) => When(new RequestCommand.Tick(at, weekend, LifeTimes.Default));

    /// <summary>The effects of the last step; <paramref name="before"/> is the life before it.</summary>
    public ImmutableArray<Effect> Since(Life? before) => Reactions.To(Id, before?.State, Last.Events, Now);

    /// <summary>The effects as a table writes them: "Done>Requester", "!due-soon".</summary>
    public string Told(Life? before) => string.Join(' ', Since(before).Select(effect => effect switch
    {
        Effect.Notify notify => $"{notify.Kind}>{notify.Reader}",
        Effect.AlertTechnicians alert => $"!{alert.Reason}",
        Effect.AlertDataProtection alert => $"@{alert.Reason}",
        _ => effect.GetType().Name,
    }));
}
