using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using SiOne.Bot.Engine.Intake;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.MailWatcher.Handing;

/// <summary>
/// The intake of a <c>bot</c> in another process, over its intake door. A mail counts as kept only when the door has answered 2xx to it, which it does
/// after the barrier; whatever else happens, it is handed in again.
/// </summary>
/// <param name="http">With the door's address as its base and a time limit.</param>
/// <param name="key">The door's key.</param>
public sealed class HttpIntake(HttpClient http, string key) : IMailIntake
{
    private const int AtOnce = 4;
    private const int AskedFirst = 1 << 20;
    private const int MostHeaderBytes = 256 << 10;

    /// <inheritdoc/>
    public async Task<MailboxLease?> LeaseAsync(MailboxIdentity mailbox, string holder, long fence, CancellationToken cancellationToken)
    {
        using var asked = JsonContent.Create(new LeaseAsked(holder), IntakeJson.Default.LeaseAsked);
        using var answer = await SendAsync(HttpMethod.Post, mailbox, "lease", fence, asked, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.Conflict) return null;
        var given = await ReadAsync(answer, IntakeJson.Default.LeaseGiven, cancellationToken);
        return new MailboxLease(given.Fence, TimeSpan.FromSeconds(given.Seconds));
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(MailboxIdentity mailbox, long fence, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Post, mailbox, "release", fence, null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public async Task<MailboxPosition> OpenAsync(MailboxIdentity mailbox, uint uidValidity, uint uidNext, long fence, CancellationToken cancellationToken)
    {
        using var opened = JsonContent.Create(new FolderOpened(uidValidity, uidNext), IntakeJson.Default.FolderOpened);
        using var answer = await SendAsync(HttpMethod.Post, mailbox, "open", fence, opened, cancellationToken);
        return await ReadAsync(answer, IntakeJson.Default.MailboxPosition, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<uint>> MissingAsync(
        MailboxIdentity mailbox, uint uidValidity, ImmutableArray<uint> present, long fence, CancellationToken cancellationToken)
    {
        using var asked = JsonContent.Create(new UidList(uidValidity, present), IntakeJson.Default.UidList);
        using var answer = await SendAsync(HttpMethod.Post, mailbox, "missing", fence, asked, cancellationToken);
        return (await ReadAsync(answer, IntakeJson.Default.UidList, cancellationToken)).Uids;
    }

    /// <inheritdoc/>
    public Task KeepAsync(ImmutableArray<RawMail> mails, long fence, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        mails, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (mail, token) => await PutAsync(mail, fence, token));

    private async Task PutAsync(RawMail mail, long fence, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{mail.UidValidity}/{mail.Uid}");
        using var body = new ReadOnlyMemoryContent(mail.Bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        body.Headers.Add(IntakeHeaders.InternalDate, mail.InternalDate.ToString("O", CultureInfo.InvariantCulture));
        if (mail.TooLarge) body.Headers.Add(IntakeHeaders.TooLarge, "1");
        using var answer = await SendAsync(HttpMethod.Put, mail.Mailbox, path, fence, body, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.RequestEntityTooLarge && !mail.TooLarge)
            await PutAsync(mail with { Bytes = HeaderOf(mail.Bytes), TooLarge = true }, fence, cancellationToken);
        else Require(answer);
    }

    /// <summary>The door takes smaller mails than this watcher fetches: then it gets the header, as for a mail that was never fetched.</summary>
    private static ReadOnlyMemory<byte> HeaderOf(ReadOnlyMemory<byte> mail) =>
        mail.Span.IndexOf("\r\n\r\n"u8) is var end and >= 0 and < MostHeaderBytes ? mail[..(end + 4)] : mail[..Math.Min(mail.Length, MostHeaderBytes)];

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, MailboxIdentity mailbox, string path, long fence, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"intake/{IntakeKeys.MailboxId(mailbox)}/{path}") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add(IntakeHeaders.Mailbox, IntakeHeaders.Write(mailbox));
        request.Headers.Add(IntakeHeaders.Fence, fence.ToString(CultureInfo.InvariantCulture));
        // A body that the door will not take is refused before it is sent, instead of breaking the connection in the middle of it.
        request.Headers.ExpectContinue = body?.Headers.ContentLength > AskedFirst;
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        Require(answer);
        return await answer.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new HttpRequestException("The intake door gave an empty answer.");
    }

    private static void Require(HttpResponseMessage answer)
    {
        if (answer.StatusCode is HttpStatusCode.Conflict) throw new StaleLeaseException();
        answer.EnsureSuccessStatusCode();
    }
}
