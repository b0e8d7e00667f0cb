using System.Collections.Immutable;

namespace SiOne.Bot.MailWatcher;

/// <summary>
/// In which order a backlog is taken: what came last first, since its sender is waiting now; but a mail never before one that it answers, so that it
/// finds its conversation. Fewer mails than a backlog are simply taken oldest first.
/// </summary>
internal static class BacklogOrder
{
    /// <summary>From how many missing mails on it is a backlog.</summary>
    public const int Least = 256;

    /// <summary>Groups of UIDs, in the order in which they are to be taken; each ascending.</summary>
    /// <param name="mails">What the headers say of them.</param>
    /// <param name="atOnce">A group holds at least so many, while there are: all of a conversation stay together.</param>
    public static IEnumerable<ImmutableArray<uint>> Of(ImmutableArray<MailThread> mails, int atOnce)
    {
        var group = new List<uint>();
        foreach (var conversation in Conversations(mails).OrderByDescending(uids => uids[^1]))
        {
            group.AddRange(conversation);
            if (group.Count < atOnce) continue;
            yield return [.. group.Order()];
            group.Clear();
        }

        if (group.Count > 0) yield return [.. group.Order()];
    }

    /// <summary>Mails that bear or name one another's Message-ID, each list ascending.</summary>
    private static IEnumerable<List<uint>> Conversations(ImmutableArray<MailThread> mails)
    {
        var byId = new Dictionary<string, uint>(StringComparer.Ordinal);
        var parents = mails.ToDictionary(mail => mail.Uid, mail => mail.Uid);
        foreach (var mail in mails)
            if (mail.MessageId is { } own && !byId.TryAdd(own, mail.Uid)) Join(parents, byId[own], mail.Uid);
        foreach (var mail in mails)
            foreach (var named in mail.Answers)
                if (byId.TryGetValue(named, out var answered)) Join(parents, answered, mail.Uid);
        return mails.Select(mail => mail.Uid).Order().GroupBy(uid => Root(parents, uid)).Select(same => same.ToList());
    }

    private static void Join(Dictionary<uint, uint> parents, uint one, uint other) => parents[Root(parents, other)] = Root(parents, one);

    private static uint Root(Dictionary<uint, uint> parents, uint uid)
    {
        while (parents[uid] != uid) uid = parents[uid] = parents[parents[uid]];
        return uid;
    }
}

/// <summary>What the headers of a mail say of its conversation.</summary>
/// <param name="Uid">Its UID.</param>
/// <param name="MessageId">Its Message-ID; null without one.</param>
/// <param name="Answers">The Message-IDs that it names.</param>
internal sealed record MailThread(uint Uid, string? MessageId, ImmutableArray<string> Answers);
