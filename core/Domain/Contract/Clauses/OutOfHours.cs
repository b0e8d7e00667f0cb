using System.Collections.Immutable;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 3: the hours of service. Reading: the same all year; they serve visits and alerts, and never refuse a request.</summary>
public sealed class OutOfHours : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("3");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Received, Fact.Hours];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is not { } customer || !request.Operation.IsRequest || request.Operation.Emergency) return [];
        var hours = new ServiceHours(customer.Subscription.Weekend, request.Readings.ServiceHours);
        if (hours.IsOpen(request.StartedAt)) return [];
        var next = hours.NextOpening(request.StartedAt);
        return
        [
            new Finding("out-of-hours", Article, LeadsTo: null, new Label(
                $"Votre demande nous est parvenue en dehors de nos horaires de service : nos techniciens reprennent {Instants.Say(next, Language.French)}.",
                $"Your request reached us outside our service hours: our technicians are back on {Instants.Say(next, Language.English)}."))
                { IsReading = true },
        ];
    }
}
