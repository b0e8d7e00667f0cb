using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Protection;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>RGPD V: a breach of personal data is notified to the customer within 36 hours by the wall clock; a person decides, the product proposes the timer, for whatever operation is asked for when the words tell of one.</summary>
public sealed class BreachClock : IClause
{
    /// <summary>The code of the finding that proposes the timer.</summary>
    public const string Code = "breach-clock";

    private static readonly Article Source = new("RGPD V");

    /// <inheritdoc/>
    public Article Article => Source;

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Breach, Fact.Received];

    /// <summary>Hours from awareness to notification, by the wall clock (RGPD V).</summary>
    public const int Hours = 36;

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        var kind = request.Request.Breach;
        return request.Customer is null || (kind is null && request.Operation != IncidentOperations.Security && request.Operation != PhoneOperations.Lost)
            ? []
            : [Found(kind, request.StartedAt)];
    }

    /// <summary>What technicians are told of a possible breach.</summary>
    /// <param name="kind">What the words tell of; null where the operation alone says it.</param>
    /// <param name="awareAt">When the message that tells of it was received, UTC.</param>
    internal static Finding Found(BreachKind? kind, DateTimeOffset awareAt)
    {
        var until = awareAt.AddHours(Hours);
        var which = kind?.Name() is { } name ? new Label($" ({name.Fr})", $" ({name.En})") : new Label("", "");
        return new Finding(Code, Source, LeadsTo: null, new Label(
            $"Violation de données possible{which.Fr} : si elle est confirmée, le client est notifié au plus tard {Instants.Say(until, Language.French)}.",
            $"Possible personal-data breach{which.En}: if confirmed, the customer is notified no later than {Instants.Say(until, Language.English)}."))
        { Audience = Audience.Technicians };
    }
}
