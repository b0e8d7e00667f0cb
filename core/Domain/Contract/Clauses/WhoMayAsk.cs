using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>
/// Art. 14: teams and lists at direction's demand. Art. 16, 19, 8: password, restore and lost phone at the person's own. All the rest is a
/// Reading, and its text says "your company's rule". Someone without the authority is not refused: the request waits for who has it.
/// </summary>
public sealed class WhoMayAsk : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("14");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Role, Fact.Operation, Fact.Concerned, Fact.Matters, Fact.Together];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        // A third party decides nothing, whatever it asks: that is a clause of its own.
        if (request.Customer is null || request.Operation.Emergency || request.Sender.Role is Role.ThirdParty) return [];
        if (request.Operation.Asker is Asker.Direction)
            return request.Sender.SpeaksForDirection || InsideArrival(request) ? [] : [DirectionNeeded];
        if (request.Sender.IsAdministrator) return [];
        // Art. 16, 19: a password and a restore are the person's own to ask for; that somebody else may not is no Reading.
        if (OthersData.Opens(request) || (request.Operation == LicenceOperations.Password && !request.AboutSelf))
            return request.Operation.Asker is Asker.Administrator ? [AdministratorNeeded(request.Operation)] : [OthersMatter(request.Operation)];
        return !request.Readings.CompanyRules ? [] : request.Operation.Asker switch
        {
            Asker.Administrator => [AdministratorNeeded(request.Operation)],
            Asker.SelfOrAdministrator when !request.AboutSelf => [OthersMatter(request.Operation)],
            _ => [],
        };
    }

    // Art. 14 names teams among what an arrival brings: whoever may ask for the arrival needs no second yes for them.
    private static bool InsideArrival(Case request) =>
        request.Sender.IsAdministrator && request.Together.Any(other => other.Operation == LicenceOperations.Arrival);

    private Finding DirectionNeeded => new("direction-required", Article, Verdict.AwaitApproval, new Label(
        "Les équipes Teams et les listes de distribution sont modifiées à la demande de votre direction : son accord est nécessaire.",
        "Teams and distribution lists are changed at your management’s request: its agreement is needed."));

    private static Finding AdministratorNeeded(Operation operation) =>
        new("administrator-required", operation.Articles[0], Verdict.AwaitApproval, new Label(
            "Selon la règle de votre entreprise, cette demande doit être approuvée par votre administrateur ou votre direction.",
            "By your company’s rule, this request must be approved by your administrator or your management."))
        { IsReading = true };

    private static Finding OthersMatter(Operation operation) =>
        new("administrator-required-for-others", operation.Articles[0], Verdict.AwaitApproval, new Label(
            "Cette demande concerne une autre personne : selon la règle de votre entreprise, votre administrateur ou votre direction l’approuve.",
            "This request concerns somebody else: by your company’s rule, your administrator or your management approves it."))
        { IsReading = true };
}
