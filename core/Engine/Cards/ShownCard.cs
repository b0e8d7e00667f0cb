using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiOne.Bot.Domain.Requests;
using SiOne.Bot.Domain.Words;
using SiOne.Bot.Engine.Chats;

namespace SiOne.Bot.Engine.Cards;

/// <summary>A card that stands somewhere, and what it shows.</summary>
public sealed record ShownCard
{
    /// <summary>Its identifier, made from what it is about: the same card again is the same id.</summary>
    public required string Id { get; init; }

    /// <summary>In which chat it stands.</summary>
    public required ChatKey Chat { get; init; }

    /// <summary>In which language it was posted, where everybody who reads there reads the same card: it keeps it. A person's own chat follows the person.</summary>
    public Language Language { get; init; }

    /// <summary>The requests that it shows.</summary>
    public ImmutableArray<RequestId> Requests { get; init; } = [];

    /// <summary>Where the adapter posted it; its own text. Null until it is known to be posted.</summary>
    public string? Place { get; init; }

    /// <summary>The versions of the requests that it shows, in their order.</summary>
    public ImmutableArray<int> Versions { get; init; } = [];

    /// <summary>How many posts of it left and were answered by nobody: as many copies may stand whose place is not known.</summary>
    public int Lost { get; init; }

    /// <summary>When the last of them left.</summary>
    public DateTimeOffset? LostAt { get; init; }

    /// <summary>The card with which a message's requests were answered.</summary>
    public static string IdOfAnswer(IntakeKey intake) => $"answer/{intake}";

    /// <summary>The card that shows how one request stands, in a person's chat.</summary>
    public static ShownCard OfStatus(ChatKey chat, RequestId request) => new() { Id = $"status/{chat}/{request}", Chat = chat, Requests = [request] };

    /// <summary>The technicians' card of a request.</summary>
    public static string IdForTechnicians(RequestId request) => $"technicians/{request}";

    /// <summary>The card of one notice or alert.</summary>
    public static string IdOfEffect(string outboxKey) => $"effect/{outboxKey}";
}

/// <summary>What one button of a card stands for. The card itself carries its id alone.</summary>
/// <param name="Card">The card.</param>
/// <param name="Request">The request; null where the button is about none.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Revision">The request's <see cref="Domain.Requests.Request.Revision"/> when it was shown: at another one the card is out of date.</param>
public sealed record Grant(string Card, RequestId? Request, string Verb, int Revision)
{
    /// <summary>The hash of the plan that the card showed, for a button about one: a yes to it is a yes to no other. Null for any other button.</summary>
    public string? Plan { get; init; }

    /// <summary>The step of that plan that the button is about, from 0; null where it is about the whole.</summary>
    public int? Step { get; init; }
}

/// <summary>All buttons of one request on one card at one revision, those about one plan by themselves: one row, however many there are.</summary>
/// <param name="Card">The card.</param>
/// <param name="Request">The request.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Verbs">What may be pressed.</param>
internal sealed record GrantedVerbs(string Card, RequestId? Request, int Revision, ImmutableArray<string> Verbs)
{
    /// <summary>The plan that they are about.</summary>
    public string? Plan { get; init; }

    /// <summary>Its step.</summary>
    public int? Step { get; init; }
}

/// <summary>Source-generated JSON of cards.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ShownCard))]
[JsonSerializable(typeof(GrantedVerbs))]
internal sealed partial class CardJson : JsonSerializerContext;
