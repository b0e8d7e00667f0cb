using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Projections;
using SiOne.Bot.Host.Api;

namespace SiOne.Bot.Host.Tests.Api;

public sealed class BoardReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RequestState.WaitingForApproval, 61)]
    [InlineData(RequestState.Done, 60)]
    public void A_message_whose_request_lives_never_leaves_the_page_before_newer_ones(RequestState state, int shown)
    {
        BoardEntry[] newestFirst = [.. Enumerable.Range(0, 70).Select(number => Entry($"f.{number}", [])), Entry("f.old", [Document("f.old", state)])];
        Assert.Equal(shown, BoardReader.ShownOf(newestFirst).Count);
    }

    private static BoardEntry Entry(string key, RequestDocument[] requests) => new(
        new IntakeRow { Key = new IntakeKey(key), Channel = Channel.Mail, ReceivedAt = Now, KeptAt = Now, ContentHash = "", Size = 1 }, [.. requests], []);

    private static RequestDocument Document(string intake, RequestState state) => new(
        new RequestId("r1"), 1,
        new Request
        {
            Reference = RequestReference.FindIn("SI-1234-5678")!.Value,
            Conversation = new ConversationId("c1"),
            Intake = new IntakeKey(intake),
            CustomerId = "demo",
            Channel = Channel.Mail,
            ReceivedAt = Now,
            OperationId = MailboxOperations.Create.Id,
            State = state,
        },
        []);
}
