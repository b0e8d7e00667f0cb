using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Privacy;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Host.Connector;
using Attachment = SiOne.Bot.Host.Connector.Attachment;

namespace SiOne.Bot.Host.Teams;

/// <summary>Stop 3 for Teams: a kept activity to a message. Pure.</summary>
internal sealed class ActivityReader : IActivityReader
{
    /// <summary>More of one message are neither named nor fetched.</summary>
    public const int MaxAttachments = 20;

    private const int MaxName = 120;
    private const int LongestEnd = 10;

    /// <summary>No file system takes them all in a name.</summary>
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"|?*");

    /// <inheritdoc/>
    public MailReading Read(ReadOnlyMemory<byte> raw, DateTimeOffset receivedAt)
    {
        KeptActivity? kept;
        Activity? activity;
        try
        {
            kept = JsonSerializer.Deserialize(raw.Span, KeptActivityJson.Default.KeptActivity);
            activity = kept?.Activity.Deserialize(ConnectorJson.Default.Activity);
        }
        catch (JsonException)
        {
            return new MailReading.Unreadable("not-an-activity");
        }

        return kept is null || activity is null ? new MailReading.Unreadable("not-an-activity") : activity.Type switch
        {
            // Kept by a click whose answer never came: who clicked was told so, and clicks again.
            ActivityTypes.Invoke when activity.Name == InvokeNames.CardAction => new MailReading.Unreadable("card-click"),
            ActivityTypes.Message or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete or ActivityTypes.Invoke => Read(kept, activity, receivedAt),
            _ => new MailReading.Unreadable("not-a-message"),
        };
    }

    private static MailReading.Message Read(KeptActivity kept, Activity activity, DateTimeOffset receivedAt)
    {
        var (text, deleted) = (TextOf(activity), activity.Type == ActivityTypes.MessageDelete);
        var files = AttachmentsOf(activity);
        var masked = Secrets.Mask([deleted ? TeamsWords.Deleted : text, .. files.Select(file => file.Name)]);
        var attachments = files.Select((file, number) => file with { Name = masked.Texts[number + 1] }).ToImmutableArray();
        var place = ActivityPlace.Of(activity);
        return new MailReading.Message(new InboundMessage
        {
            Channel = Channel.Teams,
            ReceivedAt = receivedAt,
            From = MailAddress.TryParse(kept.Address, out var address) ? new Party(address, activity.From?.Name) : null,
            SignedIn = new SignedInAccount(kept.TenantId, kept.AccountId),
            MessageId = place,
            InReplyTo = activity.Type == ActivityTypes.Message ? AnsweredBy(activity) : place,
            Amends = activity.Type == ActivityTypes.MessageUpdate,
            Text = masked.Texts[0],
            Body = masked.Texts[0],
            Kind = masked.Texts[0].Length == 0 && attachments.IsEmpty ? MessageKind.Empty : MessageKind.New,
            Attachments = attachments,
            Authentication = kept.Member ? SenderProof.Pass : SenderProof.None,
            MaskedSecrets = masked.Count,
        });
    }

    /// <summary>The words, wherever they are: a request made from a message brings them in its form.</summary>
    private static string TextOf(Activity activity) => activity.Type == ActivityTypes.Invoke ? MessageExtensions.TextOf(activity) : ActivityText.Of(activity);

    private static string? AnsweredBy(Activity activity) =>
        activity.Conversation?.Id is { } conversation && (ActivityText.Quoted(activity) ?? activity.ReplyToId) is { Length: > 0 } id
            ? ActivityPlace.Of(conversation, id)
            : null;

    private static ImmutableArray<Domain.Intake.Attachment> AttachmentsOf(Activity activity) =>
    [
        .. FilesOf(activity).Select(file => new Domain.Intake.Attachment(NameOf(file), file.ContentType ?? "", 0)),
    ];

    /// <summary>The files of a message, in the order in which they are numbered.</summary>
    internal static IEnumerable<Attachment> FilesOf(Activity activity) => (activity.Attachments ?? []).Where(IsFile).Take(MaxAttachments);

    /// <summary>A file or a picture; not a card, nor the copy of the text.</summary>
    internal static bool IsFile(Attachment attachment) => attachment.ContentType is { } type
        && (type == Attachment.FileDownload || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase));

    private static string NameOf(Attachment file)
    {
        var name = string.Concat((file.Name ?? "").Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format));
        name = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Select(c => Reserved.Contains(c) ? '_' : c)).Trim(' ', '.', '\u00A0');
        if (name.Length == 0) return file.ContentType == Attachment.FileDownload ? "fichier" : "image";
        if (name.Length <= MaxName) return name;
        // The end says what kind of file it is.
        var end = Path.GetExtension(name) is { Length: <= LongestEnd } kind ? kind : "";
        var cut = MaxName - end.Length - 1;
        return $"{name[..(char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)]}…{end}";
    }
}
