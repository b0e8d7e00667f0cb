using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiOne.Bot.Host.Connector;

/// <summary>Source-generated JSON of the protocol. A key that comes twice is refused: two readers could take different ones.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = MaxDepth,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Attachment))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class ConnectorJson : JsonSerializerContext
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 32;
}
