using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;

namespace SiOne.Bot.Stores;

/// <summary>How rows are written as JSON: enums by name, identifiers as plain strings, nothing that is computed.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(RequestIdConverter), typeof(ConversationIdConverter), typeof(IntakeKeyConverter), typeof(RequestReferenceConverter),
    ])]
[JsonSerializable(typeof(IntakeRow))]
[JsonSerializable(typeof(RequestDocument))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(MailboxRow))]
[JsonSerializable(typeof(ErasedText))]
internal sealed partial class StoreJson : JsonSerializerContext;

internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class ConversationIdConverter : JsonConverter<ConversationId>
{
    public override ConversationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ConversationId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

internal sealed class IntakeKeyConverter : JsonConverter<IntakeKey>
{
    public override IntakeKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, IntakeKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

internal sealed class RequestReferenceConverter : JsonConverter<RequestReference>
{
    public override RequestReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, RequestReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
