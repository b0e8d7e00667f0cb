using System.Globalization;
using System.Text;
using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Requests;

namespace SiOne.Bot.Engine.Tests.Requests;

/// <summary>The people of one customer and a technician at work on the bench: what they write, and what they are told.</summary>
internal sealed class Life(
    EngineOptions? options = null, Func<IStore, IStore>? around = null, ICustomerDirectory? customers = null, Action<string>? reached = null) : IAsyncDisposable
{
    public const string Arrival = "Bonjour,\n\nPaul Sourisseau arrive le lundi 14 décembre 2026. Merci de créer son compte Microsoft 365.";
    public const string Technician = "Inès";
    private uint _mails;
    private int _handed;

    public Bench Bench { get; } = new(options, around: around, customers: customers, reached: reached);

    /// <summary>Somebody of the customer's writes a mail, and it is processed.</summary>
    public async Task<IntakeRow> MailAsync(string from, string text, OutboxRow? answering = null, string subject = "Demande", string dmarc = "pass", string? inReplyTo = null)
    {
        var address = MailAddress.Parse(Address(from));
        var parent = answering is null ? inReplyTo : IdOf(answering, address);
        var mail = new RawMail(Bench.Inbox, 1, ++_mails, Bench.Clock.GetUtcNow(), Encoding.UTF8.GetBytes(
            $"""
            Authentication-Results: mx.msp.example; dmarc={dmarc} header.from={address.Value[(address.Value.IndexOf('@', StringComparison.Ordinal) + 1)..]}
            From: <{address.Value}>
            To: <support@msp.example>
            Subject: {subject}
            Message-ID: <life-{_mails}@client.example>
            {(parent is null ? "" : $"In-Reply-To: <{parent}>\n")}MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            {text}
            """.ReplaceLineEndings("\r\n")));
        await Bench.TakeAsync(mail);
        return (await Bench.Store.FindIntakeAsync(IntakeKeys.Of(mail), CancellationToken.None))!;
    }

    /// <summary>Somebody writes in the application, or a technician writes a call down.</summary>
    public async Task<IntakeRow> HandAsync(Channel channel, string from, string text, string? key = null)
    {
        var kept = await Bench.Door.KeepHandedAsync(
            channel, key ?? string.Create(CultureInfo.InvariantCulture, $"handed-{++_handed}"),
            System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new ApplicationMessage { From = Address(from), Text = text }, ApplicationJson.Default.ApplicationMessage),
            Bench.Clock.GetUtcNow(), CancellationToken.None);
        await Bench.SettleAsync();
        return (await Bench.Store.FindIntakeAsync(kept!.Value, CancellationToken.None))!;
    }

    public async Task<RequestDocument> OnlyRequestOfAsync(IntakeRow row) => (await Bench.Store.FindRequestAsync(Assert.Single(row.Requests), CancellationToken.None))!;

    public async Task<Request> StateOfAsync(RequestDocument document) => (await DocumentAsync(document.Id)).State;

    public async Task<RequestDocument> DocumentAsync(RequestId id) => (await Bench.Store.FindRequestAsync(id, CancellationToken.None))!;

    public Task<StepResult> ActAsync(RequestDocument document, ActWish wish, string by = Technician) =>
        Bench.Desk.DoAsync(document.State.Reference, by, wish, CancellationToken.None);

    public Task<StepResult> ActAsync(RequestDocument document, ActVerb verb) => ActAsync(document, new ActWish(verb));

    /// <summary>Every effect, in the order of decision.</summary>
    public async Task<OutboxRow[]> EffectsAsync() =>
        [.. (await Bench.Store.AllOutboxAsync(CancellationToken.None).ToListAsync()).OrderBy(row => row.CreatedAt).ThenBy(row => row.Order)];

    /// <summary>Who was sent which notice, as "kind to address".</summary>
    public async Task<string[]> NoticesAsync()
    {
        var notices = new List<string>();
        foreach (var row in await EffectsAsync())
            if (row.Effect is Effect.Notify notify) notices.Add($"{notify.Kind} to {(await WordsAsync(row)).To}");
        return [.. notices];
    }

    /// <summary>The one notice of that kind to somebody.</summary>
    public async Task<OutboxRow> NoticeAsync(NoticeKind kind, string to)
    {
        var found = new List<OutboxRow>();
        foreach (var row in await EffectsAsync())
            if (row.Effect is Effect.Notify notify && notify.Kind == kind && (await WordsAsync(row)).To == Address(to)) found.Add(row);
        return Assert.Single(found);
    }

    /// <summary>The answer to a message.</summary>
    public async Task<OutboxRow> AnswerAsync(IntakeRow row) =>
        Assert.Single(await EffectsAsync(), effect => effect.Effect is Effect.AnswerSender && effect.Effect.Intake == row.Key);

    public async Task<Outgoing> WordsAsync(OutboxRow row) => (await Outgoing.ReadAsync(Bench.Vault, row.Key, CancellationToken.None))!;

    /// <summary>The reasons of the alerts, oldest first.</summary>
    public async Task<string[]> AlertsAsync() =>
        [.. (await EffectsAsync()).Select(row => row.Effect).OfType<Effect.AlertTechnicians>().Select(alert => alert.Reason)];

    /// <summary>Sends what may leave, and reads what has reached somebody, oldest first.</summary>
    public async Task<MimeMessage[]> MailsToAsync(string to)
    {
        await Bench.SendAllAsync();
        return
        [
            .. Bench.Sender.Attempts.Where(attempt => attempt.To.Value == Address(to)).Select(attempt =>
            {
                using var bytes = new MemoryStream(attempt.Bytes);
                return MimeMessage.Load(bytes);
            }),
        ];
    }

    /// <summary>Moves the clock, and does what it makes due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Bench.Clock.Advance(time);
        while (await Bench.Agenda.WorkOnceAsync(CancellationToken.None)) { }
    }

    /// <summary>Moves the clock to an instant in Paris.</summary>
    public Task PassToAsync(string paris) =>
        PassAsync(DateTimeOffset.Parse(paris, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - Bench.Clock.GetUtcNow());

    public string IdOf(OutboxRow row, MailAddress reader) => Bench.MessageIds.For(row.Conversation, row.Key, reader);

    public static string Address(string who) => who.Contains('@', StringComparison.Ordinal) ? who : $"{who}@nova.example";

    /// <summary>The ledger and everything else adds up.</summary>
    public async Task AddsUpAsync()
    {
        var report = await Bench.AuditAsync();
        Assert.Empty(report.Mistakes);
        Assert.True(report.AddsUp);
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
