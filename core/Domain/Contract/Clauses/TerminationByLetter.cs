using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 2: a termination takes a registered letter received three months before the end of the term; a ticket is none.</summary>
public sealed class TerminationByLetter : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("2");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Matters, Fact.Term, Fact.Received];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Operation != OtherOperations.Contract || !request.Request.Speaks(Matter.ContractEnd)) return [];
        return
        [
            new Finding("no-valid-notice", Article, LeadsTo: null, new Label(
                "Votre message est transmis, mais il ne vaut pas résiliation : celle-ci se fait par lettre recommandée, trois mois avant l’échéance du contrat.",
                "Your message is passed on, but it is no valid notice: termination takes a registered letter, three months before the end of the term.")),
            .. request.Customer.Subscription.Term is { } term ? [LastDay(term, request.Day)] : ImmutableArray<Finding>.Empty,
        ];
    }

    private Finding LastDay(ContractTerm term, DateOnly today)
    {
        var last = term.LastNoticeDay(today);
        // Past it, the contract runs on for another term, and the next end is the one that can be reached.
        if (last < today) last = term.LastNoticeDay(term.EndOfTerm(today).AddDays(1));
        return new Finding("last-notice-day", Article, LeadsTo: null, new Label(
            $"Pour la prochaine échéance possible, la lettre doit nous parvenir au plus tard {Instants.Say(last, Language.French)}.",
            $"For the next end of term that can be reached, the letter must reach us no later than {Instants.Say(last, Language.English)}."))
        { Audience = Audience.Administrators };
    }
}
