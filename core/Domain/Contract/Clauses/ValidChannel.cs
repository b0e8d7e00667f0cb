using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Customers;
using SiOne.Bot.Domain.Intake;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>
/// Art. 3: Standard asks by mail ("le mail est obligatoire"). Art. 9: Premium and Sérénité ask through the application.
/// XIV 2.5.3: Sérénité may ask for interventions by mail too (Reading). Art. 11, 14, 22: a phone call is no written request, but about an
/// incident it counts (Art. 8). A request on the wrong channel is kept as a draft.
/// </summary>
public sealed class ValidChannel : IClause
{
    private static readonly Article Application = new("9");

    /// <inheritdoc/>
    public Article Article { get; } = new("3");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Level, Fact.Channel, Fact.Operation, Fact.Role];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is not { } customer || !request.Operation.IsRequest) return [];
        // A third party has no plan of its own, and must not learn the company's; its administrator's word is the written request.
        if (request.Sender.Role is Role.ThirdParty) return [];
        // Art. 25: a right on personal data is exercised by mail or by post, and Art. 9 speaks of support.
        if (request.Operation == OtherOperations.DataRights) return [];
        if (request.Operation.Emergency && request.Readings.EmergenciesOnEveryChannel) return [];
        // Art. 8: incidents and phones are taken in from the finding as from the request.
        if (request.Channel is Channel.Phone && request.Operation.Category is Category.Incident or Category.Phone) return [];
        return customer.Subscription.Level switch
        {
            Level.Standard => request.Channel is Channel.Mail ? [] : [MailNeeded],
            Level.Premium => IsApplication(request) ? [] : [ApplicationNeeded],
            Level.Serenite => IsApplication(request) || MailIsEnough(request) ? [] : [ApplicationNeeded],
        };
    }

    private static bool IsApplication(Case request) => request.Channel.IsApplication() && request.Readings.BotIsTheApplication;

    private static bool MailIsEnough(Case request) =>
        request.Channel is Channel.Mail && request.Operation.Intervention && request.Readings.SereniteInterventionsByMail;

    private Finding MailNeeded => new("mail-required", Article, Verdict.Draft, new Label(
        "Avec la formule Standard, la demande se fait par mail à l’adresse du support.",
        "With the Standard plan, requests are made by mail to the support address."));

    private static Finding ApplicationNeeded => new("application-required", Application, Verdict.Draft, new Label(
        "Avec votre formule, la demande se fait dans l’application.",
        "With your plan, requests are made in the application."));
}
