using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Engine.Outbox;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Api;

/// <summary>
/// An answer, a notice or an alert as its reader sees it: the HTML of the mail that left, or of the one that would. Nothing in it may load or run,
/// and what the reader alone may open is cut off: nobody else confirms in their name. In the demo one person plays everybody, and opens it.
/// </summary>
/// <param name="parts">The engine.</param>
internal sealed class AnswerPreview(EngineParts parts)
{
    private readonly ReservedTexts _reserved = new(parts);

    public async Task WriteAsync(HttpContext context, string key, CancellationToken cancellationToken)
    {
        if (await BytesAsync(key, _reserved.MayRead(context), cancellationToken) is not { } bytes)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var stream = new MemoryStream(bytes);
        var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
        var opens = parts.Settings.Demo;
        var sandbox = opens ? "sandbox allow-popups allow-popups-to-escape-sandbox" : "sandbox";
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; {sandbox}; frame-ancestors 'self'";
        context.Response.ContentType = "text/html; charset=utf-8";
        var html = mail.HtmlBody ?? "";
        await context.Response.WriteAsync(opens ? html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal) : SubscriptionLinks.CutIn(ConfirmationLinks.CutIn(html)), cancellationToken);
    }

    private async Task<byte[]?> BytesAsync(string key, bool readsReserved, CancellationToken cancellationToken)
    {
        if (await parts.Store.FindOutboxAsync(key, cancellationToken) is not { } row) return null;
        if (!readsReserved && await _reserved.HoldsAsync(row, cancellationToken)) return null;
        if (await parts.Vault.ReadBytesAsync(Outgoing.BytesKey(key), cancellationToken) is { } frozen) return frozen;
        if (await Outgoing.ReadAsync(parts.Vault, key, cancellationToken) is not { } outgoing) return null;
        var header = new MailHeader
        {
            From = parts.Settings.Engine.SupportAddress,
            FromName = parts.Settings.Engine.SupportName,
            To = MailAddress.TryParse(outgoing.To, out var to) ? to : parts.Settings.Engine.SupportAddress,
            MessageId = "preview@localhost",
            Date = row.CreatedAt,
        };
        return outgoing switch
        {
            { Alert: { } alert } => parts.Renderer.Render(header, alert),
            { Notice: { } notice } => parts.Renderer.Render(header, notice),
            { Answer: { } answer } => parts.Renderer.Render(header, answer),
            { Digest: { } digest } => parts.Renderer.Render(header, digest),
            { OwnDigest: { } own } => parts.Renderer.Render(header, own),
            _ => null,
        };
    }
}
