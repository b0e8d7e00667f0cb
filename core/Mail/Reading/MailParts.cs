using System.Collections.Immutable;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.IO;
using MimeKit.Tnef;
using SiOne.Bot.Domain.Intake;

namespace SiOne.Bot.Mail.Reading;

/// <summary>The leaves of a mail: what is read as its text, and what is attached. The walk is iterative and counts.</summary>
internal sealed class MailParts
{
    private readonly List<(TextPart Part, int Alternative)> _texts = [];
    private readonly List<TextPart> _calendars = [];
    private readonly ImmutableArray<Attachment>.Builder _attachments = ImmutableArray.CreateBuilder<Attachment>();
    private int _alternatives;
    private int _count;

    /// <summary>The attached parts, inline pictures with a name included.</summary>
    public ImmutableArray<Attachment> Attachments => _attachments.ToImmutable();

    /// <summary>What was found besides words; divergence only after <see cref="Body"/>.</summary>
    public ReadingFlags Flags { get; private set; }

    /// <summary>The first line of what a client marks as the signature, null when none does; only after <see cref="Body"/>.</summary>
    public string? Signature { get; private set; }

    /// <summary>The first attached mail; null when there is none.</summary>
    public MimeMessage? Nested { get; private set; }

    /// <summary>The reason to refuse the mail after all, null when its shape is within the caps.</summary>
    public string? Refusal { get; private set; }

    public static MailParts Of(MimeEntity? root, MailReaderOptions caps)
    {
        var parts = new MailParts();
        var open = new Stack<Step>();
        if (root is not null) open.Push(new Step(root, 1, 0, Inside: false));
        while (parts.Refusal is null && open.TryPop(out var next))
        {
            if (++parts._count > caps.MaxParts) parts.Refusal = "too-many-parts";
            else if (next.Depth > caps.MaxDepth) parts.Refusal = "too-deep";
            else parts.Enter(next, open, isRoot: next.Entity == root);
        }

        return parts;
    }

    /// <summary>The whole readable text, line ends as LF, at most <paramref name="limit"/> characters.</summary>
    public string Body(int limit)
    {
        var body = new StringBuilder();
        foreach (var group in Groups())
        {
            var (text, differ, signature) = Alternatives.Best(group, limit);
            Signature ??= signature;
            if (differ) Flags |= ReadingFlags.Divergent;
            Append(body, text);
            if (body.Length >= limit) break;
        }

        foreach (var invitation in _calendars.Take(3).Select(part => CalendarText.Of(PartText.Of(part, limit))))
            if (!body.ToString().Contains(invitation, StringComparison.Ordinal)) Append(body, invitation);
        return TextCleaning.Clip(body.ToString(), limit);
    }

    private static void Append(StringBuilder body, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (body.Length > 0) body.Append("\n\n");
        body.Append(text.AsSpan().TrimEnd());
    }

    private void Enter(Step step, Stack<Step> open, bool isRoot)
    {
        switch (step.Entity)
        {
            // RFC 2046, 5.2.2.1: a piece of a mail, of no use alone.
            case MessagePartial when !step.Inside:
                Refusal = "partial";
                break;
            case MultipartEncrypted when !step.Inside:
                Flags |= ReadingFlags.Encrypted;
                break;
            case ApplicationPkcs7Mime secured when !step.Inside:
                if (SignedContent.Of(secured) is { } content) open.Push(step with { Entity = content, Depth = step.Depth + 1 });
                else Flags |= ReadingFlags.Encrypted;
                break;
            case TnefPart tnef when !step.Inside:
                if (TnefContent.Of(tnef) is { } unpacked) open.Push(step with { Entity = unpacked, Depth = step.Depth + 1 });
                else Attach(tnef);
                break;
            // A broken boundary leaves all its text before the first part.
            case Multipart { Count: 0, Preamble.Length: > 0 } broken when !step.Inside:
                _texts.Add((new TextPart("plain") { Text = broken.Preamble }, step.Alternative));
                break;
            case Multipart multipart:
                var alternative = step.Alternative;
                if (multipart is MultipartAlternative && alternative == 0) alternative = ++_alternatives;
                for (var i = multipart.Count - 1; i >= 0; i--) open.Push(new Step(multipart[i], step.Depth + 1, alternative, step.Inside));
                break;
            case MessagePart message:
                if (!step.Inside) Attach(message);
                if (!step.Inside) Nested ??= message.Message;
                if (message.Message?.Body is { } body) open.Push(new Step(body, step.Depth + 1, 0, Inside: true));
                break;
            case TextPart calendar when !step.Inside && calendar.ContentType.IsMimeType("text", "calendar"):
                _calendars.Add(calendar);
                if (IsAttached(calendar)) Attach(calendar);
                break;
            case TextPart text when !step.Inside && IsBody(text, isRoot):
                _texts.Add((text, step.Alternative));
                // A text that is shown in the mail and has a file name is both.
                if (!isRoot && text.ContentDisposition?.FileName is { Length: > 0 }) Attach(text);
                break;
            // RFC 2045, 5.2: a type that is none is plain text.
            case MimePart untyped and not TextPart when isRoot && untyped.Headers[HeaderId.ContentType]?.Contains('/', StringComparison.Ordinal) is false:
                _texts.Add((new TextPart("plain") { Content = untyped.Content }, 0));
                break;
            case MimePart part when !step.Inside && IsAttached(part):
                Attach(part);
                break;
        }
    }

    // Inside an attached mail parts are counted, since it may hide a bomb, but not read.
    private readonly record struct Step(MimeEntity Entity, int Depth, int Alternative, bool Inside);

    private bool IsBody(TextPart part, bool isRoot)
    {
        if (part.ContentDisposition?.IsAttachment == true) return false;
        var readable = part.IsPlain || part.IsHtml || part.IsEnriched || part.IsRichText || isRoot;
        // Some clients name the text itself; a named text after it is a file.
        return readable && (string.IsNullOrEmpty(part.FileName) || isRoot || _texts.Count == 0);
    }

    private static bool IsAttached(MimePart part)
    {
        if (!string.IsNullOrWhiteSpace(part.FileName) || part.ContentDisposition?.IsAttachment == true) return true;
        var type = part.ContentType;
        if (type.IsMimeType("text", "*") || type.IsMimeType("message", "*")) return false;
        return !type.IsMimeType("image", "*") || part.ContentId is null;
    }

    private void Attach(MimePart part)
    {
        long size = 0;
        if (part.Content is not null)
        {
            using var measure = new MeasuringStream();
            part.Content.DecodeTo(measure);
            size = measure.Length;
        }

        Attach(part, size, $"piece-jointe-{_attachments.Count + 1}");
    }

    private void Attach(MessagePart part)
    {
        long size = 0;
        if (part.Message is not null)
        {
            using var measure = new MeasuringStream();
            part.Message.WriteTo(measure);
            size = measure.Length;
        }

        var subject = TextCleaning.OneLine(part.Message?.Subject);
        Attach(part, size, AttachmentName.Clean(subject.Length == 0 ? "" : subject + ".eml", $"message-{_attachments.Count + 1}.eml"));
    }

    private void Attach(MimeEntity part, long size, string fallback) => _attachments.Add(new Attachment(
        AttachmentName.Clean(part.ContentDisposition?.FileName ?? part.ContentType.Name, fallback),
        TextCleaning.Clip(TextCleaning.OneLine(part.ContentType.MimeType), 100),
        size));

    private IEnumerable<List<TextPart>> Groups()
    {
        var seen = new HashSet<int>();
        foreach (var (part, alternative) in _texts)
        {
            if (alternative == 0) yield return [part];
            else if (seen.Add(alternative)) yield return [.. _texts.Where(t => t.Alternative == alternative).Select(t => t.Part)];
        }
    }
}
