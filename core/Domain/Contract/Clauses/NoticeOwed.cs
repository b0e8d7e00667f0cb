using System.Collections.Immutable;
using SiOne.Bot.Domain.Catalogue;
using SiOne.Bot.Domain.Commitments;
using SiOne.Bot.Domain.Words;

namespace SiOne.Bot.Domain.Contract.Clauses;

/// <summary>Art. 13: changes of mailboxes are announced 48 hours before their effective date. Art. 16: a new Microsoft 365 account a week before. Shorter notice is accepted; what cannot be promised is said, and nothing of what is promised all the same.</summary>
public sealed class NoticeOwed : IClause
{
    /// <inheritdoc/>
    public Article Article { get; } = new("13");

    /// <inheritdoc/>
    public ImmutableArray<Fact> LooksAt { get; } = [Fact.Operation, Fact.Received, Fact.Date, Fact.Hours];

    /// <inheritdoc/>
    public ImmutableArray<Finding> Examine(Case request)
    {
        if (request.Customer is null || request.Request.Date is not { } day || request.Operation.EffectiveDate is EffectiveDate.None) return [];
        if (request.Operation.NoticeOwedBy is not { } article || PromisedTime.NoticeKept(request.Operation, request.StartedAt, day, request.Pauses)) return [];
        // A date that has passed can be neither kept nor missed.
        if (day < ParisTime.DateOf(request.StartedAt)) return [];
        if (!EffectiveDateGoverns.Applies(request, day)) return [article.Number == "16" ? Account(day) : Mailbox(day)];
        // The date is later than the hours and is promised; the week of Art. 16 serves to have a licence in time.
        return article.Number == "16" ? [Licence] : [];
    }

    private static Finding Licence => new("short-notice-licence", new Article("16"), LeadsTo: null, new Label(
        "Une arrivée s’annonce au moins une semaine à l’avance : si une licence doit être commandée, nous ne pouvons pas promettre qu’elle arrive à temps.",
        "An arrival is announced at least one week ahead: if a licence has to be ordered, we cannot promise that it comes in time."));

    private Finding Mailbox(DateOnly day) => new("short-notice-mailbox", Article, LeadsTo: null, new Label(
        $"Une modification de boîte mail s’annonce au moins 48 heures avant sa date effective : nous ferons au mieux pour {Instants.Say(day, Language.French)}, sans pouvoir le promettre.",
        $"A change of mailboxes is announced at least 48 hours before its effective date: we will do our best for {Instants.Say(day, Language.English)}, but cannot promise it."));

    private static Finding Account(DateOnly day) => new("short-notice-account", new Article("16"), LeadsTo: null, new Label(
        $"Une arrivée s’annonce au moins une semaine à l’avance : nous ferons au mieux pour {Instants.Say(day, Language.French)}, sans pouvoir le promettre.",
        $"An arrival is announced at least one week ahead: we will do our best for {Instants.Say(day, Language.English)}, but cannot promise it."));
}
