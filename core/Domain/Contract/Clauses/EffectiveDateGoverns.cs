using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 13: an effective date given by the customer governs instead of the hours when its notice was kept, or when it is later. Art. 14: a departure is never applied before its day.</summary>
public sealed class EffectiveDateGoverns : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("13");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Received, Fact.Date, Fact.Hours];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Request.Date is not { } day || !Applies(request, day)) return [];
        return request.Operation.EffectiveDate switch
        {
            EffectiveDate.ReadyBy => [Governs($"Ce sera prêt au début de la journée indiquée, {Instants.Say(day, Language.French)}.",
                $"It will be ready by the start of the day given, {Instants.Say(day, Language.English)}.")],
            EffectiveDate.AppliedOn when request.Request.Hour is { } hour && ParisTime.At(day, hour) is var at =>
                [Governs($"Ce sera appliqué {Instants.Say(at, Language.French)}, et pas avant.",
                    $"It will be applied on {Instants.Say(at, Language.English)}, and not before.")],
            EffectiveDate.AppliedOn => [Governs($"Ce sera appliqué {Instants.Say(day, Language.French)}, et pas avant.",
                $"It will be applied on {Instants.Say(day, Language.English)}, and not before.")],
            _ => [],
        };
    }

    /// <summary>Whether that date is what is promised, and not the hours.</summary>
    public static bool Applies(Case request, DateOnly day)
    {
        if (request.Customer is not { } customer || request.Operation.Promise is not Promise.Commitment) return false;
        var due = PromisedTime.For(request.Operation, customer.Subscription.Weekend, request.StartedAt, day, request.Readings, request.Pauses, request.Request.Hour);
        return request.Operation.EffectiveDate switch
        {
            EffectiveDate.None => false,
            EffectiveDate.ReadyBy => due?.At == ParisTime.StartOf(day),
            EffectiveDate.AppliedOn => due?.At == (request.Request.Hour is { } hour ? ParisTime.At(day, hour) : ParisTime.StartOf(day.AddDays(1))),
        };
    }

    private Finding Governs(string fr, string en) => new("effective-date", Article, LeadsTo: null, new Label(fr, en));
}
