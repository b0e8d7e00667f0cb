using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Engine.Intake;

/// <summary>
/// Recognises one mail that came twice: to two watched mailboxes (To and Cc), or by two ways with other Received lines. A Message-ID alone proves
/// nothing, since programs reuse them: sender, subject, words and attachments must be the same, too, and within a day.
/// </summary>
/// <param name="store">Read only here.</param>
/// <param name="reader">Reads the mail that came first once more.</param>
public sealed class TwinFinder(IStore store, MessageReader reader)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>Whether a mail was taken before under another key.</summary>
    public async Task<bool> CameBeforeAsync(IntakeRow row, InboundMessage message, CancellationToken cancellationToken)
    {
        if (row.Channel is not Channel.Mail || message.MessageId is not { } id || message.From is null) return false;
        if (await store.FindConversationByInboundIdAsync(ConversationFinder.HashOf(id), cancellationToken) is not { } conversation) return false;
        var keys = new HashSet<IntakeKey>();
        foreach (var request in conversation.Requests)
            if (await store.FindRequestAsync(request, cancellationToken) is { } document) keys.UnionWith(document.State.FollowUps.Add(document.State.Intake));
        foreach (var key in keys.Where(key => key != row.Key))
            if (await store.FindIntakeAsync(key, cancellationToken) is { Channel: Channel.Mail, RawDestroyedAt: null } first && (row.ReceivedAt - first.ReceivedAt).Duration() <= Window
                && reader.Read(first) is MailReading.Message { Value: var known } && AreOne(known, message))
                return true;
        return false;
    }

    /// <summary>A copy that proves its sender where the first one did not is no mere copy: the request may wait for that proof.</summary>
    private static bool AreOne(InboundMessage first, InboundMessage second) =>
        string.Equals(first.MessageId, second.MessageId, StringComparison.Ordinal)
        && first.From?.Address == second.From?.Address
        && !(second.Authentication is SenderProof.Pass && first.Authentication is not SenderProof.Pass)
        && Same(first.Subject, second.Subject) && Same(first.Body, second.Body)
        && first.Attachments.Select(part => (part.Name, part.Size)).SequenceEqual(second.Attachments.Select(part => (part.Name, part.Size)));

    /// <summary>Relays and lists fold lines and trim their ends.</summary>
    private static bool Same(string first, string second) => Words(first).SequenceEqual(Words(second), StringComparer.Ordinal);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
