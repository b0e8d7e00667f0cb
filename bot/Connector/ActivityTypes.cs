using System.Collections.Frozen;

namespace SiOne.Bot.Host.Connector;

/// <summary>The kinds of activity that are read, as Teams writes them. Others are answered 200 and ignored.</summary>
public static class ActivityTypes
{
    /// <summary>Words, files or a submitted form.</summary>
    public const string Message = "message";

    /// <summary>A click whose answer is the HTTP response.</summary>
    public const string Invoke = "invoke";

    /// <summary>Members came or left, a team or channel changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The app was added or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction was set or taken back.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>Something else of Teams, named by <see cref="Activity.Name"/>.</summary>
    public const string Event = "event";

    /// <summary>All of them. Names are compared letter by letter: Teams writes them so.</summary>
    public static FrozenSet<string> Known { get; } = new[]
    {
        Message, Invoke, ConversationUpdate, InstallationUpdate, MessageUpdate, MessageDelete, MessageReaction, Typing, Event,
    }.ToFrozenSet(StringComparer.Ordinal);
}
