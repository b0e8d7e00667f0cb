using SiOne.Bot.Cards.Technicians;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class TechnicianQueuesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_soonest_due_comes_first_and_an_emergency_before_all()
    {
        RequestDocument[] live = [Document("late", 40), Document("none", null), Document("soon", 2), Document("lost", null, state => state with { OperationId = PhoneOperations.Lost.Id })];
        Assert.Equal(["lost", "soon", "late", "none"], Ids(live, QueueKind.Queue));
    }

    [Fact]
    public void What_waits_for_the_customer_is_no_work_unless_they_wrote()
    {
        RequestDocument[] live =
        [
            Document("waits", 2, state => state with { State = RequestState.WaitingForApproval }),
            Document("wrote", 3, state => state with { State = RequestState.WaitingForApproval, UnreadSince = Now }),
            Document("quote", 4, state => state with { State = RequestState.ToBeQuoted }),
        ];
        Assert.Equal(["wrote", "quote"], Ids(live, QueueKind.Queue));
    }

    [Fact]
    public void Mine_is_what_I_took_and_nobody_has_what_nobody_took()
    {
        RequestDocument[] live = [Document("mine", 2, state => state with { TakenBy = "Inès" }), Document("theirs", 2, state => state with { TakenBy = "Noé" }), Document("free", 2)];
        Assert.Equal(["mine"], Ids(live, QueueKind.Mine));
        Assert.Empty(TechnicianQueues.Of(live, QueueKind.Mine, "", Now));
    }

    [Fact]
    public void Soon_is_within_a_day_while_the_clock_runs()
    {
        RequestDocument[] live =
        [
            Document("over", -1), Document("tomorrow", 24), Document("later", 25), Document("none", null),
            Document("paused", 2, state => state with { Pauses = [new Pause(Now, To: null)] }),
        ];
        Assert.Equal(["over", "tomorrow"], Ids(live, QueueKind.DueSoon));
    }

    [Fact]
    public void A_request_of_two_messages_is_one_as_it_stands_and_none_when_it_has_ended()
    {
        var (old, fresh) = (Document("one", 2), Document("one", 2, state => state with { TakenBy = "Inès" }) with { Version = 2 });
        var done = Document("done", 2, state => state with { State = RequestState.Done });
        var live = TechnicianQueues.Live([Entry("f.1", old), Entry("f.2", fresh, done)]);
        Assert.Equal("Inès", Assert.Single(live).State.TakenBy);
    }

    private static BoardEntry Entry(string key, params RequestDocument[] requests) => new(
        new IntakeRow { Key = new IntakeKey(key), Channel = Channel.Mail, ReceivedAt = Now, KeptAt = Now, ContentHash = "", Size = 1 }, [.. requests], []);

    private static string[] Ids(RequestDocument[] live, QueueKind kind) => [.. TechnicianQueues.Of(live, kind, "Inès", Now).Select(document => document.Id.Value)];

    private static RequestDocument Document(string id, int? hours, Func<Request, Request>? change = null)
    {
        var due = hours is { } left ? Now.AddHours(left) : Now;
        var state = new Request
        {
            Reference = RequestReference.FindIn("SI-1234-5678")!.Value,
            Conversation = new ConversationId("c1"),
            Intake = new IntakeKey("f.1"),
            CustomerId = "demo",
            Channel = Channel.Mail,
            ReceivedAt = Now,
            OperationId = MailboxOperations.Create.Id,
            State = RequestState.Accepted,
            Verdict = Verdict.Accepted,
            Due = hours is null ? null : new Due(due, due, due),
        };
        return new RequestDocument(new RequestId(id), 1, change?.Invoke(state) ?? state, []);
    }
}
