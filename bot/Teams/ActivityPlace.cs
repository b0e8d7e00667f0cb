using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>Names one post for all time: its conversation and its id there.</summary>
internal static class ActivityPlace
{
    /// <summary>The name of a post.</summary>
    public static string Of(string conversationId, string activityId) => $"teams:{Root(conversationId)}|{activityId}";

    /// <summary>The name of an activity; null when Teams gave it no id.</summary>
    public static string? Of(Activity activity) =>
        activity is { Id: { Length: > 0 } id, Conversation.Id: { Length: > 0 } conversation } ? Of(conversation, id) : null;

    /// <summary>The conversation without its thread: a post is the same one, from wherever it is spoken of.</summary>
    private static string Root(string conversationId) => conversationId.Split(";messageid=", 2)[0];
}
