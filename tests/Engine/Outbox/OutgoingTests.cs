using System.Text.Json;
using System.Text.Json.Serialization;
using MimeKit;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Tests.Outbox;

public sealed class OutgoingTests
{
    private static readonly JsonSerializerOptions Sealed = new() { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public async Task A_sealed_notice_is_sent_as_the_notice_that_it_is()
    {
        await using var bench = new Bench();
        await bench.TakeAsync(Bench.Mail(1));
        var row = await bench.AnswerToAsync(1);
        var answer = await Outgoing.ReadAsync(bench.Vault, row.Key, CancellationToken.None);
        var notice = new Notice
        {
            Kind = NoticeKind.DueMoved,
            Because = DueReason.Mistake,
            Previously = Bench.Start.AddDays(1),
            Said = "Des mots.",
            Requests = [.. answer!.Answer!.Requests.Select(Promised)],
        };
        var words = JsonSerializer.SerializeToUtf8Bytes(answer with { Answer = null, Notice = notice }, Sealed);
        await bench.Store.CommitAsync(new StoreUnit { Texts = [bench.Vault.Seal(Outgoing.TextKey(row.Key), words)] }, CancellationToken.None);

        Assert.Equivalent(notice, (await Outgoing.ReadAsync(bench.Vault, row.Key, CancellationToken.None))!.Notice);
        await bench.SendAllAsync();
        using var mail = MimeMessage.Load(new MemoryStream(Assert.Single(bench.Sender.Attempts).Bytes));
        Assert.Contains("La date prévue change", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
    }

    private static AnsweredRequest Promised(AnsweredRequest request) => request with
    {
        OperationId = LicenceOperations.Assign.Id,
        Verdict = Verdict.Accepted,
        Findings = [],
    };
}
