using MimeKit;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Host.Api;
using SiOne.Bot.Host.Hosting;

namespace SiOne.Bot.Host.Demo;

/// <summary>The demo's small form: writes a mail as a person of the demo would, and drops it into the folder mailbox.</summary>
internal static class DemoForm
{
    public static async Task<IResult> TakeAsync(HttpContext context, EngineParts parts, TimeProvider clock, CancellationToken cancellationToken)
    {
        var written = await JsonBody.ReadAsync(context.Request, ApiJson.Default.DemoMail, cancellationToken);

        if (written is null || !MailAddress.TryParse(written.From, out var from) || string.IsNullOrWhiteSpace(written.Text))
            return JsonBody.Problem(StatusCodes.Status400BadRequest, "from (a mail address), subject and text");
        using var mail = MailOf(written, from, parts, clock);
        var folder = parts.Settings.Host.MailFolder!;
        var name = $"form-{clock.GetUtcNow():yyyyMMddHHmmssfffffff}.eml";
        await mail.WriteToAsync(Path.Combine(folder, $"{name}.tmp"), cancellationToken);
        File.Move(Path.Combine(folder, $"{name}.tmp"), Path.Combine(folder, name));
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static MimeMessage MailOf(DemoMail written, MailAddress from, EngineParts parts, TimeProvider clock)
    {
        var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(parts.Directory.Identify(from, proven: true, clock.GetUtcNow()).Person?.Name ?? "", from.Value));
        mail.To.Add(new MailboxAddress(parts.Settings.Engine.SupportName, parts.Settings.Engine.SupportAddress.Value));
        mail.Subject = written.Subject;
        mail.Date = clock.GetUtcNow();
        mail.MessageId = MimeKit.Utils.MimeUtils.GenerateMessageId(from.Domain);
        mail.Headers.Insert(0, "Authentication-Results", $"{DemoSettings.AuthservId}; dmarc=pass header.from={from.Domain}");
        mail.Body = new TextPart("plain") { Text = written.Text };
        return mail;
    }
}
