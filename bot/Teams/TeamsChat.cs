using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;
using SiOne.Bot.Host.Connector;

namespace SiOne.Bot.Host.Teams;

/// <summary>A conversation of Teams as the chat book keeps it.</summary>
/// <param name="Reference">Where to post.</param>
/// <param name="Address">The person's address by the tenant's directory; null in a channel, or where it told none.</param>
/// <param name="Name">The person's name, likewise.</param>
/// <param name="Guest">The person is a guest of that tenant; null while its directory has not said so.</param>
internal sealed record TeamsChat(ConversationReference Reference, string? Address, string? Name, bool? Guest)
{
    /// <summary>As the chat book keeps it.</summary>
    public Chat ToChat() => new(
        JsonSerializer.Serialize(this, TeamsChatJson.Default.TeamsChat), LanguageOf(Reference.Locale));

    /// <summary>Read back; null when it is of a form that is no longer known.</summary>
    public static TeamsChat? Of(Chat chat)
    {
        try
        {
            return JsonSerializer.Deserialize(chat.Reference, TeamsChatJson.Default.TeamsChat);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>French, but for a client that is set to English.</summary>
    public static Language LanguageOf(string? locale) =>
        locale is not null && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.French;
}

/// <summary>Source-generated JSON of chats.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(TeamsChat))]
internal sealed partial class TeamsChatJson : JsonSerializerContext;
