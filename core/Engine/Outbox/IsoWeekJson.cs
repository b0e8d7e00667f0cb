using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Digests;

namespace SiOne.Bot.Engine.Outbox;

/// <summary>A week in JSON, as <c>2026-W12</c>.</summary>
public sealed class IsoWeekJson : JsonConverter<IsoWeek>
{
    /// <inheritdoc/>
    public override IsoWeek Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IsoWeek.TryParse(reader.GetString(), out var week) ? week : throw new JsonException("Not an ISO week.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IsoWeek value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
