using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Engine.Chats;

/// <summary>A chat that the bot may write to.</summary>
/// <param name="Reference">How the adapter finds it again; its own text, which the engine does not read.</param>
/// <param name="Language">In which language its reader is addressed.</param>
public sealed record Chat(string Reference, Language Language)
{
    /// <summary>The bot was blocked or taken away: nothing is sent there until its reader comes back; they are written to by mail.</summary>
    public bool Closed { get; init; }
}

/// <summary>Source-generated JSON of chats.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Chat))]
internal sealed partial class ChatJson : JsonSerializerContext;
