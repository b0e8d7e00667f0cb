using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SiOne.Bot.Cards.Model;

/// <summary>Writes cards as JSON; nothing in it reads any.</summary>
public static class CardJson
{
    // Accents as themselves keep a card small; what HTML could mistake and what nobody sees stay escaped.
    private static readonly CardJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>The card as an attachment's content.</summary>
    public static string Write(AdaptiveCard card) => JsonSerializer.Serialize(card, Context.AdaptiveCard);

    /// <summary>How many bytes it takes on the wire.</summary>
    public static int SizeOf(AdaptiveCard card) => Encoding.UTF8.GetByteCount(Write(card));
}

/// <summary>Source-generated JSON of cards.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
