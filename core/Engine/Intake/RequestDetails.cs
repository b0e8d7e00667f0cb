using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Contract;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Engine.Ports;
using SiOne.Bot.Engine.Sealing;

namespace SiOne.Bot.Engine.Intake;

/// <summary>What a request says of people: sealed beside its journal, which holds no name, so that it can be erased alone.</summary>
/// <param name="Person">Full name of the person concerned; null when not named.</param>
/// <param name="Fields">Other details by field name.</param>
/// <param name="AskedBy">The address that asked, to tell a confirmation by somebody else; null when there was none.</param>
/// <param name="Matters">What the words said beyond the operation.</param>
public sealed record RequestDetails(
    string? Person, ImmutableSortedDictionary<string, string> Fields, string? AskedBy, ImmutableArray<Matter> Matters)
{
    /// <summary>The account that asked, in the customer's tenant; null where nobody was signed in.</summary>
    public Guid? Account { get; init; }

    /// <summary>What its message tells of that may be a personal-data breach (RGPD V); null where it tells of none.</summary>
    public BreachKind? Breach { get; init; }

    /// <summary>What was understood.</summary>
    public static RequestDetails Of(Case asked) =>
        new(asked.Request.Person, asked.Request.Fields, asked.Sender.Address?.Value, [.. asked.Request.Matters]) { Account = asked.Sender.Account, Breach = asked.Request.Breach };

    /// <summary>A row that keeps them.</summary>
    public TextRow Seal(TextVault vault, RequestId id) =>
        vault.Seal(Key(id), JsonSerializer.SerializeToUtf8Bytes(this, RequestDetailsJson.Default.RequestDetails));

    /// <summary>The details of a request; null when they were erased.</summary>
    public static async Task<RequestDetails?> ReadAsync(TextVault vault, RequestId id, CancellationToken cancellationToken) =>
        await vault.ReadBytesAsync(Key(id), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, RequestDetailsJson.Default.RequestDetails)
            : null;

    private static string Key(RequestId id) => $"request/{id}/details";
}

/// <summary>Source-generated JSON of details.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(RequestDetails))]
internal sealed partial class RequestDetailsJson : JsonSerializerContext;
